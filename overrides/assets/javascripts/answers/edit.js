/* The form in which a record, a mechanism or an item is changed, or begun: ?record=coe/convention-197,
   ?new=sop. What is typed stays in this page until it is handed in (edit/handing.js); what has not been changed keeps
   every character of the file (edit/patch.js). */
(() => {
  "use strict";
  const { answers, edit } = globalThis.compendium;
  const own = new URL(document.currentScript.src);

  /* The sheet of the form, with the version of the scripts. */
  const sheet = () => {
    const address = new URL(`../../stylesheets/answers/edit.css${own.search}`, own);
    document.head.append(answers.element("link", { rel: "stylesheet", href: address }));
  };

  answers.edit = async (root, page) => {
    const { choices, data, el } = page;
    const above = root.dataset.root; // from the folder of the language to what all languages share
    const asked = { record: choices().get("record"), kind: choices().get("new") };
    sheet();
    const failed = (words) => {
      root.hidden = false;
      root.replaceChildren(el("p", { class: "open", role: "alert" }, words));
    };
    let facts;
    let project;
    try {
      [facts, project] = await Promise.all(["edit/fields.json", `${above}edit/project.json`].map(data));
    } catch (error) {
      console.error(error);
      failed(root.dataset.fail);
      return;
    }
    const { kinds, lists, say } = facts;
    const checks = edit.checks(facts);
    const ids = [...lists.records, ...lists.mechanisms, ...lists.items];

    /* -- which file -- */

    const chooser = () => {
      const options = ids.map(([id, title]) => el("option", { value: id }, title));
      const field = el("input",
        { name: "record", list: "files", required: true, autocomplete: "off", dir: "ltr" });
      const form = el("form", { class: "which" },
        el("p", {}, el("label", {}, `${say.which} `, field), " ", el("button", {}, say.open)),
        el("datalist", { id: "files" }, options));
      const links = Object.values(kinds).map(({ asked: name, label }) =>
        el("li", {}, el("a", { href: `?new=${name}` }, label)));
      return [form, el("h2", {}, say.begin), el("ul", { class: "plain kinds" }, links)];
    };

    /* A file that is there: {id, path, text, whole, data, kind}. */
    const existing = async (id) => {
      const { [id]: found } = await data(`${above}edit/source/${id.split("/")[0]}.json`);
      const whole = edit.node(found.text, found.tree);
      const kind = lists.mechanisms.some(([name]) => name === id) ? "mechanism" : whole.data.kind;
      const title = ids.find(([name]) => name === id)[1];
      return { ...found, id, title, whole, data: whole.data, kind };
    };
    const fresh = (kind) => ({
      id: `new:${kind}`,
      title: `${say.begin}${say.colon}${kinds[kind].label}`,
      path: "",
      text: "",
      data: kind === "mechanism" ? {} : { kind },
      kind,
      head: `# yaml-language-server: $schema=../../schema/${kind}.schema.json\n`,
    });

    /* Where a new file is to stand: the fields that ask for it, and its path ("" while it is not known). */
    const placed = (file, changed) => {
      const { folder, model } = kinds[file.kind];
      const needed = el("small", {}, ` (${say.needed})`);
      const wrong = el("p", { class: "wrong", id: "place-wrong" });
      const where = el("select", { id: "place-folder" }, el("option", { value: "" }, say.choose),
        lists.mechanisms.map(([id, title]) => el("option", { value: id }, title)));
      const name = el("input", { id: "place-name", dir: "ltr", autocomplete: "off", spellcheck: "false",
        "aria-describedby": "place-about place-wrong", "aria-required": "true" });
      const path = () => {
        const own = name.value.trim();
        const within = folder || where.value;
        if (!own || checks.value(own, { holds: "slug" })) return "";
        if (model === "Mechanism") return `instruments/${own}/mechanism.yml`;
        return within ? `instruments/${within}/${own}.yml` : "";
      };
      const taken = () => {
        const own = name.value.trim();
        const id = model === "Mechanism" ? own : `${folder || where.value}/${own}`;
        return ids.some(([each]) => each === id);
      };
      const refresh = () => {
        const own = name.value.trim();
        wrong.textContent = own && (checks.value(own, { holds: "slug" }) || (taken() ? say.taken : ""));
        changed();
      };
      where.addEventListener("input", refresh);
      name.addEventListener("input", refresh);
      const asking = el("div", { class: "group place" },
        folder || model === "Mechanism" ? ""
          : el("div", { class: "field" },
            el("label", { for: "place-folder" }, say.folder, needed.cloneNode(true)), where),
        el("div", { class: "field" }, el("label", { for: "place-name" }, say.file, needed), name,
          el("p", { class: "about", id: "place-about" }, say.fileabout), wrong));
      const missing = () => [
        folder || model === "Mechanism" || where.value ? null : { control: where, message: say.folder },
        checks.value(name.value.trim() || undefined, { holds: "slug", required: true }) || taken()
          ? { control: name, message: say.file } : null,
      ].filter(Boolean);
      return { asking, missing, path };
    };

    /* -- the form -- */

    const show = (file, values, place) => {
      let changed = () => {};
      const slot = edit.root(values, () => changed());
      const language = () => slot.get().language || facts.default;
      checks.speaks(values.language);
      const options = el("div", { hidden: true });
      const drawing = edit.drawing(facts, checks, language, options);
      const fields = el("form", { class: "fields", novalidate: true });
      const where = file.path ? null : placed(file, () => changed());
      const handing = edit.handing({ checks, drawing, el, facts, fields, file, place: where, project, slot });
      fields.addEventListener("submit", (event) => event.preventDefault());
      fields.append(where ? where.asking : "", ...drawing.drawn(kinds[file.kind].model, slot, file.kind));
      place.replaceChildren(fields, handing.node, options);
      changed = handing.changed;
      changed();
      handing.begin({ redraw: (next) => show(file, next, place) });
    };
    const open = (file) => {
      const place = el("div");
      const name = lists.languages.find(([tag]) => tag === (file.data.language || facts.default));
      root.replaceChildren(
        el("h2", {}, file.title),
        file.path ? el("p", { class: "src" }, el("bdi", { dir: "ltr" }, file.path)) : "",
        el("p", { class: "src" }, `${say.typed}${say.colon}${name ? name[1] : file.data.language}`), place);
      show(file, file.data, place);
    };

    /* -- what was asked for -- */

    const kind = Object.keys(kinds).find((each) => kinds[each].asked === asked.kind || each === asked.kind);
    root.hidden = false;
    if (kind) open(fresh(kind));
    else if (asked.record && ids.some(([id]) => id === asked.record)) {
      try {
        open(await existing(asked.record));
      } catch (error) {
        console.error(error);
        failed(say.fail);
      }
    } else {
      root.replaceChildren(...chooser());
      if (asked.record || asked.kind) root.prepend(el("p", { class: "open", role: "alert" }, say.nofile));
    }
  };
})();
