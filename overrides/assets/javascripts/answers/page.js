/* What every answer builds on: the files of data (generators/data) of the language of the page, elements and
   texts (never markup), choices that stand in the address. */
(() => {
  "use strict";
  const answers = ((globalThis.compendium ??= {}).answers ??= {});

  answers.element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => {
      if (value !== false && value !== undefined) made.setAttribute(name, value === true ? "" : value);
    });
    made.append(...children.flat(9).filter((child) => child !== "" && child != null));
    return made;
  };

  /* `base` is the address of the folder of the language. */
  answers.page = (base) => {
    const el = answers.element;
    const asked = new Map();

    /* The object in a file of data, by its path below the folder of the language; asked for once. */
    const data = (path) => {
      if (!asked.has(path)) {
        asked.set(path, fetch(new URL(path, base)).then((response) => {
          if (!response.ok) throw new Error(`${response.status} for ${path}`);
          return response.json();
        }).catch((error) => {
          asked.delete(path);
          throw error;
        }));
      }
      return asked.get(path);
    };
    const state = (code) => data(`states/${code.toLowerCase()}/index.json`);
    const record = (id) => data(`instruments/${id}/index.json`);
    const topic = (code) => data(`topics/${code}/index.json`);

    const link = (address, ...children) => el("a", { href: new URL(address, base).href }, ...children);
    const dotted = (parts) => parts.filter(Boolean).flatMap((part, n) => (n ? [" · ", part] : [part]));
    /* A line's own words, in the language that they are in. */
    const said = ({ says, language, direction }) =>
      (language ? el("span", { lang: language, dir: direction }, says) : says);

    /* A field of States: its choices come from the list of States; empty stands for none. */
    const fillStates = async (select, chosen) => {
      const { states } = await data("states/index.json");
      select.append(...states.map(({ code, name }) => el("option", { value: code }, name)));
      if (states.some(({ code }) => code === chosen)) select.value = chosen;
    };

    /* What stands behind "?" in the address, and its change without leaving the page. */
    const choices = () => new URLSearchParams(location.search);
    const choose = (pairs) => {
      const next = new URLSearchParams(pairs.filter(([, value]) => value));
      history.replaceState(null, "", location.pathname + (next.size ? `?${next}` : "") + location.hash);
    };
    const fill = (pattern, values) =>
      pattern.replace(/\{(\w+)\}/g, (slot, name) => (name in values ? values[name] : slot));

    return { choices, choose, data, dotted, el, fill, fillStates, link, record, said, state, topic };
  };
})();
