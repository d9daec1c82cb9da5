/* A topic for one State: the text that binds it and answers best; the narrow questions of the topic, each with
   what answers it there; two further texts, each with its sentence and since when; what none of them says;
   general law that also applies; what is only asked of it; what we do not know. Its region comes first of all;
   in the table the rows that bind it do, without those that are told already. */
(() => {
  "use strict";
  const { compendium } = globalThis;
  const { answers } = compendium;
  const NUMBERED = 3; // texts with a number from which on a topic is one of numbers
  const SHOWN = 2; // further texts that are named, each with its best sentence; the others stand in the table

  /* The id of a record's row (addresses.row_anchor). */
  const rowId = (record) => record.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

  answers.topic = (form, { dotted, el, fill, fold, link, oneState, since }) => {
    const { persons } = compendium;
    const table = document.getElementById("compare");
    const say = form.dataset;
    const order = [...table.querySelectorAll("tbody tr:not(.group)")].map((row) => [row, row.parentNode]);
    const heading = el("th", { colspan: 3, scope: "rowgroup" }, say.binding);
    const mine = el("tbody", { class: "mine" }, el("tr", { class: "group" }, heading));

    const rowOf = (record) => document.getElementById(rowId(record));
    /* The order of rows that bind the same State (corpus/tables.py); those with a sentence for the person that a
       reader chose come first. */
    const first = (a, b) => rowOf(a).dataset.place - rowOf(b).dataset.place;
    const forPerson = (records) => persons.first(records, (id) => binding(id).flatMap(persons.of));
    const isGeneral = (record) => "general" in rowOf(record).dataset;
    const read = new Set(say.read.split(" "));

    /* A text that binds others and not this State says so in its row. */
    const marked = (found) => {
      table.querySelectorAll(".unbound").forEach((mark) => mark.remove());
      if (!found) return;
      const part = found.pending.filter(({ in_part: some }) => some);
      const bound = new Set([...found.binding, ...part].map(({ record }) => rowOf(record)));
      const open = new Set([...found.open, ...found.open_elsewhere].map(rowOf));
      const others = order.map(([row]) => row)
        .filter((row) => row.dataset.force === "binding" && !bound.has(row));
      others.forEach((row) => {
        const words = open.has(row) ? say.unknown : say.unbound;
        row.cells[0].append(el("p", { class: "src unbound" }, words));
      });
    };
    const regions = document.querySelector("dl.answers");
    const listed = [...regions.children];
    /* The region of most of its mechanisms; what a region is called stands beside its box over the table. */
    const ownFirst = (found) => {
      regions.append(...listed);
      const own = (found?.memberships || []).map(({ mechanism: id }) => found.mechanisms[id].regions)
        .filter(({ length, 0: region }) => length === 1 && region !== "global").map(([region]) => region);
      const [region] = own.sort((a, b) =>
        own.filter((each) => each === b).length - own.filter((each) => each === a).length);
      const label = document.querySelector(`input[name=region][value="${region}"]`)?.closest("label").textContent;
      const place = listed.findIndex((each) => each.matches("dt") && each.textContent === label?.trim());
      if (place > 0) regions.prepend(listed[place], listed[place + 1]);
    };
    /* `told` are the records that the answer tells already. */
    const arrange = (records, told, found) => {
      marked(found);
      ownFirst(found);
      mine.remove();
      mine.replaceChildren(mine.firstChild);
      order.forEach(([row, body]) => {
        body.append(row);
        row.classList.remove("told");
      });
      told.forEach((record) => rowOf(record).classList.add("told"));
      if (!records.length) return;
      mine.append(...records.map(rowOf));
      table.tBodies[0].before(mine);
    };
    /* How the State that was chosen is bound by a text: {freed, reserved}. */
    let held = new Map();
    const anchorOf = (cell) => cell.querySelector("a[href*='#']")?.hash.slice(1);
    /* The sentences of a row that bind the State, without those from which its reservations free it. */
    const binding = (record) => persons.first([...rowOf(record).querySelectorAll(".cell")]
      .filter((cell) => !held.get(record)?.freed?.includes(anchorOf(cell))));
    /* What limits or explains a sentence for the State; else that there is something that we have not read. */
    const limits = (record, cell) => {
      const { reserved = [] } = held.get(record) || {};
      const anchor = anchorOf(cell);
      const said = reserved.filter(({ lines = [] }) => lines.includes(anchor)).map(({ words }) => words);
      if (said.length) return el("p", { class: "note" }, say.limits, say.colon, ...dotted(said));
      return reserved.some(({ kind }) => kind === "unknown") ? el("p", { class: "note" }, say.reserved) : "";
    };
    /* A sentence once more: its place in the table stays the only one of its id. */
    const copyOf = (cell) => {
      const copied = cell.cloneNode(true);
      copied.removeAttribute("id");
      return copied;
    };
    /* The sentence that a row begins with for the State, as it stands in the table; a number only where it
       leads. */
    const sentence = (record, leads) => {
      const [first] = binding(record);
      const cell = first && copyOf(first);
      if (!leads) cell?.querySelector(".num")?.remove();
      cell?.append(limits(record, first));
      return cell || "";
    };
    /* What else the text says on the topic, as it stands in the table. */
    const further = (record) => {
      const cells = binding(record).slice(1).map((cell) => {
        const copied = copyOf(cell);
        copied.append(limits(record, cell));
        return copied;
      });
      return cells.length ? fold(fill(say.further, { n: cells.length }), ...cells) : "";
    };
    const named = (records, lines, shown) => {
      const items = records.slice(0, shown).map((id) =>
        el("li", {}, lines.more ? link(lines.records[id].address, lines.records[id].name)
          : el("a", { href: `#${rowId(id)}` }, lines.records[id].name),
        lines.more?.(id) || "", lines.words(id), lines.more ? further(id) : ""));
      const left = records.length - shown;
      if (left > 0) items.push(el("li", {}, el("a", { href: "#compare" }, fill(say.more, { n: left }))));
      return el("ul", { class: "plain" }, items);
    };
    const part = (words, records, lines) =>
      (records.length ? [el("h2", {}, words), named(records, lines, SHOWN)] : []);
    /* That no text which binds the State says what readers most ask (`unsaid` of the vocabulary); else that
       none sets a number, where others do. */
    const saying = say.saying ? new Set(say.saying.split(" ").map(rowId))
      : new Set(order.filter(([row]) => row.querySelector(".num")).map(([row]) => row.id));
    const isAsked = say.saying || saying.size >= NUMBERED;
    const unsaid = (found) => (isAsked && !found.binding.some(({ record }) => saying.has(rowId(record)))
      ? el("p", {}, say.unsaid) : "");
    const unread = (found) => {
      const ids = found.binding.map(({ record }) => record)
        .filter((id) => found.records[id].about !== "neighbour" && !read.has(id));
      const links = ids.map((id) => link(found.records[id].address, found.records[id].name));
      return ids.length ? el("p", { class: "src" }, say.notread, say.colon, ...dotted(links)) : "";
    };

    /* -- narrow questions -- */

    const { answerFor, readingOf } = answers.law;
    const anyone = { child: "", happened: [] };
    const folds = () => [...document.querySelectorAll("details[id^=question-]")]; // a person's come first
    const toLine = "a[href*='#']"; // a link to a line of a text
    /* A line by its link: its place, and what law.js asks of it. */
    const lineOf = (link) => {
      const [, record, anchor] = link.getAttribute("href").match(/instruments\/(.+?)\/(?:index\.html)?(#.+)$/);
      return { place: record + anchor, record, address: link.getAttribute("href") };
    };
    /* The sentences of the table, by the places of their lines. */
    const sentences = new Map([...table.querySelectorAll(".cell")].filter(anchorOf)
      .map((cell) => [lineOf(cell.querySelector(toLine)).place, cell]));
    /* A line whose row has no id does not apply yet (topic_table.py). */
    const binds = ({ place }) => Boolean(sentences.get(place)?.closest("tr").id);
    /* Whether its sentence says first for whom only it is; and that nobody has checked it. */
    const isForSome = ({ place }) => Boolean(sentences.get(place)?.querySelector("p:not([class]) > strong:first-child"));
    const grade = ({ place }) => (sentences.get(place)?.querySelector(".warn") ? "recalled" : "");
    /* The lines of a fold, the best first: each place leads to its sentence in the table. */
    const linesOf = (fold) => [...fold.querySelectorAll(toLine)].map((link) => {
      const line = lineOf(document.getElementById(link.hash.slice(1)).querySelector(toLine));
      return { ...line, link, binds: binds(line), for_some: isForSome(line), confidence: grade(line) };
    });
    const asFile = (code, lines) => ({
      questions: { [code]: { lines: lines.map(({ place }) => place) } },
      lines: Object.fromEntries(lines.map((line) => [line.place, line])),
      groups: {},
    });
    /* The sentence of a line with the name of its text, as in no table. */
    const quoted = ({ place, record, address }, found) => {
      const cell = copyOf(sentences.get(place));
      const name = el("a", { href: address }, found.records[record].name);
      cell.querySelector(toLine).before(name, " · ");
      return cell;
    };
    const limited = (line, found) => {
      const sentence = quoted(line, found);
      sentence.append(limits(line.record, sentences.get(line.place)));
      return sentence;
    };
    const cellOf = ({ place }) => sentences.get(place);
    /* What answers a question for the State: law.js says which line does. Where that one is for the person alone
       that a reader chose, what is for everyone follows it. */
    const answerOf = (fold, found) => {
      const best = (lines) => answerFor(fold.id, found, anyone, asFile(fold.id, lines));
      const lines = persons.first(linesOf(fold), (line) => persons.of(cellOf(line)));
      const { kind, line } = best(lines);
      const words = fold.querySelector("summary").firstChild.textContent.trim();
      if (kind !== "binding") return { words, kind, line };
      const general = best(lines.filter((each) => !persons.isFor(cellOf(each))));
      const shown = [line, ...(general.kind === "binding" ? [general.line] : [])];
      return { words, kind, shown: [...new Set(shown)] };
    };
    /* Questions that no binding text answers: where something else speaks on it, and in a fold what that says.
       A line that the State reserved is only named. */
    const headings = { freed: say.freed, advised: say.asked, elsewhere: say.elsewhere };
    const placeOf = ({ link }) => [...link.closest("li").childNodes].map((node) => node.cloneNode(true));
    const withPlace = ({ words, line }, found) => fold(
      [words, " ", el("small", {}, placeOf(line).map(({ textContent }) => textContent.trim()).join(""))],
      quoted(line, found));
    const instead = (kind, answers, found) => {
      const own = answers.filter((answer) => answer.kind === kind);
      if (!own.length) return [];
      const named = ({ words, line }) => el("p", { class: "src" }, words, " ", placeOf(line));
      return [el("p", {}, headings[kind], say.colon),
        ...own.map((answer) => (kind === "freed" ? named(answer) : withPlace(answer, found)))];
    };
    /* Those to which no text here has an answer. */
    const silent = (answers) => {
      const words = answers.filter(({ kind }) => kind === "none").map((answer) => answer.words);
      return words.length ? el("p", { class: "note" }, say.nowhere, say.colon, ...dotted(words)) : "";
    };
    /* The texts on the subject that bind the State: how many of them were read in full, where that was not said
       above; and which were not. */
    const reading = ({ full, unread: ids }, isSaid, { records }) => {
      const links = ids.map((id) => link(records[id].address, records[id].name));
      const note = (words, ...parts) => el("p", { class: "note" }, words, say.colon, ...parts);
      return [isSaid ? "" : note(say.infull, String(full)), links.length ? note(say.notfull, ...dotted(links)) : "",
        el("p", { class: "note" }, say.national)];
    };
    /* Questions with what binds the State; then, said once of all others, that nothing that binds it answers, and
       what there is instead. Those come first where one of them is about the person that a reader chose. `isNone`:
       it stands above already that nothing says anything. */
    const questions = (found, full, isNone) => {
      const asked = folds();
      const answers = asked.map((question) => answerOf(question, found));
      if (!answers.length) return [];
      const open = answers.filter(({ kind }) => kind !== "binding");
      const quotedPlaces = new Set(); // each sentence stands once; then its place
      const sentenceOnce = (line) => {
        if (quotedPlaces.has(line.place)) return el("p", { class: "src" }, placeOf(line));
        quotedPlaces.add(line.place);
        return limited(line, found);
      };
      const rows = answers.filter(({ shown }) => shown).flatMap(({ words, shown }) =>
        [el("dt", {}, words), el("dd", {}, shown.map(sentenceOnce))]);
      const answered = rows.length ? [el("dl", { class: "lists" }, rows)] : [];
      const unanswered = [
        open.length && !isNone ? el("p", { class: "open" }, fill(say.unanswered, { n: full })) : "",
        ...Object.keys(headings).flatMap((kind) => instead(kind, open, found)),
        silent(open),
      ];
      const isOpenFirst = persons.isFor(asked[0]) && open.includes(answers[0]);
      const parts = isOpenFirst ? [unanswered, answered] : [answered, unanswered];
      return [el("h2", {}, say.questions), ...parts.flat()];
    };

    /* The same rows as a file, each under what it is to the State, with the days on which the State joined and
       was bound. */
    const along = (state, parts) => {
      const rows = parts.flatMap(([words, records]) => records.map((id) => [rowOf(id), words]));
      if (!rows.length) return "";
      const title = `${table.caption.textContent} · ${state.name}`;
      const name = `dakar-topics-${say.code}-${state.code.toLowerCase()}`;
      const entries = parts.flatMap(([, records]) => records.map((id) => held.get(id)));
      const days = {
        labels: [say.state, say.joined, say.since],
        cells: (n) => [state.name, entries[n]?.since || "", entries[n]?.bound_since || ""],
      };
      const made = (tables) => tables.read(table, rows, title, days);
      return compendium.offer(el("p", { class: "take" }), title, made, () => name, true);
    };
    /* The answer for a chat or a text message: State, question, of each text what it says and where, since
       when it binds, and the address. */
    const copy = (found, ids, days) => el("p", {}, compendium.button(say.text, ({ target }) => {
      const said = (id, part) => sentence(id).querySelector(part).textContent;
      const question = document.querySelector("h1").lastChild.textContent.trim();
      const lines = ids.flatMap((id) => [
        said(id, "p:not([class])"), `${found.records[id].name} · ${said(id, "p.src")}`, days.get(id), "",
      ].filter((line) => line !== undefined));
      const [address] = location.href.split("#"); // without the person
      const text = [`${found.state.name}${say.colon}${question}`, "", ...lines, address].join("\n");
      navigator.clipboard.writeText(text).then(() => { target.textContent = say.done; }, () => target.remove());
    }, { class: "copy" }));
    const answer = (found) => {
      const on = (records) => records.filter(rowOf).sort(first);
      const days = new Map(found.binding.map((each) => [each.record, since(each, found.state, say)]));
      held = new Map(found.binding.map((each) => [each.record, each]));
      const speaking = on([...days.keys()]);
      const bound = forPerson(speaking.filter((id) => binding(id).length));
      const freed = speaking.filter((id) => !binding(id).length);
      const [near, general] = [bound.filter((id) => !isGeneral(id)), bound.filter(isGeneral)];
      const asked = on(Object.values(found.standards).flat());
      const open = on(found.open);
      const lines = (words) => ({ records: found.records, words });
      const said = {
        ...lines((id) => (days.get(id) ? el("span", { class: "src" }, ` ${days.get(id)}`) : "")),
        more: (id) => sentence(id, id === near[0]),
      };
      const extent = readingOf(found, { texts: found.records }); // how far the texts were read
      const asking = questions(found, extent.full, !bound.length);
      const isSaid = asking.some((each) => each.matches?.(".open")); // that nothing answers, and how many
      arrange([...near, ...general], [...near.slice(0, SHOWN + 1), ...general], found);
      const others = general.length ? named(general, said, general.length) : "";
      return [
        say.saying && near.length ? unsaid(found) : "",
        ...(near.length ? [el("h2", {}, say.binding), named(near.slice(0, 1), said, 1)]
          : [el("p", { class: "open" }, general.length ? say.onlygeneral : fill(say.none, { n: extent.full })), others]),
        ...asking,
        ...(asking.length ? reading(extent, isSaid || !bound.length, found) : []),
        ...part(say.furthertexts, near.slice(1), said),
        near.length && navigator.clipboard ? copy(found, near.slice(0, SHOWN + 1), days) : "",
        say.saying || !near.length ? "" : unsaid(found),
        unread(found),
        near.length && others ? fold(fill(say.general, { n: general.length }), others) : "",
        ...part(say.freed, freed, lines(() => "")),
        ...part(say.asked, asked, lines(() => "")),
        ...part(say.unknown, open, lines(() => "")),
        el("p", {}, ...dotted([link(found.state.address, say.all)])),
        along(found.state, [[say.binding, bound], [say.freed, freed], [say.asked, asked], [say.unknown, open]]),
      ];
    };
    oneState(form, answer, () => arrange([], []));
  };
})();
