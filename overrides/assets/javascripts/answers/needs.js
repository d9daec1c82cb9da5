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
    /* That nothing that binds answers for a State, and what there is instead. */
    const unanswered = (found) => {
      const none = el("p", {}, el("b", {}, namesOf(found.states), say.colon), say.unanswered);
      if (found.kind === "advised") return [none, quoted(found, say.advised)];
      if (found.line) none.append(" ", el("span", { class: "src" }, say[found.kind], say.colon, placeOf(found.line)));
      return [none];
    };
    /* The place of a line without its sentence. */
    const placed = ({ kind, line: own, states }) => {
      const days = states.map((each) => kind === "binding" && sinceFor(each, own.record));
      const words = kind === "binding" ? dotted([placeOf(own), ...days]) : say.unanswered;
      return el("p", {}, el("b", {}, namesOf(states), say.colon), el("span", { class: "src" }, words));
    };
    /* A State with the others of the case that a line binds, too. */
    const boundBy = (line, own) => {
      const others = files.filter((other) => other !== own && kindOfLine(other, line) === "bound");
      return [own, ...others];
    };
    /* What answers a question best, for each State in turn; a line that does for two stands there once. */
    const answered = (question) => files.reduce((all, own) => {
      const found = answerFor(question, own, person, file, quotedLines);
      const isBinding = found.kind === "binding";
      if (isBinding && all.some(({ kind, line: other }) => kind === "binding" && other === found.line)) return all;
      return [...all, { ...found, states: isBinding ? boundBy(found.line, own) : [own] }];
    }, []);

    /* The State from which the person comes is said in short where it is not the one that must act. */
    const shown = (found, acrossBorders) => {
      const isElsewhere = found.states[0] !== files[0] && !acrossBorders;
      if (isElsewhere || quotedLines.has(found.line)) return placed(found);
      if (found.kind !== "binding") return unanswered(found);
      quotedLines.add(found.line);
      const line = quoted(found, namesOf(found.states));
      return found.isLimited ? [el("p", {}, say.noteveryone), line] : line;
    };
    const need = (code) => questionsOf(code, person, file).map((question) => {
      const { label, address } = file.questions[question];
      const asked = `${address}?state=${files[0].state.code.toLowerCase()}`;
      const parts = answered(question).map((found) => shown(found, file.needs[code].across_borders));
      return [el("h3", {}, link(asked, label)), parts];
    });
    return { answered, cited, namesOf, need };
  };
})();
