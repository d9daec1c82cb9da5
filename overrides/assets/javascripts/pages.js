/* What the pages can do beyond what they say: filter and sort tables, find in lists, go to a State. They work
   without this file. What it asks of a page:

   form[data-filter=<id of a table>]
     fieldsets of checkboxes: a name is a data- attribute of the rows (or of cells: data-region), a value a
     word of it; an <output data-count> with {n} and {m}; a <select> of attributes to sort by; a reset button;
     a button .fold with aria-expanded, before #choices
   [data-find=<id of a list>]   a field that narrows the list's children, or those of the lists in its folds
   form[data-go]                a select `state`, and perhaps a select `topic`, whose values are addresses */
(() => {
  "use strict";
  const { compendium } = globalThis;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* -- tables -- */

  /* Calls `apply` whenever the choices of a form change: by hand, by its reset button, and where a browser
     that comes back to the page ticks the boxes again, which it does after this script. */
  const follow = (form, apply) => {
    form.addEventListener("change", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    addEventListener("pageshow", apply);
    apply();
  };

  /* Boxes over a table: a row stays if it fits one box of every fieldset that has boxes ticked. Where cells
     have regions (the matrix) the boxes choose columns, those of one region at first. The name of a region in
     a table above (data-opens) chooses its columns, too. */
  const filter = (form, table) => {
    const columns = all("[data-region]:is(th, td)", table);
    const rows = columns.length ? columns : all("tbody tr:not(.group)", table);
    const bodies = all("tbody", table);
    if (columns.length) form.querySelector("input").checked = true;
    const output = form.querySelector("output");
    const ticked = (set) => all("input:checked", set);
    const apply = () => {
      const chosen = all("fieldset", form).map(ticked).filter((boxes) => boxes.length);
      const fits = (row) => chosen.every((boxes) =>
        boxes.some(({ name, value }) => (row.dataset[name] || "").split(" ").includes(value)));
      rows.forEach((row) => { row.hidden = !fits(row); });
      bodies.forEach((body) => {
        const group = body.querySelector("tr.group");
        if (group) group.hidden = all("tr:not(.group)", body).every((row) => row.hidden);
      });
      const shown = rows.filter((row) => !row.hidden).length;
      if (output) output.value = output.dataset.count.replace("{n}", shown).replace("{m}", rows.length);
    };
    follow(form, apply);
    all("[data-opens]").forEach((link) => link.addEventListener("click", () => {
      all("input", form).forEach((box) => { box.checked = box.value === link.dataset.opens; });
      apply();
    }));
  };

  /* Sorting by an attribute of the rows: "-day" puts the largest first; rows without it come last; the empty
     choice is the order of the page. */
  const sortable = (form, select, table) => {
    const first = table.querySelector("tbody");
    const home = all("tbody tr", table).map((row) => [row, row.parentNode]);
    const place = new Map(home.map(([row], index) => [row, index]));
    const rows = home.map(([row]) => row).filter((row) => !row.classList.contains("group"));
    const compare = (name, sign) => (a, b) => {
      const [x, y] = [a.dataset[name] || "", b.dataset[name] || ""];
      if (!x !== !y) return x ? -1 : 1;
      const difference = isNaN(x) || isNaN(y) ? x.localeCompare(y) : x - y;
      return sign * difference || place.get(a) - place.get(b);
    };
    follow(form, () => {
      const key = select.value;
      if (!key && !table.classList.contains("sorted")) return;
      table.classList.toggle("sorted", key !== "");
      if (!key) home.forEach(([row, body]) => body.append(row));
      else first.append(...rows.sort(compare(key.replace("-", ""), key.startsWith("-") ? -1 : 1)));
    });
  };

  all("form[data-filter]").forEach((form) => {
    const table = document.getElementById(form.dataset.filter);
    if (!table) return;
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    const select = form.querySelector("select");
    if (select) sortable(form, select, table); // first: the filter looks at each group's rows
    filter(form, table);
    const button = form.querySelector(".fold");
    button?.addEventListener("click", () => {
      button.setAttribute("aria-expanded", button.getAttribute("aria-expanded") !== "true");
    });
  });

  /* Rows that a reader may pass over stand behind their heading until it is pressed. */
  all("tbody[data-folded]").forEach((body) => {
    const heading = body.querySelector("tr.group th");
    const show = (open) => {
      button.setAttribute("aria-expanded", open);
      body.classList.toggle("shut", !open);
    };
    const button = compendium.button([...heading.childNodes], () => show(body.classList.contains("shut")));
    heading.append(button);
    const asked = () => body.contains(document.getElementById(location.hash.slice(1)));
    show(asked());
    addEventListener("hashchange", () => {
      if (!asked() || !body.classList.contains("shut")) return;
      show(true);
      document.getElementById(location.hash.slice(1)).scrollIntoView();
    });
  });

  /* -- lists -- */

  /* A text without regard to accents, case and the form of an apostrophe. */
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").toLocaleLowerCase();

  const REST = 300; // ms without a key

  /* A field that narrows a list to what is typed: of lists in folds, those open that have something left. A
     heading above a list counts as part of what stands in it. Enter follows the link that is left alone. */
  all("[data-find]").forEach((place) => {
    const list = document.getElementById(place.dataset.find);
    const input = place.querySelector("input");
    if (!list || !input) return;
    place.hidden = false;
    const folds = all("details:has(> ul)", list);
    const lists = folds.length ? all("ul", list) : [list];
    const head = (each) => (each.previousElementSibling?.matches("h3") ? each.previousElementSibling : {});
    const entries = lists.flatMap((each) => [...each.children].map((entry) =>
      [entry, fold(`${head(each).textContent ?? ""} ${entry.textContent}`)]));
    const status = place.querySelector("[role=status]");
    const left = () => entries.filter(([entry]) => !entry.hidden).map(([entry]) => entry);
    const show = (fits) => {
      entries.forEach(([entry, text]) => { entry.hidden = !fits(entry, text); });
      lists.forEach((each) => { head(each).hidden = [...each.children].every(({ hidden }) => hidden); });
      folds.forEach((each) => {
        each.hidden = !left().some((entry) => each.contains(entry));
        each.open = input.value.trim() !== "" && !each.hidden;
      });
    };
    input.addEventListener("input", () => {
      const typed = fold(input.value.trim());
      show((_, text) => text.includes(typed));
      if (status) meant(status, input, left, show);
    });
    input.addEventListener("keydown", ({ key }) => {
      if (key === "Enter" && left().length === 1) left()[0].querySelector("a, summary")?.click();
    });
  });

  /* A State that is not in the list as it was typed: the search knows other names, cities and slips. */
  const meant = (status, input, left, show) => {
    const typed = input.value;
    const isLost = () => typed === input.value && !left().length;
    status.textContent = "";
    if (!isLost()) return;
    setTimeout(async () => {
      if (!isLost()) return;
      const find = await compendium.search?.finder?.().catch(() => null);
      const codes = find ? find(typed).codes : [];
      if (!isLost()) return;
      show((entry) => {
        const href = entry.querySelector("a")?.getAttribute("href");
        const [code] = /[^/]+(?=\/(?:index\.html)?$)/.exec(href) || [];
        return codes.includes(code?.toUpperCase());
      });
      status.textContent = codes.length ? status.dataset.meant : status.dataset.none;
    }, REST);
  };

  /* A State leads to its page, a topic to its own, both to what applies there on the topic. */
  all("form[data-go]").forEach((form) => {
    const { state, topic } = form.elements;
    form.hidden = false;
    const typed = () => compendium.search?.typed?.(state);
    addEventListener("DOMContentLoaded", typed); // the script of search comes after this one
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const field = form.querySelector("[role=combobox]") ?? state; // a text field stands for it
      if (!state.value && (!topic?.value || field.value)) {
        field.focus();
        return;
      }
      const code = /[^/]+(?=\/$)/.exec(state.value);
      const to = !topic?.value ? state.value : topic.value + (code ? `?state=${code[0]}` : "");
      location.href = compendium.opened(to);
    });
  });

  /* -- the page -- */

  /* What a sign means, under the mouse too. */
  all("[role=img]").forEach((sign) => {
    const named = document.getElementById(sign.getAttribute("aria-labelledby"));
    sign.title = sign.getAttribute("aria-label") || named?.textContent || "";
  });

  /* A link into a closed list opens it. */
  const asked = () => {
    if (location.hash.length < 2) return null;
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch { // what is no address, such as "#100%"
      return null;
    }
  };
  const open = () => asked()?.closest("details")?.setAttribute("open", "");
  addEventListener("hashchange", open);
  addEventListener("click", ({ target }) => { // also a second time, when the address stays the same
    if (location.hash && target.closest?.("a")?.getAttribute("href") === location.hash) open();
  });
  open();
})();
