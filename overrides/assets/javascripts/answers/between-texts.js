/* What texts say where a case crosses a border, by topic: those that bind all the States, and what else binds
   each; and the procedures and plans that reach across. */
(() => {
  "use strict";
  const { answers } = globalThis.compendium;
  const KINDS = ["sop", "action-plan"];

  answers.betweenTexts = (page, say) => {
    const { dotted, el, fill, folded, line, link, ordered, record, topic } = page;
    const [topics, leading, stages] = [say.topics, say.leading, say.stages]
      .map((codes) => codes.split(" ").filter(Boolean));

    const names = (ids, records) => dotted(ids.map((id) => link(records[id].address, records[id].name)));

    /* -- by topic, in the order of the file (corpus/order.py) -- */

    /* The texts that say nothing on a topic, or nothing in what we read, that we could not read, or that nobody
       has looked at. */
    const without = (file, ids, records) => {
      const why = {
        silent: `— ${say.saysnothing}`,
        read_in_part: say.read_in_part,
        unreadable: say.notread,
        unread: say.notlooked,
      };
      const kinds = Object.entries(why)
        .map(([kind, words]) => [words, file[kind].filter((id) => ids.has(id))])
        .filter(([, found]) => found.length);
      if (!kinds.length) return "";
      return el("details", {}, el("summary", {}, say.without), el("dl", { class: "lists" },
        kinds.flatMap(([words, found]) => [el("dt", {}, words), el("dd", {}, names(found, records))])));
    };
    /* The first line of the texts that bind all the States, and the first that binds the State that the case
       leads to besides; behind one fold the others, what binds the other States besides, general law, and the
       texts without a line. */
    const said = (file, ids, files, records) => {
      const shown = (each) =>
        line(each, file.records[each.record], file.labels, say, file.records[each.record].name);
      const of = (bound, general) => file.lines
        .filter((each) => bound.has(each.record) && Boolean(each.general) === general);
      /* That a text binds a State and not the others; of some of these perhaps nobody knows. */
      const alone = (state, id) => {
        const others = files.filter(({ binding }) => !binding.some((each) => each.record === id));
        const open = others.filter((each) => [...each.open, ...each.open_elsewhere].includes(id));
        const other = (open.length ? open : others).map((each) => each.state.name).join(say.comma);
        return fill(open.length ? say.alsoopen : say.also, { state: state.name, other });
      };
      const own = files.map(({ state, binding }) => {
        const bound = new Set(binding.map(({ record: id }) => id).filter((id) => !ids.has(id)));
        return of(bound, false).map((each) => [alone(state, each.record), each]);
      });
      const [first, ...others] = of(ids, false).map(shown);
      const law = of(ids, true).map(shown);
      const [due, ...dues] = own.pop();
      const also = [...own.flat(), ...dues];
      const n = others.length + also.length;
      const heads = [...new Set(also.map(([words]) => words))];
      const rest = [...others, ...heads.flatMap((words) =>
        [el("h4", {}, words), ...also.filter(([head]) => head === words).map(([, each]) => shown(each))])];
      const behind = [
        law.length ? el("details", {}, el("summary", {}, say.general), ...law) : "",
        without(file, ids, records),
      ];
      return [
        first || "",
        ...(due ? [el("h4", {}, due[0]), shown(due[1])] : []),
        first || due || n || law.length ? "" : el("p", { class: "src" }, say.nothing),
        ...(n ? [el("details", {}, el("summary", {}, fill(say.more, { n })), ...rest, ...behind)] : behind),
      ];
    };
    const onTopic = async (place, code, ids, files, records) => {
      try {
        const file = await topic(code);
        place.replaceChildren(
          el("h3", {}, link(file.topic.address, file.topic.label)),
          ...said(file, ids, files, records),
        );
      } catch (error) {
        console.error(error);
        place.replaceChildren(el("p", { class: "open" }, say.failtopic));
      }
    };

    /* -- procedures and plans -- */

    /* What procedures and plans say on crossing a border: their steps of such stages, from the files of
       procedures, and their lines on such topics. By record: {lines, labels}. */
    const linesOf = async (ids, records) => {
      const [files, procedures] = await Promise.all([
        Promise.all(leading.map(topic)),
        Promise.all(ids.filter((id) => records[id].kind === "sop").map(record)),
      ]);
      const steps = new Map(procedures.map((file) => [file.id, file]));
      return new Map(ids.map((id) => {
        const labels = Object.assign({}, ...files.map((file) => file.labels), steps.get(id)?.labels);
        const said = files.flatMap((file) => file.lines).filter((each) => each.record === id);
        const once = [...new Map(said.map((each) => [each.address, each])).values()];
        const done = (steps.get(id)?.steps || []).filter(({ stage }) => stages.includes(stage));
        return [id, { lines: [...done, ...ordered(once, labels)], labels }];
      }));
    };
    const procedure = (of, owners, { lines, labels }) => el("li", {},
      el("p", {}, link(of.address, of.name), " ", el("span", { class: "src" }, dotted([owners, of.status_words]))),
      folded(lines.map((each) => line(each, of, labels, say)), say, 2));
    /* Those of which no line on it is recorded are named after the others. */
    const group = (heading, ids, { records, mechanisms }, found) => {
      const speaking = ids.filter((id) => found.get(id).lines.length);
      const others = ids.filter((id) => !speaking.includes(id));
      if (!ids.length) return [];
      return [el("details", {}, el("summary", {}, `${heading} (${ids.length})`),
        el("ul", { class: "plain" }, speaking.map((id) => {
          const owners = records[id].mechanisms.map((name) => mechanisms[name]?.name).filter(Boolean);
          return procedure(records[id], owners.join(say.comma), found.get(id));
        })),
        others.length ? el("p", { class: "src" }, `${say.nostep}${say.colon}`, names(others, records)) : "",
      )];
    };
    /* Of mechanisms of one side those that speak on it; of those of all sides every one. */
    const across = async (place, files, records) => {
      const own = files.map((file) => KINDS.flatMap((kind) => file.standards[kind] || []));
      const found = await linesOf([...new Set(own.flat())], records);
      const isShared = (id) => own.every((each) => each.includes(id));
      const parts = [
        ...group(say.shared, own[0].filter(isShared), files[0], found),
        ...files.flatMap((file, n) => group(
          file.state.name, own[n].filter((id) => !isShared(id) && found.get(id).lines.length), file, found)),
      ];
      place.replaceChildren(
        el("h2", {}, say.across), ...(parts.length ? parts : [el("p", { class: "src" }, say.noprocedures)]));
    };

    /* `places` are those of what texts say and of procedures; `all` the texts that bind all the States. */
    return async ([says, procedures], all, files, records) => {
      const ids = new Set(all);
      const parts = topics.map(() => el("div"));
      says.replaceChildren(el("h2", {}, say.say));
      const failed = (error) => {
        console.error(error);
        procedures.replaceChildren(el("h2", {}, say.across), el("p", { class: "open" }, say.fail));
      };
      await Promise.all([
        // all topics at once: one that comes late would push the others down
        Promise.all(parts.map((part, n) => onTopic(part, topics[n], ids, files, records)))
          .then(() => says.append(...parts)),
        across(procedures, files, records).catch(failed),
      ]);
      [says, procedures].forEach((place) => place.removeAttribute("aria-busy"));
    };
  };
})();
