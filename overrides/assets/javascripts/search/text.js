/* How what is typed becomes words that can be looked up: the twin of generators/search/words.py. What must be
   known of languages and scripts comes with the index (`core.language`, generators/search/languages.py). */
(() => {
  "use strict";
  const search = ((globalThis.compendium ??= {}).search ??= {});

  /* A word for an article, as languages.py writes it, as part of a pattern with the number as its group. */
  const cited = (word) => {
    const [before, after] = word.split("_");
    if (after) return `${before}\\s*(\\d+)\\s*${after}`;
    const stem = before.replace(/^\*/, "\\p{L}{0,3}").replace(/\*$/, "\\p{L}*");
    return `(?<![\\p{L}\\p{N}])${stem}[.\\s]*(\\d+[a-z]?|[ivxlc]+)(?![\\p{L}\\p{N}])`;
  };

  search.text = ({ letters, unspaced, particles, clitics, articles }) => {
    const letter = `[\\p{L}\\p{N}](?<![${unspaced}])`;
    const word = `(?:${letter})+`;
    const runPattern = new RegExp(`[${unspaced}]+|${word}`, "gu");
    const compoundPattern = new RegExp(`(?<!${letter})${word}(?:[/.()-]+${word})+`, "gu");
    const articlePattern = new RegExp(articles.map(cited).join("|"), "gu");
    const variants = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");
    const startsUnspaced = new RegExp(`^[${unspaced}]`);
    const holdsUnspaced = new RegExp(`[${unspaced}]`);
    const loose = new RegExp(`[${particles}]`, "gu");
    const written = clitics.map(([script, rounds]) => [new RegExp(`^[${script}]`), rounds]);

    const fold = (text) => text.normalize("NFKC").toLowerCase().normalize("NFD")
      .replace(/\p{M}/gu, "").replace(variants, (each) => letters[each]);
    const isUnspaced = (run) => startsUnspaced.test(run);
    const pairs = (run) => [...run].map((_, n) => run.slice(n, n + 2));
    const runs = (folded) => folded.match(runPattern) || [];
    const words = (folded) => runs(folded).flatMap((run) => (isUnspaced(run) ? pairs(run) : [run]));
    const compounds = (folded) => (folded.match(compoundPattern) || [])
      .filter((found) => /\p{N}/u.test(found)).map((found) => found.replace(/[/.()-]+/g, "/"));

    const without = (form, [prefixes, least]) => {
      const prefix = prefixes.find((each) => form.startsWith(each) && form.length - each.length >= least);
      return prefix ? form.slice(prefix.length) : form;
    };
    const bare = (form) => written.reduce(
      (rest, [script, rounds]) => (script.test(form) ? rounds.reduce(without, rest) : rest), form);

    /* The articles that a folded query asks for, and what is left of it. */
    const takeArticles = (folded) => {
      const numbers = [];
      const rest = folded.replace(articlePattern, (...found) => {
        numbers.push(found.slice(1, -2).find(Boolean));
        return " ";
      });
      return [numbers, rest];
    };

    /* A text as it is compared with another writing of the same term; words have a space on both sides. */
    const plain = (text) => (holdsUnspaced.test(text)
      ? fold(text).replace(loose, "") : ` ${runs(fold(text)).join(" ")} `);

    return { fold, isUnspaced, pairs, runs, words, compounds, bare, takeArticles, plain };
  };
})();
