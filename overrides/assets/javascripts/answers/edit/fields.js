/* The fields of the form: each with its name, its meaning, what is chosen means, and what
   is wrong with it. A control that changed a value tells what stands around it with the event `edited`. */
(() => {
  "use strict";
  const edit = ((globalThis.compendium ??= {}).edit ??= {});
  const { element: el } = globalThis.compendium;
  const LETTERS = 60; // of a text that a line is called by
  const LEFT_TO_RIGHT = new Set(["address", "slug", "day", "whole"]);
  const NAMING = ["plain", "state", "ref", "code", "day", "place", "prose", "address"];
  const NOT_NAMING = new Set(["confidence", "repo", "path", "commit", "language", "kind"]);
  const PARTS = 3; // values that a line is called by
  let ids = 0;

  edit.newId = () => `field-${(ids += 1)}`;
  edit.edited = (control) => control.dispatchEvent(new Event("edited", { bubbles: true }));

  /* `facts` are those of the fields, `checks` what is wrong, `language` answers the language of the file,
     `place` is where lists to choose from are put. `stands`: whether the file is there already. What it says of
     itself then holds for what was read: a line that is added begins as recalled, and asks for its source. */
  edit.drawing = (facts, checks, language, place, stands) => {
    const { lists, models, say } = facts;

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
      const suited = {
        day: { placeholder: say.shape, size: 24, pattern: facts.limits.day },
        whole: { inputmode: "numeric" }, // of a day, keypads may lack the hyphen
        address: { type: "url" },
      }[field.holds];
      const rows = Math.min(8, Math.ceil(value.length / 60) + 1);
      const control = el(long ? "textarea" : "input", {
        ...(long ? { rows, lang: language() } : suited), ...given, autocomplete: "off",
        dir: LEFT_TO_RIGHT.has(field.holds) ? "ltr" : "auto",
      });
      control.value = value;
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

    /* -- several values: codes to tick, rows of texts, texts by language, numbers by unit; and fields that hold
       fields again, once or as lines of a list. What is folded is drawn when it is first opened -- */

    const fills = new WeakMap();

    const fold = (key, summary, make, attributes = {}) => {
      const made = el("details", { "data-key": key, ...attributes }, el("summary", {}, summary()));
      const fill = () => {
        if (!fills.has(made)) return;
        fills.delete(made);
        made.append(...make());
      };
      fills.set(made, fill);
      made.addEventListener("toggle", () => made.open && fill());
      made.addEventListener("edited", () =>
        made.querySelector("summary").replaceChildren(...[summary()].flat()));
      return made;
    };
    const open = (details) => {
      fills.get(details)?.();
      details.open = true;
    };
    const about = (field) => (field.about ? el("p", { class: "about" }, field.about) : "");
    const button = (words, act, label) => globalThis.compendium.button(words, act, { "aria-label": label });
    const wrongOf = (field, slot, node) => {
      const made = el("p", { class: "wrong" });
      const refresh = () => {
        made.textContent = slot.get() === undefined ? "" : checks.value(slot.get(), field);
      };
      node.addEventListener("edited", refresh);
      refresh();
      return made;
    };
    const headed = (field, more) => [field.label, field.required ? el("small", {}, ` (${say.needed})`) : "",
      more ? [" ", el("bdi", { class: "brief" }, more)] : ""].flat();

    /* -- codes to tick -- */

    const ticks = (field, slot, kind) => {
      const make = () => {
        const rows = entriesOf(field, kind).map(([code, label, definition]) => {
          const id = edit.newId();
          const described = definition ? `${id}-d` : undefined;
          const box = el("input", { type: "checkbox", id, "aria-describedby": described });
          box.checked = (slot.get() || []).includes(code);
          box.addEventListener("input", () => {
            const others = (slot.get() || []).filter((each) => each !== code);
            slot.set(box.checked ? [...others, code] : others);
            edit.edited(box);
          });
          return el("p", { class: "tick" }, box, el("label", { for: id }, label),
            definition ? el("span", { class: "about", id: `${id}-d` }, definition) : "");
        });
        return [el("fieldset", {}, el("legend", { class: "about" }, field.about || field.label), rows)];
      };
      return fold(field.key, () => headed(field, said(field, slot.get() || [])), make, { class: "field" });
    };

    /* -- rows -- */

    /* `rows` answers how many there are and what each is made of; `begin` adds one. */
    const rowed = (field, slot, rows, begin) => {
      const id = edit.newId();
      const list = el("ul", { class: "rows" });
      const node = el("div", { class: "field", "data-key": field.key, role: "group", "aria-labelledby": id },
        el("p", { class: "label", id }, headed(field)), list);
      const draw = () => list.replaceChildren(...rows(draw, list));
      node.append(begin(draw, list), about(field), wrongOf(field, slot, node));
      draw();
      return node;
    };
    const removing = (list, draw, label, act) => button("×", () => {
      act();
      draw();
      edit.edited(list);
    }, `${say.remove}${say.colon}${label}`);

    const several = (field, slot) => {
      const one = { ...field, shape: "one", required: false };
      const rows = (draw, list) => (slot.get() || []).map((value, number) => {
        const made = control(one, edit.item(slot, () => number));
        made.setAttribute("aria-label", `${field.label} ${number + 1}`);
        const called = el("span", { class: "chosen" });
        const refresh = () => { called.textContent = meaning(one, slot.get()?.[number]); };
        made.addEventListener("edited", refresh);
        refresh();
        const remove = () => slot.set(slot.get().filter((_, n) => n !== number));
        return el("li", {}, made, removing(list, draw, value || number + 1, remove), called);
      });
      const begin = (draw, list) => button(say.add, () => {
        slot.set([...(slot.get() || []), ""]);
        draw();
        list.lastElementChild.querySelector("input, textarea, select").focus();
      }, `${say.add}${say.colon}${field.label}`);
      return rowed(field, slot, rows, begin);
    };

    const keyed = (field, slot) => {
      const value = { holds: field.value, key: "" };
      const rows = (draw, list) => Object.keys(slot.get() || {}).map((code) => {
        const made = control(value, edit.slot(slot, code, []));
        made.setAttribute("aria-label", `${field.label}${say.colon}${name(field, code)}`);
        if (field.value === "plain") made.lang = code;
        const remove = () => slot.set(edit.put(slot.get(), code, undefined, []));
        return el("li", {}, el("span", { class: "of" }, name(field, code)), made,
          removing(list, draw, name(field, code), remove));
      });
      const begin = (draw, list) => {
        const every = el("option", { value: "" }, say.add);
        const entries = facts.lists[field.of];
        const choice = el("select", { "aria-label": `${say.add}${say.colon}${field.label}` }, every,
          entries.map(([code, label]) => el("option", { value: code }, label)));
        choice.addEventListener("input", (event) => {
          event.stopPropagation();
          const code = choice.value;
          choice.value = "";
          if (!code || slot.get()?.[code] !== undefined) return;
          slot.set({ ...(slot.get() || {}), [code]: "" });
          draw();
          list.lastElementChild.querySelector("input").focus();
        });
        return choice;
      };
      return rowed(field, slot, rows, begin);
    };

    /* -- fields within fields -- */

    /* What a line is called by: where it stands, then what it is. */
    const brief = (model, data) => {
      const told = models[model].filter(({ key, holds, shape }) => data?.[key] !== undefined
        && shape !== "keys" && NAMING.includes(holds) && !NOT_NAMING.has(key));
      const short = told.filter(({ holds }) => !["prose", "address"].includes(holds));
      const first = (field) => (field.key === "ref" ? -1 : 0);
      const shown = (short.length ? short : told).sort((a, b) => first(a) - first(b)).slice(0, PARTS);
      return shown.map((field) => said(field, data[field.key])).join(" · ");
    };
    const group = (field, slot) => fold(field.key, () => headed(field, brief(field.of, slot.get())),
      () => [about(field), ...drawn(field.of, slot)], { class: "group" });

    const ordered = (model) => models[model].every(({ holds }) => holds !== "state");
    const lines = (field, slot) => {
      const list = el("ol", { class: "lines" });
      let whole;
      const numberOf = (node) => [...list.children].indexOf(node);
      const line = () => {
        const node = el("li");
        const own = edit.item(slot, () => numberOf(node));
        const summary = () => el("bdi", {}, brief(field.of, own.get()) || say.line);
        const take = () => {
          const number = numberOf(node);
          slot.set(slot.get().filter((_, n) => n !== number));
          node.remove();
          edit.edited(whole);
          whole.querySelector(":scope > .tools button").focus();
        };
        const move = (by) => () => {
          const [from, next] = [numberOf(node), [...slot.get()]];
          if (!list.children[from + by]) return;
          next.splice(from + by, 0, ...next.splice(from, 1));
          slot.set(next);
          if (by < 0) list.children[from - 1].before(node);
          else list.children[from + 1].after(node);
          edit.edited(whole);
        };
        const acts = () => el("p", { class: "tools" }, button(say.remove, take),
          ordered(field.of) ? [button(say.up, move(-1)), button(say.down, move(1))] : "");
        return { node, fill: () => node.append(fold("", summary, () => [...drawn(field.of, own), acts()])) };
      };
      /* The lines are put into the list before they ask for their numbers. */
      const put = (many) => {
        const made = Array.from({ length: many }, line);
        list.append(...made.map(({ node }) => node));
        made.forEach(({ fill }) => fill());
      };
      const graded = stands && models[field.of].some(({ key }) => key === "confidence");
      const adding = () => button(say.add, () => {
        slot.set([...(slot.get() || []), graded ? { confidence: "recalled" } : {}]);
        put(1);
        const added = list.lastElementChild.querySelector("details");
        open(added);
        if (graded) added.firstElementChild.after(el("p", { class: "notice" }, say.read));
        added.scrollIntoView({ block: "nearest" });
        const first = [...added.children].slice(graded ? 2 : 1)
          .map((each) => each.querySelector("input, select, textarea, summary")).find(Boolean);
        first?.focus();
        edit.edited(whole);
      }, `${say.add}${say.colon}${field.label}`);
      const make = () => {
        put((slot.get() || []).length);
        // above the list: a long one would hide what stands below it
        return [about(field), el("p", { class: "tools" }, adding()), list];
      };
      whole = fold(field.key, () => headed(field, `(${(slot.get() || []).length})`), make, { class: "list" });
      return whole;
    };

    /* -- all fields of a model -- */

    const field = (each, owner, order, kind) => {
      const slot = edit.slot(owner, each.key, order);
      if (each.holds === "model") return (each.shape === "many" ? lines : group)(each, slot);
      if (each.shape === "keys") return keyed(each, slot);
      if (each.shape === "many") return (each.holds === "code" ? ticks : several)(each, slot, kind);
      return single(each, slot, kind);
    };
    /* The fields of a model: those that the file has, that are needed or that one begins with; the others are
       folded away. */
    const drawn = (model, owner, kind = "") => {
      const order = models[model].map(({ key }) => key);
      const begun = kind && !Object.keys(owner.get()).some((key) => key !== "kind")
        ? new Set(facts.kinds[kind].first) : new Set();
      const shown = ({ key, required }) => required || begun.has(key) || owner.get()?.[key] !== undefined;
      const every = checks.fields(model, kind).filter(({ holds }) => holds !== "kind");
      const draw = (each) => field(each, owner, order, kind);
      const [first, rest] = [every.filter(shown), every.filter((each) => !shown(each))];
      // a line of a few fields shows them all, one that is begun those of any line
      if (every.length < 6 || (!kind && edit.unsaid(owner.get()))) return every.map(draw);
      const more = rest.length ? fold("", () => `${say.more} (${rest.length})`, () => rest.map(draw),
        { class: "more" }) : "";
      return [...first.map(draw), more].filter(Boolean);
    };

    const find = (root, path) => {
      let node = root;
      path.forEach((part) => {
        if (typeof part === "number") {
          node = node.querySelector(":scope > .lines")?.children[part]?.firstElementChild || node;
        } else {
          const own = (within) => [...within.querySelectorAll(":scope > [data-key]")]
            .find((each) => each.dataset.key === part);
          let found = own(node);
          const more = node.querySelector(":scope > .more");
          if (!found && more) {
            open(more);
            found = own(more);
          }
          node = found || node;
        }
        if (node.tagName === "DETAILS") open(node);
      });
      return node.querySelector("input, select, textarea, summary") || node;
    };

    return { brief, drawn, find };
  };
})();
