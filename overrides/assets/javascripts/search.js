/* Opens the search. All else of it lies in the folder beside this file and is fetched when a reader first
   asks for it; the page of search asks at once. Without it a search field (.seek) leads to a list. */
(() => {
  "use strict";
  const compendium = (globalThis.compendium ??= {});
  const opener = document.getElementById("search-slot");
  if (!opener) return;
  const page = document.getElementById("search-page");
  const base = new URL("../", opener.action);
  const own = new URL(document.currentScript.src); // its version covers all that it loads
  const modules = ["text", "index", "query", "ranking", "answers", "results"]
    .concat(page ? "page" : "dialog");

  const loaded = (path) => compendium.loaded(new URL(path + own.search, own));
  let index;
  /* Promises the index, with some modules and the style sheet. */
  const opened = async (names) => {
    await Promise.all([
      loaded("../stylesheets/search.css"), ...names.map((name) => loaded(`search/${name}.js`)),
    ]);
    const { search } = compendium;
    return (index ??= search.openIndex(search.fetched(base)));
  };
  const start = async () => {
    const opening = await opened(modules);
    const { search } = compendium;
    return page ? search.page(opening, base, page) : search.dialog(opening, base, opener);
  };
  let started;
  const ready = () => (started ??= start().catch((error) => {
    started = undefined;
    throw error;
  }));
  /* Opens with what `typed` says once the search has come: a reader types on meanwhile. */
  const open = async (typed = () => "") => {
    if (opener.hasAttribute("aria-busy")) return;
    opener.setAttribute("aria-busy", "true");
    try {
      (await ready()).open(typed());
    } catch (error) {
      console.error(error);
      location.href = opener.action;
    }
    opener.removeAttribute("aria-busy");
  };
  const prepare = () => ready().catch(() => {}); // open() says it

  document.querySelectorAll(".seek").forEach((form) => {
    const { q } = form.elements;
    const taken = () => {
      const typed = q.value;
      q.value = "";
      return typed;
    };
    const search = ({ isComposing }) => isComposing || open(taken);
    ["click", "input", "compositionend"].forEach((what) => q.addEventListener(what, search));
    form.addEventListener("submit", (event) => {
      if (q.value.trim()) return;
      event.preventDefault();
      search(event);
    });
    form.addEventListener("pointerenter", prepare);
    form.addEventListener("focusin", prepare);
  });
  const shared = (compendium.search ??= {});
  /* -- States, for the fields of other pages -- */

  shared.finder = async () => {
    const opening = await opened(["text", "index", "states"]);
    return shared.states(opening);
  };
  /* A text field in place of a choice of a State; what it needs is fetched when a reader comes to it. Where
     that does not come the choice is there again. */
  shared.typed = (select) => {
    const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false" };
    const placeholder = select.options[0].text;
    const input = compendium.element("input",
      { ...combobox, type: "text", autocomplete: "off", spellcheck: "false", placeholder });
    const show = () => { if (select.value) input.value = select.selectedOptions[0].text; };
    select.before(input);
    select.hidden = true;
    show();
    select.addEventListener("change", show);
    addEventListener("pageshow", show);
    input.addEventListener("focus", () => Promise.all([shared.finder(), opened(["field"])])
      .then(([find]) => shared.field(input, select, find))
      .catch((error) => {
        console.error(error);
        select.hidden = false;
        input.remove();
        select.focus();
      }), { once: true });
  };
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  });

  /* What was typed goes to the page behind a "#", which a browser keeps to itself; the page then shows the
     address that can be shared. */
  document.addEventListener("submit", (event) => {
    const field = event.target.elements.q;
    if (event.defaultPrevented || event.target.action !== opener.action || !field) return;
    event.preventDefault();
    location.href = `${opener.action}#q=${encodeURIComponent(field.value.trim())}`;
  });
  if (page) prepare();

  /* Who comes back to a page finds the search that led away from it. */
  addEventListener("pageshow", () => {
    const asked = history.state?.asked;
    if (page || !asked) return;
    const { asked: _, ...rest } = history.state;
    history.replaceState(rest, "");
    open(() => asked);
  });
})();
