/* How what is typed becomes words that can be looked up: the twin of generators/search/words.py. What must be
   known of languages and scripts comes with the index (`core.language`, generators/search/words.py). */
(() => {
  "use strict";
  const search = ((globalThis.compendium ??= {}).search ??= {});

  const LONG = 9; // letters from which on two may be wrong
  const MOST = 3; // words that are offered for one

  /* A word for an article, as languages/language.py writes it, as part of a pattern with the number as its group. */
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

    /* A numeral of an unspaced script in figures, up to 99. */
    const inFigures = (number) => {
      if (!numerals.includes(number[0])) return number;
      const value = (each) => numerals.indexOf(each) + 1;
      if (!number.includes(ten)) return [...number].map(value).join("");
      const [tens, ones] = number.split(ten);
      return String((tens ? value(tens) : 1) * 10 + (ones ? value(ones) : 0));
    };

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

    return { fold, isUnspaced, pairs, runs, words, compounds, bare, otherwise, takeArticles, plain };
  };

  /* -- words of titles that are one letter off what was typed, in a small file that is read only where a word is
     found nowhere -- */

  /* How many letters must be put in, left out, replaced or swapped; no more than `most` are counted, so that
     only places so far apart are compared. */
  search.distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    const far = () => new Array(b.length + 1).fill(most + 1);
    let [last, before] = [far().map((_, n) => n), []];
    for (let i = 1; i <= a.length; i++) {
      const row = far();
      row[0] = i;
      let least = i;
      for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
      [before, last] = [last, row];
    }
    return Math.min(last[b.length], most + 1);
  };

  /* Of `words`, those that `typed` may have been meant for: the nearest first, of these the ones that begin
     like it. */
  search.meantFor = (typed, words) => {
    const most = typed.length >= LONG ? 2 : 1;
    const near = words.map((word) => ({ word, off: search.distance(typed, word, most) }))
      .filter(({ off }) => off <= most);
    const least = Math.min(...near.map(({ off }) => off));
    const begins = ({ word }) => (word[0] === typed[0] ? 0 : 1);
    return near.filter(({ off }) => off === least).sort((a, b) => begins(a) - begins(b)).slice(0, MOST)
      .map(({ word }) => word);
  };
})();
