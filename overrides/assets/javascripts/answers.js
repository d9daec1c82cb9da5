/* Opens what a page can answer beyond what stands on it, with modules of the folder beside this file:
   [data-answer=<name>]  the module of that name, with what the place names in data-with, is handed the place,
                         which it shows when it has what it needs
   p.take                gets a button that saves the table that follows (tables.js); an answer fills its own
   p[data-cite]          gets buttons that hand over what it holds to reference managers (cite.js)
   [data-persons]        the switch that puts what is for a person first (person.js)
   button[data-keep]     keeps the page on this device (kept.js); its words are those for what did not come
   button[data-print]    prints the page */
(() => {
  "use strict";
  const compendium = (globalThis.compendium ??= {});
  const places = [...document.querySelectorAll("[data-answer]")];
  const takes = [...document.querySelectorAll("p.take")];
  const persons = document.querySelector("[data-persons]");
  const cite = document.querySelector("p[data-cite]");
  const keep = document.querySelector("button[data-keep]");
  const home = document.getElementById("search-slot");
  if (!(places.length || takes.length || persons || cite || keep) || !home) return;
  const own = new URL(document.currentScript.src); // its version covers all that it loads
  const base = new URL("../", home.action); // the folder of the language
  const root = new URL("../../", own); // of the site

  const loaded = (name) => compendium.loaded(new URL(`answers/${name}.js${own.search}`, own));

  /* What a button in a place does: `run` may fetch, and what does not come is said there. */
  const pressed = (place, fail, run) => async () => {
    if (place.hasAttribute("aria-busy")) return; // a second tap
    place.setAttribute("aria-busy", "true");
    place.querySelector("[role=alert]")?.remove();
    try {
      await run();
    } catch (error) {
      console.error(error);
      place.append(compendium.element("span", { role: "alert" }, ` ${fail}`));
    }
    place.removeAttribute("aria-busy");
  };

  /* -- what is taken along -- */

  const words = document.getElementById("TAKE")?.dataset;
  /* The rows of a table with the heading that each stands under, in the order of the page: filters and orders
     that a reader chooses later move rows. */
  const rowsOf = (table) => {
    let under = null;
    return [...table.tBodies].flatMap((body) => {
      const heading = body.querySelector("tr.group");
      if (!("more" in body.dataset)) under = heading; // more of the same
      return [...body.rows].filter((row) => row !== heading).map((row) => [row, under]);
    });
  };
  /* A place with the button. `make` is handed what reads tables (answers/tables.js) and returns a title
     and rows; `name` is that of the file, which is the address of the page where none is given. `inBoth` forms:
     a second button makes a file of Excel (answers/xlsx.js). */
  const offer = (place, of, make, name = () => "", inBoth = false) => {
    const saving = (label, asSheet) => compendium.button(label, pressed(place, words.fail, async () => {
      await Promise.all(["page", "tables", ...(asSheet ? ["xlsx"] : [])].map(loaded));
      const tables = compendium.answers.tables(base, words);
      tables.save(make(tables), name(), asSheet);
    }), { "aria-label": `${label}${words.colon}${of}` });
    const buttons = inBoth ? [saving(words.csv, false), " ", saving(words.sheet, true)] : [saving(words.save, false)];
    place.replaceChildren(...buttons);
    return place;
  };
  takes.forEach((place) => {
    const table = place.nextElementSibling?.querySelector(":scope > table");
    if (!table) return;
    const rows = rowsOf(table);
    offer(place, table.caption.textContent, (tables) => tables.table(table, rows));
  });
  compendium.offer = offer;
  compendium.rowsOf = rowsOf;

  /* -- how a page is cited -- */

  if (cite) {
    document.querySelector(".cite").after(cite);
    const saving = (form) => compendium.button(form, pressed(cite, cite.dataset.fail, async () => {
      await Promise.all(["page", "cite"].map(loaded));
      compendium.answers.cite.save(form, JSON.parse(cite.dataset.cite));
    }));
    cite.append(...["RIS", "BibTeX", "CSL-JSON"].flatMap((form) => [" ", saving(form)]));
    cite.hidden = false;
  }

  /* -- what is kept on this device -- */

  if (keep && navigator.serviceWorker && location.protocol !== "file:") {
    keep.hidden = false;
    keep.addEventListener("click", pressed(keep.parentNode, keep.dataset.keep, async () => {
      await Promise.all(["page", "kept"].map(loaded));
      await compendium.answers.keep(keep, base);
    }));
  }

  document.querySelectorAll("button[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });

  /* -- what is answered -- */

  const switched = persons ? loaded("person") : null; // before what asks it whom the page is about
  switched?.catch((error) => console.error(error));
  if (!places.length) return;
  const names = new Set(places.flatMap(({ dataset }) =>
    [...(dataset.with || "").split(" "), dataset.answer]));
  Promise.all([switched, ...["page", ...names].filter(Boolean).map(loaded)]).then(() => {
    const { answers } = compendium;
    const page = answers.page(base, root);
    places.forEach((place) => answers[place.dataset.answer](place, page));
  }).catch((error) => console.error(error));
})();
