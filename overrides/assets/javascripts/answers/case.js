/* A case: five questions, and one sheet. What is chosen is only after the "#" of the address, with one entry in
   the history: no server and no list of visited pages learns of it. What the texts say is in needs.js. */
(() => {
  "use strict";
  const { compendium } = globalThis;
  const { answers } = compendium;
  const MESSAGE = 480; // characters of a need in a message
  const FIELDS = ["in", "from", "child", "happened", "need"];
  const HELPING = ["assistance", "child-protection"]; // kinds of bodies that help a person
  const OPEN = 1; // needs that are not folded
  const LINES = 2; // with a number, of a State
  const TEXTS = 8; // named of which nobody knows enough
  const BODIES = 1; // of a State without a number to call

  /* What the part of an address after "#" chooses: {in, from, child, happened: [], need: []}. */
  const read = (hash) => {
    const pairs = new URLSearchParams(hash.replace(/^#/, ""));
    const listed = (name) => (pairs.get(name) || "").split(",").filter(Boolean);
    const stateOf = (name) => (pairs.get(name) || "").toUpperCase();
    return {
      in: stateOf("in"),
      from: stateOf("from"),
      child: pairs.get("child") || "",
      happened: listed("happened"),
      need: listed("need"),
    };
  };
  const written = (chosen) => FIELDS
    .map((name) => [name, [chosen[name]].flat().join(",").toLowerCase()])
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${value}`)
    .join("&");

  /* A message of at most so many characters: a part that is too long has its short form, or is left out; none is
     cut. `parts` are pairs of a long and a short form. */
  const message = (head, parts) => parts.reduce((text, forms) => {
    const longer = forms.map((form) => `${text}\n${form}`).find((each) => each.length <= MESSAGE);
    return longer || text;
  }, head);

  answers.caseText = { message, read, written };

  answers.case = (root, page) => {
    const { data, dotted, el, failing, fill, fillStates, link, state } = page;
    const { readingOf } = answers.law;
    const say = root.dataset;
    const form = root.querySelector("form");
    const [asks, status] = [form.querySelector("details"), form.querySelector("[role=status]")];
    const sheet = root.querySelector(".sheet");
    const part = (name) => sheet.querySelector(`[data-${name}]`);
    const { in: where, from } = form.elements;
    let files = []; // of the State where the person is, then of the State from which the person comes
    let file; // needs, questions and lines

    /* -- what is chosen -- */

    const inputs = (name) => [...form.querySelectorAll(`input[name=${name}]`)];
    const ticked = (name) => inputs(name).filter(({ checked }) => checked);
    const labels = (name) => ticked(name).map((input) => input.parentNode.textContent.trim()).join(say.comma);
    const values = (name) => ticked(name).map(({ value }) => value);
    const chosen = () => ({
      in: where.value,
      from: from.value === where.value ? "" : from.value,
      child: values("child").join(""),
      happened: values("happened"),
      need: values("need"),
    });
    const keep = () => {
      const hash = written(chosen());
      history.replaceState(null, "", location.pathname + (hash ? `#${hash}` : ""));
    };
    const putState = (select, code) => {
      const isKnown = [...select.options].some(({ value }) => value === code);
      select.value = isKnown ? code : "";
      const typed = select.parentNode.querySelector("[role=combobox]"); // stands for the field (search.js)
      if (typed) typed.value = select.value && select.selectedOptions[0].text;
      return isKnown ? [] : [`${say.unknownstate} ${code}`];
    };
    const putTicks = (name, codes, words) => {
      inputs(name).forEach((input) => { input.checked = codes.includes(input.value); });
      const known = inputs(name).map(({ value }) => value);
      return codes.filter((code) => !known.includes(code)).map((code) => `${words} ${code}`);
    };
    /* Puts a choice into the form, and says what no field has. */
    const put = (choice) => {
      const unknown = [
        ...putState(where, choice.in),
        ...putState(from, choice.from),
        ...putTicks("happened", choice.happened, say.unknownform),
        ...putTicks("need", choice.need, say.unknownneed),
      ];
      putTicks("child", [choice.child], "");
      status.textContent = unknown.join(" · ");
    };

    /* -- whom to call -- */

    const outward = ({ brief, url }) => (url ? el("a", { href: url, rel: "external" }, brief) : brief);
    const dialled = (number) =>
      el("strong", {}, el("a", { href: `tel:${number.replace(/[^\d+]/g, "")}`, dir: "ltr" }, number));
    const small = (words) => el("span", { class: "src" }, words);
    /* What is said of a number, after it and the colon of the language. */
    const after = (words, number) => words.slice(words.indexOf(number) + number.length + say.colon.length);
    const numbersOf = (child) => ({ emergency, whom_to_call: lines, named_lines: named = [], check_lines: check, responsible = [] }) => {
      const called = lines.filter(({ subject }) => child !== "no" || subject !== "children").slice(0, LINES).map(({ numbers, brief }) => [numbers.map((each) => [dialled(each), " "]), small(brief)]);
      if (emergency) called.push([dialled(emergency.number), " ", small(after(emergency.brief, emergency.number))]);
      const helping = responsible.filter(({ kind }) => HELPING.includes(kind));
      const bodies = lines.length ? [] : [...named, ...helping].slice(0, BODIES).map((each) => small(outward(each)));
      const all = [...called, ...bodies];
      const note = named.length && !lines.length ? el("li", {}, small(check)) : "";
      return all.length ? el("ul", { class: "plain" }, all.map((each) => el("li", {}, each)), note) : el("p", {}, say.nonumber);
    };
    const calls = ({ child }) => [
      el("h2", { class: "printed" }, say.call),
      el("dl", { class: "lists" },
        files.map((own) => [
          el("dt", {}, link(`${own.state.address}#whom-to-call`, own.state.name)), el("dd", {}, numbersOf(child)(own)),
        ])),
      el("p", { class: "src printed" }, files[0].copies || ""),
    ];

    /* -- what nobody knows, and the sources -- */

    const fold = (words, ...content) => el("details", {}, el("summary", {}, el("h2", {}, words)), ...content);
    const textLinks = (ids) => dotted([
      ...ids.slice(0, TEXTS).map((id) => link(file.texts[id].address, file.texts[id].name)),
      ids.length > TEXTS ? fill(say.more, { n: ids.length - TEXTS }) : "",
    ]);
    const unknown = (own) => {
      const { full, unread, open } = readingOf(own, file);
      const laws = (own.responsible || []).filter(({ kind }) => kind === "law");
      const rows = [
        [say.infull, String(full)],
        [say.notfull, textLinks(unread)],
        [say.open, textLinks(open)],
        [say.laws, dotted(laws.map(outward))],
      ];
      return rows.filter(([, content]) => content.length)
        .map(([words, content]) => el("p", {}, words, say.colon, content));
    };
    const gaps = () => fold(say.gap,
      el("dl", { class: "lists" }, files.map((own) => [el("dt", {}, own.state.name), el("dd", {}, unknown(own))])),
      el("p", { class: "note" }, say.national, " ", files.length > 1 ? say.bilateral : ""));
    const sources = (cited) => fold(say.sources, el("ul", { class: "plain" },
      [...cited.values()].map(({ name, address, url }) => el("li", {}, link(address, name),
        url ? [" · ", el("a", { href: url, rel: "external" }, new URL(url).hostname)] : ""))));

    /* -- the sheet -- */

    const heading = ({ child }) => dotted([
      files[0].state.name,
      files[1] ? fill(say.from, { state: files[1].state.in_sentence }) : "",
      { yes: say.child, perhaps: say.perhaps, no: say.adult }[child],
      labels("happened"),
    ]);
    /* Of each need the articles that bind, in one line. */
    const inShort = (choice) => {
      const { answersOf, placeOf } = answers.needs(page, say, about(choice));
      const places = (code) => {
        const lines = answersOf(code).filter(({ kind }) => kind === "binding").map(({ line }) => line);
        return [...new Set(lines)].map(placeOf);
      };
      return el("dl", { class: "lists" }, choice.need.map((code) => [
        el("dt", {}, file.needs[code].label),
        el("dd", { class: "src" }, places(code).length ? dotted(places(code)) : say.unanswered),
      ]));
    };
    const about = (choice) => ({ file, files, person: { ...choice, origin: files[1] } });
    const build = (choice) => {
      const shown = answers.needs(page, say, about(choice));
      [sheet.querySelector("h2"), asks.querySelector("summary")]
        .forEach((place) => place.replaceChildren(...heading(choice)));
      part("calls").replaceChildren(...calls(choice));
      part("short").replaceChildren(inShort(choice));
      sheet.querySelectorAll("[data-for-child]").forEach((step) => { step.hidden = choice.child === "no"; });
      part("needs").replaceChildren(...choice.need.map((code, n) => el("details", { "data-need": code, open: n < OPEN },
        el("summary", {}, el("h2", {}, file.needs[code].label)), shown.need(code))));
      part("gaps").replaceChildren(gaps());
      part("cited").replaceChildren(sources(shown.cited));
      sheet.hidden = false;
    };
    let turn = 0;
    const apply = async () => {
      const mine = ++turn;
      const choice = chosen();
      if (!choice.in || !choice.need.length) {
        sheet.hidden = true;
        asks.querySelector("summary").textContent = say.case;
        return;
      }
      root.setAttribute("aria-busy", "true");
      try {
        const codes = [choice.in, choice.from].filter(Boolean);
        const [own, ...states] = await Promise.all([data("case/index.json"), ...codes.map(state)]);
        if (mine !== turn) return;
        [file, files] = [own, states];
        build(choice);
      } catch (error) {
        if (mine === turn) failing(status, say.fail)(error);
      }
      root.removeAttribute("aria-busy");
    };
    /* The questions fold, and the sheet comes into sight. */
    const show = () => {
      if (sheet.hidden) return;
      asks.open = false;
      asks.querySelector("summary").focus();
      scrollTo(0, 0);
    };

    /* -- taking the sheet along -- */

    const short = (choice) => {
      const { answersOf, namesOf } = answers.needs(page, say, about(choice));
      const said = ({ kind, line, states }) => {
        const name = `${namesOf(states)}${say.colon}`;
        if (kind !== "binding") return [name + say.unanswered];
        const place = [file.texts[line.record].name, line.reference].filter(Boolean).join(say.comma);
        return [`${name}${line.says} (${place})`, name + place];
      };
      const ofNeed = (code) => {
        const parts = answersOf(code).map(said);
        const once = new Map(parts.map((forms) => [forms[0], forms]));
        return message(file.needs[code].label, [...once.values()]);
      };
      return choice.need.map(ofNeed).join("\n\n");
    };
    /* The sheet as it goes into a mail or a document: all of it open, with whole addresses. */
    const rich = () => {
      const copied = sheet.cloneNode(true);
      copied.querySelectorAll(".keep, [hidden]").forEach((each) => each.remove());
      copied.querySelectorAll("a[href]").forEach((each) => { each.setAttribute("href", each.href); });
      copied.querySelectorAll("details").forEach((each) => { each.open = true; });
      return { "text/html": copied.innerHTML, "text/plain": sheet.innerText };
    };
    const asItem = (contents) => new ClipboardItem(Object.fromEntries(
      Object.entries(contents).map(([type, content]) => [type, new Blob([content], { type })])));
    const copy = ({ target }) => {
      const copied = target.dataset.copy === "text" ? navigator.clipboard.writeText(short(chosen()))
        : navigator.clipboard.write([asItem(rich())]);
      copied.then(() => { target.textContent = say.copied; }, (error) => {
        console.error(error);
        target.remove();
      });
    };

    /* -- what a reader does -- */

    const changed = () => {
      status.textContent = "";
      keep();
      apply();
    };
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", changed);
    form.addEventListener("reset", () => setTimeout(() => { // the fields are empty only after the event
      asks.open = true;
      changed();
    }));
    form.querySelector("[data-show]").addEventListener("click", show);
    sheet.querySelectorAll("[data-copy]").forEach((button) => {
      if (navigator.clipboard) button.addEventListener("click", copy);
      else button.remove();
    });
    /* Another language takes the place of this page: no further entry in the history has the case. */
    document.querySelector(".languages")?.addEventListener("click", (event) => {
      const leading = event.target.closest("a[href]");
      if (!leading) return;
      event.preventDefault();
      location.replace(leading.href);
    });
    const begin = async () => {
      put(read(location.hash));
      await apply();
      asks.open = sheet.hidden;
    };
    addEventListener("hashchange", begin);
    let closed = [];
    addEventListener("beforeprint", () => {
      closed = [...sheet.querySelectorAll("details:not([open])")];
      closed.forEach((each) => { each.open = true; });
    });
    addEventListener("afterprint", () => closed.forEach((each) => { each.open = false; }));
    root.hidden = false;
    Promise.all([where, from].map((select) => fillStates(select, ""))).then(begin)
      .catch(failing(status, say.fail));
  };
})();
