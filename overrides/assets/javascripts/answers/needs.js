/* What the texts say on what a person needs, in one or more States: of each question the best line that binds,
   said once where it binds several States; else that nothing binds, and what there is instead. Which line that is
   law.js decides. Pages of a case and of two States show it; their words are on the page (`words_of_needs` in
   parts.html.j2). */
(() => {
  "use strict";
  const { answers } = globalThis.compendium;

  /* `file` has the needs, questions and lines, `files` are those of the States, that where the person is first;
     `person` is {child, happened, origin}. Returns {need, cited}: what shows a need by its code, and the texts
     that were cited so far, by id. */
  answers.needs = ({ dotted, el, fill, line, link, since }, say, { file, files, person }) => {
    const { answerFor, entryOf, kindOf, kindOfLine, questionsOf } = answers.law;
    const nationals = say.nationals.split(" ");
    const cited = new Map();
    const quotedLines = new Set(); // each sentence is shown once
    const noted = new Set(); // of which State and text it is said that a reservation was not read

    const nameOf = ({ state }) => state.in_sentence;
    const namesOf = (states) => states.map(({ state }) => state.name).join(say.comma);
    const sinceFor = (own, id) => since(entryOf(own.binding, id), own.state, say);
    const placeOf = (own) => {
      const text = file.texts[own.record];
      cited.set(own.record, text);
      return [link(own.address, text.name), own.reference ? [say.comma, own.reference] : ""];
    };

    /* What limits or explains a line for the States that it binds. */
    const limits = (states, { record, address }) => states.flatMap((own) => {
      const { reserved = [] } = entryOf(own.binding, record);
      const anchor = address.split("#")[1];
      const touching = reserved.filter(({ lines = [] }) => lines.includes(anchor));
      const note = (...words) => [el("p", { class: "note" }, own.state.name, say.colon, ...words)];
      if (touching.length) return note(say.limits, say.colon, dotted(touching.map(({ words }) => words)));
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
    const quoted = ({ kind, line: own, states }, lead) => {
      const text = file.texts[own.record];
      cited.set(own.record, text);
      const isBinding = kind === "binding";
      const days = isBinding ? states.map((each) => sinceFor(each, own.record)) : [];
      const cell = line(own, text, file.labels, say, text.name, [outside(own), days]);
      cell.querySelector("p:not([class])").prepend(el("b", {}, lead, say.colon));
      if (isBinding) cell.append(...limits(states, own));
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
    const unanswered = (none) =>
      [el("p", {}, el("b", {}, namesOf(none.states), say.colon), say.unanswered), ...instead(none)];
    /* The place of a line that stands above already. */
    const placed = ({ line: own, states }) => el("p", {}, el("b", {}, namesOf(states), say.colon),
      el("span", { class: "src" }, dotted([placeOf(own), ...states.map((each) => sinceFor(each, own.record))])));

    /* The States that must do something for a need: all where it is across borders, else that where the person is. */
    const acting = (code) => (file.needs[code].across_borders ? files : files.slice(0, 1));
    /* What answers a question best for some States: {kind, line, states}, a line once for all States of the case that
       it binds. Where nothing that binds answers for some, that is one: {kind: "none", found, states}, `found` is
       what there is instead. */
    const answered = (question, states) => {
      const each = states.map((own) => ({ ...answerFor(question, own, person, file, quotedLines), states: [own] }));
      const binding = each.filter(({ kind, line: own }, n) => kind === "binding"
        && each.findIndex(({ kind: other, line: first }) => other === kind && first === own) === n);
      const boundBy = (own) => files.filter((state) => kindOfLine(state, own) === "bound");
      const found = each.filter(({ kind }) => kind !== "binding");
      const none = { kind: "none", found, states: found.flatMap(({ states: own }) => own) };
      return [...binding.map((one) => ({ ...one, states: boundBy(one.line) })), ...(found.length ? [none] : [])];
    };
    const answersOf = (code) => questionsOf(code, person, file).flatMap((question) => answered(question, acting(code)));

    const shown = (found) => {
      if (found.kind === "none") return unanswered(found);
      if (quotedLines.has(found.line)) return placed(found);
      quotedLines.add(found.line);
      const line = quoted(found, namesOf(found.states));
      return found.isLimited ? [el("p", {}, say.noteveryone), line] : line;
    };
    /* Each question after the one before: what was quoted there gives way to something new. */
    const need = (code) => questionsOf(code, person, file).map((question) => {
      const { label, address } = file.questions[question];
      const asked = `${address}?state=${files[0].state.code.toLowerCase()}`;
      return [el("h3", {}, link(asked, label)), answered(question, acting(code)).map(shown)];
    });
    return { answersOf, cited, namesOf, need };
  };
})();
