/* A topic for one State: what binds it there first, with since when; what is only asked of it; what nobody has
   recorded. The rows that bind it come first in the table. */
(() => {
  "use strict";
  const { compendium } = globalThis;
  const { answers } = compendium;
  const SHOWN = 6; // texts that are named; the others stand in the table

  /* The id of a record's row (addresses.row_anchor). */
  const rowId = (record) => record.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

  answers.topic = (form, { dotted, el, fill, link, oneState }) => {
    const table = document.getElementById("compare");
    const say = form.dataset;
    const order = [...table.querySelectorAll("tbody tr:not(.group)")].map((row) => [row, row.parentNode]);
    const heading = el("th", { colspan: 3, scope: "rowgroup" }, say.binding);
    const mine = el("tbody", { class: "mine" }, el("tr", { class: "group" }, heading));

    const rowOf = (record) => document.getElementById(rowId(record));
    /* Of the rows that bind, those with the firmest line come first; of equal ones the text that speaks on
       most topics, which are those on trafficking. */
    const firmest = (records) => (a, b) =>
      (rowOf(a).dataset.rank || 9) - (rowOf(b).dataset.rank || 9) || records[b].topics - records[a].topics;

    const arrange = (rows) => {
      mine.remove();
      mine.replaceChildren(mine.firstChild);
      order.forEach(([row, body]) => body.append(row));
      if (!rows.length) return;
      mine.append(...rows);
      table.tBodies[0].before(mine);
    };
    const named = (records, lines) => {
      const items = records.slice(0, SHOWN).map((id) =>
        el("li", {}, el("a", { href: `#${rowId(id)}` }, lines.records[id].name), lines.words(id), lines.more?.(id)));
      const left = records.length - SHOWN;
      if (left > 0) items.push(el("li", {}, el("a", { href: "#compare" }, fill(say.more, { n: left }))));
      return el("ul", { class: "plain" }, items);
    };
    const part = (words, records, lines) =>
      (records.length ? [el("h2", {}, words), named(records, lines)] : []);

    /* The sentence of the firmest row, as it stands in the table; its name stands before it. */
    const sentence = (row) => {
      const copy = row?.querySelector(".cell")?.cloneNode(true);
      return copy ? [copy] : [];
    };

    /* The same rows as a file, each under what it is to the State. */
    const along = (state, parts) => {
      const rows = parts.flatMap(([words, records]) => records.map((id) => [rowOf(id), words]));
      if (!rows.length) return "";
      const place = el("p", { class: "take" });
      const title = `${table.caption.textContent} · ${state.name}`;
      const name = `dakar-topics-${say.code}-${state.code.toLowerCase()}`;
      compendium.offer(place, title, (tables) => tables.read(table, rows, title), () => name);
      return place;
    };
    const answer = (found) => {
      const on = (records) => records.filter(rowOf);
      const since = new Map(found.binding.map((each) => [each.record, each.words]));
      const binding = on([...since.keys()]).sort(firmest(found.records));
      const asked = on(Object.values(found.standards).flat());
      const open = on(found.open);
      const lines = (words) => ({ records: found.records, words });
      arrange(binding.map(rowOf));
      return [
        ...(binding.length
          ? [el("h2", {}, say.binding), named(binding, {
            ...lines((id) => (since.get(id) ? el("span", { class: "src" }, ` ${since.get(id)}`) : "")),
            more: (id) => (id === binding[0] ? sentence(rowOf(id)) : ""),
          })]
          : [el("p", { class: "open" }, say.none)]),
        ...part(say.asked, asked, lines(() => "")),
        ...part(say.unknown, open, lines(() => "")),
        el("p", {}, ...dotted([link(found.state.address, say.all)])),
        along(found.state, [[say.binding, binding], [say.asked, asked], [say.unknown, open]]),
      ];
    };
    oneState(form, answer, () => arrange([]));
  };
})();
