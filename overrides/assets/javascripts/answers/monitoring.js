/* To whom one State must report: the bodies that get reports under a text that applies there, and the texts of
   which nobody has recorded whether they do. */
(() => {
  "use strict";
  const { answers } = globalThis.compendium;

  answers.monitoring = (form, { el, fill, link, oneState }) => {
    const say = form.dataset;
    const section = form.parentNode;
    const rows = [...section.querySelectorAll("tr[data-record]")];
    const over = section.querySelectorAll("details"); // duties of texts whose time is over

    const recordsOf = (row) => row.dataset.record.split(" ");
    const show = (records) => {
      rows.forEach((row) => { row.hidden = records !== null && !recordsOf(row).some((id) => records.includes(id)); });
      if (records) section.querySelector("tbody.shut button")?.click(); // a row that is asked for is in sight
      over.forEach((fold) => { fold.hidden = records !== null; });
    };
    const answer = (found) => {
      const listed = new Set(rows.flatMap(recordsOf));
      const due = found.reports.filter((id) => listed.has(id));
      const open = found.open.filter((id) => listed.has(id));
      show(due);
      return [
        due.length
          ? el("p", {}, fill(say.count, { n: rows.filter((row) => !row.hidden).length, m: rows.length }))
          : el("p", { class: "open" }, say.none),
        ...(open.length
          ? [el("h3", {}, say.unknown), el("ul", { class: "plain" }, open.map((id) =>
            el("li", {}, link(found.records[id].address, found.records[id].name))))]
          : []),
        el("p", {}, link(found.state.address, say.all)),
      ];
    };
    oneState(form, answer, () => show(null));
  };
})();
