/* Which documents a query finds, in which order, and which of their entries answer it. Knows no page: it runs
   under node too, where tests/test_search_scripts.py tries it. */
(() => {
  "use strict";
  const search = ((globalThis.compendium ??= {}).search ??= {});

  /* What a word counts where it stands: slots of a document by name, then texts and labels of its entries. */
  const WEIGHT = { title: 5, brief: 6, short: 4, names: 3, summary: 1, text: 2, label: 2.1 };
  const WHOLE = 0.45; // fit from which on a word is not one that is still being typed
  const STATES = 0.6; // a State that is named whole, for what is for it
  const NAMES = ["title", "brief", "short", "names"]; // slots of what a document is called
  const FORCE = { binding: 1.2 };
  const KIND = {
    mechanism: 1.3, page: 1.3, topic: 1.3, state: 1.3, stage: 1.1, principle: 0.65,
    recommendation: 0.7, "good-practice": 0.7, lesson: 0.7, challenge: 0.7,
    announcement: 0.5, presentation: 0.5,
  };
  const STATUS = { superseded: 0.85, expired: 0.85, draft: 0.8 };
  const GENERAL = 0.7; // general law, unless two words of its title are typed, or its acronym
  const REREAD = 0.8; // a query in which a term was replaced by another word for it
  const FIRST = 1.01; // a term before all else, where another word for it was all that was typed
  const MOST_OF_TITLE = 0.6; // words that say nothing aside
  const NAMED = ["topic", "term", "state"]; // kinds that are found by their title whatever stands beside it
  const QUESTION = 1.5; // a topic, where a query is more than a few words
  const TOGETHER = 0.6; // words that stand in several entries of a document and in none together
  const LONGEST = 500; // letters of a query that are read
  const FEW = 8; // hits below which those follow that hold some of the words
  const ALL = 0.99, MOST = 0.8, MUCH = 0.62, SOME = 0.3; // of what the best hit holds, how much others must
  const NUMBER = 0.4; // what a bare number says beside words, of what these say
  const LEADS = 0.4; // how much of a query a topic holds that stands first
  const NAMED_BY = 0.6; // how much of it the names of a text hold that is asked for
  const SEVERAL = 3; // groups of a query that is more than a few words
  const GUIDES = ["topic", "stage"]; // kinds that lead on to all that is said on something
  const GUIDE_AT = 2, GUIDE_HOLDS = 0.2; // where one stands at the latest; how much of a query it must hold

  /* Places that hold a group: place -> [score, share of its parts]. Parts of an unspaced word that stand
     apart count little, and too few of them nothing. With it, the most that a place could score. */
  const matches = (group, index) => {
    const all = new Map();
    let total = 0;
    group.found.forEach((lines) => {
      const exact = lines.filter(([, fit]) => fit === 1);
      const rated = exact.length ? exact : lines;
      const count = rated.reduce((sum, [line]) => sum + index.places(line).length, 0);
      const rarity = Math.log(1 + (4 * index.core.n) / count);
      const best = new Map();
      total += rarity;
      lines.forEach(([line, fit]) =>
        index.places(line).forEach((at) => best.set(at, Math.max(best.get(at) || 0, fit))));
      best.forEach((fit, at) => {
        const [sum, held] = all.get(at) || [0, 0];
        all.set(at, [sum + rarity * fit, held + 1 / group.found.length]);
      });
    });
    all.forEach(([sum, held], at) => {
      const share = Math.min(1, held);
      if (share < 0.49) all.delete(at); else all.set(at, [sum * share * share, share]);
    });
    return [all, total];
  };

  const blank = (number) => ({ number, head: [], named: new Set(), entries: new Map(), title: 0, own: 0, short: new Map(), isCited: false });

  /* Documents by number, each with what its head and its entries score for each group, and the most that all
     groups together could cover. */
  const gather = (groups, index) => {
    const { slots, span } = index.core;
    const documents = new Map();
    let whole = 0;
    const matched = groups.map((group) => matches(group, index));
    const isNumber = ({ size, words }) => size === 1 && /^\p{N}+$/u.test(words[0]);
    const wordsCount = Math.max(0, ...matched.map(([, total], g) => (isNumber(groups[g]) ? 0 : total)));
    groups.forEach((group, g) => {
      const [all, most] = matched[g];
      const due = isNumber(group) && wordsCount ? Math.min(1, (NUMBER * wordsCount) / most) : 1;
      whole += most;
      all.forEach(([full, share], at) => {
        const score = full * due;
        const [number, slot] = [Math.floor(at / span), at % span];
        if (!documents.has(number)) documents.set(number, blank(number));
        const document = documents.get(number);
        const [entry, isLabel] = [(slot - slots.length) >> 1, (slot - slots.length) & 1];
        const name = slots[slot] ?? (isLabel ? "label" : "text");
        if (entry >= 0 && !document.entries.has(entry)) document.entries.set(entry, []);
        const scores = entry < 0 ? document.head : document.entries.get(entry);
        const value = score * WEIGHT[name];
        if (!(scores[g]?.[0] > value)) scores[g] = [value, share * most];
        if (NAMES.includes(name)) document.named.add(g);
        if (name === "title") document.own += group.size * share;
        if (name === "title") document.title += group.size * share;
        if (name === "brief") document.title += group.size * share * 2;
        if (name === "short") document.short.set(g, group.size * share);
        if (name === "brief") document.isCited = true;
      });
    });
    return [documents, whole || 1];
  };

  /* Documents with those that are for a State whose name the query holds, as a topic may be for any: each is
     lent its words. */
  const withStates = async ([documents, whole], facts, index) => {
    const isNamed = ({ number, own }) => own > 0 && facts(number).codes("kind")[0] === "state"
      && own >= facts(number).length;
    const isTyped = ({ head }) => head.every(([score, cover]) => score > WHOLE * WEIGHT.title * cover);
    const states = [...documents.values()].filter((each) => isNamed(each) && isTyped(each));
    const topics = [...documents.keys()].filter((number) => facts(number).codes("kind")[0] === "topic");
    for (const { number, head } of states) {
      const { its } = await index.ofState(number);
      [...its, ...topics].forEach((other) => {
        if (!documents.has(other)) documents.set(other, blank(other));
        const lent = documents.get(other).head;
        head.forEach(([score, cover], g) => {
          const value = (score * STATES) / WEIGHT.title;
          if (other !== number && !(lent[g]?.[0] > value)) lent[g] = [value, cover, true];
        });
      });
    }
    return [documents, whole];
  };

  const better = (a, b) => (!a || (b && b[0] > a[0]) ? b : a);
  const joined = (a, b) => Array.from({ length: Math.max(a.length, b.length) }, (_, g) => better(a[g], b[g]));

  /* A document with its score, the share of the query that it covers, and its two best entries. */
  const judge = (document, whole, its, long) => {
    const sum = (scores) => scores.reduce(
      ([score, cover], each) => (each ? [score + each[0], cover + each[1] / whole] : [score, cover]), [0, 0]);
    const [kind, status, force] = ["kind", "status", "force"].map((facet) => its.codes(facet)[0]);
    let everything = document.head;
    const ranked = [...document.entries].map(([entry, scores]) => {
      if (kind) everything = joined(everything, scores); // lines of several texts answer one by one
      const [own, [score, cover]] = [sum(scores), sum(joined(document.head, scores))];
      return { entry, own: own[0] * own[1], cover, score: score * cover ** 3 };
    }).sort((a, b) => b.score - a.score || b.own - a.own || a.entry - b.entry);
    if (!kind && ranked.length) everything = joined(everything, document.entries.get(ranked[0].entry));
    const [head, headCover] = sum(document.head);
    const [score, cover] = sum(everything);
    const lent = sum(document.head.map((each) => (each?.[2] ? each : undefined)))[1];
    const short = [...document.short.values()].reduce((a, b) => a + b, 0);
    const bears = (NAMED.includes(kind) && document.own >= its.length) || (its.short && short >= its.short);
    const likeness = Math.max(document.title / (its.length || 1), short / (its.short || 1));
    const isBody = kind === "mechanism" && document.isCited;
    const own = head * headCover ** (bears ? 1 : isBody ? 2 : 3);
    const found = Math.max(own, ranked[0]?.score || 0, TOGETHER * score * cover ** 3);
    return {
      number: document.number,
      kind,
      day: its.day,
      cover,
      leads: headCover - lent > LEADS * (1 - lent),
      byName: document.head.reduce((all, each, g) => all + (document.named.has(g) ? each[1] / whole : 0), 0),
      guides: GUIDES.includes(kind) && headCover > GUIDE_HOLDS ? head * headCover : 0,
      held: everything,
      head: document.head,
      named: document.named,
      short: document.short,
      best: ranked.filter((each) => each.cover > 0.6 * cover).slice(0, 2).map((each) => each.entry),
      bears: bears || isBody, // the query holds its whole title, its acronym, or its whole short one
      titled: kind === "term" && document.title > MOST_OF_TITLE * its.length,
      needed: headCover < 0.99 * cover, // the best entry answers what the head does not
      score: found * (1 + Math.min(1, likeness))
        * (KIND[kind ?? "page"] || 1) * (long && kind === "topic" ? QUESTION : 1)
        * (its.general && Math.max(document.title, short) < 2 ? GENERAL : 1) * (STATUS[status] || 1) * (FORCE[force] || 1),
    };
  };

  const fits = (its, chosen, except) => Object.keys(chosen).every((facet) =>
    facet === except || !chosen[facet].size || its.codes(facet).some((code) => chosen[facet].has(code)));

  /* How many hits each code of each facet would leave, were it chosen beside the other facets' choices. */
  const count = (hits, facts, chosen, facets) => Object.fromEntries(facets.map((facet) => {
    const counts = new Map();
    hits.forEach(({ number }) => {
      const its = facts(number);
      if (!fits(its, chosen, facet)) return;
      its.codes(facet).forEach((code) => counts.set(code, (counts.get(code) || 0) + 1));
    });
    return [facet, counts];
  }));

  /* Hits of several readings of a query: each document once, with the better of its scores. */
  const merge = (found, others) => {
    const best = new Map(found.map((hit) => [hit.number, hit]));
    const first = Math.max(0, ...found.map(({ score }) => score));
    others.forEach((hit) => {
      const least = hit.titled ? first * FIRST : 0;
      const other = { ...hit, score: hit.renamed ? Math.max(hit.score, least) : hit.score * REREAD };
      if (!(best.get(hit.number)?.score > other.score)) best.set(hit.number, other);
    });
    return [...best.values()];
  };

  const order = (sort, asked) => {
    const byDay = sort === "oldest" ? (a, b) => (a.day || 1e9) - (b.day || 1e9) : (a, b) => b.day - a.day;
    const byScore = asked && sort === "relevance" ? (a, b) => b.score - a.score : () => 0;
    return (a, b) => byScore(a, b) || byDay(a, b) || a.number - b.number;
  };

  /* Hits of a query of several words, with a page among the first that leads on, where one fits: before all
     others where it holds much of the query, and this does not name the first. */
  const guided = (hits, judged) => {
    const best = judged.reduce((a, b) => (b.guides > (a?.guides || 0) ? b : a), null);
    const isLed = hits.slice(0, GUIDE_AT + 1).some(({ kind }) => GUIDES.includes(kind));
    const leads = best?.leads && hits[0] && hits[0].byName < NAMED_BY;
    if (!best || (isLed && !leads)) return hits;
    const others = hits.filter(({ number }) => number !== best.number);
    const at = leads ? 0 : GUIDE_AT;
    return [...others.slice(0, at), best, ...others.slice(at)];
  };

  /* Words that were typed and that none of the three first results holds: whoever reads these must know that
     they answer another question. */
  const missing = (hits, readings) => {
    const holds = (hit, word) => {
      const g = readings[hit.reading].findIndex((group) => group.word === word);
      return g < 0 || hit.held[g];
    };
    return readings[0].map(({ word }) => word)
      .filter((word) => word && !hits.slice(0, 3).some((hit) => holds(hit, word)));
  };

  /* (query, chosen, sort, counted) => all hits in order. `chosen` {facet: Set of codes}; `sort` relevance,
     newest or oldest; with `counted` also how many each filter would leave. */
  search.ranking = (index) => {
    const { parse, meant } = search.queries(index);
    return async (typed, chosen = {}, sort = "relevance", counted = false) => {
      const { n } = await index.load();
      const query = typed.slice(0, LONGEST);
      const asked = query.trim() !== "";
      const others = asked ? meant(query) : [];
      const written = asked ? [query, ...others.map(([other]) => other)] : [];
      const readings = await Promise.all(written.map(parse));
      const found = asked ? readings.map((groups) => gather(groups, index))
        : [[new Map(Array.from({ length: n }, (_, number) => [number, blank(number)])), 1]];
      const isChosen = Object.values(chosen).some(({ size }) => size);
      const factsOf = (some) => index.facets(some.flatMap(([documents]) => [...documents.keys()]),
        counted || isChosen);
      const first = await factsOf(found);
      const lent = await Promise.all(found.map((each) => withStates(each, first, index)));
      const facts = await factsOf(lent);
      const judged = lent.map(([documents, whole], reading) => {
        const renamed = reading > 0 && others[reading - 1][1];
        const long = readings[reading]?.length > SEVERAL;
        const all = [...documents.values()].map((each) =>
          ({ ...judge(each, whole, facts(each.number), long), reading, renamed }));
        const most = Math.max(0, ...all.map((hit) => hit.cover));
        const floor = all.filter((hit) => hit.cover > ALL * most).length < 3 ? MUCH : MOST;
        const least = (long ? SOME : floor) * most;
        return all.map((hit) => ({ ...hit, enough: !asked || hit.bears || hit.cover > least }));
      }).reduce(merge);
      const counts = counted && count(
        judged.filter(({ enough }) => enough), facts, chosen, Object.keys(await index.filters()));
      const fitting = judged.filter((hit) => fits(facts(hit.number), chosen));
      let hits = fitting.filter(({ enough }) => enough).sort(order(sort, asked));
      if (asked && sort === "relevance" && readings[0].length >= SEVERAL) hits = guided(hits, fitting);
      const listed = new Set(hits);
      const some = !asked || hits.length >= FEW ? [] : fitting.filter((hit) => !listed.has(hit))
        .sort(order("relevance", true)).slice(0, FEW - hits.length);
      const lost = asked && hits.length ? [...readings[0].unknown, ...missing(hits, readings)] : [];
      const whole = hits.some(({ cover, reading }) => !reading && cover > ALL);
      const read = written.join(" ");
      const states = new Set(judged.filter(({ kind }) => kind === "state").map(({ number }) => number));
      return { hits, some, whole, states, counts, facts, lost, readings, read, groups: readings.flat() };
    };
  };
})();
