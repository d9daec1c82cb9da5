/* What every answer builds on: the files of data (generators/data) of the language of the page, elements and
   texts (never markup), choices that stand in the address. A line is written as html/writer.py writes a cell,
   so that one sheet serves both; the words that it needs stand on the page (`words` in parts.html.j2). */
(() => {
  "use strict";
  const { compendium } = globalThis;
  const answers = (compendium.answers ??= {});
  const { element: el } = compendium;
  const SHOWN = 3; // lines of a cell; the others unfold

  answers.hand = (name, type, content) => {
    const address = URL.createObjectURL(new Blob([content], { type }));
    el("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };

  /* Codes, which are the same in all languages, with the words of one (generators/data/marked.py): objects are
     joined key by key, and lists place by place. */
  const joined = (codes, words) => {
    if (codes === null || typeof codes !== "object" || words === null || typeof words !== "object") return words;
    const made = Array.isArray(codes) ? [...codes] : { ...codes };
    Object.entries(words).forEach(([key, value]) => { made[key] = joined(codes[key] ?? null, value); });
    return made;
  };

  /* `base` is the address of the folder of the language, `root` that of the site. */
  answers.page = (base, root) => {
    const unread = document.querySelector(".notice.unread"); // the page says it once, of all
    const asked = new Map();

    /* The object in a file of data, by its path below a folder (`from`); asked for once. */
    const dataFrom = (path, from) => {
      const key = `${from}${path}`;
      if (!asked.has(key)) {
        asked.set(key, compendium.json(path, from).catch((error) => {
          asked.delete(key);
          throw error;
        }));
      }
      return asked.get(key);
    };
    const data = (path) => dataFrom(path, base);
    /* {records, mechanisms, labels}: what ids and codes mean. */
    const names = () => data("instruments/index.json");
    /* What a State or a topic is in this language. */
    const explained = async (folder, name) => {
      const [known, codes, { words }] = await Promise.all(
        [names(), dataFrom(`${folder}index.json`, root), data(`${folder}words.json`)]);
      return { ...known, ...joined(codes, words[name]) };
    };
    const state = (code) => explained(`states/${code.toLowerCase()}/`, code.toUpperCase());
    const topic = (code) => explained(`topics/${code}/`, code);
    /* A record in a language, by the address of its folder. Its file of words holds other records too. */
    const recordIn = async (id, language) => {
      const [known, codes] = await Promise.all([names(), dataFrom(`instruments/${id}/index.json`, root)]);
      const { words } = await dataFrom(codes.words, language);
      return { ...known, ...joined(codes, words[id]) };
    };
    const record = (id) => recordIn(id, base);

    /* Without the host, as links of pages are: paper says the address of links to other hosts alone. */
    const link = (address, ...children) => {
      const { pathname, search, hash } = compendium.opened(address, base);
      return el("a", { href: pathname + search + hash }, ...children);
    };
    const dotted = (parts) => parts.filter(Boolean).flatMap((part, n) => (n ? [" · ", part] : [part]));
    const fill = (pattern, values) =>
      pattern.replace(/\{(\w+)\}/g, (slot, name) => (name in values ? values[name] : slot));
    /* The same with nodes in the slots. */
    const filled = (pattern, nodes) =>
      pattern.split(/\{(\w+)\}/).map((part, n) => (n % 2 ? nodes[part] : part));

    /* Since when a text binds a State; or that we do not know it. */
    const since = ({ bound_since_words: day }, { in_sentence: state }, say) =>
      fill(day ? say.bindingsince : say.nosince, { state, day });

    /* -- a line -- */

    const named = (kind, words, shape) =>
      el("i", { class: kind, role: "img", "aria-label": words, title: words }, shape);
    /* The classes are those of html/runs.py: the style sheet draws a shape before the words. */
    const strength = (code, { strengths }) =>
      el("span", { class: `st s${Object.keys(strengths).indexOf(code) + 1}` }, strengths[code].label);
    const force = (binding, { forces }) => (binding ? el("span", { class: "fo" }, forces.binding.label)
      : el("span", { class: "fo not" }, forces["not-binding"].label));
    /* From which day a line applies, where that is to come; else what its text is where it does not bind: "must"
       says that it does. */
    const standing = ({ binds: alone, applies_words: later }, { binding, binds, status_words: words }, labels) => {
      if (later) return el("span", { class: "fo late" }, later);
      if (alone ?? binds) return "";
      return binding ? el("span", { class: "fo late" }, words) : force(false, labels);
    };
    /* That the time of its text is over. */
    const over = ({ ended_words: words }) => (words ? el("span", { class: "fo late" }, words) : "");
    /* How sure a line is; nothing where its text was read. */
    const confidence = (code, { confidences: { [code]: { label } } }) => (code === "verified" ? ""
      : el("span", { class: { recalled: "warn", confirmed: "gr g2", reported: "gr g1" }[code] || "gr" }, label));
    /* Who compared a line with its text, else how sure it is. */
    const sure = ({ checked, confidence: code }, labels) => checked?.words || confidence(code, labels);

    /* A text in the language that it is in, with a sign where it is no reviewed text of the page's own. */
    const said = ({ says, language, direction, unreviewed }, say) => [
      language ? el("span", { lang: language, dir: direction }, says) : says,
      language && !unreviewed ? named("tm", say.foreign, language) : "",
      unreviewed && !unread ? named("tm", say.unreviewed, "⇄") : "",
    ];
    const reference = (each) => el("bdi", { lang: each.reference_language }, each.reference);
    /* Where a line stands: its record (`name`; without, the place alone) and the place in it. */
    const place = (each, say, name) => {
      if (!name) return link(each.address, each.reference ? reference(each) : "§");
      const record = link(each.address, name);
      return each.reference ? filled(say.cited, { record, ref: reference(each) }) : record;
    };

    /* A provision or a step: number, sentence, strength, place, force, confidence. `of` is its record's entry
       in `records`, `labels` what codes mean, `say` the words of the page; `name` as for `place`; further words
       stand after for whom it is (`besides`), and at the end (`end`). */
    const line = (each, of, labels, say, name = "", [besides, end] = [[], []]) => {
      const who = (each.who || []).map((code) => labels.roles[code].label).join(say.comma);
      const value = each.value_words || each.time_limit;
      const about = [
        each.strength ? strength(each.strength, labels) : "",
        place(each, say, name), who && el("span", { class: "who" }, who),
        standing(each, of, labels), over(of), sure(each, labels), ...end,
      ];
      const limit = each.time_limit ? said(each.time_limit, say) : "";
      const groups = (each.only_for || []).map((code) => el("strong", {}, labels.groups[code].label));
      const whom = dotted([...groups, ...besides]);
      return el("div", { class: "cell", "data-for": each.persons?.join(" ") },
        value ? el("p", { class: "num" }, each.value_words, each.value_words && limit ? " " : "", limit) : "",
        el("p", {}, ...whom, whom.length ? say.colon : "", said(each, say)),
        el("p", { class: "src" }, dotted(about)));
    };
    const rank = (each, { strengths }) => Object.keys(strengths).indexOf(each.strength);
    /* Lines of one text: what was checked, what leads the topic, then the firmest. */
    const ordered = (lines, labels, topic) => [...lines].sort((a, b) =>
      (a.confidence === "recalled") - (b.confidence === "recalled")
      || Boolean(b.leads?.includes(topic)) - Boolean(a.leads?.includes(topic))
      || rank(a, labels) - rank(b, labels));
    const fold = (words, ...content) => el("details", {}, el("summary", {}, words), ...content);
    const folded = (nodes, say, shown = SHOWN) => {
      const more = nodes.slice(shown);
      const summary = el("summary", { class: "more" }, fill(say.more, { n: more.length }));
      return [...nodes.slice(0, shown), more.length ? el("details", {}, summary, ...more) : ""];
    };
    /* That nothing stands here: the text, read in full, says nothing (`kind` is silent), what we read of it
       says nothing (read_in_part), we could not read it (unreadable), or nobody has looked yet (unread). */
    const absence = (kind, say) => el("p", { class: "src" },
      kind === "silent" ? "— " : [el("span", { class: "none", "aria-hidden": "true" }), " "], say[kind]);

    /* A field of States: its choices come from the list of States; empty stands for none. */
    const fillStates = async (select, chosen) => {
      const { states } = await data("states/index.json");
      select.append(...states.map(({ code, name }) => el("option", { value: code }, name)));
      if (states.some(({ code }) => code === chosen)) select.value = chosen;
      compendium.search?.typed?.(select);
    };

    /* What stands behind "?" in the address, and its change without leaving the page. */
    const choices = () => new URLSearchParams(location.search);
    const choose = (pairs) => {
      const next = String(new URLSearchParams(pairs.filter(([, value]) => value))).replaceAll("%2F", "/");
      history.replaceState(null, "", location.pathname + (next ? `?${next}` : "") + location.hash);
    };

    /* Says in a place, below its head, that what was to stand there did not come. */
    const failing = (place, words, ...head) => (error) => {
      console.error(error);
      place.replaceChildren(...head, el("p", { class: "open" }, words));
    };

    /* A form with a choice of one State, kept in the address. `answer` is handed the file of the State, arranges
       what the page shows, and returns what the form says; `clear` arranges it as it was. */
    const oneState = (form, answer, clear) => {
      const select = form.querySelector("select");
      const status = form.querySelector("[role=status]");
      const apply = async () => {
        const code = select.value;
        choose([["state", code.toLowerCase()]]);
        if (!code) {
          document.documentElement.removeAttribute("data-asked"); // nothing is awaited
          clear();
          status.replaceChildren();
          return;
        }
        form.setAttribute("aria-busy", "true");
        try {
          const found = await state(code);
          if (select.value === code) status.replaceChildren(...answer(found));
        } catch (error) {
          clear();
          failing(status, form.dataset.fail)(error);
        }
        form.removeAttribute("aria-busy");
      };
      form.addEventListener("submit", (event) => event.preventDefault());
      fillStates(select, (choices().get("state") || "").toUpperCase()).then(() => {
        form.hidden = false;
        select.addEventListener("change", apply);
        compendium.persons?.follow(() => select.value && apply()); // of files that are here already
        if (select.value) apply();
      }).catch((error) => console.error(error));
    };

    return {
      absence, base, choices, choose, confidence, data, dotted, el, failing, fill, fillStates, fold, folded,
      force, line, link, oneState, ordered, record, recordIn, said, since,
      state, topic,
    };
  };
})();
