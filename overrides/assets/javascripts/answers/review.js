/* The review sheet: /review/#ecowas/plan-2018. Somebody who has the text of a record, or reads its translation, says
   line by line whether it stands. It ends in a text (review/text.js), which nobody sends but the reader. */
(() => {
  "use strict";
  const { answers, button, loaded, review } = globalThis.compendium;
  const own = new URL(document.currentScript.src); // its version is that of its sheet
  const MAIL = 1800; // letters of a link that programs for mail take
  const SENTENCES = 20; // of a translation, at once
  const SECTIONS = ["provisions", "steps", "objectives", "indicators"];
  const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/;

  /* The lines of a record: its file in the language of the page, and in the language in which it is written. */
  review.linesOf = (here, source) => SECTIONS.flatMap((section) => here[section].map((line, place) => {
    const written = source[section][place];
    const shown = line.says;
    const isHere = !line.language; // else nobody has translated it
    return {
      anchor: line.address.split("#")[1],
      line,
      words: written.says,
      translation: here !== source && isHere ? shown : "",
      unreviewed: Boolean(line.unreviewed),
      digest: review.digest(line.ref, line.strength, written.says),
    };
  }));
  /* The sentences of a translation: those that nobody has read come first. */
  review.sentencesOf = (lines) => lines.filter(({ translation }) => translation)
    .sort((a, b) => b.unreviewed - a.unreviewed).slice(0, SENTENCES)
    .map((each) => ({ ...each, digest: review.digest(each.words, each.translation) }));

  answers.review = async (root, page) => {
    const { data, el, fill } = page;
    const say = root.dataset;
    const language = document.documentElement.lang;
    const $ = (selector) => root.querySelector(selector);
    const [which, sheet, who, form, texts] = [".which", ".sheet", ".who", ".lines", ".texts"].map($);
    const [status, wrong] = [$("[role=status]"), $("#text-date")];
    loaded(new URL(`../../stylesheets/answers/review.css${own.search}`, own)).catch(console.error);

    let now = null; // what is open: {id, title, lines, writtenIn}
    let marks = new Map(); // by anchor: {verdict, correction}
    let handed = "";
    let mail = "";

    const mode = () => (who.elements.mode.value === "language" ? "language" : "text");
    const nameOf = (tag) =>
      [...who.elements.textLanguage.options].find(({ value }) => value === tag)?.text || tag;
    const shownLines = () => (mode() === "language" ? review.sentencesOf(now.lines) : now.lines);

    /* -- the text -- */

    const filledIn = () => {
      const typed = Object.fromEntries(["name", "office", "text", "textLanguage", "textDate"]
        .map((name) => [name, who.elements[name].value.trim()]));
      const isText = mode() === "text";
      const lines = shownLines().filter(({ anchor }) => marks.has(anchor)).map(
        ({ anchor, digest, words, translation }) =>
          ({ anchor, digest, words: isText ? words : translation, ...marks.get(anchor) }));
      const head = isText ? typed : { name: typed.name, office: typed.office, language };
      return { record: now.id, ...head, day: review.day(new Date()), lines };
    };
    const isEmpty = ({ verdict, correction, words }) =>
      verdict === "correction" && ["", review.one(words)].includes(review.one(correction));
    const missing = ({ office, text, textDate, lines }) => {
      const isText = mode() === "text";
      const label = (name) => who.elements[name].labels[0].firstChild.textContent.trim();
      return [
        isText && !office ? label("office") : "",
        isText && !text ? label("text") : "",
        isText && textDate && !DAY.test(textDate) ? label("textDate") : "",
        lines.length ? "" : say.mark,
        lines.some(isEmpty) ? say.correct : "",
      ].filter(Boolean);
    };
    const part = (text, n, all) => {
      const name = fill(say.part, { n: n + 1, m: all.length });
      const of = all.length > 1 ? `${say.colon}${name}` : "";
      const said = el("span", { role: "status" });
      const handing = (word, press) => button(word, () => {
        handed = all.join("\n");
        press();
      }, { "aria-label": word + of });
      const [subject, body] = [`Review: ${now.id} (${n + 1}/${all.length})`, text].map(encodeURIComponent);
      const address = `mailto:${mail}?subject=${subject}&body=${body}`;
      const isLong = address.length > MAIL;
      const link = el("a", { href: isLong ? `mailto:${mail}?subject=${subject}` : address }, say.mail, of);
      link.addEventListener("click", () => { handed = all.join("\n"); });
      const rows = text.split("\n").length + 1;
      return el("div", { class: "part" },
        el("h3", {}, name, " ", el("small", {}, fill(say.size, { n: review.bytes(text), m: review.LIMIT }))),
        el("textarea", { readonly: true, rows, "aria-label": name, dir: "auto", spellcheck: "false" }, text),
        el("p", { class: "tools" },
          navigator.clipboard ? handing(say.copy, () => navigator.clipboard.writeText(text).then(
            () => { said.textContent = say.copied; }, console.error)) : "",
          mail ? link : "", said),
        mail && isLong ? el("p", { class: "about" }, say.paste) : "");
    };
    const download = (all) => button(say.download, () => {
      handed = all.join("\n");
      answers.hand(`review-${now.id.replace("/", "-")}.txt`, "text/plain;charset=utf-8", handed);
    });
    const refresh = () => {
      const made = filledIn();
      wrong.textContent = made.textDate && !DAY.test(made.textDate) ? say.shape : "";
      const needed = missing(made);
      const counted = fill(say.marked, { n: made.lines.length });
      status.textContent = needed.length ? `${counted} · ${say.needed}${say.colon}${needed.join(say.comma)}` : counted;
      const all = needed.length ? [] : review.texts(made);
      const isLong = !all.every(review.isShort);
      if (isLong) texts.replaceChildren(el("p", { class: "wrong" }, say.long), download(all));
      else if (all.length) texts.replaceChildren(...all.map(part), el("p", { class: "tools" }, download(all)));
      else texts.replaceChildren();
    };

    /* -- the lines -- */

    const lineField = ({ anchor, line, translation, words }) => {
      const isText = mode() === "text";
      const tag = isText ? now.writtenIn : language;
      const typed = el("textarea", { rows: 4, maxlength: 400, lang: tag, dir: "auto" });
      const correcting = el("label", { class: "correcting", hidden: true },
        fill(say.words, { language: nameOf(tag) }), " ", typed);
      const mark = (verdict) => {
        correcting.hidden = verdict !== "correction";
        if (verdict === "correction" && !typed.value) typed.value = isText ? words : translation;
        if (verdict === "open") marks.delete(anchor);
        else marks.set(anchor, { verdict, correction: typed.value });
        refresh();
      };
      typed.addEventListener("input", () => mark("correction"));
      const verdicts = isText ? ["open", "right", "correction", "absent"] : ["open", "right", "correction"];
      const ways = verdicts.map((verdict) => {
        const radio = el("input", { type: "radio", name: `line-${anchor}`, value: verdict,
          checked: verdict === "open" });
        radio.addEventListener("change", () => mark(verdict));
        return el("label", {}, radio, " ", say[verdict]);
      });
      const strength = line.strength ? now.labels.strengths[line.strength].label : "";
      const place = line.reference ? el("bdi", { lang: line.reference_language }, line.reference) : anchor;
      return el("fieldset", { class: "line" },
        el("legend", {}, place, strength ? ` · ${strength}` : ""),
        el("p", { lang: now.writtenIn, dir: "auto" }, words),
        translation ? el("p", { class: isText ? "about" : "", lang: language, dir: "auto" }, translation) : "",
        line.checked ? el("p", { class: "about" }, line.checked.words) : "",
        el("p", { class: "ways" }, ways), correcting);
    };
    const draw = () => {
      const isText = mode() === "text";
      marks = new Map();
      who.querySelector(".copy").hidden = !isText;
      const lines = shownLines();
      form.replaceChildren(...(lines.length ? lines.map(lineField)
        : [el("p", { class: "open" }, isText ? say.nolines : say.nosentences)]));
      refresh();
    };

    /* -- which record -- */

    const folder = (tag) => (tag === say.first ? say.root : `${say.root}${tag}/`) || "./";
    const failed = (words) => {
      sheet.hidden = true;
      root.querySelector(":scope > [role=alert]")?.remove();
      which.after(el("p", { class: "open", role: "alert" }, words));
    };
    const open = async () => {
      const id = location.hash.slice(1);
      root.querySelector(":scope > [role=alert]")?.remove();
      which.elements.record.value = id;
      sheet.hidden = true;
      if (!id) return;
      if (which.elements.record.value !== id) {
        failed(say.norecord);
        return;
      }
      try {
        const here = await page.record(id);
        const writtenIn = here.written_in;
        const source = writtenIn === language ? here : await page.recordIn(id, new URL(folder(writtenIn), page.base));
        if (location.hash.slice(1) !== id) return; // another was chosen meanwhile
        now = { id, writtenIn, labels: here.labels, lines: review.linesOf(here, source) };
        const { address, title } = here.record;
        const lang = title === source.record.title && writtenIn; // a title that nobody has translated
        sheet.querySelector("h2").replaceChildren(page.link(address, el("span", { lang }, title)));
        who.querySelector(".switch").hidden = writtenIn === language;
        who.elements.mode.value = "text";
        who.elements.textLanguage.value = who.elements.textLanguage.value || writtenIn;
        sheet.hidden = false;
        draw();
      } catch (error) {
        console.error(error);
        failed(say.fail);
      }
    };

    root.hidden = false;
    try {
      const [{ records }, project] = await Promise.all(
        [data("instruments/index.json"), data(`${say.root}edit/project.json`)]);
      mail = project.mail.includes("@") ? project.mail : "";
      which.elements.record.append(...Object.entries(records).map(([id, { title }]) =>
        el("option", { value: id }, title)));
    } catch (error) {
      console.error(error);
      failed(say.fail);
      return;
    }
    which.addEventListener("submit", (event) => event.preventDefault());
    which.addEventListener("change", () => { location.hash = which.elements.record.value; });
    [who, form].forEach((each) => each.addEventListener("submit", (event) => event.preventDefault()));
    who.addEventListener("input", ({ target }) => (target.name === "mode" ? draw() : refresh()));
    addEventListener("hashchange", open);
    addEventListener("beforeunload", (event) => {
      if (now && marks.size && review.texts(filledIn()).join("\n") !== handed) event.preventDefault();
    });
    open();
  };
})();
