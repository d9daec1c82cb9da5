/* From one State to another: what texts say on the topics that cross a border, the procedures that reach across,
   whom to call at each end, which texts bind all and which only some, since when, and what nobody has recorded.
   The choice stands in the address: ?from=NGA&to=ITA&through=NER. */
(() => {
  "use strict";
  const { compendium } = globalThis;
  const { answers } = compendium;
  const CONTACT = /(https?:\/\/[^\s·]+|[^\s·]+@[^\s·]+|\+\d[\d ()-]{5,}\d)/;
  const KINDS = ["sop", "action-plan"];

  answers.between = (root, page) => {
    const { choices, choose, confidence, dotted, el, fill, fillStates, fold, folded, line, link, ordered } = page;
    const { failing, record, state, topic } = page;
    const say = root.dataset;
    const form = root.querySelector("form");
    const [status, result] = [form.querySelector("[role=status]"), root.querySelector(".result")];
    const { from, to, through } = form.elements;

    /* -- what texts say where a case crosses a border: by topic, in the order of the file (corpus/order.py), those
       that bind all the States, and what else binds each; and the procedures and plans that reach across -- */

    const [topics, leading, stages] = [say.topics, say.leading, say.stages]
      .map((codes) => codes.split(" ").filter(Boolean));

    const names = (ids, records) => dotted(ids.map((id) => link(records[id].address, records[id].name)));

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
      return fold(say.without, el("dl", { class: "lists" },
        kinds.flatMap(([words, found]) => [el("dt", {}, words), el("dd", {}, names(found, records))])));
    };
    /* The first line of the texts that bind all the States, and the first that binds the State that the case
       leads to besides; behind one fold the others, what binds the other States besides, general law, and the
       texts without a line. */
    const said = (file, ids, files, records) => {
      const shown = (each) =>
        line(each, file.records[each.record], file.labels, say, file.records[each.record].name);
      const of = (bound, general) => file.lines
        .filter((each) => bound.has(each.record) && !each.applies_from && Boolean(each.general) === general);
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
        law.length ? fold(say.general, ...law) : "",
        without(file, ids, records),
      ];
      return [
        first || "",
        ...(due ? [el("h4", {}, due[0]), shown(due[1])] : []),
        first || due || n || law.length ? "" : el("p", { class: "src" }, say.nothing),
        ...(n ? [fold(fill(say.more, { n }), ...rest, ...behind)] : behind),
      ];
    };
    const onTopic = (place, code, ids, files, records) => topic(code).then((file) => place.replaceChildren(
      el("h3", {}, link(file.topic.address, file.topic.label)), ...said(file, ids, files, records),
    )).catch(failing(place, say.failtopic));

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
      return [fold(`${heading} (${ids.length})`,
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
    const texts = async ([says, procedures], all, files, records) => {
      const ids = new Set(all);
      const parts = topics.map(() => el("div"));
      says.replaceChildren(el("h2", {}, say.say));
      await Promise.all([
        // all topics at once: one that comes late would push the others down
        Promise.all(parts.map((part, n) => onTopic(part, topics[n], ids, files, records)))
          .then(() => says.append(...parts)),
        across(procedures, files, records).catch(failing(procedures, say.fail, el("h2", {}, say.across))),
      ]);
      [says, procedures].forEach((place) => place.removeAttribute("aria-busy"));
    };

    /* -- who is bound by what -- */

    /* How a State stands to a text: since when it is bound, or why that cannot be said. */
    const standing = (file, id) => {
      const of = (list) => list.find(({ record }) => record === id);
      const bound = of(file.binding);
      if (bound) return dotted([bound.words, confidence(bound.confidence, file.labels)]);
      const known = [["pending", of(file.pending)], ["signed", of(file.signed)], ["left", of(file.left)]]
        .find(([, found]) => found);
      if (known) return [say[known[0]]];
      if (file.named.includes(id)) return [say.named];
      return [[...file.open, ...file.open_elsewhere].includes(id) ? say.unknown : say.nowhere];
    };
    const table = (heading, ids, files, records) => {
      const heads = [say.text, ...files.map((file) => file.state.name)]
        .map((words) => el("th", { scope: "col" }, words));
      const rows = ids.map((id) => el("tr", {},
        el("th", { scope: "row" }, link(records[id].address, records[id].name)),
        files.map((file) => el("td", { "data-label": file.state.name }, standing(file, id)))));
      return el("div", { class: "tbl", role: "region", tabindex: 0, "aria-label": heading },
        el("table", { class: "cmp cards" }, el("caption", {}, heading),
          el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows)));
    };
    const bound = (files, records) => {
      const sets = files.map((file) => new Set(file.binding.map(({ record }) => record)));
      const near = (id) => say.near.indexOf(records[id].about); // codes in their order
      const every = [...new Set(sets.flatMap((each) => [...each]))].sort((a, b) => near(a) - near(b)
        || records[b].topics - records[a].topics || records[a].name.localeCompare(records[b].name));
      const all = every.filter((id) => sets.every((each) => each.has(id)));
      const some = every.filter((id) => !all.includes(id));
      return { all, some };
    };
    const binding = ({ all, some }, files, records) => [
      el("h2", { id: "binding" }, say.bound),
      all.length ? fold(`${say.all} (${all.length})`, table(say.all, all, files, records))
        : el("p", { class: "open" }, say.none),
      some.length ? fold(`${say.some} (${some.length})`, table(say.some, some, files, records)) : "",
      all.length + some.length ? along(files) : "",
    ];
    const along = (files) => {
      const name = ["dakar-between", ...files.map((file) => file.state.code.toLowerCase())].join("-");
      const made = (tables) => tables.tables([...result.querySelectorAll("table")]);
      return compendium.offer(el("p", { class: "take" }), say.all, made, () => name);
    };

    /* -- whom to call -- */

    const dialled = (number) => el("a", { href: `tel:${number.replace(/[^\d+]/g, "")}`, dir: "ltr" }, number);
    const called = (words) => words.split(CONTACT).map((part, n) => {
      if (n % 2 === 0) return part;
      if (part.startsWith("+")) return dialled(part);
      return el("a", { href: part.includes("@") ? `mailto:${part}` : part, rel: "external", dir: "ltr" }, part);
    });
    const mechanism = ({ title, address, contact }) => el("li", {}, link(address, title),
      el("span", { class: "src" }, contact
        ? [" ", called(contact)] : ` ${say.contact}${say.colon}${say.nocontact}`));
    const listed = (heading, ids, file) => [el("h3", {}, heading),
      ids.length ? el("ul", { class: "plain" }, ids.map((id) => mechanism(file.mechanisms[id])))
        : el("p", { class: "src" }, say.nomember)];
    const answering = ({ numbers, words }) => el("li", {},
      numbers.flatMap((each) => [el("strong", {}, dialled(each)), " "]), el("span", { class: "src" }, words));
    const named = (file) => [
      el("p", {}, file.check_lines),
      el("ul", { class: "plain" }, file.named_lines.map(({ words, url }) =>
        el("li", {}, el("a", { href: url, rel: "external" }, words)))),
    ];
    const lines = (file) => [
      el("h3", {}, file.state.name),
      file.whom_to_call.length ? el("ul", { class: "plain" }, file.whom_to_call.map(answering)) : "",
      ...(file.named_lines ? named(file) : []),
      file.copies ? el("p", { class: "src" }, file.copies) : "",
      el("p", {}, link(`${file.state.address}#whom-to-call`, say.call)),
    ];
    const contacts = (files) => {
      const own = files.map((file) => [...new Set(file.memberships.map((each) => each.mechanism))]);
      const shared = own[0].filter((id) => own.every((each) => each.includes(id)));
      return [
        el("h2", { id: "whom-to-call" }, say.call),
        el("p", { class: "note" }, say.embassy),
        ...files.flatMap(lines),
        el("h2", { id: "contacts" }, say.whom),
        ...(shared.length ? listed(say.belong, shared, files[0]) : []),
        ...files.flatMap((file, n) => {
          const rest = own[n].filter((id) => !shared.includes(id));
          return rest.length || !own[n].length ? listed(file.state.name, rest, file) : [];
        }),
      ];
    };

    /* -- what nobody has recorded -- */

    const gaps = (files, records) => el("section", { class: "gap" },
      el("h2", { id: "not-recorded" }, say.gap),
      el("dl", { class: "lists" }, files.flatMap((file) => [
        el("dt", {}, file.state.name),
        el("dd", {},
          file.open.length ? el("p", {}, `${say.unknown}${say.colon}`,
            dotted(file.open.map((id) => link(records[id].address, records[id].name)))) : "",
          el("p", {}, link(file.state.address, say.every))),
      ])));

    const answer = (files) => {
      const records = Object.assign({}, ...files.map((file) => file.records));
      const found = bound(files, records);
      const places = ["says", "across"].map((id) => el("div", { id, class: "body", "aria-busy": "true" }));
      result.replaceChildren(
        ...[places[0], contacts(files), places[1], binding(found, files, records)].flat(2).filter(Boolean),
        gaps(files, records),
      );
      root.querySelector("[data-jumps]").hidden = false;
      texts(places, found.all, files, records);
    };

    let turn = 0;
    const apply = async () => {
      const mine = ++turn;
      const codes = [from.value, through.value, to.value].filter(Boolean);
      choose([["from", from.value], ["to", to.value], ["through", through.value]]);
      status.textContent = from.value && to.value && new Set(codes).size < codes.length ? say.differ : "";
      if (!from.value || !to.value || status.textContent) {
        result.replaceChildren();
        return;
      }
      root.setAttribute("aria-busy", "true");
      try {
        const files = await Promise.all(codes.map(state));
        if (mine === turn) answer(files);
      } catch (error) {
        if (mine === turn) failing(result, say.fail)(error);
      }
      root.removeAttribute("aria-busy");
    };

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", apply);
    root.hidden = false;
    Promise.all([from, to, through].map((select) =>
      fillStates(select, (choices().get(select.name) || "").toUpperCase()))).then(apply).catch((error) => {
      console.error(error);
      status.textContent = say.fail;
    });
  };
})();
