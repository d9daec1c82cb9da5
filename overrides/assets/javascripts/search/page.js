/* The page of search: results with filters and an order, in an address that can be shared. */
(() => {
  "use strict";
  const { button, element: el, search } = globalThis.compendium;
  const FIRST_SHOWN = 10, MORE_SHOWN = 20, ENTRIES = 2;
  const WIDE = "(min-width: 60em)";
  const OPEN_WHERE_WIDE = ["kind", "region", "force", "status"];
  const ORDERS = ["newest", "oldest"];

  search.page = (index, base, page) => {
    const find = search.ranking(index);
    const answer = search.answers(index);
    const part = (selector) => page.querySelector(selector);
    const form = part("form");
    const [input, sort, status, results] = ["input", "select", "[role=status]", ".results"].map(part);
    const [filters, plain] = [".facets", ".plain-list"].map(part);
    const show = search.stage(index, base, input, status, results);
    const boxes = new Map();
    let chosen = {};
    let shown = FIRST_SHOWN;

    /* What is asked for stands behind "?" where an address was shared, and behind "#" where this site leads
       here: a browser keeps that to itself. */
    const read = () => {
      const hash = location.hash.slice(1);
      const asked = new URLSearchParams(hash.includes("=") ? hash : location.search);
      input.value = asked.get("q") || "";
      sort.value = ORDERS.includes(asked.get("sort")) ? asked.get("sort") : "relevance";
      shown = history.state?.shown || FIRST_SHOWN;
      chosen = Object.create(null); // an address may say anything, "__proto__" too
      [...asked].filter(([name]) => !["q", "sort"].includes(name)).forEach(([name, code]) => {
        (chosen[name] ??= new Set()).add(code);
      });
    };
    const codes = () =>
      Object.entries(chosen).flatMap(([facet, all]) => [...all].map((code) => [facet, code]));
    /* The address of what is asked for: a step in the history where it is `lasting`, a choice or Enter. The
       number of hits that are shown goes along. */
    let settled = false; // whether the next letter begins a step of its own
    const write = (lasting) => {
      const query = input.value.trim();
      const asked = new URLSearchParams([...(query ? [["q", query]] : []), ...codes()]);
      if (sort.value !== "relevance") asked.set("sort", sort.value);
      const next = location.pathname + (asked.size ? `?${asked}` : "");
      const isNew = next !== location.pathname + location.search + location.hash;
      const change = isNew && (lasting || settled) ? "pushState" : "replaceState";
      history[change]({ shown }, "", next);
      settled = Boolean(lasting) || (settled && !isNew);
    };

    const buildFilter = ([facet, labels]) => {
      const lines = labels.map(([code, text]) => {
        const box = el("input", { type: "checkbox", name: facet, value: code });
        const number = el("span", { class: "src" });
        const line = el("label", {}, box, " ", el("span", {}, text), " ", number);
        boxes.set(`${facet} ${code}`, { line, box, number, facet, code });
        return line;
      });
      const open = chosen[facet].size > 0 || (matchMedia(WIDE).matches && OPEN_WHERE_WIDE.includes(facet));
      const name = index.core.say[facet];
      const set = el("fieldset", {}, el("legend", { class: "sr" }, name), ...lines);
      return el("details", { open }, el("summary", {}, name), set);
    };
    /* Facets and codes that the index does not know, in an address that somebody typed, are left out. */
    const known = (labels) => Object.fromEntries(Object.entries(labels).map(([facet, all]) =>
      [facet, new Set(all.map(([code]) => code).filter((code) => chosen[facet]?.has(code)))]));
    const draw = (counts) => boxes.forEach(({ line, box, number, facet, code }) => {
      const n = counts[facet].get(code) || 0;
      box.checked = chosen[facet].has(code);
      line.hidden = !n && !box.checked;
      number.textContent = n;
    });

    const moreButton = () => button(index.core.say.more, () => {
      const hits = () => [...results.querySelector("ol").children];
      const before = hits().length; // fewer than were shown, where some stand above as answers
      shown += MORE_SHOWN;
      write();
      run(() => (hits()[before] ?? hits().at(-1))?.querySelector("a"));
    });
    const run = (next) => show(async () => {
      plain.hidden ||= Boolean(input.value.trim() || codes().length);
      await index.load();
      index.part("answers").catch(() => {}); // every query asks for them
      const labels = await index.filters();
      chosen = known(labels);
      if (!boxes.size) {
        filters.append(...Object.entries(labels).map(buildFilter));
        write(); // without what is not known
      }
      const { list, counted, offers } = search.results(index, base);
      const asked = input.value.trim() || codes().length || sort.value !== "relevance";
      const found = await find(input.value, chosen, sort.value, true);
      draw(found.counts);
      plain.hidden = Boolean(asked);
      page.classList.add("ready");
      if (!asked) return [""];
      const answers = await answer(found);
      const items = await list(found, shown, ENTRIES, answers);
      for (const hit of items.flatMap((each) => [...each.querySelectorAll("li")])) {
        globalThis.compendium.comparison?.offer(hit, hit.querySelectorAll("h2 a"));
      }
      globalThis.compendium.comparison?.draw();
      const more = found.hits.length > shown ? [moreButton()] : [];
      return [counted(found, answers), ...offers(answers), ...items, ...more];
    }, next);
    /* The address may follow while the index is on its way: a browser takes its time over it. */
    const again = (lasting) => {
      shown = FIRST_SHOWN;
      run();
      setTimeout(() => write(lasting));
    };
    const anew = () => again(true);

    search.later(input, () => again());
    sort.addEventListener("change", anew);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      anew();
    });
    filters.addEventListener("change", ({ target: { name, value, checked } }) => {
      if (checked) chosen[name].add(value); else chosen[name].delete(value);
      anew();
    });
    part("[type=reset]").addEventListener("click", (event) => {
      event.preventDefault();
      chosen = {};
      anew();
    });
    addEventListener("popstate", () => {
      read();
      run();
    });
    /* Who comes back from a result finds the place in the list. */
    addEventListener("pagehide", () => history.replaceState({ ...history.state, top: scrollY }, ""));
    search.walk(page, input);
    part(".filter details").open = matchMedia(WIDE).matches;
    page.querySelectorAll("[data-live]").forEach((each) => { each.hidden = false; });
    read();
    const { top } = history.state || {};
    run().then(() => top && scrollTo(0, top));

    const open = () => {
      input.focus();
      input.select();
    };
    return { open };
  };
})();
