/* What the pages can do beyond what they say: filter and sort tables, find in lists, go to a State. Everything works without this file. */
(() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* A form of checkboxes over a table: a row stays if it fits one box of every fieldset that has boxes checked. */
  const filterRows = (form, table) => {
    const rows = all("tbody tr:not(.group)", table);
    const output = form.querySelector("output");
    const wanted = () => new Map(all("fieldset", form).map((set) => {
      const boxes = all("input:checked", set).map((box) => box.value);
      return [set.querySelector("input")?.name, boxes];
    }));
    const fits = (row, chosen) => [...chosen].every(([name, values]) =>
      !values.length || values.some((value) => (row.dataset[name] || "").split(" ").includes(value)));
    const apply = () => {
      const chosen = wanted();
      let shown = 0;
      rows.forEach((row) => { row.hidden = !fits(row, chosen); shown += !row.hidden; });
      all("tbody", table).forEach((body) => {
        const group = body.querySelector("tr.group");
        if (group) group.hidden = !all("tr:not(.group)", body).some((row) => !row.hidden);
      });
      if (output) output.value = output.dataset.count.replace("{n}", shown).replace("{m}", rows.length);
    };
    form.addEventListener("change", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    addEventListener("pageshow", apply); // a browser that comes back ticks the boxes again, after this script
    apply();
  };

  /* The matrix: the same boxes choose columns. On a narrow screen one region is chosen at first. */
  const filterColumns = (form, table) => {
    const boxes = all("input", form);
    const apply = () => {
      const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
      all("[data-region]", table).forEach((cell) => { cell.hidden = chosen.length > 0 && !chosen.includes(cell.dataset.region); });
    };
    if (matchMedia("(max-width: 44.98em)").matches && boxes.length) boxes[0].checked = true;
    form.addEventListener("change", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    apply();
  };

  /* Sorting by an attribute of the rows: "-day" puts the largest first; rows without it come last; the empty choice is the order of the page. */
  const sortable = (select, table) => {
    const bodies = all("tbody", table);
    const home = all("tbody tr", table).map((row) => [row, row.parentNode]);
    const place = new Map(home.map(([row], index) => [row, index]));
    const rows = home.map(([row]) => row).filter((row) => !row.classList.contains("group"));
    const groups = home.map(([row]) => row).filter((row) => row.classList.contains("group"));
    const order = (name, sign) => rows.sort((a, b) => {
      const [x, y] = [a.dataset[name] || "", b.dataset[name] || ""];
      if (!x !== !y) return x ? -1 : 1;
      const numbers = !isNaN(x) && !isNaN(y);
      return sign * (numbers ? x - y : x.localeCompare(y)) || place.get(a) - place.get(b);
    });
    const apply = () => {
      const key = select.value;
      groups.forEach((group) => { group.style.display = key ? "none" : ""; });
      if (!key) home.forEach(([row, body]) => body.append(row));
      else order(key.replace("-", ""), key.startsWith("-") ? -1 : 1).forEach((row) => bodies[0].append(row));
    };
    select.addEventListener("change", apply);
    addEventListener("pageshow", () => select.value && apply());
    select.form.addEventListener("reset", () => setTimeout(() => select.dispatchEvent(new Event("change", { bubbles: true }))));
  };

  all("form[data-filter]").forEach((form) => {
    const table = document.getElementById(form.dataset.filter);
    if (!table) return;
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    (form.dataset.filter === "matrix" ? filterColumns : filterRows)(form, table);
    const select = form.querySelector("select");
    if (select) sortable(select, table);
    const fold = form.querySelector(".fold");
    fold?.addEventListener("click", () => fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") !== "true")));
  });

  /* A field that narrows a list to what is typed, without regard to accents, case and the form of an apostrophe. */
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").toLocaleLowerCase();
  all("[data-find]").forEach((place) => {
    const list = document.getElementById(place.dataset.find);
    const input = place.querySelector("input");
    if (!list || !input) return;
    place.hidden = false;
    const entries = [...list.children].map((entry) => [entry, fold(entry.textContent)]);
    input.addEventListener("input", () => {
      const typed = fold(input.value.trim());
      entries.forEach(([entry, text]) => { entry.hidden = !text.includes(typed); });
    });
  });

  /* Home: the State that was typed or chosen. */
  all("form[data-go]").forEach((form) => form.addEventListener("submit", (event) => {
    const typed = fold(form.querySelector("input").value.trim());
    const options = all("option", form);
    const near = options.filter((option) => typed && fold(option.value).startsWith(typed));
    const found = options.find((option) => fold(option.value) === typed) || (near.length === 1 && near[0]);
    if (found) { event.preventDefault(); location.href = found.dataset.to; }
  }));

  /* What a sign means, under the mouse too. */
  all("[role=img]").forEach((sign) => {
    sign.title = sign.getAttribute("aria-label") || document.getElementById(sign.getAttribute("aria-labelledby"))?.textContent || "";
  });

  /* Citation: the address of the page as it was read. */
  all("[data-cite]").forEach((place) => { place.textContent = location.href.split("#")[0]; });

  /* A link into a closed list opens it. */
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) target.closest("details")?.setAttribute("open", "");
  };
  addEventListener("hashchange", open);
  open();
})();
