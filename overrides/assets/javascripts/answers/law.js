/* Who is bound by what, and which line answers a question for a State: decided from the files of States and of
   the case (generators/data) alone, without a page. Pages of a case and of two States build on it. */
(() => {
  "use strict";
  const { answers } = globalThis.compendium;

  const entryOf = (list, id) => list.find(({ record }) => record === id);

  /* How a State stands to a text. */
  const standing = (file, id) => {
    const lists = ["binding", "pending", "signed", "left"];
    const listed = lists.find((list) => entryOf(file[list], id));
    if (listed) return listed;
    if (file.named.includes(id)) return "named";
    return [...file.open, ...file.open_elsewhere].includes(id) ? "unknown" : "nowhere";
  };
  /* Whether a text binds a State (bound), does not (free), or nobody knows (unknown). */
  const kindOf = (file, id) => {
    const stands = standing(file, id);
    if (stands === "binding") return "bound";
    return ["named", "unknown"].includes(stands) ? "unknown" : "free";
  };
  const isFreed = (file, { record, address = "" }) =>
    (entryOf(file.binding, record)?.freed || []).includes(address.split("#")[1]);
  /* The same of one line of a text: a State's reservation may free it from that line alone. */
  const kindOfLine = (file, line) => (isFreed(file, line) ? "free" : kindOf(file, line.record));

  /* -- a question of a case -- */

  /* How well a line fits the person: 0 it does, and is for a child where the person is one; 1 it does; 2 it is
     for some persons only, and nobody knows whether this is one of them; null: it is for others. `origin` is the
     file of the State of the person, where that is known. */
  const fit = ({ only_for: groups = [], record }, { child, happened, origin }, known) => {
    let rank = 1;
    for (const code of groups) {
      const { children, exploitation, of_parties: ofParties } = known[code];
      if (children) {
        if (child === "no") return null;
        rank = child ? Math.min(rank, 0) : 2;
      } else if (exploitation && happened.length) {
        if (!exploitation.some((form) => happened.includes(form))) return null;
      } else if (ofParties && origin) {
        if (kindOf(origin, record) === "free") return null;
      } else {
        return 2;
      }
    }
    return rank;
  };

  /* The lines that answer a question for a person, the best first; what nobody has checked comes last. */
  const linesFor = (code, person, { questions, lines, groups }) => questions[code].lines
    .map((place) => lines[place])
    .map((line) => ({ line, rank: fit(line, person, groups) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.line.confidence === "recalled") - (b.line.confidence === "recalled") || a.rank - b.rank)
    .map(({ line }) => line);

  const isLaw = ({ binds, applies_words: later }) => binds !== false && !later;

  /* What answers a question for a State: its best line, and whether that binds the State (binding), would but for
     its reservation (freed), is asked of it by its organisations (advised), or is from elsewhere; none: no line. */
  const answerFor = (code, state, person, file) => {
    const lines = linesFor(code, person, file);
    const standards = Object.values(state.standards).flat();
    const kinds = {
      binding: (line) => isLaw(line) && kindOfLine(state, line) === "bound",
      freed: (line) => isLaw(line) && isFreed(state, line),
      advised: (line) => standards.includes(line.record),
      elsewhere: () => true,
    };
    for (const [kind, holds] of Object.entries(kinds)) {
      const line = lines.find(holds);
      if (line) return { kind, line };
    }
    return { kind: "none" };
  };

  /* The questions of a need for a person. */
  const questionsOf = (need, { child }, { needs }) =>
    needs[need][["yes", "perhaps"].includes(child) ? "child_questions" : "questions"];

  /* The texts near to trafficking that bind a State: how many were read in full, and the ids of the others; and
     those of which nobody knows whether the State is party. */
  const readingOf = (state, { texts }) => {
    const near = state.binding.map(({ record }) => record)
      .filter((id) => texts[id] && texts[id].about !== "neighbour");
    const unread = near.filter((id) => !texts[id].read_in_full);
    const open = [...state.named, ...state.open].filter((id) => texts[id] && texts[id].about !== "neighbour");
    return { full: near.length - unread.length, unread, open };
  };

  answers.law = { answerFor, entryOf, kindOf, kindOfLine, linesFor, questionsOf, readingOf, standing };
})();
