/* The form in which a record, a mechanism or an item is changed, or begun: ?record=coe/convention-197,
   ?new=sop. What is typed stays in this page until it is handed in (edit/handing.js); what has not been changed keeps
   every character of the file (edit/patch.js). */
(() => {
  "use strict";
  const { answers, edit, loaded } = globalThis.compendium;
  const own = new URL(document.currentScript.src); // its version is that of its sheet

  answers.edit = async (root, page) => {
    const { choices, data, el } = page;
    const above = root.dataset.root; // from the folder of the language to what all languages share
    const asked = { record: choices().get("record"), kind: choices().get("new") };
    loaded(new URL(`../../stylesheets/answers/edit.css${own.search}`, own)).catch(console.error);
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

    /* A file that is there: {title, path, text, whole, data, kind}. */
    const existing = async (id) => {
      const { [id]: found } = await data(`${above}edit/source/${id.split("/")[0]}.json`);
      const whole = edit.node(found.text, found.tree);
      const kind = lists.mechanisms.some(([name]) => name === id) ? "mechanism" : whole.data.kind;
      const title = ids.find(([name]) => name === id)[1];
      return { ...found, title, whole, data: whole.data, kind };
    };
    const fresh = (kind) => ({
      title: `${say.begin}${say.colon}${kinds[kind].label}`,
      path: "",
      text: "",
      data: kind === "mechanism" ? {} : { kind },
      kind,
      head: `# yaml-language-server: $schema=../../schema/${kind}.schema.json\n`,
    });

    /* Where a new file is to stand: the fields that ask for it, and its path ("" while it is not known). The
       folder of an organisation that is not here yet is typed. */
    const placed = (file, changed) => {
      const { folder, model } = kinds[file.kind];
      const [inFolder, called, about, problem] = ["folder", "name", "about", "wrong"].map(edit.newId);
      const needed = el("small", {}, ` (${say.needed})`);
      const wrong = el("p", { class: "wrong", id: problem });
      const typed = (given) => el("input", { dir: "ltr", autocomplete: "off", spellcheck: "false",
        "aria-required": "true", ...given });
      const where = typed({ id: inFolder, list: "folders" });
      const name = typed({ id: called, "aria-describedby": `${about} ${problem}` });
      const id = () => [folder || where.value.trim(), name.value.trim()].filter(Boolean).join("/");
      const wrongIn = (control) =>
        checks.value(control.value.trim() || undefined, { holds: "slug", required: true })
        || (control === name && ids.some(([each]) => each === id()) ? say.taken : "");
      const asked = [[name, say.file]];
      if (!folder && model !== "Mechanism") asked.unshift([where, say.folder]);
      const missing = () => asked.filter(([control]) => wrongIn(control)).map(([control, label]) =>
        [`${label}${say.colon}${wrongIn(control)}`, () => control]);
      const path = () => (missing().length ? ""
        : `instruments/${id()}${model === "Mechanism" ? "/mechanism" : ""}.yml`);
      const asking = el("div", { class: "group place" },
        asked.length > 1 ? el("div", { class: "field" },
          el("label", { for: inFolder }, say.folder, needed.cloneNode(true)), where,
          el("datalist", { id: "folders" },
            lists.mechanisms.map(([code, title]) => el("option", { value: code }, title)))) : "",
        el("div", { class: "field" }, el("label", { for: called }, say.file, needed), name,
          el("p", { class: "about", id: about }, say.fileabout), wrong));
      asking.addEventListener("input", () => {
        wrong.textContent = name.value.trim() && wrongIn(name);
        changed();
      });
      return { asking, missing, path };
    };

    /* -- the form -- */

    const show = (file, place) => {
      let changed = () => {};
      const options = el("div", { hidden: true });
      const fields = el("form", { class: "fields", novalidate: true });
      fields.addEventListener("submit", (event) => event.preventDefault());
      const slot = edit.root(file.data, () => changed());
      const language = () => slot.get().language || facts.default;
      checks.speaks(file.data.language);
      const drawing = edit.drawing(facts, checks, language, options, Boolean(file.path));
      const where = file.path ? null : placed(file, () => changed());
      fields.append(where ? where.asking : "", ...drawing.drawn(kinds[file.kind].model, slot, file.kind));
      const handing = edit.handing({
        checks, drawing, el, facts, fields, file, place: where, project, slot, undo: () => show(file, place),
      });
      place.replaceChildren(fields, handing.node, options);
      ({ changed } = handing);
      handing.refresh();
    };
    const open = (file) => {
      const place = el("div");
      const name = lists.languages.find(([tag]) => tag === (file.data.language || facts.default));
      root.replaceChildren(
        el("h2", {}, file.title),
        file.path ? el("p", { class: "src" }, el("bdi", { dir: "ltr" }, file.path)) : "",
        el("p", { class: "src" }, `${say.typed}${say.colon}${name ? name[1] : file.data.language}`), place);
      show(file, place);
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
