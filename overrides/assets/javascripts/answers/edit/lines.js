/* The fields of the form that hold several values: codes to tick, rows of texts, texts by language, numbers
   by unit; and those that hold fields again, once or as lines of a list. What is folded is drawn when it is
   first opened. */
(() => {
  "use strict";
  const edit = ((globalThis.compendium ??= {}).edit ??= {});
  const { element: el } = globalThis.compendium;
  const MANY = 12; // lines from which on a list can be searched
  const NAMING = ["plain", "state", "ref", "code", "day", "place", "prose", "address"];
  const NOT_NAMING = new Set(["confidence", "repo", "path", "commit", "language", "kind"]);
  const PARTS = 3; // values that a line is called by

  /* `stands`: whether the file is there already. What it says of itself then holds for what was read: a line
     that is added begins as recalled, and asks for its source. */
  edit.drawing = (facts, checks, language, place, stands) => {
    const { say, models } = facts;
    const { control, entriesOf, name, said, single } = edit.controls(facts, checks, language, place);
    const fills = new WeakMap();

    /* A fold whose content is made when it is first opened. */
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
    /* Open a fold now. */
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
      const draw = () => list.replaceChildren(...rows(draw));
      node.append(begin(draw, list), about(field), wrongOf(field, slot, node));
      draw();
      return node;
    };
    const removing = (node, draw, label, act) => button("×", () => {
      act();
      draw();
      edit.edited(node());
    }, `${say.remove}${say.colon}${label}`);

    /* Several texts, States, references, languages. */
    const several = (field, slot) => {
      let node;
      const one = { ...field, shape: "one", required: false };
      const rows = (draw) => (slot.get() || []).map((value, number) => {
        const made = control(one, edit.item(slot, () => number));
        made.setAttribute("aria-label", `${field.label} ${number + 1}`);
        const called = el("span", { class: "chosen" });
        const refresh = () => {
          const now = slot.get()?.[number];
          const words = typeof now === "string" && ["state", "ref", "language"].includes(field.holds)
            ? name(one, now) : "";
          called.textContent = words === now ? "" : words;
        };
        made.addEventListener("edited", refresh);
        refresh();
        const remove = () => slot.set(slot.get().filter((_, n) => n !== number));
        return el("li", {}, made, removing(() => node, draw, value || number + 1, remove), called);
      });
      const begin = (draw, list) => button(say.add, () => {
        slot.set([...(slot.get() || []), ""]);
        draw();
        list.lastElementChild.querySelector("input, textarea, select").focus();
      }, `${say.add}${say.colon}${field.label}`);
      node = rowed(field, slot, rows, begin);
      return node;
    };

    /* Texts by language, whole numbers by unit. */
    const keyed = (field, slot) => {
      let node;
      const value = { holds: field.value, key: "" };
      const rows = (draw) => Object.keys(slot.get() || {}).map((code) => {
        const made = control(value, edit.slot(slot, code, []));
        made.setAttribute("aria-label", `${field.label}${say.colon}${name(field, code)}`);
        if (field.value === "plain") made.lang = code;
        const remove = () => slot.set(edit.put(slot.get(), code, undefined, []));
        return el("li", {}, el("span", { class: "of" }, name(field, code)), made,
          removing(() => node, draw, name(field, code), remove));
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
      node = rowed(field, slot, rows, begin);
      return node;
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
      const searching = () => {
        const box = el("input", { type: "search", "aria-label": `${say.search}${say.colon}${field.label}` });
        box.placeholder = say.search;
        box.addEventListener("input", (event) => {
          event.stopPropagation();
          const wanted = box.value.toLocaleLowerCase();
          [...list.children].forEach((node) => {
            const words = node.querySelector("summary").textContent.toLocaleLowerCase();
            node.hidden = !words.includes(wanted);
          });
        });
        return box;
      };
      const make = () => {
        const many = (slot.get() || []).length;
        put(many);
        const tools = el("p", { class: "tools" }, many > MANY ? searching() : "", adding());
        // a long list would hide what stands below it
        return many > MANY ? [about(field), tools, list] : [about(field), list, tools];
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

    /* Open what leads to the value at a path, and hand over its control. */
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
