/* The fields of the form that hold one value: each with its name, its meaning, what is chosen means, and what
   is wrong with it. A control that changed a value tells what stands around it with the event `edited`. */
(() => {
  "use strict";
  const edit = ((globalThis.compendium ??= {}).edit ??= {});
  const { element: el } = globalThis.compendium;
  const LETTERS = 60; // of a text that a line is called by
  const LEFT_TO_RIGHT = new Set(["address", "slug", "day", "whole"]);
  let ids = 0;

  edit.newId = () => `field-${(ids += 1)}`;
  edit.edited = (control) => control.dispatchEvent(new Event("edited", { bubbles: true }));

  /* `facts` are those of the fields, `checks` what is wrong, `language` answers the language of the file,
     `place` is where lists to choose from are put. */
  edit.controls = (facts, checks, language, place) => {
    const { lists, say } = facts;

    /* -- what a value is called -- */

    const entry = (field, code) => checks.known(field.of || `${field.holds}s`).get(code);
    const name = (field, code) => entry(field, code)?.[1] || code;
    const cut = (text) => (text.length > LETTERS ? `${text.slice(0, LETTERS)}…` : text);
    const said = (field, value) => {
      const names = [value].flat().map((each) => (["code", "state"].includes(field.holds) ? name(field, each)
        : String(each)));
      return cut(names.join(say.comma));
    };

    /* -- the frame of a field -- */

    /* `control` is named by the field and described by its texts; `refresh` brings these up to date. */
    const framed = (field, slot, control, ...more) => {
      const id = edit.newId();
      const [about, chosen, wrong] = ["about", "chosen", "wrong"].map((part) => `${id}-${part}`);
      control.id = id;
      control.setAttribute("aria-describedby", [about, chosen, wrong].join(" "));
      if (field.required) control.setAttribute("aria-required", "true");
      const texts = {
        chosen: el("p", { class: "chosen", id: chosen }),
        wrong: el("p", { class: "wrong", id: wrong }),
      };
      const frame = el("div", { class: "field", "data-key": field.key },
        el("label", { for: id }, field.label, field.required ? el("small", {}, ` (${say.needed})`) : ""),
        control, ...more,
        el("p", { class: "about", id: about }, field.about || ""), texts.chosen, texts.wrong);
      const refresh = () => {
        const value = slot.get();
        const message = checks.value(value, field);
        // what is missing is said below the form, and here once something was typed
        const shown = value === undefined && !frame.classList.contains("touched") ? "" : message;
        texts.wrong.textContent = shown;
        control.setAttribute("aria-invalid", shown ? "true" : "false");
        texts.chosen.textContent = meaning(field, value);
      };
      frame.addEventListener("edited", () => {
        frame.classList.add("touched");
        refresh();
      });
      refresh();
      return frame;
    };
    /* What is said of a chosen value: the definition of its code, the name of a State or record, how many
       words of those allowed a text has. */
    const meaning = (field, value) => {
      if (field.words && value) {
        return edit.fill(say.words, { n: edit.countWords(value), limit: field.words });
      }
      if (typeof value !== "string" || !["code", "state", "ref", "language", "place"].includes(field.holds)) {
        return "";
      }
      const found = entry(field, value);
      const words = found?.[field.holds === "code" ? 2 : 1] || "";
      return words === value ? "" : words;
    };

    /* -- controls -- */

    const changing = (control, slot, read) => (event) => {
      event.stopPropagation();
      slot.set(read());
      edit.edited(control);
    };

    /* A text as it is typed; a line break in it is a blank, but in texts that had one. */
    const typed = (field, slot, given = {}) => {
      const value = slot.get() ?? "";
      const long = ["prose", "note"].includes(field.holds) && field.key !== "editors";
      const rows = Math.min(8, Math.ceil(value.length / 60) + 1);
      const control = long ? el("textarea", { rows }) : el("input");
      control.value = value;
      control.dir = LEFT_TO_RIGHT.has(field.holds) ? "ltr" : "auto";
      if (long) control.lang = language();
      if (field.holds === "day") {
        Object.assign(control, { placeholder: say.shape, size: 24, pattern: facts.limits.day });
      }
      if (field.holds === "whole") control.inputMode = "numeric"; // of a day, keypads may lack the hyphen
      if (field.holds === "address") control.type = "url";
      Object.entries(given).forEach(([key, each]) => control.setAttribute(key, each));
      control.autocomplete = "off";
      const lines = value.includes("\n");
      const read = () => (lines ? control.value : control.value.replace(/\s*\n\s*/g, " ").trim());
      control.addEventListener("input", changing(control, slot, read));
      return control;
    };

    /* A list that controls name their choices by; made when the first of them needs it. */
    const choices = (of) => {
      const id = `choices-${of}`;
      if (!document.getElementById(id)) {
        const options = [...checks.known(of)]
          .map(([code, [, label]]) => el("option", { value: code }, label));
        place.append(el("datalist", { id }, options));
      }
      return id;
    };
    /* The entry of a long list that somebody meant: by its code or a name of it, by the beginning of these if
       no other entry has it, or by a name within a longer one (corpus/cldr.py). */
    const plain = (text) => text.toLocaleLowerCase().trim();
    const meant = (entries, typed) => {
      const text = plain(typed);
      const begins = (name) => text.length > 2 && name.startsWith(text);
      const ways = [begins, (name) => ` ${text} `.includes(` ${name} `)];
      const by = (way) => entries.filter((each) => each.some((name) => way(plain(name))));
      return by((name) => name === text)[0] || ways.map(by).find((found) => found.length === 1)?.[0];
    };
    /* A value of a long list: typed with help; a name is taken for its code. */
    const sought = (field, slot) => {
      const of = field.of || `${field.holds}s`;
      const control = typed(field, slot, { list: choices(of), spellcheck: "false" });
      control.addEventListener("change", () => {
        const found = meant([...checks.known(of).values()], control.value);
        if (found) control.value = found[0];
        slot.set(control.value.trim());
        edit.edited(control);
      });
      return control;
    };
    /* A code of a short list; one that the file has and the list has not stays to be seen. */
    const selected = (field, slot, entries) => {
      const value = slot.get() ?? "";
      const control = el("select", {}, el("option", { value: "" }, say.choose),
        entries.map(([code, label]) => el("option", { value: code }, label)));
      if (!entries.some(([code]) => code === value)) control.append(el("option", { value }, value));
      control.value = value;
      control.addEventListener("input", changing(control, slot, () => control.value));
      return control;
    };
    const ticked = (field, slot) => {
      const control = el("input", { type: "checkbox" });
      control.checked = slot.get() === "true";
      control.addEventListener("input", changing(control, slot, () => (control.checked ? "true" : "")));
      return control;
    };

    const entriesOf = (field, kind) => {
      const types = field.of === "types" && facts.kinds[kind]?.types;
      const every = lists[field.of] || [];
      return types ? every.filter(([code]) => types.includes(code)) : every;
    };
    /* The control of one value. */
    const control = (field, slot, kind) => {
      if (field.holds === "code") return selected(field, slot, entriesOf(field, kind));
      if (field.holds === "choice") return selected(field, slot, field.choices.map((each) => [each, each]));
      if (field.holds === "yes") {
        const answers = [["true", say.yes], ["false", say.no]];
        return field.required ? selected(field, slot, answers) : ticked(field, slot);
      }
      if (["state", "ref", "language", "place"].includes(field.holds)) return sought(field, slot);
      return typed(field, slot);
    };
    const single = (field, slot, kind) => framed(field, slot, control(field, slot, kind));

    return { control, entriesOf, name, said, single };
  };
})();
