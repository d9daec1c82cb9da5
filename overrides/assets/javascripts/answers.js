/* Opens what a page can answer beyond what stands on it: for each [data-answer=<name>] the module of that name,
   in the folder beside this file, is fetched, with `page`, which all of them build on, and with what the place
   names in data-with. Each is handed its place, which it shows when it has what it needs; without it the page
   stands as it is. */
(() => {
  "use strict";
  const places = [...document.querySelectorAll("[data-answer]")];
  const home = document.querySelector("#search-slot a");
  if (!places.length || !home) return;
  const own = new URL(document.currentScript.src); // its version covers all that it loads
  const base = new URL("../", home.href);

  const loaded = (name) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(`answers/${name}.js${own.search}`, own).href;
    script.async = false;
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(`not loaded: ${name}`)));
    document.head.append(script);
  });
  const names = new Set(places.flatMap(({ dataset }) => [...(dataset.with || "").split(" "), dataset.answer]));
  Promise.all(["page", ...names].filter(Boolean).map(loaded)).then(() => {
    const { answers } = globalThis.compendium;
    const page = answers.page(base);
    places.forEach((place) => answers[place.dataset.answer](place, page));
  }).catch((error) => console.error(error));
})();
