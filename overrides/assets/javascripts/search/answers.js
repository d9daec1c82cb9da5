/* Pages that answer a query by themselves: those of what is named in it (States, topics, steps of a case,
   records). What may be named comes with the index (generators/search/answers.py). Knows no page. */
(() => {
  "use strict";
  const search = ((globalThis.compendium ??= {}).search ??= {});

  const ALIKE = 0.75; // of two forms, how much of them must be the same beginning
  const HALF = 0.5, MUCH = 0.6, SAYS_LITTLE = 0.25; // of a topic's name, of another word for it, by its words
  const FIRST = 3; // hits of which a topic is that of a query of as many words
  const TOP = 5; // hits by whose names a city is none of a State
  const MOST = 4; // answers that are offered, and records that stand side by side
  const KINDS = ["record", "state", "topic", "section", "recognise", "part", "first-days", "stage"]; // of equal names the first
  const BEGINS = 0.4, MISSPELT = 0.5; // the fit of a word that is still being typed, or misspelt (query.js)
  const SHORT = 4; // letters of a word from which on it may have another ending
  const MARK = /\p{M}/u; // in a name that is another State's without it
  const INITIALS = 2; // letters of a name that is no word beside others, unless in capitals

  const alike = (a, b) => {
    if (a.length < SHORT && a !== b) return 0;
    let n = 0;
    while (n < a.length && a[n] === b[n]) n++;
    return (2 * n) / (a.length + b.length);
  };

  /* The words of a query, each as it was typed and with the forms that it may stand for, and how much it is
     like them. */
  const wordOf = (isUnspaced, loud, typed) => (lines) => {
    const forms = lines.filter(([, fit]) => fit > BEGINS).flatMap(([line, fit]) => line.forms
      .filter((form) => loud || form.length > INITIALS || isUnspaced(form))
      .map((form) => [form, Math.max(fit === MISSPELT ? ALIKE : 0, alike(typed, form))]));
    return new Map(forms);
  };
  const wordsOf = (groups, isUnspaced) => groups.flatMap(({ word, words, found, loud }, group) =>
    found.map((lines, n) => ({ word, group, forms: wordOf(isUnspaced, loud, words[n])(lines) })));

  /* How a name stands in a query: the places of its words, how much these are like what was typed, the share
     of the name that was typed; undefined where too little of it was. */
  const standing = (written, typed, least, frequent) => {
    const [places, likenesses] = [[], []];
    let [weight, held, told] = [0, 0, 0];
    const [, sign, name] = /^([=@+]?)(.*)/.exec(written);
    const isWhole = sign === "="; // of the whole query alone
    name.split(" ").forEach((form) => {
      const own = frequent.has(form) ? SAYS_LITTLE : 1;
      weight += own;
      const free = typed.map(({ forms }, at) => [forms.get(form) || 0, at])
        .filter(([likeness, at]) => likeness >= ALIKE && !places.includes(at));
      if (!free.length) return;
      const [likeness, at] = free.reduce((a, b) => (b[0] > a[0] ? b : a));
      places.push(at);
      likenesses.push(likeness);
      held += own;
      told = Math.max(told, own);
    });
    const isAll = isWhole && held === weight && places.length === typed.length;
    if (sign === "+" && Math.max(...places) - Math.min(...places) >= name.split(" ").length) return undefined;
    if (isWhole ? !isAll : !places.length || held < least * weight || (least < 1 && told < 1)) return undefined;
    const likeness = likenesses.reduce((a, b) => a + b) / likenesses.length;
    return { places, likeness, share: held / weight, isCity: sign === "@", isWhole };
  };

  /* What is named, each word of the query for one thing alone: the longest name first, then the one most like
     what was typed; in the order of the query. With it, which words were used. */
  const named = (typed, { named: all, frequent }, isOfText, { read, fold }) => {
    const often = new Set(frequent.split(" "));
    const found = KINDS.flatMap((kind, rank) => (all[kind] || []).flatMap(([code, label, ...names], place) =>
      names.map((name, n) => {
        const isMarked = MARK.test(name);
        if (isMarked && !read.includes(name.slice(1))) return undefined;
        const its = standing(isMarked ? fold(name) : name, typed, kind !== "topic" ? 1 : n ? MUCH : HALF, often);
        return its && { ...its, kind, rank, code, label, place, isMarked, isLabel: !n && its.share === 1 };
      }).filter(Boolean)));
    const isSigns = found.some(({ kind }) => kind === "recognise"); // a part of that page is named beside it
    found.sort((a, b) => b.places.length - a.places.length || b.isMarked - a.isMarked || b.likeness - a.likeness
      || b.share - a.share || a.rank - b.rank);
    const taken = new Set();
    const kept = found.filter(({ places, isCity, kind }) => {
      if (places.some((at) => taken.has(at)) || (isCity && isOfText(places))) return false;
      if (kind === "part" && !isSigns) return false;
      places.forEach((at) => taken.add(at));
      return true;
    });
    kept.sort((a, b) => Math.min(...a.places) - Math.min(...b.places));
    const told = new Set([...taken].map((at) => typed[at].word));
    const of = (kind) => kept.filter((each, n) => each.kind === kind
      && kept.findIndex((other) => other.kind === kind && other.code === each.code) === n);
    return { of, told };
  };

  /* Whether a word of a query is one of the name of a State, so that the names of all are worth reading. */
  const namesState = ({ readings, states }, index) => readings[0].some(({ found }) =>
    found.flat().some(([line, fit]) => fit > BEGINS
      && index.places(line).some((at) => states.has(Math.floor(at / index.core.span)))));

  /* Whether a query may name two records: no page holds all its words, and two do, by their titles or
     numbers, most of them in two parts, each with a figure or of several words. */
  const namesRecords = ({ readings: [groups], hits, whole }) => {
    if (whole) return false;
    const isNamed = (held) => held.length > 1 || held.some((g) => /\p{N}/u.test(groups[g].words.join()));
    const parts = new Map(hits.filter(({ reading }) => !reading).map(({ head }) => {
      const held = groups.map((_, g) => g).filter((g) => head[g]);
      return [held.join(), held];
    }).filter(([, held]) => isNamed(held)));
    const named = [...parts.values()];
    return named.some((one) => named.some((other) => one.length + other.length >= MUCH * groups.length
      && !one.some((g) => other.includes(g))));
  };

  /* Whether a city is none of a State here: an article is asked for, or one of the first hits has it in its
     names with another word of the query (the Warsaw convention), or its several words in its short one. */
  const ofText = ({ readings: [groups], hits }, typed) => (places) => {
    const held = places.map((at) => typed[at].group);
    const isArticle = groups.some(({ words }) => words[0] === "");
    return isArticle || hits.slice(0, TOP).some(({ kind, reading, named: by, short }) =>
      kind !== "state" && !reading && held.every((g) => by.has(g))
        && (by.size > new Set(held).size || groups[held[0]].found.length > places.length
          || (held.length > 1 && held.every((g) => short.has(g)))));
  };

  /* Whether a hit is a term, a text or a body that the query names, before which no topic comes that has some
     of its words. */
  const isNamed = ({ bears, kind } = {}) => bears && kind !== "topic" && kind !== "state";

  /* The topic among the first hits, where the query names none. */
  const leading = async ({ hits, readings: [groups] }, index) => {
    const first = groups.length < FIRST ? [] : hits.slice(0, FIRST);
    const hit = first.find(({ kind, leads }) => kind === "topic" && leads);
    const shown = hit && await index.shown(hit.number, []);
    return shown ? [{ code: shown.address.split("/").at(-2), label: [shown.title].flat()[0] }] : [];
  };

  /* Of what ranking found, a list of { address, names, words }: where an answer stands, what it is of, and
     what it is; with the `title` of the list, the words of the query that answers are of (`told`), and the
     States that are named, with which texts are for them (`bound`). */
  search.answers = (index) => async (found) => {
    const { readings } = found;
    if (!readings.length) return Object.assign([], { bound: [] });
    const [all, state, record] = await Promise.all([
      ["answers", true], ["states", namesState(found, index)], ["records", namesRecords(found)],
    ].map(([name, isAsked]) => (isAsked ? index.optional(name, undefined) : undefined)));
    if (!all) return Object.assign([], { bound: [] });
    const { text } = index;
    const naming = { ...all, named: { ...all.named, state, record } };
    const typed = wordsOf(readings[0], text.isUnspaced);
    const { of, told } = named(typed, naming, ofText(found, typed), { read: found.read, fold: text.fold });
    const [records, states, near, [section], [signs], [part], first, stages] = KINDS.map(of);
    const topics = isNamed(found.hits[0]) ? near.filter(({ isLabel, isWhole }) => isLabel || isWhole) : near;
    const answer = (kind, things, asked = [], words = all.say[kind]) => {
      const pattern = all.pages[kind];
      if (pattern === undefined) return [];
      const path = pattern.replace("{}", things[0].code.toLowerCase()).replace("//", "/").replace(/#$/, "");
      const names = [...new Set(things.map(({ label }) => label))];
      return [{ address: path + (asked.length ? `?${asked.join("&")}` : ""), names, words }];
    };
    const one = (kind, things) => things.slice(0, 2).flatMap((thing) => answer(kind, [thing]));

    const sides = [...records.slice(0, MOST).map((each) => ["r", each]),
      ...topics.slice(0, 1).map((each) => ["topic", each])];
    const several = records.length < 2 ? [] : answer("compare", sides.map(([, each]) => each),
      sides.map(([name, { code }]) => `${name}=${code}`));
    const [from, to] = states;
    const between = to ? answer("between", [from, to], [`from=${from.code}`, `to=${to.code}`]) : [];
    const lead = states.length || topics.length ? await leading(found, index) : [];
    if (!(topics[0]?.places.length > 1)) topics.unshift(...lead.filter(({ code }) => code !== topics[0]?.code));
    const here = topics.slice(0, 2).flatMap((topic) => states.slice(0, 2).flatMap((state) =>
      answer("topic", [topic, state], [`state=${state.code.toLowerCase()}`], all.say["topic-state"])));
    const days = one("first-days", states.length ? states : first);
    const urgent = first.length || stages.length;
    const alone = states.length || several.length ? [] : [...one("topic", topics), ...one("stage", stages)];
    const where = section ?? (signs && (part ?? signs));
    const recognise = where ? answer("recognise", [where]) : [];
    const offered = [states.length ? [] : recognise, several, between, here, urgent ? days : [],
      one("state", states), urgent || topics.length || to ? [] : days, recognise, alone];
    const bound = await Promise.all(states.slice(0, 2).map(async ({ code, label, place }) =>
      ({ label: all.in_sentence[code] || label, ...await index.ofState(index.core.states[0] + place) })));
    return Object.assign([...new Set(offered.flat())].slice(0, MOST), { title: all.say.answers, told, bound });
  };
})();
