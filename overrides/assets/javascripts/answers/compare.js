/* Two to four records side by side, by topic or by stage of a case: what each says, and where it is silent, or
   nobody has looked. What is compared stands in the address: ?r=a/b&r=c/d&topic=x&by=stage&order=differences. */
(() => {
  "use strict";
  const { compendium } = globalThis;
  const { answers, comparison } = compendium;
  const FEWEST = 2;

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

  answers.compare = (root, page) => {
    const { choices, choose, data, dotted, el, force, link, record } = page;
    const say = root.dataset;
    const [picking, view] = root.querySelectorAll("form");
    const [list, field, options, status] = ["ul", "input", "datalist", "[role=status]"]
      .map((selector) => picking.querySelector(selector));
    const { topic, by, order } = view.elements;
    const [result, take] = [".result", ".take"].map((selector) => root.querySelector(selector));
    const table = answers.comparisonTable(page, say);
    const shown = () => result.querySelector("table"); // what stands there now, if anything
    let known = new Map(); // of every record, what the list of records says
    let chosen = []; // ids

    const named = (id) => {
      const { name, title } = known.get(id);
      return name === title ? title : `${title} (${name})`;
    };
    const write = () => choose([
      ...chosen.map((id) => ["r", id]), ["topic", topic.value], ["by", by.value],
      ["order", order.checked && "differences"],
    ]);

    /* -- what is compared -- */

    const leave = (id) => {
      chosen = chosen.filter((other) => other !== id);
      comparison.keep(comparison.picked().filter(([other]) => other !== id));
      show(true);
      field.focus();
    };
    const item = (id, file) => {
      const { name, binding } = known.get(id);
      const words = `${say.remove}: ${name}`;
      const made = { class: "pick", title: words, "aria-label": words };
      const button = compendium.button("✕", () => leave(id), made);
      const about = file
        ? dotted([force(binding, file.labels), file.record.status_words])
        : "";
      return el("li", {}, link(`instruments/${id}/`, name), " ", el("span", { class: "src" }, about), " ", button);
    };
    const drawList = (files) => {
      list.replaceChildren(...chosen.map((id, n) => item(id, files[n])));
      options.replaceChildren(...[...known.keys()].filter((id) => !chosen.includes(id))
        .map((id) => el("option", { value: named(id) })));
      field.disabled = chosen.length >= comparison.MOST;
    };
    const find = (typed) => {
      const wanted = plain(typed.trim());
      if (!wanted) return undefined;
      const all = [...known.keys()];
      const near = all.filter((id) => plain(named(id)).includes(wanted));
      const exact = all.find((id) => [named(id), known.get(id).name].some((words) => plain(words) === wanted));
      return exact || (near.length === 1 ? near[0] : undefined);
    };
    const add = () => {
      const id = find(field.value);
      if (!id) {
        status.textContent = field.value.trim() ? say.unknown : "";
        return;
      }
      field.value = "";
      if (!chosen.includes(id)) chosen = [...chosen, id].slice(0, comparison.MOST);
      comparison.keep(chosen.map((each) => [each, known.get(each).name]));
      show(true);
    };

    /* -- what they say -- */

    const draw = (files) => {
      const steps = files.some((file) => file.steps.length);
      by.closest("p").hidden = !steps;
      if (!steps) by.value = "";
      topic.closest("p").hidden = Boolean(by.value);
      order.closest("p").hidden = Boolean(topic.value && !by.value);
      const stages = by.value === "stage";
      result.replaceChildren(
        ...table(files, { topic: stages ? "" : topic.value, stages, first: order.checked }));
      take.hidden = !shown();
    };
    /* By stage where nothing but steps is recorded. */
    const suit = (files) => {
      const only = files.length && files.every((file) => !file.provisions.length && !file.silent.length);
      if (only && files.some((file) => file.steps.length)) by.value = "stage";
    };
    let turn = 0;
    const show = async (first) => {
      const mine = ++turn;
      write();
      drawList([]);
      status.textContent = chosen.length < FEWEST ? say.few : "";
      root.setAttribute("aria-busy", "true");
      try {
        const files = await Promise.all(chosen.map(record));
        if (mine !== turn) return;
        drawList(files);
        if (first) suit(files);
        const enough = files.length >= FEWEST;
        view.hidden = !enough;
        if (enough) {
          fillTopics(files[0].labels.topics);
          draw(files);
        } else {
          result.replaceChildren();
          take.hidden = true;
        }
        write();
      } catch (error) {
        if (mine !== turn) return;
        console.error(error);
        view.hidden = take.hidden = true;
        result.replaceChildren(el("p", { class: "open" }, say.fail));
      }
      root.removeAttribute("aria-busy");
    };

    /* The topics are known with the first record; one that the address asked for is chosen then. */
    let asked = choices().get("topic") || "";
    const fillTopics = (topics) => {
      if (topic.options.length > 1) return;
      topic.append(...Object.entries(topics).map(([code, { label }]) => el("option", { value: code }, label)));
      if (asked in topics) topic.value = asked;
      asked = "";
    };

    const start = async () => {
      const { records } = await data("instruments/index.json");
      known = new Map(Object.entries(records));
      const wanted = choices().getAll("r");
      const from = wanted.length ? wanted : comparison.picked().map(([id]) => id);
      chosen = [...new Set(from)].filter((id) => known.has(id)).slice(0, comparison.MOST);
      if (choices().get("by") === "stage") by.value = "stage";
      order.checked = choices().get("order") === "differences";
      await show(!choices().has("by"));
    };
    picking.addEventListener("submit", (event) => {
      event.preventDefault();
      add();
    });
    /* One that was taken from the list needs no button. */
    field.addEventListener("input", () => {
      if ([...options.children].some(({ value }) => value === field.value)) add();
    });
    view.addEventListener("submit", (event) => event.preventDefault());
    view.addEventListener("change", () => show(false));
    const file = () => ["dakar", ...chosen.map((id) => id.replace("/", "-"))].join("-");
    compendium.offer(take, say.title, (tables) => tables.table(shown(), compendium.rowsOf(shown())), file);
    take.hidden = true;

    start().catch((error) => {
      console.error(error);
      status.textContent = say.fail;
    }).finally(() => {
      root.hidden = false; // not before: what is chosen would push away what stands below it
    });
  };
})();
