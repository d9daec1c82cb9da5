/* Hits as a list, with the words that were found marked, and what is said of them; all as elements and texts,
   never as markup. */
(() => {
  "use strict";
  const { compendium } = globalThis;
  const search = (compendium.search ??= {});
  const { element: el } = compendium;

  const LONGEST_TEXT = 320, LONGEST_SUMMARY = 200, BEFORE_HIT = 80; // letters that are shown
  const SOON = 120, LATE = 380; // ms without a key before a search begins, at least and at most
  const PACE = 1.2; // a reader who types on needs no longer than so many times the last pause
  const PATIENCE = 300; // ms before it is said that something is on its way
  const REST = 1000; // ms without news before they are spoken

  const RUNS = ["in-force", "superseded"]; // statuses in which a text may bind some State

  search.GLANCE = [6, 1]; // hits in the dialog, and entries of each

  const linked = (base) => (address, ...children) =>
    el("a", { href: compendium.opened(address, base).href }, ...children);

  /* `index` is what is searched, `base` the address of the folder of the language. */
  search.results = (index, base) => {
    const { text, core } = index;

    /* What is marked: the forms that were found, and of unspaced words each part; and the words, as they were
       typed, by which a hit was found. */
    const markedWords = ({ read, groups, readings }) => ({
      typed: ({ reading, held }) => (readings[reading] ?? []).filter(({ word }, g) => word && held[g])
        .map(({ word }) => word),
      forms: new Set(groups.flatMap(({ found }) => found.flat().flatMap(([line]) => line.forms))),
      parts: text.runs(text.fold(read)).filter(text.isUnspaced)
        .flatMap((run) => [run, ...text.pairs(run).slice(0, -1)]),
    });
    const spans = (said, { forms, parts }) =>
      [...said.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: found, index: at }) => {
        if (text.isUnspaced(found)) {
          return parts.flatMap((part) => {
            const from = found.indexOf(part);
            return from < 0 ? [] : [[at + from, at + from + part.length]];
          });
        }
        return forms.has(text.bare(text.fold(found))) ? [[at, at + found.length]] : [];
      }).sort((a, b) => a[0] - b[0] || b[1] - a[1]);

    /* Where a text that is too long is cut, between words: around the first that is marked. */
    const cut = (said, first, most) => {
      if (said.length <= most) return [0, said.length];
      const from = Math.max(0, Math.min(first - BEFORE_HIT, said.length - most));
      const start = from && (said.indexOf(" ", from) + 1 || from);
      if (start + most >= said.length) return [start, said.length];
      const space = said.lastIndexOf(" ", start + most);
      return [start, space > start ? space : start + most];
    };
    const marked = (said, words, most = LONGEST_TEXT) => {
      const found = spans(said, words);
      const [start, end] = cut(said, found[0]?.[0] || 0, most);
      const nodes = start ? ["… "] : [];
      let at = start;
      found.forEach(([from, to]) => {
        if (from < at || to > end) return;
        nodes.push(said.slice(at, from), el("mark", {}, said.slice(from, to)));
        at = to;
      });
      nodes.push(said.slice(at, end), end < said.length ? " …" : "");
      return nodes;
    };

    /* A text that is not in the language of the page says which it is in. */
    const said = (shown, words, tag = "span", most = LONGEST_TEXT) => {
      if (!Array.isArray(shown)) return el(tag, {}, ...marked(shown, words, most));
      const [its, lang] = shown;
      const { foreign: name } = core.say;
      const foreign = { class: "tm", role: "img", "aria-label": name, title: name };
      return el(tag, {},
        el("span", { lang, dir: core.direction[lang] }, ...marked(its, words, most)),
        el("span", foreign, lang));
    };

    const label = (facet, code) => core.labels[facet].find(([each]) => each === code)?.[1] || "";
    const link = linked(base);
    const address = (hit, shown) =>
      shown.address + (hit.needed && hit.best.length ? `#${shown.entries[0][0]}` : "");

    /* Whether a text that can bind and runs binds each State that was named. */
    const binding = ({ number }, its, bound) => {
      const [force, status] = ["force", "status"].map((facet) => its.codes(facet)[0]);
      if (force !== "binding" || !RUNS.includes(status)) return [];
      return bound.map(({ label: state, its: texts, open }) => {
        const kind = open.has(number) ? "open" : texts.has(number) ? "binds" : "free";
        return core.say[kind].replace("{state}", state);
      });
    };

    const item = (hit, shown, its, words, bound) => {
      const named = ["force", "status"]
        .flatMap((facet) => its.codes(facet).map((code) => label(facet, code)));
      const day = its.day ? String(its.day).slice(0, 4) : "";
      const facts = [shown.type, shown.owners, ...named, day, ...binding(hit, its, bound)];
      const made = el("li", {},
        el("h2", {}, link(address(hit, shown), said(shown.title, words))),
        ...(shown.whole ? [said(shown.whole, words, "p")] : []),
        el("p", { class: "src" }, facts.filter(Boolean).join(" · ")));
      shown.entries.forEach(([anchor, ref, says, whom]) => {
        const place = el("bdi", { dir: "ltr" }, ...marked(ref || "§", words));
        const to = link(`${shown.address}#${anchor}`, place);
        const first = whom ? [el("b", {}, whom), core.say.colon] : [];
        made.append(el("p", { class: "hit" }, to, " ", ...first, said(says, words)));
      });
      const summary = !hit.best.length && shown.summary;
      if (summary) made.append(said(summary, words, "p", LONGEST_SUMMARY));
      const typed = words.typed(hit);
      if (typed.length && !made.querySelector("mark")) {
        made.append(el("p", { class: "src" }, core.say.by.replace("{words}", typed.join(" "))));
      }
      return made;
    };

    /* Hits, each with `most` of its entries; a page that is offered as an answer stands there alone. */
    const listed = async (hits, found, words, most, answers) => {
      const offered = new Set(answers.map(({ address: to }) => to));
      const items = hits.map(async (hit) => {
        const shown = await index.shown(hit.number, hit.best.slice(0, most));
        if (!shown || offered.has(shown.address)) return [];
        return [item(hit, shown, found.facts(hit.number), words, answers.bound)];
      });
      return el("ol", {}, ...(await Promise.all(items)).flat());
    };
    /* The first `count` hits, and below few of them those that hold some of the words, under a line. */
    const list = async (found, count, most, answers) => {
      const words = markedWords(found);
      const first = found.hits.slice(0, count);
      const [all, some] = await Promise.all([first, found.some.slice(0, count - first.length)].map((hits) =>
        listed(hits, found, words, most, answers)));
      if (!some.children.length) return [all];
      const { some: saying } = core.say;
      return [all, el("section", { "aria-label": saying }, el("p", { class: "src" }, saying), some)];
    };
    /* Pages that answer the query by themselves (search/answers.js), above the hits. */
    const offers = (answers) => (answers.length ? [el("ul", { class: "answers", "aria-label": answers.title },
      ...answers.map(({ address: to, names, words }) => el("li", {},
        link(to, el("b", {}, names.join(" · ")),
          ...(names.includes(words) ? [] : [" ", el("span", { class: "src" }, words)])))))] : []);
    /* How many hits, and which words the first of them do not hold, those that an answer is of aside. */
    const counted = ({ hits, lost, whole, groups }, { told, length }) => {
      const { count, none, partly, lost: missing } = core.say;
      const said = hits.length ? count.replace("{n}", hits.length) : none;
      const left = lost.filter((word) => !told?.has(word));
      if (left.length) return `${said} · ${missing.replace("{words}", left.join(core.say.comma))}`;
      return whole || length || !hits.length || groups.length < 2 ? said : `${said} · ${partly}`;
    };
    return { link, list, counted, offers };
  };

  /* News for all: seen at once, spoken when the reader rests. */
  const speaker = (status) => {
    let resting;
    return (text) => {
      clearTimeout(resting);
      status.setAttribute("aria-live", "off");
      status.textContent = text;
      resting = setTimeout(() => {
        status.setAttribute("aria-live", "polite");
        status.replaceChildren(text);
      }, REST);
    };
  };

  /* A place for results of what is typed into a field: `show(work)` shows what the newest work promised,
     [what is said, ...nodes]; where it fails, a link to the list of all records and a button to try again,
     and that button too where a part of the index did not come. What stood there goes where the new is long
     on its way, unless something in it was pressed: then `next` says what of the new takes the focus. */
  search.stage = (index, base, input, status, results) => {
    const say = speaker(status);
    const first = () => results.querySelector("a");
    let turn = 0;
    /* A focus that was in what is replaced would fall to the top of the page. */
    const put = (nodes, next = first) => {
      const had = results.contains(document.activeElement);
      results.replaceChildren(...nodes);
      if (had) (next() || input).focus();
    };
    const show = async (work, next) => {
      const mine = ++turn;
      const before = index.missed;
      const again = (error) => {
        if (error.message === "stale") return work();
        throw error;
      };
      const retry = () => el("p", {}, compendium.button(results.dataset.again, () => show(work, first)));
      const end = () => {
        clearTimeout(waiting);
        results.removeAttribute("aria-busy");
      };
      const waiting = setTimeout(() => {
        if (mine !== turn) return;
        say(results.dataset.wait);
        results.setAttribute("aria-busy", "true");
        if (!next) put([]);
      }, PATIENCE);
      try {
        const [said, ...nodes] = await work().catch(again);
        if (mine !== turn) return;
        const missed = index.missed > before;
        if (missed && !nodes.some((node) => node.querySelector?.("li"))) throw new Error("missing");
        end();
        say(said);
        put([...nodes, ...(missed ? [retry()] : [])], next);
      } catch (error) {
        if (mine !== turn) return;
        end();
        index.forget();
        const list = linked(base)("instruments/", results.dataset.list);
        say(results.dataset.fail);
        put([el("p", {}, list), retry()], () => results.querySelector("button")); // for one more try
        console.error(error);
      } finally {
        if (mine !== turn) clearTimeout(waiting);
      }
    };
    return show;
  };

  /* Does some work once a reader stops typing: soon after a word that was pasted, later after a key, by the
     pace of the keys. What is still being composed is awaited. */
  search.later = (input, work) => {
    let timer, last = 0, length = input.value.length;
    const begin = ({ timeStamp: now, isComposing }) => {
      clearTimeout(timer);
      const pasted = Math.abs(input.value.length - length) > 1;
      const wait = pasted ? SOON : Math.min(LATE, Math.max(SOON, PACE * (now - last)));
      [last, length] = [now, input.value.length];
      if (!isComposing) timer = setTimeout(work, wait);
    };
    input.addEventListener("input", begin);
    input.addEventListener("compositionend", begin);
  };

  /* Arrows walk through the links of results, and from the first one back to the field. */
  search.walk = (box, input) => box.addEventListener("keydown", (event) => {
    const inList = event.target === input || event.target.tagName === "A";
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.isComposing || !inList) return;
    const stops = [input, ...box.querySelectorAll(".results a")];
    const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
})();
