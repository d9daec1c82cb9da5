/* What the reader keeps on this device: the page that lists it (answers.kept), and the button that keeps a page
   (answers.keep), which takes its words from that page. A set is shown by what can be done with it: what it
   needs and a button to keep it; how much has come, and a button to stop; what has come, with buttons to go on
   and to forget it; or its day and size, with buttons to bring it up to date and to forget it. */
(() => {
  "use strict";
  const { answers, button } = globalThis.compendium;
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
    /* How long is left, as words. */
    const timed = (seconds) => {
      const [unit, value] = seconds > 50 ? ["minute", Math.ceil(seconds / 60)] : ["second", Math.ceil(seconds / 10) * 10];
      return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
    };
    const words = { lang, age: say.age, all: say.all, locale, page: `${say.folder}kept/` };
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
      const busy = async (work, stopping = new AbortController()) => {
        place.setAttribute("aria-busy", "true");
        const had = place.contains(document.activeElement);
        const bar = el("progress", { "aria-label": say.busy });
        const come = el("span"); // no status: nobody listens to figures that run
        const end = button(say.stop, () => stopping.abort());
        place.replaceChildren(el("span", { role: "status" }, say.busy), " ", bar, " ", come);
        const since = Date.now();
        let told = 0;
        const progress = (done, all) => {
          Object.assign(bar, { max: all, value: done });
          const now = Date.now();
          if (!end.isConnected) {
            place.append(" ", end);
            if (had) end.focus();
          }
          if (now - told < 500) return;
          told = now;
          const left = timed((all - done) / done * (now - since) / 1000);
          const sizes = fill(say.of, { done: sized(done), all: sized(all) });
          come.textContent = now - since > 2000 ? `${sizes} · ${fill(say.left, { time: left })}` : sizes;
        };
        if (had) place.focus();
        try {
          await changed(await work(progress, stopping.signal));
        } catch (error) {
          await changed(error.reason === "gone" ? `${say.gone} ${set.title}` : reason(error));
        }
      };
      const keep = () => busy(async (progress, stop) => {
        store.persist();
        return fill(say.fetched, { size: sized(await store.keep(set, words, progress, stop)) });
      });
      const forget = () => busy(() => store.forget(set.key));

      place.setAttribute("aria-busy", "true");
      let kept, half;
      try {
        const state = await store.read();
        kept = state.sets[set.key];
        half = (await store.half(state))[0][set.key];
      } catch (error) {
        draw(reason(error));
        return;
      }
      if (kept) {
        const done = fill(say.done, { date: dated(kept.on), size: sized(kept.size) });
        draw(news ? `${done} · ${news}` : done, button(say.update, keep), button(say.forget, forget));
        return;
      }
      if (half) {
        draw([news, fill(say.half, { size: sized(half) })].filter(Boolean).join(" "), button(say.on, keep), button(say.forget, forget));
        return;
      }
      const ask = async () => {
        try {
          const [{ need, come }, room] = await Promise.all([store.plan(set), store.room()]);
          const free = room === null ? "?" : sized(room);
          const before = fill(say.before, { fetched: sized(come), size: sized(need), free });
          if (room !== null && need > room) draw(`${before} ${say.full}`);
          else draw(`${before} ${say.seen}`, button(`${say.keep} · ${sized(come)}`, keep));
        } catch (error) {
          draw(reason(error), button(say.keep, ask));
        }
      };
      if (news) draw(news, button(say.keep, ask));
      else await ask();
    };
    return { reason, show, sized, store };
  };

  /* -- the page of what is kept -- */

  answers.kept = async (place, tools) => {
    const { el } = tools;
    const say = place.dataset;
    const root = new URL(say.root, new URL("kept/", tools.base)).href;
    const [status, list, foot] = place.children;
    const here = { folder: say.folder, key: say.folder, title: say.name, lang: document.documentElement.lang };
    place.hidden = false;

    /* The page that was asked for and is not kept, as the link to it was called (shell.js); and its set. */
    const wanted = () => {
      const not = /^#not=(.*)/.exec(location.hash);
      try {
        const to = new URL(decodeURIComponent(not[1]), root);
        if (!to.href.startsWith(root)) return null;
        const [from, title] = JSON.parse(sessionStorage.getItem("led")) ?? [];
        const path = to.href.slice(root.length);
        const link = from === to.href
          ? el("a", { href: to.href, dir: "auto" }, title) : el("a", { href: to.href, dir: "ltr" }, path || to.href);
        const notice = el("p", { class: "notice keep", role: "alert" }, `${say.missing} `, link);
        document.querySelector("main h1").after(notice);
        return { notice, set: { folder: say.folder, key: path.replace(/[?#].*/, ""), title: link.textContent, lang: here.lang } };
      } catch {
        return null; // no address
      }
    };
    const missing = wanted();
    if (!able()) {
      status.append(el("p", { class: "notice" }, say.refused));
      return;
    }

    const { reason, show, sized, store } = keeper(root, say, here.lang, tools);
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
      const state = await store.read();
      const { sets, coming } = state;
      const [, all] = await store.half(state);
      const kept = Object.values({ ...coming, ...sets });
      if (kept.length) store.registered().catch(() => {}); // the newest worker
      const shown = (at, set, what) => show(at, set, (next) => draw(set.key, next), what);
      const rows = kept.map((set) => {
        const at = el("span");
        const link = el("a", { href: root + set.key, lang: set.lang, dir: "auto" }, set.title);
        return [set.key, el("li", {}, link, el("br"), at), shown(at, set, set.key === of ? news : "")];
      });
      if (!sets[here.key] && !coming[here.key]) {
        const at = el("span");
        at.append(button(say.language, () => shown(at, here)));
        rows.push([here.key, el("li", {}, el("span", { dir: "auto" }, say.name), el("br"), at)]);
      }
      await Promise.all(rows.map(([, , ready]) => ready));
      list.replaceChildren(...rows.map(([, row]) => row));
      const ofRow = rows.find(([key]) => key === of)?.[1] ?? list;
      if (had) ofRow.querySelector("button")?.focus();
      offerAll(all ? `${say.everything} · ${sized(all)}` : say.everything);
      const elsewhere = kept.some(({ key }) => key === of) ? "" : news; // of what has no row
      status.replaceChildren(...[elsewhere, kept.length ? "" : say.none].filter(Boolean).map((text) => el("p", {}, text)));
    };
    try {
      await draw();
    } catch (error) {
      status.replaceChildren(el("p", { class: "notice" }, reason(error)));
      return;
    }
    if (missing?.set.key.startsWith(say.folder)) {
      const at = el("span");
      at.append(button(say.keep, () => show(at, missing.set, (next) => draw(missing.set.key, next).then(() => at.remove()))));
      missing.notice.append(" ", at);
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
    const all = tools.el("a", { href: at.pathname }, say.all);
    pressed.after(place, " ", all);
    const { show } = able() ? keeper(root, say, page.documentElement.lang, tools) : {};
    /* Shows a set in a place, and anew when it was kept or forgotten. */
    const offered = (where, of) => {
      const again = (news) => show(where, of, again, news);
      return again();
    };
    if (show) await offered(place, set);
    else place.textContent = say.refused;
    if (show && "texts" in pressed.dataset) {
      const texts = tools.el("span");
      all.before(tools.el("br"), `${say.texts}: `, texts, tools.el("br"));
      await offered(texts, { ...set, key: `${set.key}#binding`, title: `${set.title} · ${say.texts}` });
    }
    place.querySelector("button")?.focus();
    pressed.remove();
  };
})();
