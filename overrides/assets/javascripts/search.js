/* Opens the search. All else of it lies in the folder beside this file and is fetched when a reader first
   asks for it; the page of search asks at once. Without it the link in the header leads to a list. */
(() => {
  "use strict";
  const compendium = (globalThis.compendium ??= {});
  const opener = document.querySelector("#search-slot a");
  if (!opener) return;
  const page = document.getElementById("search-page");
  const base = new URL("../", opener.href);
  const own = new URL(document.currentScript.src); // its version covers all that it loads
  const modules = ["text", "index", "spelling", "query", "ranking", "answers", "results"]
    .concat(page ? "page" : "dialog");

  const loaded = (tag, attributes) => new Promise((resolve, reject) => {
    const made = Object.assign(document.createElement(tag), attributes);
    made.addEventListener("load", resolve);
    made.addEventListener("error", () => reject(new Error(`not loaded: ${made.src || made.href}`)));
    document.head.append(made);
  });
  const beside = (path) => new URL(path + own.search, own).href;
  const start = async () => {
    await Promise.all([
      loaded("link", { rel: "stylesheet", href: beside("../stylesheets/search.css") }),
      ...modules.map((name) => loaded("script", { src: beside(`search/${name}.js`), async: false })),
    ]);
    const { search } = compendium;
    const index = search.openIndex(search.fetched(base));
    return page ? search.page(index, base, page) : search.dialog(index, base, opener);
  };
  let started;
  const ready = () => (started ??= start().catch((error) => {
    started = undefined;
    throw error;
  }));
  const open = async (asked) => {
    opener.setAttribute("aria-busy", "true");
    try {
      (await ready()).open(asked);
    } catch (error) {
      console.error(error);
      location.href = compendium.opened(opener.href);
    }
    opener.removeAttribute("aria-busy");
  };
  const prepare = () => ready().catch(() => {}); // open() says it

  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  opener.addEventListener("pointerenter", prepare);
  opener.addEventListener("focus", prepare);
  /* Whether "/" opens the search, as long as this browser remembers. */
  const KEY = "slash", OFF = "off";
  const shared = (compendium.search ??= {});
  shared.slash = {
    get on() {
      try {
        return localStorage.getItem(KEY) !== OFF;
      } catch {
        return true;
      }
    },
    set: (on) => {
      try {
        if (on) localStorage.removeItem(KEY); else localStorage.setItem(KEY, OFF);
      } catch { /* a browser that keeps nothing */ }
    },
  };
  /* The codes of States that a text names, for the fields of other pages. */
  shared.states = async (text) => (await ready()).states(text);
  const isField = (target) => target.closest?.("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    const control = event.ctrlKey || event.metaKey;
    const slash = event.key === "/" && shared.slash.on && !control && !event.altKey && !isField(event.target);
    if (!slash && !(control && !event.shiftKey && event.key.toLowerCase() === "k")) return;
    event.preventDefault();
    open();
  });

  /* What was typed goes to the page behind a "#", which a browser keeps to itself; the page then shows the
     address that can be shared. */
  document.addEventListener("submit", (event) => {
    const field = event.target.elements.q;
    if (event.target.action !== opener.href || !field) return;
    event.preventDefault();
    location.href = compendium.opened(`${opener.href}#q=${encodeURIComponent(field.value.trim())}`);
  });
  if (page) prepare();

  /* Who comes back to a page finds the search that led away from it. */
  addEventListener("pageshow", () => {
    const asked = history.state?.asked;
    if (page || !asked) return;
    const { asked: _, ...rest } = history.state;
    history.replaceState(rest, "");
    open(asked);
  });
})();
