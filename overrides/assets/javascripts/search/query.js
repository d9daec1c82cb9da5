/* What a query asks for: groups, each for one thing, with the lines of the index that answer it. */
(() => {
  "use strict";
  const search = ((globalThis.compendium ??= {}).search ??= {});

  const EXACT = 1, BEGINS = 0.4, SHORTENED = 0.7, MISSPELT = 0.5;
  const LAST = "\uffff"; // after every word that begins so

  /* Whether two words differ by one letter at most. */
  const near = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let n = 0;
    while (n < a.length && a[n] === b[n]) n++;
    const [tailA, tailB] = [a.slice(n + 1), b.slice(n + 1)];
    return tailA === tailB || a.slice(n) === tailB || tailA === b.slice(n);
  };

  search.queries = (index) => {
    const { lines } = index;

    /* One word: exact, and where it is still being typed its beginnings; else without its ending, else with
       one letter wrong. A list of [line, how well it fits]. */
    const lookup = async (word, typing) => {
      const { isUnspaced } = index.text;
      const around = await lines(word, typing || word.length > 3 ? word + LAST : word);
      const found = around.filter(({ forms }) => forms.includes(word)).map((line) => [line, EXACT]);
      if (typing && (word.length > 2 || isUnspaced(word))) {
        around.filter((line) => line.forms.some((form) => form.startsWith(word)))
          .filter((line) => !found.some(([other]) => other === line))
          .forEach((line) => found.push([line, BEGINS]));
      }
      for (let cut = 0; !found.length && cut < 4 && word.length - cut > 3; cut++) {
        const start = word.slice(0, word.length - cut);
        const fits = (form) => form.startsWith(start) && form.length < word.length + 3;
        const wider = cut ? await lines(start, start + LAST) : around;
        wider.filter(({ forms }) => forms.some(fits)).forEach((line) => found.push([line, SHORTENED]));
      }
      if (!found.length && word.length > 4) {
        around.filter(({ forms }) => forms.some((form) => near(form, word)))
          .forEach((line) => found.push([line, MISSPELT]));
      }
      return found;
    };

    /* A short word may be an acronym that is an idle word elsewhere (AU in French): the index marks these. */
    const acronym = async (word) =>
      (await lines(word + "!", word + "!")).filter(({ forms }) => forms.includes(word + "!"))
        .map((line) => [line, EXACT]);

    const citation = async (compound) => {
      const fits = (form) => form === compound || form.startsWith(compound + "/");
      const found = (await lines(compound, compound + LAST)).filter(({ forms }) => forms.some(fits));
      return found.map((line) => [line, EXACT]);
    };

    const isCapital = (run, query) =>
      new RegExp(`(?<!\\p{L})${run.toUpperCase()}(?!\\p{L})`, "u").test(query);

    /* The groups of a query that something was found for. `size`: how many words of a title a group stands
       for; `word`: as it was typed, where it may be named as missing; `found`: lines for each part; `words`:
       each part as it was looked up. */
    const parse = async (query) => {
      const { fold, isUnspaced, pairs, runs, compounds, bare, takeArticles } = index.text;
      let [articles, rest] = takeArticles(fold(query));
      const groups = articles.map((number) => ({ size: 0, words: [""], parts: [() => lookup(`art:${number}`, false)] }));
      for (const compound of compounds(rest)) {
        const found = await citation(compound);
        if (!found.length) continue;
        groups.push({ size: compound.split("/").length, words: [compound], parts: [() => found] });
        rest = rest.replace(new RegExp(compound.split("/").join("[/.()-]+"), "u"), " ");
      }
      const typed = runs(rest);
      const unfinished = /[\p{L}\p{N}]$/u.test(query);
      typed.forEach((run, n) => {
        if (isUnspaced(run) && run.length > 1) {
          const words = pairs(run).slice(0, -1);
          const parts = words.map((pair) => () => lookup(pair, false));
          groups.push({ size: run.length, word: run, words, parts });
          return;
        }
        const [word, typing] = [bare(run), unfinished && n === typed.length - 1];
        const short = run.length < 4 && (typed.length === 1 || isCapital(run, query));
        const found = async () => {
          const marked = short ? await acronym(word) : [];
          return marked.length ? marked : lookup(word, typing);
        };
        groups.push({ size: 1, word: run, words: [word], parts: [found] });
      });
      const answered = await Promise.all(groups.map(async ({ size, word, words, parts }) => {
        const all = await Promise.all(parts.map((part) => part()));
        const holds = (_, n) => all[n].length > 0;
        return { size, word, words: words.filter(holds), found: all.filter(holds) };
      }));
      return answered.filter(({ found }) => found.length);
    };

    /* The query with another word for a term replaced by the one that the site uses. */
    const meant = (query) => {
      const { plain } = index.text;
      const asked = plain(query);
      return index.core.also.filter(([from]) => asked.includes(plain(from)))
        .sort((a, b) => b[0].length - a[0].length).slice(0, 1)
        .map(([from, to]) => asked.replace(plain(from), ` ${to} `).trim());
    };

    return { parse, meant };
  };
})();
