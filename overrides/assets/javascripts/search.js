/* Search on the reader's own device: a query takes the core of the index and the few shards that its words stand in (generators/search), and
   leaves nothing behind. Opens in a dialog on every page, and fills the page /search/. Without this file the link in the header leads to a list. */
(() => {
  "use strict";
  const opener = document.querySelector("#search-slot a");
  if (!opener) return;
  const page = document.getElementById("search-page");
  const base = new URL("../", opener.href);
  const el = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => (value === true ? made.setAttribute(name, "") : value !== false && made.setAttribute(name, value)));
    made.append(...children);
    return made;
  };

  /* -- words: the twin of generators/search/words.py ------------------------------------------------------------------- */
  const LETTERS = { "ى": "ي", "ة": "ه", "ٱ": "ا", "ی": "ي", "ک": "ك", "ۀ": "ه", "ـ": "" };
  const CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff";
  const WORD = "(?:[\\p{L}\\p{N}](?<![" + CJK + "]))+";
  const RUN = new RegExp("[" + CJK + "]+|" + WORD, "gu");
  const COMPOUND = new RegExp(WORD + "(?:[/.()-]+" + WORD + ")+", "gu");
  const ARTICLE = /(?<![\p{L}\p{N}])(?:art(?:icles?|iculos?|igos?|s)?|стат\p{L}*|ст|\p{L}{0,3}ماده)[.\s]*(\d+[a-z]?|[ivxlc]+)(?![\p{L}\p{N}])|第\s*(\d+)\s*条/gu;
  const isChinese = (text) => new RegExp("^[" + CJK + "]").test(text);
  const fold = (text) => text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
    .replace(/[ىةٱیکۀـ]/g, (c) => LETTERS[c])
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (c) => c.charCodeAt() & 15);
  const pairs = (run) => [...run].map((_, n) => run.slice(n, n + 2));
  const words = (folded) => (folded.match(RUN) || []).flatMap((run) => (isChinese(run) ? pairs(run) : [run]));
  const compounds = (folded) => (folded.match(COMPOUND) || []).filter((found) => /\p{N}/u.test(found)).map((found) => found.replace(/[/.()-]+/g, "/"));
  const bare = (form) => {
    if (!/^[\u0600-\u06ff]/.test(form)) return form;
    if (form.startsWith("و") && form.length > 4 && !form.startsWith("وال")) form = form.slice(1);
    const prefix = ["وال", "فال", "بال", "كال", "لل", "ال"].find((each) => form.startsWith(each) && form.length - each.length >= 2);
    return prefix ? form.slice(prefix.length) : form;
  };

  /* -- index: what is fetched is kept; a page that was open while the site changed begins anew ------------------------- */
  let core, version, kept = new Map();
  const get = async (name) => {
    const response = await fetch(new URL("search/index/" + name + ".json" + (version ? "?v=" + version : ""), base), { cache: version ? "default" : "no-cache" });
    if (!response.ok) throw new Error(response.status + " " + name);
    const [its, data] = await response.json();
    if (version && its !== version) { forget(); throw new Error("stale"); }
    version = its;
    return data;
  };
  const part = (name) => {
    if (!kept.has(name)) kept.set(name, get(name));
    return kept.get(name);
  };
  const forget = () => { core = version = undefined; kept = new Map(); };
  const load = async () => (core ||= await part("core"));
  const place = (starts, key) => {
    let [low, high] = [0, starts.length];
    while (low < high) { const middle = (low + high) >> 1; starts[middle] <= key ? low = middle + 1 : high = middle; }
    return Math.max(0, low - 1);
  };
  const shards = async (from, to) => {
    const [first, last] = [place(core.words, from), Math.min(place(core.words, to), place(core.words, from) + 2)];
    const found = await Promise.all(Array.from({ length: last - first + 1 }, (_, n) => part("w" + (first + n))));
    return found.flat().map((line) => { line.forms ||= line[0].split(" "); return line; });
  };
  const places = (line) => {
    let at = 0;
    return (line.places ||= line[1].split(" ").map((step) => (at += parseInt(step, 36))));
  };

  /* -- one word: exact, then its beginnings, then without its ending, then with one letter wrong ----------------------- */
  const near = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let n = 0;
    while (n < a.length && a[n] === b[n]) n++;
    return a.slice(n + 1) === b.slice(n + 1) || a.slice(n) === b.slice(n + 1) || a.slice(n + 1) === b.slice(n);
  };
  const lookup = async (word, last) => {
    const lines = await shards(word, last || word.length > 3 ? word + "\uffff" : word);
    const found = lines.filter((line) => line.forms.includes(word)).map((line) => [line, 1]);
    const begins = (start, limit) => lines.filter((line) => line.forms.some((form) => form.startsWith(start) && form.length <= limit));
    if (last && (word.length > 2 || isChinese(word))) begins(word, 99).forEach((line) => found.some(([other]) => other === line) || found.push([line, 0.4]));
    for (let cut = 0; !found.length && cut < 4 && word.length - cut > 3; cut++) {
      const start = word.slice(0, word.length - cut);
      const wider = cut ? await shards(start, start + "\uffff") : lines;
      wider.filter((line) => line.forms.some((form) => form.startsWith(start) && form.length < word.length + 3)).forEach((line) => found.push([line, 0.7]));
    }
    if (!found.length && word.length > 4) lines.filter((line) => line.forms.some((form) => near(form, word))).forEach((line) => found.push([line, 0.5]));
    return found;
  };

  /* -- a query: groups that each ask for one thing ---------------------------------------------------------------------- */
  const parse = async (query) => {
    let rest = fold(query);
    const groups = [];
    const add = (size, word, ...terms) => groups.push({ size, word, terms });
    rest = rest.replace(ARTICLE, (_, number, chinese) => { groups.push({ size: 0, terms: [["art:" + (number || chinese), false]] }); return " "; });
    for (const compound of compounds(rest)) {
      const lines = (await shards(compound, compound + "\uffff")).filter((line) => line.forms.some((form) => form === compound || form.startsWith(compound + "/")));
      if (!lines.length) continue;
      groups.push({ size: compound.split("/").length, found: [lines.map((line) => [line, 1])] });
      rest = rest.replace(new RegExp(compound.split("/").join("[/.()-]+"), "u"), " ");
    }
    const runs = rest.match(RUN) || [];
    runs.forEach((run, n) => {
      if (isChinese(run) && run.length > 1) add(run.length, run, ...pairs(run).slice(0, -1).map((pair) => [pair, false]));
      else {
        const acronym = runs.length === 1 || new RegExp("(?<!\\p{L})" + run.toUpperCase() + "(?!\\p{L})", "u").test(query);
        add(1, run, [bare(run), n === runs.length - 1 && /[\p{L}\p{N}]$/u.test(query), acronym && run.length < 4]);
      }
    });
    for (const group of groups) {
      group.found ||= await Promise.all(group.terms.map(async ([word, last, acronym]) => {
        const marked = acronym ? (await shards(word + "!", word + "!")).filter((line) => line.forms.includes(word + "!")) : [];
        return marked.length ? marked.map((line) => [line, 1]) : lookup(word, last);
      }));
      group.found = group.found.filter((lines) => lines.length);
    }
    return groups.filter((group) => group.found.length);
  };

  /* Places that hold a group: place -> [score, share of its parts]. Chinese parts that stand apart count little, and too few of them nothing. */
  const matches = (group) => {
    const all = new Map();
    let total = 0;
    group.found.forEach((lines) => {
      const exact = lines.filter(([, weight]) => weight === 1);
      const count = (exact.length ? exact : lines).reduce((sum, [line]) => sum + places(line).length, 0);
      const rare = Math.log(1 + 4 * core.n / count);
      const best = new Map();
      total += rare;
      lines.forEach(([line, weight]) => places(line).forEach((at) => best.set(at, Math.max(best.get(at) || 0, weight))));
      best.forEach((weight, at) => {
        const [sum, held] = all.get(at) || [0, 0];
        all.set(at, [sum + rare * weight, held + 1 / group.found.length]);
      });
    });
    all.forEach(([sum, held], at) => {
      const share = Math.min(1, held);
      if (share < 0.49) all.delete(at); else all.set(at, [sum * share * share, share]);
    });
    return [all, total];
  };

  const SLOTS = [5, 6, 3, 1, 0.6], FIRST = 6, TEXT = 2, LABEL = 2.1, BINDING = 1.2;
  const KIND = { mechanism: 1.3, topic: 1.3, state: 1.3, stage: 1.1, principle: 0.65, recommendation: 0.7, "good-practice": 0.7, lesson: 0.7, challenge: 0.7 };
  const STATUS = { superseded: 0.85, expired: 0.85, draft: 0.8 };
  const gather = (groups) => {
    const documents = new Map();
    let weight = 0;
    groups.forEach((group, g) => {
      const [all, total] = matches(group);
      weight += total;
      all.forEach(([score, share], at) => {
        const [number, slot] = [Math.floor(at / core.span), at % core.span];
        if (!documents.has(number)) documents.set(number, { number, head: [], entries: new Map(), title: 0 });
        const document = documents.get(number);
        const entry = slot < FIRST ? -1 : (slot - FIRST) >> 1;
        if (!document.entries.has(entry)) document.entries.set(entry, []);
        const list = entry < 0 ? document.head : document.entries.get(entry);
        const value = score * (slot < FIRST ? SLOTS[slot] : slot & 1 ? LABEL : TEXT);
        if (!(list[g]?.[0] > value)) list[g] = [value, share * total];
        if (slot < 2) document.title += group.size * share * (slot + 1);
      });
    });
    return [documents, weight || 1];
  };
  const better = (a, b) => (!a || (b && b[0] > a[0]) ? b : a);
  const judge = (document, weight, length, kind, status, force) => {
    const sum = (list) => list.reduce(([score, cover], each) => (each ? [score + each[0], cover + each[1] / weight] : [score, cover]), [0, 0]);
    const joined = (a, b) => Array.from({ length: Math.max(a.length, b.length) }, (_, g) => better(a[g], b[g]));
    let everything = document.head;
    document.entries.delete(-1);
    const ranked = [...document.entries].map(([entry, list]) => {
      everything = joined(everything, list);
      const [own, [score, cover]] = [sum(list), sum(joined(document.head, list))];
      return { entry, own: own[0] * own[1], cover, score: score * cover ** 3 };
    }).sort((a, b) => b.score - a.score || b.own - a.own || a.entry - b.entry);
    const [head, covered] = sum(document.head);
    const [score, cover] = sum(everything);
    document.cover = cover;
    document.held = everything;
    document.best = ranked.filter((each) => each.cover > 0.6 * cover).slice(0, 2).map((each) => each.entry);
    document.needed = covered < 0.99 * cover;
    document.score = Math.max(head * covered ** 3, ranked[0]?.score || 0, 0.6 * score * cover ** 3)
      * (1 + Math.min(1, document.title / length)) * (KIND[kind] || 1) * (STATUS[status] || 1) * (force === "binding" ? BINDING : 1);
    return document;
  };

  /* -- facets ------------------------------------------------------------------------------------------------------------ */
  const FACETS = ["kind", "region", "mechanism", "force", "status", "topic", "state", "year"];
  const codes = (facet, cell) => (cell ? cell.split(" ").map((n) => core.labels[facet][parseInt(n, 36)][0]) : []);
  const about = async (numbers, withStates) => {
    const blocks = [...new Set(numbers.map((number) => Math.floor(number / core.block)))];
    const found = new Map(await Promise.all(blocks.map(async (block) => [block, await Promise.all([part("f" + block), withStates ? part("s" + block) : null])])));
    return (number) => {
      const [columns, states] = found.get(Math.floor(number / core.block));
      const row = number % core.block;
      return {
        day: columns.day[row], length: columns.len[row],
        codes: (facet) => (facet === "state" ? (states ? codes(facet, states[row]) : []) : codes(facet, columns[facet][row])),
      };
    };
  };
  const fits = (its, chosen, except) => FACETS.every((facet) => facet === except || !chosen[facet]?.size || its.codes(facet).some((code) => chosen[facet].has(code)));
  const count = (hits, row, chosen) => Object.fromEntries(FACETS.map((facet) => {
    const counts = new Map();
    hits.forEach((hit) => {
      const its = row(hit.number);
      if (fits(its, chosen, facet)) its.codes(facet).forEach((code) => counts.set(code, (counts.get(code) || 0) + 1));
    });
    return [facet, counts];
  }));

  /* The query with another word for a term replaced by the one that the site uses. */
  const plain = (text) => (new RegExp("[" + CJK + "]").test(text) ? fold(text).replace(/[和与及的]/g, "") : " " + (fold(text).match(RUN) || []).join(" ") + " ");
  const meant = (query) => {
    const asked = plain(query);
    const found = core.also.filter(([from]) => asked.includes(plain(from))).sort((a, b) => b[0].length - a[0].length).slice(0, 1);
    return found.map(([from, to]) => asked.replace(plain(from), " " + to + " ").trim());
  };
  const merge = (found, others) => {
    const better = new Map(found.map((hit) => [hit.number, hit]));
    others.forEach((hit) => { hit.score *= 0.8; if (!(better.get(hit.number)?.score > hit.score)) better.set(hit.number, hit); });
    return [...better.values()];
  };

  /* All hits of a query, in order; with ``facets`` also how many each filter would leave. */
  const search = async (query, chosen = {}, sort = "relevance", facets = false) => {
    await load();
    const asked = query.trim() !== "";
    const readings = asked ? await Promise.all([query, ...meant(query)].map(parse)) : [];
    const found = readings.map(gather);
    if (!asked) found.push([new Map(Array.from({ length: core.n }, (_, number) => [number, { number, head: [], entries: new Map(), title: 0 }])), 1]);
    const row = await about(found.flatMap(([documents]) => [...documents.keys()]), facets || chosen.state?.size > 0);
    let hits = found.map(([documents, weight], reading) => {
      const all = [...documents.values()].map((document) => {
        const its = row(document.number);
        document.day = its.day;
        document.reading = reading;
        return judge(document, weight, its.length || 1, its.codes("kind")[0], its.codes("status")[0], its.codes("force")[0]);
      });
      const most = Math.max(0, ...all.map((hit) => hit.cover));
      const floor = all.filter((hit) => hit.cover > 0.99 * most).length < 3 ? 0.62 : 0.8;
      return all.filter((hit) => !asked || hit.cover > floor * most);
    }).reduce(merge);
    const counts = facets && count(hits, row, chosen);
    hits = hits.filter((hit) => fits(row(hit.number), chosen));
    const byDay = sort === "oldest" ? (a, b) => (a.day || 1e9) - (b.day || 1e9) : (a, b) => b.day - a.day;
    hits.sort(asked && sort === "relevance" ? (a, b) => b.score - a.score || byDay(a, b) || a.number - b.number : (a, b) => byDay(a, b) || a.number - b.number);
    /* Words that were typed and that none of the three first results holds: whoever reads these must know that they answer another question. */
    const holds = (hit, word) => {
      const g = readings[hit.reading].findIndex((group) => group.word === word);
      return g < 0 || hit.held[g];
    };
    const lost = asked && hits.length
      ? readings[0].map((group) => group.word).filter((word) => word && !hits.slice(0, 3).some((hit) => holds(hit, word))) : [];
    return { hits, counts, row, lost, marks: marks([query, ...meant(query)].join(" "), readings.flat()) };
  };

  /* -- results ------------------------------------------------------------------------------------------------------------- */
  const marks = (query, groups) => ({
    forms: new Set(groups.flatMap((group) => group.found.flat().flatMap(([line]) => line[0].split(" ")))),
    runs: (fold(query).match(RUN) || []).filter((run) => isChinese(run)).flatMap((run) => [run, ...pairs(run).slice(0, -1)]),
  });
  const hitsIn = (text, { forms, runs }) => [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap((found) => {
    if (!isChinese(found[0])) return forms.has(bare(fold(found[0]))) ? [[found.index, found.index + found[0].length]] : [];
    return runs.flatMap((run) => { const at = found[0].indexOf(run); return at < 0 ? [] : [[found.index + at, found.index + at + run.length]]; });
  }).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const marked = (text, mark, limit = 320) => {
    const hits = hitsIn(text, mark);
    let start = text.length > limit ? Math.max(0, Math.min((hits[0]?.[0] || 0) - 80, text.length - limit)) : 0;
    if (start) start = text.indexOf(" ", start) + 1 || start;
    const end = start + limit < text.length ? text.lastIndexOf(" ", start + limit) > start ? text.lastIndexOf(" ", start + limit) : start + limit : text.length;
    const nodes = start ? ["… "] : [];
    let at = start;
    hits.forEach(([from, to]) => {
      if (from < at || to > end) return;
      nodes.push(text.slice(at, from), el("mark", {}, text.slice(from, to)));
      at = to;
    });
    nodes.push(text.slice(at, end), end < text.length ? " …" : "");
    return nodes;
  };
  /* A text that is not in the language of the page says which it is in. */
  const said = (text, mark, tag = "span", limit = 320) => {
    if (!Array.isArray(text)) return el(tag, {}, ...marked(text, mark, limit));
    return el(tag, {}, el("span", { lang: text[1], dir: text[1] === "ar" ? "rtl" : "ltr" }, ...marked(text[0], mark, limit)),
      el("span", { class: "tm", role: "img", "aria-label": core.say.foreign, title: core.say.foreign }, text[1]));
  };
  const label = (facet, code) => core.labels[facet].find(([each]) => each === code)?.[1] || "";
  const link = (address, ...children) => el("a", { href: new URL(address, base).href }, ...children);
  const result = async (hit, row, mark, most) => {
    const block = place(core.texts, hit.number);
    const [address, title, type, owners, summary, entries] = (await part("t" + block))[hit.number - core.texts[block]];
    const its = row(hit.number);
    const at = entries[hit.best[0]];
    const facts = [type, owners, ...its.codes("force").map((code) => label("force", code)), ...its.codes("status").map((code) => label("status", code)), its.day ? String(its.day).slice(0, 4) : ""];
    const made = el("li", {}, el("h3", {}, link(address + (at && hit.needed ? "#" + at[0] : ""), said(title, mark))), el("p", { class: "src" }, facts.filter(Boolean).join(" · ")));
    hit.best.slice(0, most).forEach((entry) => {
      const [anchor, ref, text] = entries[entry];
      made.append(el("p", { class: "hit" }, link(address + "#" + anchor, el("bdi", { dir: "ltr" }, ...marked(ref || "§", mark))), " ", said(text, mark)));
    });
    if (!hit.best.length && summary) made.append(said(summary, mark, "p", 200));
    return made;
  };
  const list = (found, to, most) => Promise.all(found.hits.slice(0, to).map((hit) => result(hit, found.row, found.marks, most)));

  /* A place for results that says how many there are, and shows only the newest query's. */
  const stage = (status, results) => {
    let turn = 0;
    return async (work) => {
      const mine = ++turn;
      try {
        const [text, ...nodes] = await work().catch((error) => { if (error.message === "stale") return work(); throw error; });
        if (mine !== turn) return;
        status.textContent = text;
        results.replaceChildren(...nodes);
      } catch (error) {
        if (mine !== turn) return;
        forget();
        status.textContent = results.dataset.fail || "–";
        results.replaceChildren(el("p", {}, el("a", { href: new URL("instruments/", base).href }, results.dataset.list || "→")));
        console.error(error);
      }
    };
  };
  const counted = ({ hits, lost }) => (hits.length ? core.say.count.replace("{n}", hits.length) : core.say.none)
    + (lost.length ? " · " + core.say.lost.replace("{words}", lost.join(", ")) : "");
  const later = (work, wait = 120) => { let timer; return () => { clearTimeout(timer); timer = setTimeout(work, wait); }; };
  /* Arrows walk through the links of results, and from the first one back to the field. */
  const walk = (box, input) => box.addEventListener("keydown", (event) => {
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.isComposing || (event.target !== input && event.target.tagName !== "A")) return;
    const stops = [input, ...box.querySelectorAll(".results a")];
    const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) { event.preventDefault(); next.focus(); }
  });
  const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");
  const shortcut = (open) => document.addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
    if (slash || ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "k")) { event.preventDefault(); open(); }
  });

  /* -- dialog ------------------------------------------------------------------------------------------------------------- */
  const dialog = () => {
    const strings = opener.dataset;
    const input = el("input", { type: "search", name: "q", autocomplete: "off", spellcheck: "false", "aria-label": strings.label, enterkeyhint: "search" });
    const close = el("button", { type: "button", "aria-label": strings.close }, "✕");
    const status = el("p", { role: "status", class: "src" });
    const results = el("div", { class: "results", "data-fail": strings.fail, "data-list": strings.list });
    const box = el("dialog", { class: "search-box md-typeset", "aria-label": strings.label }, el("form", { action: opener.href, role: "search" }, input, close), status, results);
    const show = stage(status, results);
    const run = () => show(async () => {
      if (!input.value.trim()) { await load(); return [core.say.hint + ". " + core.say.keys + "."]; }
      const found = await search(input.value);
      const all = link("search/#q=" + encodeURIComponent(input.value.trim()), core.say.all.replace("{n}", found.hits.length));
      return [counted(found), el("ol", {}, ...(await list(found, 8, 1))), ...(found.hits.length ? [el("p", {}, all)] : [])];
    });
    input.addEventListener("input", later(run));
    close.addEventListener("click", () => box.close());
    box.addEventListener("click", (event) => { if (event.target === box || event.target.closest("a")) box.close(); });
    box.addEventListener("close", () => back?.focus());
    /* A search field takes the first Escape to empty itself, the dialog is closed at once instead. */
    input.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.preventDefault(); box.close(); } });
    walk(box, input);
    document.body.append(box);
    let back;
    return () => {
      if (box.open) return input.select();
      back = document.activeElement === document.body ? opener : document.activeElement;
      box.showModal();
      input.focus();
      input.select();
      run();
    };
  };

  /* -- page --------------------------------------------------------------------------------------------------------------- */
  const fill = async () => {
    const form = page.querySelector("form");
    const [input, sort, status, results, filters, plain] = ["input", "select", "[role=status]", ".results", ".facets", ".plain-list"].map((each) => page.querySelector(each));
    const chosen = Object.fromEntries(FACETS.map((facet) => [facet, new Set()]));
    const show = stage(status, results);
    const boxes = new Map();
    let shown = 10;
    const read = () => {
      const asked = new URLSearchParams(location.hash.startsWith("#q=") ? location.hash.slice(1) : location.search);
      input.value = asked.get("q") || "";
      sort.value = ["newest", "oldest"].includes(asked.get("sort")) ? asked.get("sort") : "relevance";
      FACETS.forEach((facet) => { chosen[facet] = new Set(asked.getAll(facet)); });
    };
    const write = () => {
      const said = new URLSearchParams(input.value.trim() ? { q: input.value.trim() } : {});
      FACETS.forEach((facet) => chosen[facet].forEach((code) => said.append(facet, code)));
      if (sort.value !== "relevance") said.set("sort", sort.value);
      const next = location.pathname + (said.size ? "?" + said : "");
      if (next !== location.pathname + location.search + location.hash) history.replaceState(null, "", next);
    };
    const draw = (counts) => boxes.forEach(([line, box, number], key) => {
      const [facet, code] = key.split(" ");
      const n = counts[facet].get(code) || 0;
      box.checked = chosen[facet].has(code);
      line.hidden = !n && !box.checked;
      number.textContent = n;
    });
    const build = () => filters.append(...FACETS.map((facet) => {
      const lines = core.labels[facet].map(([code, text]) => {
        const box = el("input", { type: "checkbox", name: facet, value: code });
        const number = el("span", { class: "src" });
        const line = el("label", {}, box, " ", el("span", {}, text), " ", number);
        boxes.set(facet + " " + code, [line, box, number]);
        return line;
      });
      const open = chosen[facet].size > 0 || (matchMedia("(min-width: 60em)").matches && ["kind", "region", "force", "status"].includes(facet));
      return el("details", { open }, el("summary", {}, core.say[facet]), el("fieldset", {}, el("legend", { class: "sr" }, core.say[facet]), ...lines));
    }));
    const run = (more) => show(async () => {
      await load();
      if (!boxes.size) {
        FACETS.forEach((facet) => { chosen[facet] = new Set(core.labels[facet].map(([code]) => code).filter((code) => chosen[facet].has(code))); });
        build();
      }
      const asked = input.value.trim() || FACETS.some((facet) => chosen[facet].size) || sort.value !== "relevance";
      const found = await search(input.value, chosen, sort.value, true);
      draw(found.counts);
      plain.hidden = Boolean(asked);
      page.classList.toggle("ready", true);
      if (!asked) return [""];
      const items = await list(found, shown, 2);
      const button = el("button", { type: "button" }, core.say.more);
      button.addEventListener("click", () => { const from = shown; shown += 20; run(from); });
      if (more) setTimeout(() => results.querySelectorAll("li")[more]?.querySelector("a")?.focus());
      return [counted(found), el("ol", {}, ...items), ...(found.hits.length > shown ? [button] : [])];
    });
    const again = () => { shown = 10; write(); run(); };
    input.addEventListener("input", later(again));
    sort.addEventListener("change", again);
    form.addEventListener("submit", (event) => { event.preventDefault(); again(); });
    filters.addEventListener("change", ({ target }) => { target.checked ? chosen[target.name].add(target.value) : chosen[target.name].delete(target.value); again(); });
    page.querySelector("[type=reset]").addEventListener("click", (event) => { event.preventDefault(); FACETS.forEach((facet) => chosen[facet].clear()); again(); });
    addEventListener("popstate", () => { read(); run(); });
    walk(page, input);
    page.querySelector(".filter details").open = matchMedia("(min-width: 60em)").matches;
    page.querySelectorAll("[data-live]").forEach((each) => { each.hidden = false; });
    read();
    write();
    run();
    return () => { input.focus(); input.select(); };
  };

  let ready = page && fill();
  const show = async () => (await (ready ||= dialog()))();
  opener.addEventListener("click", (event) => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); show(); } });
  shortcut(show);
  /* What was typed goes to the page behind a "#", which a browser keeps to itself; the page then shows the address that can be shared. */
  document.addEventListener("submit", (event) => {
    if (event.target.action !== opener.href || !event.target.elements.q) return;
    event.preventDefault();
    location.href = opener.href + "#q=" + encodeURIComponent(event.target.elements.q.value.trim());
  });
  /* For tests and other scripts: what the page would find. */
  window.compendium = { search, fold, words: (text) => words(fold(text)), compounds: (text) => compounds(fold(text)), bare, address: async (hit) => { const block = place(core.texts, hit.number); const shown = (await part("t" + block))[hit.number - core.texts[block]]; return shown[0] + (hit.best.length && hit.needed ? "#" + shown[5][hit.best[0]][0] : ""); } };
})();
