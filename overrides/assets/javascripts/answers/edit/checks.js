/* What the form can see to be wrong, by the rules and in the words of generators/checks: shapes, codes,
   dates, lengths, numbers, ids, addresses. The whole file is checked where it is handed in. `facts` is the
   object of `edit/fields.json`; messages are empty where nothing is wrong. Knows no page. */
(() => {
  "use strict";
  const edit = ((globalThis.compendium ??= {}).edit ??= {});
  const CJK = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;

  edit.fill = (pattern, values) =>
    pattern.replace(/\{(\w+)\}/g, (slot, name) => (name in values ? values[name] : slot));

  /* Words as a reader counts them: what holds a letter or figure between two spaces; two CJK characters are
     one word (checks/texts.py). */
  edit.countWords = (text) => {
    const wide = (text.match(CJK) || []).length;
    const rest = text.replace(CJK, " ").split(/\s+/);
    return rest.filter((word) => /[\p{L}\p{N}]/u.test(word)).length + Math.floor((wide + 1) / 2);
  };

  /* The name in small letters, digits and hyphens that somebody meant; empty where it has letters of another
     script (text/problems.py). */
  const plainName = (text) => {
    const letters = text.normalize("NFKD").replace(/\p{M}/gu, "");
    if (/(?![a-z])\p{L}/iu.test(letters)) return "";
    return letters.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  };

  const isAddress = (text) => {
    if (/[\s\\"<>]/.test(text) || !URL.canParse(text)) return false;
    const { hostname, username } = new URL(text);
    return /^https?:\/\//i.test(text) && /[^.]\.[^.]/.test(hostname) && !username;
  };

  edit.checks = (facts) => {
    const { limits, lists, models, say } = facts;
    let language = facts.default;
    const speaks = (own) => { language = own || facts.default; };
    const articles = new Map(Object.entries(limits.articles));
    const is = (name, text) => new RegExp(`^(?:${limits[name]})$`).test(text);
    const html = new RegExp(limits.html);
    const sets = new Map();
    const known = (name) => {
      if (!sets.has(name)) {
        const entries = name === "any" ? [...lists.records, ...lists.mechanisms] : lists[name] || [];
        sets.set(name, new Map(entries.map((entry) => [entry[0], entry])));
      }
      return sets.get(name);
    };
    const today = [facts.day, new Date().toISOString().slice(0, 10)].sort()[1];

    const date = (text, { past, key }) => {
      if (!is("day", text)) return say.date;
      if (text < limits.year) return edit.fill(say.year, limits);
      const [year, month = 1, day = 1] = text.split("-").map(Number);
      const made = new Date(Date.UTC(year, month - 1, day));
      if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return say.calendar;
      if (past && text > today.slice(0, text.length)) return say.coming;
      return key === "due" && text.length < 10 ? say.exact : "";
    };
    const words = (text, { words: limit }) => {
      const n = limit ? edit.countWords(text) : 0;
      return limit && n > limit ? edit.fill(say.long, { n, limit }) : "";
    };
    const whole = (text) => {
      if (!is("whole", text)) return say.whole;
      return text.length > limits.digits ? edit.fill(say.digits, { n: limits.digits }) : "";
    };
    const rules = {
      day: date,
      whole,
      choice: (text, { choices }) => (choices.includes(text) ? "" : say.code),
      code: (text, { of }) => (known(of).has(text) ? "" : say.code),
      state: (text) => (known("states").has(text) ? "" : say.state),
      ref: (text, { of }) => (known(of).has(text) ? "" : say.reference),
      place: (text) => (!lists.places.length || known("places").has(text) ? "" : say.code),
      language: (text) => (known("languages").has(text) || is("tag", text) ? "" : say.language),
      slug: (text) => {
        if (is("id", text)) return "";
        const plain = plainName(text);
        return plain ? `${say.id}; ${edit.fill(say.article, { text: plain })}` : say.id;
      },
      address: (text) => (isAddress(text) ? "" : say.address),
      note: (text, { key }) => (key !== "editors" || is("account", text) ? "" : say.account),
      prose: words,
      plain: (text, { key }) => {
        const written = (found, [pattern, by]) => found.replace(new RegExp(pattern), by);
        const like = key === "ref" ? (articles.get(language) || []).reduce(written, text) : text;
        return like === text ? "" : edit.fill(say.article, { text: like });
      },
      yes: (text) => (["true", "false"].includes(text) ? "" : say.code),
    };

    const one = (text, field) => {
      if (typeof text !== "string") return "";
      if (html.test(text)) return say.html;
      const [n, limit] = [[...text].length, limits.letters[field.holds]];
      if (n > limit) return edit.fill(say.letters, { n, limit });
      return rules[field.holds]?.(text, field) || "";
    };

    /* What is wrong with a field as a whole; with its value `undefined` where it has none. */
    const value = (held, field) => {
      if (held === undefined) return field.required ? say.missing : "";
      if (field.holds === "model") return "";
      if (field.shape === "many") {
        const wrong = held.map((each) => one(each, field)).find(Boolean);
        return wrong || (new Set(held).size < held.length && field.holds !== "plain" ? say.twice : "");
      }
      if (field.shape === "keys") {
        const wrong = ([key, each]) => one(key, field) || one(each, { holds: field.value, key: "" });
        return Object.entries(held).map(wrong).find(Boolean) || "";
      }
      return one(held, field);
    };

    /* The fields of a model, in a file of a kind those that it has. */
    const fields = (model, kind = "") =>
      models[model].filter(({ key }) => !kind || facts.kinds[kind].keys.includes(key));

    /* All that is wrong with what a model holds: where (a path of keys and numbers) and what. */
    const all = (model, data, kind = "", path = []) => fields(model, kind).flatMap((field) => {
      const held = data[field.key];
      const here = [...path, field.key];
      const wrong = value(held, field);
      if (wrong) return [{ path: here, message: wrong }];
      if (field.holds !== "model" || held === undefined) return [];
      if (field.shape !== "many") return all(field.of, held, "", here);
      return held.flatMap((each, number) => all(field.of, each, "", [...here, number]));
    });

    /* The same of a whole file, which has a title or a name, as published or in our words. */
    const file = (model, data, kind) => {
      speaks(data.language);
      const [own, published] = [["title", "official_titles"], ["name", "official_names"]]
        .find(([, key]) => models[model].some((field) => field.key === key)) || [];
      const untitled = published && data[own] === undefined && data[published] === undefined;
      return [...(untitled ? [{ path: [published], message: say.missing }] : []), ...all(model, data, kind)];
    };

    return { fields, file, known, speaks, value };
  };

  /* -- the values of a file while it is edited: nested objects, lists and texts that are never changed in place.
     A slot is where one value stands: `get` answers it (undefined: none), `set` puts another there, and what is
     left empty goes -- */

  const isEmpty = (value) => value === undefined || value === ""
    || (typeof value === "object" && !Object.keys(value).length);

  /* Whether a line says nothing yet, but how sure it would be. */
  edit.unsaid = (value) => isEmpty(value) || String(Object.keys(value)) === "confidence";

  /* A copy of an object with one key set or taken out; a new one stands behind the last of those that come
     before it in `order`. */
  edit.put = (object, key, value, order) => {
    if (value === undefined) {
      return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
    }
    if (Object.hasOwn(object, key)) return { ...object, [key]: value };
    const pairs = Object.entries(object);
    const before = order.includes(key) ? order.slice(0, order.indexOf(key)) : Object.keys(object);
    const place = pairs.reduce((found, [name], number) => (before.includes(name) ? number + 1 : found), 0);
    pairs.splice(place, 0, [key, value]);
    return Object.fromEntries(pairs);
  };

  /* The slot of a whole file; `changed` is called with it after each change. */
  edit.root = (data, changed) => {
    let held = data;
    return {
      get: () => held,
      set: (value) => {
        held = value || {};
        changed(held);
      },
    };
  };

  edit.slot = (owner, key, order) => ({
    get: () => owner.get()?.[key],
    set: (value) => {
      const next = edit.put(owner.get() || {}, key, isEmpty(value) ? undefined : value, order);
      owner.set(next);
    },
  });

  /* The slot of an item of the list in another slot; `number` answers where it stands now. An item that is
     left empty stays until it is taken out. */
  edit.item = (list, number) => ({
    get: () => list.get()?.[number()],
    set: (value) => list.set((list.get() || []).map((each, n) => (n === number() ? value ?? {} : each))),
  });

  /* What is to be written: without items that were added and never filled in. */
  edit.cleaned = (value) => {
    if (Array.isArray(value)) return value.map(edit.cleaned).filter((each) => !edit.unsaid(each));
    if (typeof value !== "object") return value;
    const pairs = Object.entries(value).map(([key, each]) => [key, edit.cleaned(each)]);
    return Object.fromEntries(pairs.filter(([, each]) => !isEmpty(each)));
  };
})();
