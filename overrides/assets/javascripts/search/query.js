/* What a query asks for: groups, each for one thing, with the lines of the index that answer it. */
(() => {
  "use strict";
  const search = ((globalThis.compendium ??= {}).search ??= {});

  const LAST = "\uffff"; // after every word that begins so
  const EXACT = 1, BEGINS = 0.4, SHORTENED = 0.7, MISSPELT = 0.5;
  const BEGUN = 3; // letters from which on a word that is still being typed is looked up
  const SURE = 5; // letters from which on one may be wrong
  const ENDING = 2; // letters that an ending may have
  const LONGEST_ACRONYM = 6; // letters of a word in capitals that is taken as it stands
  const LONG_RUN = 4; // characters of an unspaced run that is no single word
  const WEAK = 0.25; // of the pairs beside it, how rare one is that joins two words

  search.queries = (index) => {
    const { lines } = index;

    const exactly = async (word) =>
      (await lines(word, word)).filter(({ forms }) => forms.includes(word)).map((line) => [line, EXACT]);
    const unique = (found) =>
      found.filter(([line], n) => found.findIndex(([other]) => other === line) === n);

    /* Words that begin as a word does without its last letters; where these are more than an ending, what is
       left is another word if it is one, but for the name of a State (Beninese). */
    const shortened = async (word, from, to) => {
      for (let cut = from; cut <= to && word.length - cut > 3; cut++) {
        const start = word.slice(0, word.length - cut);
        const fits = (form) => form.startsWith(start) && form.length < word.length + 3
          && (cut <= ENDING || !word.startsWith(form));
        const around = await lines(start, start + LAST);
        const found = around.filter((line) => line.forms.some(fits)
          || (line.forms.includes(start) && isOfState(line)));
        if (found.length) return found.map((line) => [line, SHORTENED]);
      }
      return [];
    };
    const misspelt = async (word) => {
      if (word.length < SURE && !index.text.isUnspaced(word)) return [];
      const known = (await index.optional("titles", "")).split(" ");
      const { isUnspaced } = index.text;
      const meant = search.meantFor(word, known.filter((each) => isUnspaced(each) === isUnspaced(word)));
      const found = await Promise.all(meant.map(exactly));
      return unique(found.flat()).map(([line]) => [line, MISSPELT]);
    };

    /* Whether a word that is still being typed may yet become any: of so few letters it is an acronym or
       nothing. */
    const isBegun = (word, typing) =>
      typing && word.length < BEGUN && !index.text.isUnspaced(word) && !/\p{N}/u.test(word);
    const isBrief = (line) => {
      const { span, slots } = index.core;
      return index.places(line).some((at) => slots[at % span] === "brief");
    };

    const isOfState = (line) => {
      const { span, states: [first, last] } = index.core;
      return index.places(line).some((at) => at >= first * span && at < (last + 1) * span);
    };

    /* One word: exact, and where it is still being typed its beginnings; else as it may also be written,
       without its ending, with a letter wrong. A list of [line, how well it fits]. A number and an acronym
       are what they are. */
    const lookup = async (word, typing, isAcronym = false) => {
      const { isUnspaced, otherwise } = index.text;
      if (isBegun(word, typing)) {
        return word.length < 2 ? [] : (await exactly(word)).filter(([line]) => isBrief(line));
      }
      const begins = typing && (word.length >= BEGUN || isUnspaced(word));
      const around = await lines(word, begins || word.length > 3 ? word + LAST : word);
      const found = around.filter(({ forms }) => forms.includes(word)).map((line) => [line, EXACT]);
      if (begins) {
        around.filter((line) => line.forms.some((form) => form.startsWith(word)))
          .forEach((line) => found.push([line, BEGINS]));
      }
      if (found.length || /\p{N}/u.test(word)) return unique(found);
      if (isUnspaced(word)) return [];
      const others = (await Promise.all(otherwise(word).map(exactly))).flat();
      if (others.length || isAcronym) return unique(others);
      const slipped = () => around.filter(({ forms }) => word.length > 4
        && forms.some((form) => search.distance(form, word, 1) < 2)).map((line) => [line, MISSPELT]);
      const ways = [
        () => shortened(word, 0, 2), () => misspelt(word), slipped, () => shortened(word, 3, 4),
      ];
      for (const next of ways) {
        const more = await next();
        if (more.length) return more;
      }
      return [];
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
    /* Whether a word that says nothing is part of a name: it stands behind other words with a capital. */
    const isNamed = (run, query) =>
      new RegExp(`\\P{L}${run[0].toUpperCase()}${run.slice(1)}(?!\\p{L})`, "u").test(query);

    /* A long unspaced run in the words that it is likely to be of: cut where two characters never stand
       together, or seldom beside those around them. */
    const segments = async (run) => {
      const pairs = index.text.pairs(run).slice(0, -1);
      const often = await Promise.all(pairs.map(async (pair) =>
        (await exactly(pair)).reduce((sum, [line]) => sum + index.places(line).length, 0)));
      const isWeak = (n) => !often[n] || often[n] < WEAK * Math.min(often[n - 1] ?? 0, often[n + 1] ?? 0);
      const words = [run[0]];
      pairs.forEach((pair, n) => {
        if (isWeak(n)) words.push(pair[1]); else words[words.length - 1] += pair[1];
      });
      const found = words.filter((word) => word.length > 1);
      return found.length ? found : [run];
    };

    /* Runs of a folded text, unspaced ones without words that say nothing. */
    const telling = (text) => {
      const { isUnspaced, runs } = index.text;
      const [kept, idle] = ["kept", "idle"].map((name) => index.core[name].split(" "));
      const words = [...kept, ...idle].filter(isUnspaced);
      const longest = words.sort((a, b) => b.length - a.length);
      const asked = longest.length ? new RegExp(longest.join("|"), "gu") : null;
      return runs(text).flatMap((run) => {
        if (!isUnspaced(run) || !asked || run.length < 2) return [run];
        const parts = run.replace(asked, (word) => (kept.includes(word) ? word : " ")).split(" ");
        return parts.filter((part) => part.length > (parts.length > 1 ? 1 : 0));
      });
    };

    /* The same as they are looked up: letters and figures that nobody writes together apart, two numbers that
       are cited as one together. */
    const runsOf = async (text) => {
      const { isUnspaced } = index.text;
      const cut = await Promise.all(telling(text).map(async (run) => {
        if (isUnspaced(run) && run.length > LONG_RUN) return segments(run);
        const parts = run.match(/\p{L}+|\p{N}+/gu) || [run];
        return parts.length === 2 && !(await exactly(run)).length ? parts : [run];
      }));
      return cut.flat();
    };
    const joint = async (runs) => {
      const isNumber = (run) => /^\p{N}+$/u.test(run || "");
      const found = await Promise.all(runs.map(async (run, n) => (
        isNumber(run) && isNumber(runs[n + 1]) ? citation(`${run}/${runs[n + 1]}`) : [])));
      const at = found.findIndex((lines_) => lines_.length);
      return at < 0 ? null : { at, found: found[at] };
    };

    /* The groups of a query that something was found for. `size`: how many words of a title a group stands
       for; `word`: as it was typed, where it may be named as missing; `found`: lines for each part; `words`:
       each part as it was looked up; `loud`: whether it was typed in capitals, or alone. With them, as
       `unknown`, the words that nothing holds. */
    const parse = async (query) => {
      const { fold, isUnspaced, pairs, compounds, bare, takeArticles } = index.text;
      const idle = new Set(index.core.idle.split(" "));
      let [articles, rest] = takeArticles(fold(query));
      const groups = articles.map((number) =>
        ({ size: 0, word: number, words: [""], parts: [() => exactly(`art:${number}`)] }));
      for (const compound of compounds(rest)) {
        const found = await citation(compound);
        if (!found.length) continue;
        groups.push({ size: compound.split("/").length, words: [compound], parts: [() => found] });
        rest = rest.replace(new RegExp(compound.split("/").join("[/.()-]+"), "u"), " ");
      }
      const typed = await runsOf(rest);
      const numbers = await joint(typed);
      if (numbers) {
        const words = [typed.splice(numbers.at, 2).join("/")];
        groups.push({ size: 2, words, parts: [() => numbers.found] });
      }
      const unfinished = /[\p{L}\p{N}]$/u.test(query);
      typed.forEach((run, n) => {
        if (isUnspaced(run) && run.length > 1) {
          const words = pairs(run).slice(0, -1);
          const parts = words.map((pair) => () => lookup(pair, false));
          groups.push({ size: run.length, word: run, words, parts, pairs: true });
          return;
        }
        const [word, typing] = [bare(run), unfinished && n === typed.length - 1];
        const loud = typed.length === 1 || isCapital(run, query);
        const isAcronym = run.length <= LONGEST_ACRONYM && run !== run.toUpperCase() && isCapital(run, query)
          && (typed.length === 1 || query !== query.toUpperCase());
        const [said, begun] = [idle.has(run), isBegun(word, typing)];
        const found = async () => {
          const isShort = run.length > 1 && run.length < 4;
          const marked = (isShort && loud) || (said && isNamed(run, query)) ? await acronym(word) : [];
          return marked.length || said ? marked : lookup(word, typing, isAcronym);
        };
        groups.push({ size: 1, word: said || begun ? undefined : run, words: [word], parts: [found], loud });
      });
      const answered = await Promise.all(groups.map(async ({ parts, ...group }) => {
        let all = await Promise.all(parts.map((part) => part()));
        if (group.pairs && !all.flat().length) all = await Promise.all(group.words.map(misspelt));
        const holds = (_, n) => all[n].length > 0;
        return { ...group, words: group.words.filter(holds), found: all.filter(holds) };
      }));
      const unknown = answered.filter(({ word, found }) => word && !found.length).map(({ word }) => word);
      return Object.assign(answered.filter(({ found }) => found.length), { unknown });
    };

    /* The query with another word for a term replaced by the one that the site uses: [query, whether the word
       was all of it]. */
    const meant = (query) => {
      const { plain } = index.text;
      const asked = plain(query);
      return index.core.also.filter(([from]) => asked.includes(plain(from)))
        .sort((a, b) => b[0].length - a[0].length).slice(0, 1)
        .map(([from, to]) =>
          [asked.replace(plain(from), ` ${to} `).trim(), asked.trim() === plain(from).trim()]);
    };

    return { parse, meant };
  };
})();
