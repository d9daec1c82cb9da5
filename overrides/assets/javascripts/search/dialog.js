/* The search over any page: a dialog that a search field opens. */
(() => {
  "use strict";
  const { button, element: el, search } = globalThis.compendium;

  /* `opener` is the form in the head; `base` the address of the folder of the language. */
  search.dialog = (index, base, opener) => {
    const find = search.ranking(index);
    const answer = search.answers(index);
    const label = opener.elements.q.getAttribute("aria-label");
    const input = el("input", {
      type: "search", name: "q", autocomplete: "off", spellcheck: "false", enterkeyhint: "search",
      "aria-label": label,
    });
    const close = button("✕", () => box.close(), { "aria-label": opener.dataset.close });
    const form = el("form", { action: opener.action, role: "search" }, input, close);
    const status = el("p", { role: "status", class: "src" });
    const results = el("div", { class: "results" });
    Object.assign(results.dataset, opener.dataset);
    const box = el("dialog", { class: "search-box", "aria-label": label }, form, status, results);
    const show = search.stage(index, base, input, status, results);
    let back;

    const run = () => show(async () => {
      const { say } = await index.load();
      ["f0", "answers"].forEach((name) => index.part(name).catch(() => {})); // every query asks for them
      const query = input.value.trim();
      if (!query) return [`${say.hint}. ${say.keys}.`];
      const { link, list, counted, offers } = search.results(index, base);
      const found = await find(input.value);
      const answers = await answer(found);
      const { length } = found.hits;
      const all = link(`search/#q=${encodeURIComponent(query)}`, say.all.replace("{n}", length));
      const items = await list(found, ...search.GLANCE, answers);
      return [counted(found, answers), ...offers(answers), ...items, ...(length ? [el("p", {}, all)] : [])];
    });

    search.later(input, run);
    /* A search field takes the first Escape to empty itself; the dialog is closed at once instead. */
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      box.close();
    });
    box.addEventListener("click", ({ target, ctrlKey, metaKey, shiftKey }) => {
      const link = target.closest("a");
      if (ctrlKey || metaKey || shiftKey) return;
      if (link) history.replaceState({ ...history.state, asked: input.value }, ""); // for who comes back
      if (target === box || link) box.close();
    });
    box.addEventListener("close", () => back?.focus?.());
    search.walk(box, input);
    document.body.append(box);

    /* Opens, with what was typed elsewhere, or asked by who comes back. */
    const open = (asked) => {
      if (asked) input.value = asked;
      if (!box.open) {
        back = document.activeElement; // the page itself: not the field, where the next key would open again
        box.showModal();
        run();
      }
      input.focus();
      if (!asked) input.select();
    };
    return { open };
  };
})();
