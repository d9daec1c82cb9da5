/* Who is bound by what, and which line answers a question for a State: decided from the files of States and of
   the case (generators/data) alone, without a page. Pages of a case and of two States build on it. */
(() => {
  "use strict";
  const { answers } = globalThis.compendium;
  const WORLD = "global"; // the region of what is worldwide
  const WEAK = ["encouragement", "permission"]; // as in corpus/order.py: no duty
  const MORE = 3; // further lines that are named beside an answer

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

  /* How well a line fits the person: -1 it is for children, as the person is; 0 it fits; 1 it is for some persons
     only, and nobody knows whether this is one of them; null: it is for others. `own` are the groups that the
     question is about; `origin` is the file of the State of the person, where that is known. */
  const fitOfGroup = ({ children, exploitation, of_parties: ofParties }, record, { child, happened, origin }) => {
    if (children) {
      if (child === "no") return null;
      return child ? 0 : 1;
    }
    if (exploitation && happened.length) return exploitation.some((form) => happened.includes(form)) ? 0 : null;
    if (ofParties && origin) return { bound: 0, unknown: 1, free: null }[kindOf(origin, record)];
    return 1;
  };
  const fit = ({ only_for: groups = [], record }, person, known, own) => {
    const fits = groups.filter((code) => !own.includes(code))
      .map((code) => fitOfGroup(known[code], record, person));
    if (fits.includes(null)) return null;
    const isForChild = Boolean(person.child) && groups.length > 0 && groups.every((code) => known[code].children);
    return Math.max(isForChild ? -1 : 0, ...fits.filter(Boolean));
  };

  const isWeak = ({ strength }) => WEAK.includes(strength);

  /* The lines that answer a question for a person, the best first: [{line, isLimited}]. What is for some persons
     only, and what nobody has checked, comes last; "should" comes after "must". Else the order is that of the file
     (order.merit_of_answer in corpus/). */
  const linesFor = (code, person, { questions, lines, groups }) => {
    const { lines: places, groups: own = [] } = questions[code];
    return places.map((place) => lines[place])
      .map((line) => ({ line, rank: fit(line, person, groups, own) }))
      .filter(({ rank }) => rank !== null)
      .sort((a, b) => (a.line.confidence === "recalled") - (b.line.confidence === "recalled")
        || a.rank - b.rank || isWeak(a.line) - isWeak(b.line))
      .map(({ line, rank }) => ({ line, isLimited: rank > 0 }));
  };

  /* What does not bind a State, that first which compares best with its law, as order.nearest in corpus/ says: what
     was checked, then texts of its own region and of the world, then what is for everyone. */
  const nearest = (state, found) => {
    const { mechanisms = {}, records = {} } = state;
    const memberships = ["memberships", "memberships_to_come", "former_memberships"]
      .flatMap((list) => state[list] || []);
    const regions = memberships.map(({ mechanism: id }) => mechanisms[id]?.regions || [])
      .filter(({ length }) => length === 1).flat();
    const near = new Set([...regions, WORLD]);
    const place = ({ line: { confidence, for_some: isForSome, record }, isLimited }) => [
      confidence === "recalled",
      !(records[record]?.regions || []).some((region) => near.has(region)),
      isLimited || Boolean(isForSome),
    ].map(Number).join("");
    return [...found].sort((a, b) => place(a) - place(b));
  };

  const isLaw = ({ binds, applies_words: later }) => binds !== false && !later;

  /* The lines to be named beside the best one: that first which is only for some persons, such as refugees; what is
     only for some cases is not among them. */
  const beside = (best, own, known) => {
    const others = own.filter(({ line }) => line !== best.line && !isWeak(line));
    const isOfPersons = ({ only_for: groups = [] }) => groups.every((code) => known[code].persons || known[code].children);
    const limited = others.filter(({ isLimited, line }) => isLimited && !best.isLimited && isOfPersons(line));
    return [...limited.slice(0, 1), ...others.filter(({ isLimited }) => !isLimited)].slice(0, MORE);
  };

  /* What answers a question for a State: its best line, and whether that binds the State (binding), would but for
     its reservation (freed), is asked of it by its organisations (advised), or is from elsewhere; none: no line. A
     line that was `quoted` already gives way to another of its kind that is as strong. `isLimited`: it is for some
     persons only, and nobody knows whether this is one of them. `also` are further lines of the kind, what is for
     some persons first; `open` those of which nobody knows whether they bind the State. */
  const answerFor = (code, state, person, file, quoted = new Set()) => {
    const found = linesFor(code, person, file);
    const open = found.filter(({ line }) => isLaw(line) && kindOf(state, line.record) === "unknown").slice(0, MORE);
    const standards = Object.values(state.standards).flat();
    const kinds = {
      binding: (line) => isLaw(line) && kindOfLine(state, line) === "bound",
      freed: (line) => isLaw(line) && isFreed(state, line),
      advised: (line) => standards.includes(line.record),
      elsewhere: () => true,
    };
    for (const [kind, holds] of Object.entries(kinds)) {
      const holding = found.filter(({ line }) => holds(line));
      const own = kind === "elsewhere" ? nearest(state, holding) : holding;
      const isOpen = ({ isLimited }) => kind === "elsewhere" || !isLimited;
      const first = own.find(isOpen) || own[0];
      const fresh = own.find((each) => isOpen(each) && !quoted.has(each.line));
      const best = fresh && isWeak(fresh.line) <= isWeak(first.line) ? fresh : first;
      if (best) return { kind, ...best, also: beside(best, own, file.groups), open };
    }
    return { kind: "none", open };
  };

  /* The questions of a need for a person; some are asked only of what happened. */
  const questionsOf = (need, { child, happened }, { needs, questions }) => {
    const codes = needs[need][["yes", "perhaps"].includes(child) ? "child_questions" : "questions"];
    return codes.filter((code) => {
      const { exploitation } = questions[code];
      return !exploitation || exploitation.some((form) => happened.includes(form));
    });
  };

  /* The texts near to trafficking that bind a State: how many were read in full, and the ids of the others; and
     those of which nobody knows whether the State is party. General law is among both where it may answer. */
  const readingOf = (state, { texts, lines = {} }) => {
    const speaking = new Set(Object.values(lines).map(({ record }) => record));
    const mayAnswer = (id) => speaking.has(id) || (texts[id] && texts[id].about !== "neighbour");
    const near = state.binding.map(({ record }) => record)
      .filter((id) => texts[id] && texts[id].about !== "neighbour");
    const bound = state.binding.map(({ record }) => record);
    const unread = bound.filter((id) => mayAnswer(id) && texts[id] && !texts[id].read_in_full);
    const open = [...state.named, ...state.open].filter(mayAnswer);
    return { full: near.filter((id) => texts[id].read_in_full).length, unread, open };
  };

  answers.law = { answerFor, entryOf, kindOf, kindOfLine, linesFor, questionsOf, readingOf, standing };
})();
