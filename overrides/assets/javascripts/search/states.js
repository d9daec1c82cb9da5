/* States by whatever readers type for them: names, former names, initials, cities, and with a letter wrong.
   The names come with the index (generators/search/answers.py). Knows no page: it runs under node too. */
(() => {
  "use strict";
  const search = ((globalThis.compendium ??= {}).search ??= {});

  const SHORTEST = 4, LONG = 9; // letters from which on one may be wrong, and two
  const SAME = 0, BEGINS = 1, HOLDS = 2, OTHER = 3; // how a name is like what was typed
  const CITY = 0.5; // of two that are as like, the State before the State of a city

  /* Promises what finds States: (typed) => { codes, near, sure }, the codes with the likeliest first, whether
     a letter must be wrong for any, and whether the first is certain. */
  search.states = async (index) => {
    await index.load();
    const states = await index.part("states");
    const { fold, runs, pairs, isUnspaced, bare } = index.text;
    const idle = new Set(index.core.idle.split(" "));
    const partsOf = (run) => (isUnspaced(run) && run.length > 1 ? pairs(run).slice(0, -1) : [bare(run)]);
    const written = (text) =>
      runs(fold(text)).flatMap(partsOf).filter((word) => !idle.has(word)).join(" ");
    const folded = (name) => (name.startsWith("@") ? `@${fold(name.slice(1))}` : fold(name));
    const known = states.map(([code, label, ...names]) => ({ code, names: [...names, label].map(folded) }));

    const likeness = (name, asked) => {
      if (name === asked) return SAME;
      if (name.startsWith(asked)) return BEGINS;
      return ` ${name}`.includes(` ${asked}`) ? HOLDS : OTHER;
    };
    const ranked = (rate, most) => known
      .map(({ code, names }) => [code, Math.min(...names.map((name) =>
        (name.startsWith("@") ? CITY + rate(name.slice(1)) : rate(name))))])
      .filter(([, rank]) => rank < most + 1).sort((a, b) => a[1] - b[1]);

    return (typed) => {
      const forms = [written(typed), fold(typed.trim())].filter(Boolean);
      if (!forms.length) return { codes: [], near: false, sure: false };
      const found = ranked((name) => Math.min(...forms.map((form) => likeness(name, form))), HOLDS);
      if (found.length) {
        const sure = found.length === 1 || (found[0][1] <= SAME + CITY && found[1][1] > SAME + CITY);
        return { codes: found.map(([code]) => code), near: false, sure };
      }
      const [asked] = forms;
      const most = asked.length < SHORTEST ? 0 : asked.length < LONG ? 1 : 2;
      const near = most ? ranked((name) => search.distance(asked, name, most), most) : [];
      return { codes: near.map(([code]) => code), near: true, sure: false };
    };
  };
})();
