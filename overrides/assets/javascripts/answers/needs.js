/* What the texts say on what a person needs, in one or more States: of each question the best line that binds,
   said once where it binds several States; else that nothing binds, and what there is instead. Which line that is
   law.js decides. Pages of a case and of two States show it; their words are on the page (`words_of_needs` in
   parts.html.j2). */
(() => {
  "use strict";
  const { answers } = globalThis.compendium;

  /* `file` has the needs, questions and lines, `files` are those of the States, that where the person is first;
     `person` is {child, happened, origin}. Returns what shows a need by its code, what answers it, and the
     texts that were cited so far, by id. */
  answers.needs = ({ dotted, el, fill, line, link, since }, say, { file, files, person }) => {
    const { answerFor, entryOf, kindOf, kindOfLine, questionsOf } = answers.law;
    const nationals = say.nationals.split(" ");
    const cited = new Map();
    const quotedLines = new Set(); // each sentence is shown once
    const chosenFor = new Map(files.map(({ state }) => [state.code, new Set()])); // by State: what answered already
    const noted = new Set(); // of which State and text it is said that a reservation was not read

    const nameOf = ({ state }) => state.in_sentence;
    const namesOf = (states) => states.map(({ state }) => state.name).join(say.comma);
    const sinceFor = (own, id) => since(entryOf(own.binding, id), own.state, say);
    const placeOf = (own) =>
      [link(own.address, file.texts[own.record].name), own.reference ? [say.comma, own.reference] : ""];

    /* What States have reserved or declared that touches a line, by what was read. */
    const touching = (own, { record, address }) => (entryOf(own.binding, record)?.reserved || [])
      .filter(({ lines = [] }) => lines.includes(address.split("#")[1]));
    const isTouched = (states, own) => states.some((state) => touching(state, own).length);
    /* Further lines that bind, by their places, each with the persons for whom it is. */
    const further = (states, also) => {
      const whom = ({ only_for: groups = [] }) => groups.map((code) => `${file.labels.groups[code].label}${say.colon}`);
      const places = also.map(({ line: own, isLimited }) =>
        [isLimited ? whom(own) : "", placeOf(own), isTouched(states, own) ? ` (${say.limits})` : ""]);
      return places.length ? [el("p", { class: "src" }, say.alsobinding, say.colon, dotted(places))] : [];
    };
    /* What limits or explains a line for the States that it binds. */
    const limits = (states, one) => states.flatMap((own) => {
      const { record } = one;
      const { reserved = [] } = entryOf(own.binding, record);
      const read = touching(own, one);
      const note = (...words) => [el("p", { class: "note" }, own.state.name, say.colon, ...words)];
      if (read.length) return note(say.limits, say.colon, dotted(read.map(({ words }) => words)));
      const isOpen = reserved.some(({ kind }) => kind === "unknown");
      const key = `${own.state.code} ${record}`;
      if (!isOpen || noted.has(key)) return [];
      noted.add(key);
      return note(say.reserved);
    });
    /* Of a line for nationals of its parties alone: that nobody knows whether the person is one. */
    const outside = ({ only_for: groups = [], record }) => {
      const { origin } = person;
      const isOpen = origin && groups.some((code) => nationals.includes(code)) && kindOf(origin, record) === "unknown";
      return isOpen ? [fill(say.openone, { state: nameOf(origin) })] : [];
    };
    const quoted = ({ kind, line: own, states, also = [] }, lead) => {
      const text = file.texts[own.record];
      cited.set(own.record, text);
      const isBinding = kind === "binding";
      const days = isBinding ? states.map((each) => sinceFor(each, own.record)) : [];
      const cell = line(own, text, file.labels, say, text.name, [outside(own), days]);
      cell.querySelector("p:not([class])").prepend(el("b", {}, lead, say.colon));
      if (isBinding) cell.append(...limits(states, own), ...further(states, also));
      return cell;
    };
    /* Of what does not bind, each once: the places; what an organisation asks, whole. A State is named where
       several have different ones. */
    const instead = ({ found, states }) => {
      const advised = found.filter(({ kind }) => kind === "advised");
      const nearest = advised.length ? found.filter(({ kind }) => kind !== "elsewhere") : found;
      const shown = nearest.filter(({ line: own }, n) => own && !quotedLines.has(own)
        && nearest.findIndex(({ line: other }) => other === own) === n);
      const words = { ...say, elsewhere: states.length > 1 ? say.elsewhereall : say.elsewhere };
      return shown.map((each) => {
        const whom = shown.length > 1 ? `${namesOf(each.states)}${say.comma}` : "";
        if (each.kind === "advised") return quoted(each, whom + words.advised);
        return el("p", { class: "src" }, whom, words[each.kind], say.colon, placeOf(each.line));
      });
    };
    /* That nothing that binds answers for some States, once, and what there is instead. */
    const unanswered = (none) => [
      el("p", {}, el("b", {}, namesOf(none.states), say.colon), say.unanswered), ...perhaps(none), ...instead(none),
    ];
    /* The lines that answer if a text binds of which nobody knows whether it does. */
    const perhaps = ({ found }) => found.filter(({ open }) => open.length).map(({ open, states }) =>
      el("p", { class: "src" }, found.length > 1 ? `${namesOf(states)}${say.comma}` : "", say.maybe, say.colon,
        dotted(open.map(({ line: own }) => placeOf(own)))));
    /* The place of a line that stands above already. */
    const placed = ({ line: own, states }) => el("p", {}, el("b", {}, namesOf(states), say.colon),
      el("span", { class: "src" }, dotted([placeOf(own), ...states.map((each) => sinceFor(each, own.record))])));

    /* The States that must do something for a need: all where it is across borders, else that where the person is;
       what only the State of origin can do is asked of no other. */
    const acting = (code, question) => {
      if (file.questions[question].of_origin) return files.slice(1);
      return file.needs[code].across_borders ? files : files.slice(0, 1);
    };
    const questionsFor = (code) =>
      questionsOf(code, person, file).filter((question) => acting(code, question).length);
    /* What answers a question best for some States: {kind, line, states}, a line once for all States of the case that
       it binds. Where nothing that binds answers for some, that is one: {kind: "none", found, states}, `found` is
       what there is instead. */
    const answered = (question, states) => {
      const each = states.map((own) =>
        ({ ...answerFor(question, own, person, file, chosenFor.get(own.state.code)), states: [own] }));
      const binding = each.filter(({ kind, line: own }, n) => kind === "binding"
        && each.findIndex(({ kind: other, line: first }) => other === kind && first === own) === n);
      const boundBy = (own) => files.filter((state) => kindOfLine(state, own) === "bound");
      const found = each.filter(({ kind }) => kind !== "binding");
      const none = { kind: "none", found, states: found.flatMap(({ states: own }) => own) };
      const chosenBy = (own) => each.filter(({ line: other }) => other === own).flatMap(({ states: its }) => its);
      const shared = binding.map((one) => ({ ...one, states: boundBy(one.line), chosenBy: chosenBy(one.line) }));
      return [...shared, ...(found.length ? [none] : [])];
    };
    const answersOf = (code) =>
      questionsFor(code).flatMap((question) => answered(question, acting(code, question)));

    const shown = (found) => {
      if (found.kind === "none") return unanswered(found);
      found.chosenBy.forEach(({ state }) => chosenFor.get(state.code).add(found.line));
      if (quotedLines.has(found.line)) return placed(found);
      quotedLines.add(found.line);
      const line = quoted(found, namesOf(found.states));
      return found.isLimited ? [el("p", {}, say.noteveryone), line] : line;
    };
    /* Each question after the one before: what was quoted there gives way to something new. */
    const need = (code) => questionsFor(code).map((question) => {
      const { label, address } = file.questions[question];
      const asked = `${address}?state=${files[0].state.code.toLowerCase()}`;
      return [el("h3", {}, link(asked, label)), answered(question, acting(code, question)).map(shown)];
    });
    return { answersOf, cited, namesOf, need, placeOf };
  };
})();
