/* Two to four records side by side, by topic, and then by stage of a case: what each says, and where it is
   silent, or nobody has looked. What is compared stands in the address: ?r=a/b&r=c/d&topic=x&state=ben. Where no
   topic is chosen, it is the first on which most of the records speak; `all` are all topics. Where a State is, each
   text says whether it binds the State, and the file since when. */
(() => {
  "use strict";
  const { compendium } = globalThis;
  const { answers, comparison } = compendium;
  const FEWEST = 2;
  const ALL = "all"; // topics

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

  answers.compare = (root, page) => {
    const { absence, choices, choose, data, dotted, el, failing, fillStates, folded, force, line, link } = page;
    const { ordered, record, since, state: stateFile } = page;
    const { entryOf, kindOf } = answers.law;
    const say = root.dataset;
    const [view, picking] = root.querySelectorAll("form");
    const [list, field, options, status] = ["ul", "input", "datalist", "[role=status]"]
      .map((selector) => picking.querySelector(selector));
    const { topic, state } = view.elements;
    const [result, take] = [".result", ".take"].map((selector) => root.querySelector(selector));
    const shown = () => result.querySelector("table"); // what stands there now, if anything
    let known = new Map(); // of every record, what the list of records says
    let chosen = []; // ids
    let bound; // the file of the State that is chosen

    const named = (id) => {
      const { name, title } = known.get(id);
      return name === title ? title : `${title} (${name})`;
    };
    const write = () => choose([
      ...chosen.map((id) => ["r", id]), ["topic", topic.value], ["state", state.value.toLowerCase()],
    ]);

    /* -- the table: a row a topic, or a stage of a case; a column a record -- */

    const absent = (file, code) =>
      ["silent", "read_in_part", "unreadable"].find((kind) => file[kind].includes(code)) || "unread";

    /* What the records say on each topic: {code, label, address, cells: [{lines, absent}]}, a cell a record;
       `absent` is why there is no line. */
    const rows = (labels, folder, files, cell) => Object.entries(labels).map(([code, { label }]) =>
      ({ code, label, address: `${folder}/${code}/`, cells: files.map((file) => cell(file, code)) }));
    const byTopic = (files, { topics }) => rows(topics, "topics", files, (file, code) => ({
      lines: ordered(
        file.provisions.filter((each) => each.current !== false && each.topics.includes(code)),
        file.labels, code),
      absent: absent(file, code),
    }));
    const byStage = (files, { stages }) => rows(stages, "pathway", files, (file, code) =>
      ({ lines: file.steps.filter(({ stage }) => stage === code), absent: "unread" }));

    /* Of procedures nothing but steps is recorded. */
    const hasTopics = (files) => !files.some(({ steps }) => steps.length)
      || files.some(({ provisions, silent }) => provisions.length || silent.length);

    const cell = ({ lines, absent: why }, file) => (lines.length
      ? folded(lines.map((each) => line(each, file.record, file.labels, say)), say)
      : [absence(why, say)]);
    const row = ({ label, address, cells }, files) => el("tr", {},
      el("th", { scope: "row" }, link(address, label)),
      cells.map((each, n) => el("td", { "data-label": files[n].record.name }, cell(each, files[n]))));
    const body = (heading, rows, files) => el("tbody", {},
      heading ? el("tr", { class: "group" },
        el("th", { colspan: files.length + 1, scope: "rowgroup" }, heading)) : "",
      rows.map((each) => row(each, files)));

    /* The topics on which no record speaks, told apart: all were read in full, or not all. */
    const left = (heading, rows) => (rows.length
      ? [el("dt", {}, heading), el("dd", {}, dotted(rows.map(({ address, label }) => link(address, label))))]
      : []);
    const unsaid = (rows) => {
      const silent = rows.filter(({ cells }) => cells.every(({ absent: why }) => why === "silent"));
      const open = rows.filter((each) => !silent.includes(each));
      const parts = [...left(say.allsilent, silent), ...left(say.noneknown, open)];
      return parts.length ? [el("dl", { class: "lists" }, parts)] : [];
    };

    /* The first of the topics on which most records speak; all, where none does on any, and of procedures, whose
       steps are on none. */
    const leadingTopic = (files) => {
      if (files.some(({ steps }) => steps.length)) return ALL;
      const speaking = ({ cells }) => cells.filter(({ lines }) => lines.length).length;
      const rows = byTopic(files, files[0].labels);
      const most = Math.max(...rows.map(speaking));
      return most ? rows.find((each) => speaking(each) === most).code : ALL;
    };
    /* Whether a text binds the State that is chosen, and since when; nothing without one. */
    const standing = (id) => {
      if (!bound) return "";
      const entry = entryOf(bound.binding, id);
      const words = { free: say.unbound, unknown: say.open };
      const said = entry ? since(entry, bound.state, say) : [bound.state.name, say.colon, words[kindOf(bound, id)]];
      return el("p", { class: "src unbound" }, said);
    };
    /* `only` is the topic that is shown (empty: all, and the stages of a case). */
    const table = (files, only) => {
      const { labels } = files[0];
      const every = hasTopics(files) ? byTopic(files, labels) : [];
      const topics = every.filter(({ code }) => !only || code === only);
      const stages = only ? [] : byStage(files, labels);
      const speaks = ({ cells }) => only || cells.some(({ lines }) => lines.length);
      const groups = [[say.topic, topics.filter(speaks)], [say.stage, stages.filter(speaks)]]
        .filter(([, rows]) => rows.length);
      const all = stages.some(speaks) ? [...topics, ...stages] : topics;
      const caption = `${say.title}: ${files.map((file) => file.record.name).join(say.comma)}`;
      const frame = el("div", { class: "tbl", role: "region", tabindex: 0, "aria-label": caption },
        el("table", { class: "cmp cards beside" }, el("caption", {}, caption),
          el("thead", {}, el("tr", {}, el("th", { scope: "col" }, groups[0]?.[0]),
            files.map(({ record }, n) =>
              el("th", { scope: "col" }, link(record.address, record.name), standing(chosen[n]))))),
          groups.map(([heading, rows], n) => body(n ? heading : "", rows, files))));
      return [groups.length ? frame : "", ...unsaid(all.filter((each) => !speaks(each)))].filter(Boolean);
    };

    /* -- what is compared -- */

    const leave = (id) => {
      chosen = chosen.filter((other) => other !== id);
      comparison.keep(comparison.picked().filter(([other]) => other !== id));
      show();
      field.focus();
    };
    const item = (id, file) => {
      const { name, binding } = known.get(id);
      const words = `${say.remove}: ${name}`;
      const made = { class: "pick", title: words, "aria-label": words };
      const button = compendium.button("✕", () => leave(id), made);
      const about = file
        ? dotted([force(binding, file.labels), file.record.status_words])
        : "";
      return el("li", {}, link(`instruments/${id}/`, name), " ", el("span", { class: "src" }, about), " ", button);
    };
    const drawList = (files) => {
      list.replaceChildren(...chosen.map((id, n) => item(id, files[n])));
      options.replaceChildren(...[...known.keys()].filter((id) => !chosen.includes(id))
        .map((id) => el("option", { value: named(id) })));
      field.disabled = chosen.length >= comparison.MOST;
    };
    const find = (typed) => {
      const wanted = plain(typed.trim());
      if (!wanted) return undefined;
      const all = [...known.keys()];
      const near = all.filter((id) => plain(named(id)).includes(wanted));
      const exact = all.find((id) => [named(id), known.get(id).name].some((words) => plain(words) === wanted));
      return exact || (near.length === 1 ? near[0] : undefined);
    };
    const add = () => {
      const id = find(field.value);
      if (!id) {
        status.textContent = field.value.trim() ? say.unknown : "";
        return;
      }
      field.value = "";
      if (!chosen.includes(id)) chosen = [...chosen, id].slice(0, comparison.MOST);
      comparison.keep(chosen.map((each) => [each, known.get(each).name]));
      show();
    };

    /* -- what they say -- */

    let turn = 0;
    const show = async () => {
      const mine = ++turn;
      write();
      drawList([]);
      status.textContent = chosen.length < FEWEST ? say.few : "";
      root.setAttribute("aria-busy", "true");
      try {
        const [own, ...files] = await Promise.all([state.value && stateFile(state.value), ...chosen.map(record)]);
        if (mine !== turn) return;
        bound = own;
        drawList(files);
        const enough = files.length >= FEWEST;
        view.hidden = enough && !hasTopics(files);
        if (enough && !view.hidden) topic.value ||= leadingTopic(files);
        const only = view.hidden || topic.value === ALL ? "" : topic.value;
        result.replaceChildren(...(enough ? table(files, only) : []));
        take.hidden = !shown();
        write();
      } catch (error) {
        if (mine !== turn) return;
        take.hidden = true;
        failing(result, say.fail)(error);
      }
      root.removeAttribute("aria-busy");
    };

    const start = async () => {
      const { records } = await data("instruments/index.json");
      known = new Map(Object.entries(records));
      const asked = choices().get("topic");
      if ([...topic.options].some(({ value }) => value === asked)) topic.value = asked;
      const wanted = choices().getAll("r");
      const from = wanted.length ? wanted : comparison.picked().map(([id]) => id);
      chosen = [...new Set(from)].filter((id) => known.has(id)).slice(0, comparison.MOST);
      await fillStates(state, (choices().get("state") || "").toUpperCase());
      await show();
    };
    picking.addEventListener("submit", (event) => {
      event.preventDefault();
      add();
    });
    /* One that was taken from the list needs no button. */
    field.addEventListener("input", () => {
      if ([...options.children].some(({ value }) => value === field.value)) add();
    });
    view.addEventListener("submit", (event) => event.preventDefault());
    view.addEventListener("change", show);
    const file = () => ["dakar", ...chosen.map((id) => id.replace("/", "-")), state.value.toLowerCase()].filter(Boolean).join("-");
    /* How each text stands to the State that is chosen, for the file: its columns. */
    const ofState = () => {
      if (!bound) return undefined;
      const entries = chosen.map((id) => entryOf([...bound.binding, ...bound.pending], id) || {});
      return {
        labels: [say.state, say.joined, say.since],
        cells: (n) => [bound.state.name, entries[n].since || "", entries[n].bound_since || ""],
      };
    };
    const made = (tables) => tables.table(shown(), compendium.rowsOf(shown()), ofState());
    compendium.offer(take, say.title, made, file, true);
    take.hidden = true;

    start().catch((error) => {
      console.error(error);
      status.textContent = say.fail;
    }).finally(() => {
      root.hidden = false; // not before: what is chosen would push away what stands below it
    });
  };
})();
