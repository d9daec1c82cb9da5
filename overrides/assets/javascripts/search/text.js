/* How what is typed becomes words that can be looked up: the twin of generators/search/words.py. What must be
   known of languages and scripts comes with the index (`core.language`, generators/search/words.py). */
(() => {
  "use strict";
  const search = ((globalThis.compendium ??= {}).search ??= {});

  /* A word for an article, as languages.py writes it, as part of a pattern with the number as its group. */
  const cited = (numerals) => (word) => {
    const [before, after] = word.split("_");
    if (after) return `${before}\\s*(\\d+|[${numerals}]+)\\s*${after}`;
    const stem = before.replace(/^\*/, "\\p{L}{0,3}").replace(/\*$/, "\\p{L}*");
    return `(?<![\\p{L}\\p{N}])${stem}[.\\s]*(\\d+[a-z]?|[ivxlc]+)(?![\\p{L}\\p{N}])`;
  };

  search.text = ({ letters, unspaced, particles, clitics, loose: letting, articles, alike, numerals }) => {
    const letter = `[\\p{L}\\p{N}](?<![${unspaced}])`;
    const word = `(?:${letter})+`;
    const runPattern = new RegExp(`[${unspaced}]+|${word}`, "gu");
    const compoundPattern = new RegExp(`(?<!${letter})${word}(?:[/.()-]+${word})+`, "gu");
    const articlePattern = new RegExp(articles.map(cited(numerals)).join("|"), "gu");
    const variants = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");
    const startsUnspaced = new RegExp(`^[${unspaced}]`);
    const holdsUnspaced = new RegExp(`[${unspaced}]`);
    const loose = new RegExp(`[${particles}]`, "gu");
    const ofScript = ([script, rounds]) => [new RegExp(`^[${script}]`), rounds];
    const [written, maybe] = [clitics.map(ofScript), letting.map(ofScript)];
    const ten = numerals.at(-1);

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
    /* Whether a word that is still being typed will stay what it is without what is written together with it. */
    const isBare = (form) => bare(form) !== form || !written.some(([script]) => script.test(form));

    /* A numeral of an unspaced script in figures, up to 99. */
    const inFigures = (number) => {
      if (!numerals.includes(number[0])) return number;
      const value = (each) => numerals.indexOf(each) + 1;
      if (!number.includes(ten)) return [...number].map(value).join("");
      const [tens, ones] = number.split(ten);
      return String((tens ? value(tens) : 1) * 10 + (ones ? value(ones) : 0));
    };

    /* The articles that a folded query asks for, and what is left of it. */
    const takeArticles = (folded) => {
      const numbers = [];
      const rest = folded.replace(articlePattern, (...found) => {
        numbers.push(inFigures(found.slice(1, -2).find(Boolean)));
        return " ";
      });
      return [numbers, rest];
    };

    /* What a word may be that is not found as it was typed: without a letter that may be written together
       with it, or with all letters of one script where some of another look like them. */
    const otherwise = (word) => {
      const bared = maybe.filter(([script]) => script.test(word))
        .flatMap(([, rounds]) => rounds.map((round) => without(word, round)));
      const swapped = alike.flatMap(([one, other]) => [[one, other], [other, one]])
        .map(([from, to]) => [...word].map((each) => to[from.indexOf(each)] ?? each).join(""));
      const mixed = /\p{Script=Latin}/u.test(word) && /[^\p{Script=Latin}\p{N}]/u.test(word);
      return [...bared, ...(mixed ? swapped : [])].filter((each) => each !== word);
    };

    /* A text as it is compared with another writing of the same term; words have a space on both sides. */
    const plain = (text) => (holdsUnspaced.test(text)
      ? fold(text).replace(loose, "") : ` ${runs(fold(text)).map(bare).join(" ")} `);

    return { fold, isUnspaced, pairs, runs, words, compounds, bare, isBare, otherwise, takeArticles, plain };
  };
})();
