/* The form in which a record, a mechanism or an item is changed, or begun: ?record=coe/convention-197,
   ?new=sop. What is typed stays in this page until it is handed in (edit/handing.js); what has not been changed keeps
   every character of the file (edit/patch.js). */
(() => {
  "use strict";
  const { answers, edit, loaded } = globalThis.compendium;
  const own = new URL(document.currentScript.src); // its version is that of its sheet
  const NEW = "+"; // the choice of a mechanism that is begun along with its text

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

    /* Where a new file is to stand: the fields that ask for it, and its path ("" while it is not known). A text
       may be begun together with its mechanism, whose form `begin` draws and whose sheet it answers. */
    const placed = (file, changed, begin) => {
      const { folder, model } = kinds[file.kind];
      const free = !folder && model !== "Mechanism";
      const [inFolder, called, about, problem] = ["folder", "name", "about", "wrong"].map(edit.newId);
      const needed = el("small", {}, ` (${say.needed})`);
      const wrong = el("p", { class: "wrong", id: problem });
      const where = el("select", { id: inFolder }, el("option", { value: "" }, say.choose),
        el("option", { value: NEW }, say.newfolder),
        lists.mechanisms.map(([id, title]) => el("option", { value: id }, title)));
      const name = el("input", { id: called, dir: "ltr", autocomplete: "off", spellcheck: "false",
        "aria-describedby": `${about} ${problem}`, "aria-required": "true" });
      const along = el("div");
      let own = null;
      const within = () => folder || (own ? own.path().split("/")[1] : where.value) || "";
      const id = () => (model === "Mechanism" ? name.value.trim() : `${within()}/${name.value.trim()}`);
      const path = () => {
        const right = name.value.trim() && !checks.value(name.value.trim(), { holds: "slug" });
        if (!right || (free && !within())) return "";
        return `instruments/${id()}${model === "Mechanism" ? "/mechanism" : ""}.yml`;
      };
      const taken = () => ids.some(([each]) => each === id());
      const refresh = () => {
        const typed = name.value.trim();
        wrong.textContent = typed && (checks.value(typed, { holds: "slug" }) || (taken() ? say.taken : ""));
        changed();
      };
      const choose = (values) => {
        own = where.value === NEW ? begin(values, along) : null;
        if (!own) along.replaceChildren();
        refresh();
      };
      where.addEventListener("input", () => choose({}));
      name.addEventListener("input", refresh);
      const asking = el("div", { class: "group place" },
        free ? el("div", { class: "field" },
          el("label", { for: inFolder }, say.folder, needed.cloneNode(true)), where, along) : "",
        el("div", { class: "field" }, el("label", { for: called }, say.file, needed), name,
          el("p", { class: "about", id: about }, say.fileabout), wrong));
      const wrongName = () => {
        const typed = name.value.trim();
        if (!typed) return say.missing;
        return checks.value(typed, { holds: "slug" }) || (taken() ? say.taken : "");
      };
      const missing = () => [
        !free || where.value ? null : { control: where, label: say.folder, message: say.missing },
        wrongName() ? { control: name, label: say.file, message: wrongName() } : null,
      ].filter(Boolean);
      const resume = (values) => {
        where.value = NEW;
        choose(values);
      };
      return { asking, missing, path, resume, sheets: () => (own ? [own] : []) };
    };

    /* -- the form -- */

    const filled = (file, values, node, options, changed) => {
      const slot = edit.root(values, changed);
      const language = () => slot.get().language || facts.default;
      checks.speaks(values.language);
      const drawing = edit.drawing(facts, checks, language, options, Boolean(file.path));
      const begin = (given, along) => {
        const body = el("div", { class: "fields along" });
        along.replaceChildren(body);
        return filled(fresh("mechanism"), given, body, options, changed);
      };
      const where = file.path ? null : placed(file, changed, begin);
      node.append(where ? where.asking : "", ...drawing.drawn(kinds[file.kind].model, slot, file.kind));
      const sheet = edit.sheet({ checks, drawing, facts, fields: node, file, place: where, slot });
      return { ...sheet, place: where };
    };
    const show = (file, values, place, along) => {
      let changed = () => {};
      const options = el("div", { hidden: true });
      const fields = el("form", { class: "fields", novalidate: true });
      fields.addEventListener("submit", (event) => event.preventDefault());
      const sheet = filled(file, values, fields, options, () => changed());
      const sheets = () => [...(sheet.place?.sheets() || []), sheet];
      const handing = edit.handing({ el, facts, fields, file, project, sheets });
      place.replaceChildren(fields, handing.node, options);
      changed = handing.changed;
      if (along) sheet.place.resume(along);
      changed();
      handing.begin({ redraw: (next) => show(file, next.at(-1), place, next.at(-2)) });
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
