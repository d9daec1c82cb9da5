/* Opens what a page can answer beyond what stands on it, with modules of the folder beside this file:
   [data-answer=<name>]  the module of that name, with what the place names in data-with, is handed the place,
                         which it shows when it has what it needs
   p.take                gets a button that saves the table that follows (tables.js); an answer fills its own
   p[data-cite]          gets buttons that hand over what it holds to reference managers (cite.js)
   button[data-keep]     keeps the page on this device (kept.js); its words are those for what did not come
   button[data-print]    prints the page */
(() => {
  "use strict";
  const compendium = (globalThis.compendium ??= {});
  const places = [...document.querySelectorAll("[data-answer]")];
  const takes = [...document.querySelectorAll("p.take")];
  const cite = document.querySelector("p[data-cite]");
  const keep = document.querySelector("button[data-keep]");
  const home = document.getElementById("search-slot");
  if (!(places.length || takes.length || cite || keep) || !home) return;
  const own = new URL(document.currentScript.src); // its version covers all that it loads
  const base = new URL("../", home.action);

  const loaded = (name) => compendium.loaded(new URL(`answers/${name}.js${own.search}`, own));

  const told = (place, words) => {
    place.querySelector("[role=alert]")?.remove();
    place.append(compendium.element("span", { role: "alert" }, ` ${words}`));
  };
  /* A button in a place: `run` may fetch, and what does not come is said there. */
  const button = (place, named, fail, run, label) => compendium.button(named, async () => {
    place.setAttribute("aria-busy", "true");
    place.querySelector("[role=alert]")?.remove();
    try {
      await run();
    } catch (error) {
      console.error(error);
      told(place, fail);
    }
    place.removeAttribute("aria-busy");
  }, { "aria-label": label });

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
     and rows; `name` is that of the file, which is the address of the page where none is given. */
  const offer = (place, of, make, name = () => "") => {
    place.replaceChildren(button(place, words.save, words.fail, async () => {
      await Promise.all(["page", "tables"].map(loaded));
      const tables = compendium.answers.tables(base, words);
      tables.save(make(tables), name());
    }, `${words.save}${words.colon}${of}`));
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
    const saving = (form) => button(cite, form, cite.dataset.fail, async () => {
      await Promise.all(["page", "cite"].map(loaded));
      compendium.answers.cite.save(form, JSON.parse(cite.dataset.cite));
    });
    cite.append(...["RIS", "BibTeX", "CSL-JSON"].flatMap((form) => [" ", saving(form)]));
    cite.hidden = false;
  }

  /* -- what is kept on this device -- */

  if (keep && navigator.serviceWorker && location.protocol !== "file:") {
    keep.hidden = false;
    keep.addEventListener("click", async () => {
      keep.disabled = true; // a second tap
      try {
        await Promise.all(["page", "kept"].map(loaded));
        await compendium.answers.keep(keep, base);
      } catch (error) {
        console.error(error);
        told(keep.parentNode, keep.dataset.keep);
      }
      keep.disabled = false;
    });
  }

  document.querySelectorAll("button[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });

  /* -- what is answered -- */

  if (!places.length) return;
  const names = new Set(places.flatMap(({ dataset }) =>
    [...(dataset.with || "").split(" "), dataset.answer]));
  Promise.all(["page", ...names].filter(Boolean).map(loaded)).then(() => {
    const { answers } = compendium;
    const page = answers.page(base);
    places.forEach((place) => answers[place.dataset.answer](place, page));
  }).catch((error) => console.error(error));
})();
