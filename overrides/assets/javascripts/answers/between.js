/* From one State to another: what texts say on the topics of such a case, the procedures that reach across,
   whom to call at each end, which texts bind all and which only some, since when, and what nobody has recorded.
   The choice stands in the address: ?from=NGA&to=ITA&through=NER. */
(() => {
  "use strict";
  const { compendium } = globalThis;
  const { answers } = compendium;
  const CONTACT = /(https?:\/\/[^\s·]+|[^\s·]+@[^\s·]+|\+\d[\d ()-]{5,}\d)/;
  const KINDS = ["sop", "action-plan"];

  const { entryOf, kindOf, kindOfLine, standing } = answers.law;

  /* Lines in groups, each of texts that bind the same States: `kinds` has a kind for each State. `all` is the group
     of what binds all of them; of `some` those come first that bind the last State, to which the case leads. */
  const grouped = (lines, files) => {
    const groups = new Map([[files.map(() => "bound").join(" "), []]]);
    lines.forEach((line) => {
      const kinds = files.map((file) => kindOfLine(file, line)).join(" ");
      groups.set(kinds, [...groups.get(kinds) || [], line]);
    });
    const [all, ...others] = [...groups]
      .map(([kinds, own]) => ({ kinds: kinds.split(" "), lines: own }));
    const bound = ({ kinds }) => kinds.filter((kind) => kind === "bound").length;
    const bindsLast = ({ kinds }) => kinds.at(-1) === "bound";
    const rank = (group) => bound(group) + (bindsLast(group) ? files.length : 0);
    return { all, some: others.filter(bound).sort((a, b) => rank(b) - rank(a)) };
  };

  const namesOf = (files, say) => files.map(({ state }) => state.in_sentence).join(say.comma);

  /* What is true of every line of a group that does not bind all. */
  const heading = ({ kinds }, files, say, fill) => {
    const [state, free, unknown] = ["bound", "free", "unknown"]
      .map((kind) => namesOf(files.filter((_, n) => kinds[n] === kind), say));
    if (!unknown) return fill(say.also, { state, other: free });
    if (!free) return fill(say.alsoopen, { state, other: unknown });
    return fill(say.alsoboth, { state, other: free, open: unknown });
  };

  /* Since when a text that binds all the States has done so: `missing` are those of which the day is not known;
     where none is, `last` is the entry of the one bound last. A year alone is later than any day in it. */
  const since = (id, files) => {
    const dayOf = ({ binding }) => entryOf(binding, id).bound_since;
    const later = (a, b) => (`${dayOf(a)}~` < `${dayOf(b)}~` ? b : a);
    const missing = files.filter((file) => !dayOf(file));
    return { missing, last: entryOf(files.reduce(later).binding, id) };
  };

  answers.bound = { grouped, heading, kindOf, since };

  answers.between = (root, page) => {
    const { persons } = compendium;
    const { choices, choose, confidence, data, dotted, el, fill, fillStates, fold, folded, line, link, ordered } = page;
    const { failing, record, state, topic } = page;
    const say = root.dataset;
    const form = root.querySelector("form");
    const [status, result] = [form.querySelector("[role=status]"), root.querySelector(".result")];
    const { from, to, through } = form.elements;

    /* -- what texts say where a case crosses a border: by topic, in the order of the file (corpus/order.py), those
       that bind all the States, and what else binds each; and the procedures and plans that reach across -- */

    const [topics, leading, stages, nationals] = [say.topics, say.leading, say.stages, say.nationals]
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
    /* Since when all are bound, or for which of them nobody knows. */
    const allSince = (id, files, label = "") => {
      const { missing, last } = since(id, files);
      const open = { state: namesOf(missing, say) };
      return missing.length ? fill(say.nosince, open) : label + last.bound_since_words;
    };
    /* Of a line that is for nationals of its parties alone: which of the States are none, or perhaps none. */
    const outside = (each, files) => {
      if (!(each.only_for || []).some((code) => nationals.includes(code))) return [];
      const words = { free: say.notone, unknown: say.openone };
      return files.map((file) => [file.state.in_sentence, words[kindOf(file, each.record)]])
        .filter(([, pattern]) => pattern)
        .map(([name, pattern]) => fill(pattern, { state: name }));
    };
    /* What texts say on a topic: what binds all the States, with general law and the texts without a line; and
       under a heading each what else binds some, of which one sentence of the State that the case leads to is
       shown. */
    const said = (file, ids, files, records) => {
      const shown = (each) => {
        const text = file.records[each.record];
        const label = `${say.allsince}${say.colon}`;
        const days = ids.has(each.record) ? [allSince(each.record, files, label)] : [];
        return line(each, text, file.labels, say, text.name, [outside(each, files), days]);
      };
      const now = file.lines.filter((each) => !each.applies_from);
      const current = persons.first(now, (each) => each.persons || []);
      const { all, some } = grouped(current.filter(({ general }) => !general), files);
      const law = current
        .filter(({ general, record: id }) => general && ids.has(id)).map(shown);
      const nothing = all.lines.length || law.length ? "" : el("p", { class: "src" }, say.nothing);
      return [
        el("h4", {}, say.binds), nothing, ...folded(all.lines.map(shown), say, 1),
        law.length ? fold(say.general, ...law) : "",
        without(file, ids, records),
        ...some.flatMap((group, n) => {
          const head = el("h4", {}, heading(group, files, say, fill));
          const lines = group.lines.map(shown);
          if (!n && group.kinds.at(-1) === "bound") return [head, ...folded(lines, say, 1)];
          return fold([head, ` (${lines.length})`], ...lines);
        }),
      ];
    };
    /* A topic is asked for when a reader opens it. */
    const onTopic = (code, ids, files, records) => {
      const body = el("div");
      const load = () => topic(code).then((file) => {
        const { address, question } = file.topic;
        body.replaceChildren(el("p", {}, link(address, question)), ...said(file, ids, files, records));
      }).catch(failing(body, say.failtopic));
      const place = fold(el("h3", {}, files[0].labels.topics[code].label), body);
      place.addEventListener("toggle", load, { once: true });
      return place;
    };

    /* -- what a person needs: the narrow questions, each with the line that binds; the State that the case leads
       to is that where the person is -- */

    const asked = async (place, files) => {
      const file = await data("case/index.json");
      const [to, ...others] = [...files].reverse();
      const person = { child: persons.child(), happened: [], origin: files[0] };
      const { need } = answers.needs(page, say, { file, files: [to, ...others], person });
      const about = (code) => answers.law.questionsOf(code, person, file)
        .flatMap((question) => file.questions[question].persons || []);
      const codes = persons.first(Object.keys(file.needs), about);
      const places = codes.map((code, n) => el("details", { open: !n },
        el("summary", {}, el("h3", {}, file.needs[code].label)), need(code)));
      place.replaceChildren(el("h2", {}, say.ask), ...places);
      place.removeAttribute("aria-busy");
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
      says.replaceChildren(el("h2", {}, say.say), el("p", { class: "note" }, say.bilateral));
      says.append(...persons.topicsFirst(topics).map((code) => onTopic(code, ids, files, records)));
      await across(procedures, files, records).catch(failing(procedures, say.fail, el("h2", {}, say.across)));
      [says, procedures].forEach((place) => place.removeAttribute("aria-busy"));
    };

    /* -- who is bound by what -- */

    /* How a State stands to a text: since when it is bound, or why that cannot be said. */
    const stands = (file, id) => {
      const kind = standing(file, id);
      if (kind !== "binding") return [say[kind]];
      const entry = entryOf(file.binding, id);
      return dotted([page.since(entry, file.state, say), confidence(entry.confidence, file.labels)]);
    };
    /* With a column that says since when they bind all, where they do. */
    const table = (caption, ids, files, records, day) => {
      const columns = files.map((file) => [file.state.name, (id) => stands(file, id)]);
      if (day) columns.push([say.allsince, day]);
      const heads = [say.text, ...columns.map(([words]) => words)]
        .map((words) => el("th", { scope: "col" }, words));
      const rows = ids.map((id) => el("tr", {},
        el("th", { scope: "row" }, link(records[id].address, records[id].name)),
        columns.map(([words, cell]) => el("td", { "data-label": words }, cell(id)))));
      return el("div", { class: "tbl", role: "region", tabindex: 0, "aria-label": caption },
        el("table", { class: "cmp cards" }, el("caption", {}, caption),
          el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows)));
    };
    const bound = (files, records) => {
      const near = (id) => say.near.indexOf(records[id].about); // codes in their order
      const every = [...new Set(files.flatMap((file) => file.binding.map(({ record: id }) => id)))].sort((a, b) => near(a) - near(b)
        || records[b].topics - records[a].topics || records[a].name.localeCompare(records[b].name));
      const all = every.filter((id) => files.every((file) => kindOf(file, id) === "bound"));
      const some = every.filter((id) => !all.includes(id));
      return { all, some };
    };
    const binding = ({ all, some }, files, records) => [
      el("h2", { id: "binding" }, say.bound),
      all.length ? fold(`${say.all} (${all.length})`,
        table(say.all, all, files, records, (id) => allSince(id, files)))
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
        el("li", {}, url ? el("a", { href: url, rel: "external" }, words) : words))),
    ];
    /* The number of the police is in its words already. */
    const emergency = ({ number, brief }) => el("li", {}, brief.split(number).flatMap((words, n) =>
      (n ? [el("strong", {}, dialled(number)), words] : words)));
    const numbersOf = (file) => {
      const numbers = file.whom_to_call.map(answering);
      if (file.emergency) numbers.push(emergency(file.emergency));
      return numbers.length ? el("ul", { class: "plain" }, numbers) : "";
    };
    const lines = (file) => [
      el("h3", {}, file.state.name),
      numbersOf(file),
      ...(file.named_lines ? named(file) : []),
      file.copies ? el("p", { class: "src" }, file.copies) : "",
      el("p", {}, link(`${file.state.address}#whom-to-call`, say.call)),
    ];
    const contacts = (files) => {
      const own = files.map((file) => [...new Set(file.memberships.map((each) => each.mechanism))]);
      const shared = own[0].filter((id) => own.every((each) => each.includes(id)));
      return [
        el("h2", { id: "whom-to-call" }, say.call),
        document.querySelector(".old").cloneNode(true),
        el("p", { class: "note" }, say.embassy),
        ...files.flatMap(lines),
        fold(el("h2", { id: "contacts" }, say.whom),
          ...(shared.length ? listed(say.belong, shared, files[0]) : []),
          ...files.flatMap((file, n) => {
            const rest = own[n].filter((id) => !shared.includes(id));
            return rest.length || !own[n].length ? listed(file.state.name, rest, file) : [];
          })),
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
      const places = ["asked", "says", "across"].map((id) => el("div", { id, class: "body", "aria-busy": "true" }));
      result.replaceChildren(
        ...[places[0], contacts(files), places[1], places[2], binding(found, files, records)].flat(2).filter(Boolean),
        gaps(files, records),
      );
      root.querySelector("[data-jumps]").hidden = false;
      const [of, to] = [files[0], files.at(-1)].map((file) => file.state.code.toLowerCase());
      const child = persons.child() && `&child=${persons.child()}`;
      root.querySelector("[data-case]").hash = `in=${to}&from=${of}${child}`;
      asked(places[0], files).catch(failing(places[0], say.fail, el("h2", {}, say.ask)));
      texts(places.slice(1), found.all, files, records);
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
    persons.follow(apply);
    root.hidden = false;
    Promise.all([from, to, through].map((select) =>
      fillStates(select, (choices().get(select.name) || "").toUpperCase()))).then(apply).catch((error) => {
      console.error(error);
      status.textContent = say.fail;
    });
  };
})();
