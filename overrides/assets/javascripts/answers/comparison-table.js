/* The table of the page that compares records: a row a topic, or a stage of a case; a column a record. */
(() => {
  "use strict";
  const { answers } = globalThis.compendium;

  /* `page` is what answers build on, `say` the words of the page. */
  answers.comparisonTable = (page, say) => {
    const { absence, dotted, el, folded, line, link, ordered } = page;

    const absent = (file, code) =>
      ["silent", "read_in_part", "unreadable"].find((kind) => file[kind].includes(code)) || "unread";

    /* What the records say on each topic: {code, label, address, cells: [{lines, absent}]}, a cell a record;
       `absent` is why there is no line. */
    const byTopic = (files, { topics }) => Object.entries(topics).map(([code, { label }]) => ({
      code,
      label,
      address: `topics/${code}/`,
      cells: files.map((file) => ({
        lines: ordered(
          file.provisions.filter((each) => each.current !== false && each.topics.includes(code)),
          file.labels, code,
        ),
        absent: absent(file, code),
      })),
    }));
    const byStage = (files, { stages }) => Object.entries(stages).map(([code, { label }]) => ({
      code,
      label,
      address: `pathway/${code}/`,
      cells: files.map((file) => ({
        lines: file.steps.filter(({ stage }) => stage === code), absent: "unread",
      })),
    }));

    /* How the records stand to one another on a row. Those that speak differ where their firmest words or
       their numbers do, or where another, read in full, is silent; where one was not looked at, it is not
       known whether they do. */
    const numbers = (lines) => [...new Set(lines.filter(({ value, within }) => value || within)
      .map(({ value, within }) => JSON.stringify([value, within])))].sort();
    const isSilent = (each) => each.absent === "silent";
    const standing = ({ cells }) => {
      const speaking = cells.filter(({ lines }) => lines.length);
      const sides = new Set(speaking.map(({ lines }) => JSON.stringify([lines[0].strength, numbers(lines)])));
      if (sides.size > 1 || (speaking.length && cells.some(isSilent))) return "differ";
      return speaking.length === cells.length ? "alike" : "open";
    };

    const cell = ({ lines, absent: why }, file) => (lines.length
      ? folded(lines.map((each) => line(each, file.record, file.labels, say)), say)
      : [absence(why, say)]);
    const row = ({ label, address, cells }, files) => el("tr", {},
      el("th", { scope: "row" }, link(address, label)),
      cells.map((each, n) => el("td", { "data-label": files[n].record.name }, cell(each, files[n]))));
    const body = (heading, rows, files) => (rows.length
      ? el("tbody", {},
        heading ? el("tr", { class: "group" },
          el("th", { colspan: files.length + 1, scope: "rowgroup" }, heading)) : "",
        rows.map((each) => row(each, files)))
      : "");

    /* The topics on which no record speaks, told apart: all were read in full, or not all. */
    const left = (heading, rows) => (rows.length
      ? [el("dt", {}, heading), el("dd", {}, dotted(rows.map(({ address, label }) => link(address, label))))]
      : []);
    const unsaid = (rows) => {
      const silent = rows.filter(({ cells }) => cells.every(isSilent));
      const open = rows.filter((each) => !silent.includes(each));
      const parts = [...left(say.allsilent, silent), ...left(say.noneknown, open)];
      return parts.length ? [el("dl", { class: "lists" }, parts)] : [];
    };

    /* `topic` is the one that is shown (empty: all), `stages` puts steps in rows, `first` those rows first
       on which the records differ. */
    return (files, { topic, stages, first }) => {
      const { labels } = files[0];
      const all = (stages ? byStage : byTopic)(files, labels).filter(({ code }) => !topic || code === topic);
      const spoken = all.filter(({ cells }) => topic || cells.some(({ lines }) => lines.length));
      const by = (how) => spoken.filter((each) => standing(each) === how);
      const groups = first && !topic
        ? [[say.differ, by("differ")], [say.open, by("open")], [say.alike, by("alike")]]
        : [["", spoken]];
      const caption = `${say.title}: ${files.map((file) => file.record.name).join(say.comma)}`;
      const frame = el("div", { class: "tbl", role: "region", tabindex: 0, "aria-label": caption },
        el("table", { class: "cmp cards beside" }, el("caption", {}, caption),
          el("thead", {}, el("tr", {}, el("th", { scope: "col" }, stages ? say.stage : say.topic),
            files.map(({ record }) => el("th", { scope: "col" }, link(record.address, record.name))))),
          groups.map(([heading, rows]) => body(heading, rows, files))));
      const others = all.filter((each) => !spoken.includes(each));
      return [groups.some(([, rows]) => rows.length) ? frame : "", ...unsaid(others)].filter(Boolean);
    };
  };
})();
