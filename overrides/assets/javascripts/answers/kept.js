/* What the reader keeps on this device: the page that lists it (answers.kept), and the button that keeps a page
   (answers.keep), which takes its words from that page. A set is shown by what can be done with it: what it
   needs and a button to keep it; or its day and size, with buttons to bring it up to date and to forget it. */
(() => {
  "use strict";
  const { answers } = globalThis.compendium;
  const able = () => Boolean(navigator.serviceWorker) && location.protocol !== "file:"
    && [typeof caches, typeof crypto?.subtle].every((type) => type === "object");

  /* Where sets are shown; `say` are the words, `lang` their language, `root` the address of the root of the
     site. */
  const keeper = (root, say, lang, { el, fill }) => {
    const store = answers.store(root);
    const { locale } = say; // which writes figures and days as the site does
    const dated = (time) => new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(time);
    const sized = (bytes) => {
      const [unit, value] = bytes >= 1e9 ? ["gigabyte", bytes / 1e9]
        : bytes >= 1e6 ? ["megabyte", bytes / 1e6] : ["kilobyte", Math.ceil(bytes / 1e3)];
      const options = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 };
      return new Intl.NumberFormat(locale, options).format(value);
    };
    const words = { lang, age: say.age, all: say.all, locale, page: `${say.folder}kept/` };
    const button = (text, press) => {
      const made = el("button", { type: "button" }, text);
      made.addEventListener("click", press);
      return made;
    };
    /* Why something was not kept. */
    const reason = (error) => {
      console.error(error);
      return say[error.reason] || say.line;
    };

    /* Shows a set in a place, with what happened last (`news`); `changed` is called with what to say next when
       it was kept or forgotten, and shows it anew. */
    const show = async (place, set, changed, news = "") => {
      place.tabIndex = -1; // where the focus stays while its buttons change
      const draw = (text, ...buttons) => {
        const had = place.contains(document.activeElement);
        place.replaceChildren(el("span", { role: "status" }, text), ...buttons.flatMap((each) => [" ", each]));
        place.removeAttribute("aria-busy");
        if (had) (buttons[0] || place).focus();
      };
      const busy = async (work) => {
        place.setAttribute("aria-busy", "true");
        if (place.contains(document.activeElement)) place.focus();
        const bar = el("progress", { "aria-label": say.busy });
        place.replaceChildren(el("span", { role: "status" }, say.busy), " ", bar);
        try {
          await changed(await work((done, all) => Object.assign(bar, { max: all, value: done })));
        } catch (error) {
          await changed(error.reason === "gone" ? `${say.gone} ${set.title}` : reason(error));
        }
      };
      const keep = () => busy(async (progress) => {
        store.persist();
        return fill(say.fetched, { size: sized(await store.keep(set, words, progress)) });
      });
      const forget = () => busy(() => store.forget(set.key));

      place.setAttribute("aria-busy", "true");
      let kept;
      try {
        kept = (await store.read()).sets[set.key];
      } catch (error) {
        draw(reason(error));
        return;
      }
      if (kept) {
        const done = fill(say.done, { date: dated(kept.on), size: sized(kept.size) });
        draw(news ? `${done} · ${news}` : done, button(say.update, keep), button(say.forget, forget));
        return;
      }
      const ask = async () => {
        try {
          const [{ need }, room] = await Promise.all([store.plan(set), store.room()]);
          const free = room === null ? "?" : sized(room);
          const before = fill(say.before, { size: sized(need), free });
          if (room !== null && need > room) draw(`${before} ${say.full}`);
          else draw(`${before} ${say.seen}`, button(`${say.keep} · ${sized(need)}`, keep));
        } catch (error) {
          draw(reason(error));
        }
      };
      if (news) draw(news, button(say.keep, ask));
      else await ask();
    };
    return { button, reason, show, sized, store };
  };

  /* -- the page of what is kept -- */

  answers.kept = async (place, tools) => {
    const { el } = tools;
    const say = place.dataset;
    const root = new URL(say.root, new URL("kept/", tools.base)).href;
    const [status, list, foot] = place.children;
    const here = { folder: say.folder, key: say.folder, title: say.name, lang: document.documentElement.lang };
    place.hidden = false;

    /* The page that was asked for and is not kept. */
    const not = /^#not=(.*)/.exec(location.hash);
    if (not) {
      try {
        const path = decodeURIComponent(not[1]);
        const to = new URL(path, root).href;
        if (to.startsWith(root)) {
          const link = el("a", { href: to, dir: "ltr" }, path || to);
          document.querySelector("main h1").after(el("p", { class: "notice", role: "alert" }, `${say.missing} `, link));
        }
      } catch { /* no address */ }
    }
    if (!able()) {
      status.append(el("p", { class: "notice" }, say.refused));
      return;
    }

    const { button, reason, show, sized, store } = keeper(root, say, here.lang, tools);
    /* Everything goes at once, after one question. */
    const offerAll = (words) => {
      const cancel = () => {
        offerAll(words);
        foot.firstChild.focus();
      };
      const wipe = async () => {
        await store.forgetAll();
        globalThis.compendium.clear();
        await draw();
        status.replaceChildren(el("p", { tabindex: "-1" }, say.deleted));
        status.firstChild.focus();
      };
      foot.replaceChildren(button(words, () => {
        foot.replaceChildren(say.sure, " ", button(say.everything, wipe), " ", button(say.cancel, cancel));
        foot.querySelector("button").focus();
      }));
    };
    const draw = async (of, news) => {
      const had = list.contains(document.activeElement);
      const { sets, files } = await store.read();
      const kept = Object.values(sets);
      if (kept.length) store.registered().catch(() => {}); // the newest worker
      const shown = (at, set, what) => show(at, set, (next) => draw(set.key, next), what);
      const rows = kept.map((set) => {
        const at = el("span");
        const link = el("a", { href: root + set.key, lang: set.lang, dir: "auto" }, set.title);
        return [set.key, el("li", {}, link, el("br"), at), shown(at, set, set.key === of ? news : "")];
      });
      if (!sets[here.key]) {
        const at = el("span");
        at.append(button(say.language, () => shown(at, here)));
        rows.push([here.key, el("li", {}, el("span", { dir: "auto" }, say.name), el("br"), at)]);
      }
      await Promise.all(rows.map(([, , ready]) => ready));
      list.replaceChildren(...rows.map(([, row]) => row));
      const ofRow = rows.find(([key]) => key === of)?.[1] ?? list;
      if (had) ofRow.querySelector("button")?.focus();
      const all = Object.values(files).reduce((sum, [, size]) => sum + size, 0);
      offerAll(all ? `${say.everything} · ${sized(all)}` : say.everything);
      const elsewhere = of in sets ? "" : news; // of what has no row
      status.replaceChildren(...[elsewhere, kept.length ? "" : say.none].filter(Boolean).map((text) => el("p", {}, text)));
    };
    try {
      await draw();
    } catch (error) {
      status.replaceChildren(el("p", { class: "notice" }, reason(error)));
    }
  };

  /* -- a page that is to be kept -- */

  answers.keep = async (pressed, base) => {
    const tools = answers.page(base);
    const at = new URL("kept/", base);
    const response = await fetch(at);
    if (!response.ok) throw new Error(`${response.status} for ${at}`);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const say = page.querySelector("[data-answer=kept]").dataset;
    const root = new URL(say.root, at).href;
    const set = {
      folder: say.folder,
      key: new URL("./", location.href).href.slice(root.length),
      title: document.title.replace(/ · [^·]*$/, ""),
      lang: document.documentElement.lang,
    };
    const place = tools.el("span");
    pressed.after(place, " ", tools.el("a", { href: at.pathname }, say.all));
    const { show } = able() ? keeper(root, say, page.documentElement.lang, tools) : {};
    const again = (news) => show(place, set, again, news);
    if (show) await again();
    else place.textContent = say.refused;
    place.querySelector("button")?.focus();
    pressed.remove();
  };
})();
