/* What the reader keeps on this device: the page that lists it (answers.kept), and the button that keeps a page
   (answers.keep), which takes its words from that page. A set is shown by what can be done with it. */
(() => {
  "use strict";
  const { answers, button } = globalThis.compendium;
  const AT_ONCE = 8, PATIENCE = 60000;
  const FIGURES = 12;
  const PAGES = 60; // so many kept pages are looked through for the name of one that is not kept
  const HEADERS = [
    "content-type", "content-security-policy", "cross-origin-opener-policy", "permissions-policy",
    "referrer-policy", "x-content-type-options",
  ];

  /* -- what is stored -- one store (Cache Storage) for each place that a site stands at, which worker.js
     shows where there is no connection. In it stand the files by their address and, behind "?", their digest,
     and a state: of each set what it is called, when it was last as on the site, and its files; of each file
     its digest, its size, and the day; of each set that is on its way (coming) what it waits for; for the worker
     words of each language.

     kept/files.json of a language (site/kept.py) says what belongs together. Only files whose digests differ
     are fetched, beside those that are kept; the state, written last and in one, says which hold: until then
     what was kept is as it was, and what had come is used when it goes on. A set whose key ends in
     "#binding" is that of its page, a State, with the texts that bind it. */

  /* Why nothing more was kept: "full", "refused" (by the browser), "line", "stopped" (by the reader), or "gone"
     (from the site). */
  const because = (reason, cause) => Object.assign(new Error(`not kept: ${reason}`, { cause }), { reason });
  const orBecause = (reason, promise) => promise.catch((error) => {
    throw error.reason ? error : because(error.name === "QuotaExceededError" ? "full" : reason, error);
  });

  const digestOf = async (body) => {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, FIGURES);
  };
  const names = (pattern, path) => (pattern.endsWith("/") ? path.startsWith(pattern)
    : new RegExp(`^${pattern.replace("*", "[^/]+")}$`).test(path));
  /* Does something with each of some things, a few at once; the first error ends it, or the reader. */
  const each = async (things, stop, work) => {
    for (let n = 0; n < things.length; n += AT_ONCE) {
      const ends = await Promise.allSettled(things.slice(n, n + AT_ONCE).map(work));
      const wrong = ends.find(({ status }) => status === "rejected")?.reason;
      if (wrong) throw stop.aborted ? because("stopped", wrong) : wrong;
    }
  };

  /* `root` is the address of the root of the site. */
  const storeOf = (root) => {
    const name = `kept:${new URL(root).pathname}`;
    const stateAt = new URL("kept/state.json", root).href;
    const urlOf = (path) => new URL(encodeURI(path.replace(/(^|\/)index\.html$/, "$1")), root).href;
    const fileAt = (path, digest) => `${urlOf(path)}?${digest}`;
    const open = (which) => orBecause("refused", caches.open(which));
    /* One change at a time, whatever else is open. */
    const alone = (work) => navigator.locks.request(name, work);

    const read = async () => {
      const found = await orBecause("refused", caches.match(stateAt, { cacheName: name }));
      return { sets: {}, files: {}, words: {}, coming: {}, ...await found?.json() };
    };
    const write = async (state) => {
      const made = new Response(JSON.stringify(state), { headers: { "content-type": "application/json" } });
      return orBecause("refused", (await open(name)).put(stateAt, made));
    };

    const registered = () => orBecause("refused", navigator.serviceWorker.register(new URL("worker.js", root), {
      scope: root, updateViaCache: "none",
    }));
    const nothingLeft = async () => {
      await caches.delete(name);
      const registration = await navigator.serviceWorker.getRegistration(root);
      if (registration?.scope === root) await registration.unregister();
    };

    const stored = () => orBecause("refused", (async () =>
      new Set(await caches.has(name) ? (await (await open(name)).keys()).map(({ url }) => url) : []))());
    const isEmpty = ({ sets, coming }) => !Object.keys({ ...sets, ...coming }).length;

    const fetched = (path, stop) => {
      const late = AbortSignal.timeout(PATIENCE);
      return fetch(urlOf(path), { cache: "no-store", signal: stop && AbortSignal.any ? AbortSignal.any([late, stop]) : late });
    };
    const json = (path) => orBecause("line", (async () => {
      const response = await fetched(path);
      if (!response.ok) throw new Error(`${response.status} for ${path}`);
      return response.json();
    })());
    /* A file as it is stored; null where it is gone from the site since its list was made. What has another
       digest than the list says (a notice of the host, half a file) is no file of the site. */
    const got = async (path, listed, stop) => {
      const response = await orBecause("line", fetched(path, stop));
      if ([404, 410].includes(response.status)) return null;
      if (!response.ok) throw because("line", new Error(`${response.status} for ${path}`));
      const body = await orBecause("line", response.arrayBuffer());
      if (await digestOf(body) !== listed) throw because("line", new Error(`${path} is another file`));
      const said = HEADERS.map((header) => [header, response.headers.get(header)]).filter(([, value]) => value);
      return new Response(body, { headers: said });
    };

    /* What belongs to a set as the site is now: paths, with digest and size of each; what of it differs from what
       is kept, and what of that is to be fetched: how much it takes here (need), and how much over a line that
       compresses (come). Throws "gone" where its page is no longer on the site. */
    const planned = async ({ folder, key }, state) => {
      const [page, part] = key.split("#");
      const { files, packed, always, sets } = await json(`${folder}kept/files.json`);
      const alone = files[`${page}index.html`] && [`${page.slice(folder.length)}index.html`];
      const texts = part ? (await json(`${page.slice(folder.length)}index.json`)).binding : [];
      const patterns = (sets[page.slice(folder.length)] ?? alone)
        ?.concat(texts.map(({ record }) => `instruments/${record}/index.html`));
      const own = (path) => !path.startsWith("assets/") && patterns.some((each) => (each.startsWith("/")
        ? names(each.slice(1), path) : path.startsWith(folder) && names(each, path.slice(folder.length))));
      const chosen = patterns && (key === folder ? Object.keys(files) : [
        ...always.filter((path) => path in files), ...Object.keys(files).filter(own)]);
      if (!chosen?.includes(`${page}index.html`)) throw because("gone");
      const paths = [...new Set(chosen)];
      const wanted = paths.filter((path) => state.files[path]?.[0] !== files[path][0]);
      const there = await stored();
      const left = wanted.filter((path) => !there.has(fileAt(path, files[path][0])));
      const sized = (some) => some.reduce((sum, path) => sum + files[path][1], 0);
      const over = (path) => files[path][1] * (packed[/[^.]*$/.exec(path)[0]] ?? 1);
      const come = left.reduce((sum, path) => sum + over(path), 0);
      return { files, paths, wanted, left, need: sized(left), come, over, sized };
    };

    /* Takes away the files that a state does not name; what cannot be taken away goes the next time. */
    const sweep = async ({ files, coming }) => {
      const kept = await open(name);
      const named = [files, ...Object.values(coming).map((set) => set.files)]
        .flatMap((some) => Object.entries(some)).map(([path, [digest]]) => fileAt(path, digest));
      const stay = new Set([stateAt, ...named]);
      const gone = (await kept.keys()).filter(({ url }) => !stay.has(url));
      await Promise.allSettled(gone.map((request) => kept.delete(request)));
    };
    /* Makes a state the one that holds, without the files that no set has. */
    const settle = async (state) => {
      const held = new Set(Object.values(state.sets).flatMap(({ files }) => files));
      state.files = Object.fromEntries(Object.entries(state.files).filter(([path]) => held.has(path)));
      await write(state);
      await sweep(state).catch(() => {});
    };
    const dropped = async (key) => {
      const state = await read();
      delete state.sets[key];
      delete state.coming[key];
      return isEmpty(state) ? nothingLeft() : settle(state);
    };

    /* Fetches what is to be fetched, beside what is kept; returns the files that are gone. */
    const gather = async ({ files, left, come, over }, progress, stop) => {
      const [kept, gone] = [await open(name), new Set()];
      let done = 0;
      await each(left, stop, async (path) => {
        stop.throwIfAborted();
        const made = await got(path, files[path][0], stop);
        if (made) await orBecause("refused", kept.put(fileAt(path, files[path][0]), made));
        else gone.add(path);
        done += over(path);
        progress(done, come);
      });
      return gone;
    };

    /* After what was not kept: as it was before, but for what may be used when it goes on. */
    const tidy = async (before, key, reason) => {
      if (reason === "gone" && (key in before.sets || key in before.coming)) return dropped(key);
      if (["gone", "line", "stopped"].includes(reason)) return undefined;
      if (isEmpty(before)) return nothingLeft();
      await write(before).catch(() => {});
      return sweep(before);
    };

    /* Keeps a set (folder of its language, key: the address of its page below the root, title, lang), or brings
       it up to date; returns how many bytes came over the line, about. `words` are those of the worker, of a
       language (lang) that need not be the set's: who reads French may keep a page in English. `progress` is
       told bytes done and in all; `stop` is a signal that ends it. */
    const keep = (set, words, progress, stop) => alone(async () => {
      const before = await read();
      try {
        const plan = await planned(set, before);
        const free = await room();
        if (free !== null && plan.need > free) throw because("full");
        await registered();
        const files = Object.fromEntries(plan.wanted.map((path) => [path, plan.files[path]]));
        await write({ ...before, coming: { ...before.coming, [set.key]: { ...set, files } } });
        const gone = await gather(plan, progress, stop);
        const on = Date.now();
        const state = structuredClone(before);
        delete state.coming[set.key];
        plan.wanted.forEach((path) => {
          if (gone.has(path)) delete state.files[path];
          else state.files[path] = [...plan.files[path], on];
        });
        const here = plan.paths.filter((path) => path in state.files);
        here.forEach((path) => { state.files[path][2] = on; });
        state.sets[set.key] = { ...set, on, size: plan.sized(here), files: here };
        state.words[words.lang] = words;
        await settle(state);
        return plan.come;
      } catch (error) {
        await tidy(before, set.key, error.reason).catch(() => {}); // the first error is the one to tell
        throw error;
      }
    });
    /* Of each set that is on its way how many bytes of it are here, by its key; and how many are here in all. */
    const half = async ({ files, coming }) => {
      const there = await stored();
      const sizes = new Map(Object.entries(files).map(([path, [digest, size]]) => [fileAt(path, digest), size]));
      const come = Object.entries(coming).map(([key, set]) => {
        const here = Object.entries(set.files).map(([path, [digest, size]]) => [fileAt(path, digest), size])
          .filter(([url]) => there.has(url));
        here.forEach(([url, size]) => sizes.set(url, size));
        return [key, here.reduce((sum, [, size]) => sum + size, 0)];
      });
      return [Object.fromEntries(come), [...sizes.values()].reduce((sum, size) => sum + size, 0)];
    };
    /* What a kept page calls the page at an address: the words of a link to it; empty where none leads there. */
    const named = async (href) => {
      const { files } = await read();
      const last = href.replace(/[?#].*/, "").split("/").filter(Boolean).pop();
      for (const [path, [digest]] of Object.entries(files).filter(([path]) => path.endsWith("index.html")).slice(0, PAGES)) {
        const text = await (await caches.match(fileAt(path, digest), { cacheName: name }))?.text();
        if (!text?.includes(last)) continue;
        const page = new DOMParser().parseFromString(text, "text/html");
        const leads = (link) => new URL(link.getAttribute("href"), urlOf(path)).href === href;
        const title = [...page.querySelectorAll("main a[href]")].find(leads)?.textContent.trim();
        if (title) return title;
      }
      return "";
    };
    /* Bytes that are free here; null where the browser does not say. */
    const room = async () => {
      const { quota, usage } = await navigator.storage?.estimate?.() ?? {};
      return quota === undefined ? null : Math.max(0, quota - usage);
    };

    return {
      read, room, keep, half, registered, named,
      plan: async (set) => planned(set, await read()),
      forget: (key) => alone(() => dropped(key)),
      forgetAll: () => alone(nothingLeft),
      persist: () => navigator.storage?.persist?.().catch(() => false),
    };
  };

  /* -- what is shown of it -- */

  const able = () => Boolean(navigator.serviceWorker) && location.protocol !== "file:"
    && [typeof caches, typeof crypto?.subtle].every((type) => type === "object");

  /* Where sets are shown; `say` are the words, `lang` their language, `root` the address of the root of the
     site. */
  const keeper = (root, say, lang, { el, fill }) => {
    const store = storeOf(root);
    const { locale } = say; // which writes figures and days as the site does
    const dated = (time) => new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(time);
    const counted = (value, unit, unitDisplay) => new Intl.NumberFormat(locale,
      { style: "unit", unit, unitDisplay, maximumFractionDigits: 1 }).format(value);
    const sized = (bytes) => {
      const [unit, value] = bytes >= 1e9 ? ["gigabyte", bytes / 1e9]
        : bytes >= 1e6 ? ["megabyte", bytes / 1e6] : ["kilobyte", Math.ceil(bytes / 1e3)];
      return counted(value, unit, "short");
    };
    const timed = (seconds) => counted(Math.ceil(seconds / 60), "minute", "long");
    const words = { lang, age: say.age, all: say.all, locale, page: `${say.folder}kept/` };
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
        return { notice, link, known: from === to.href, set: { folder: say.folder, key: path.replace(/[?#].*/, ""), title: link.textContent, lang: here.lang } };
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
    const title = missing && !missing.known && await store.named(missing.link.href).catch(() => "");
    if (title) {
      Object.assign(missing.link, { textContent: title, dir: "auto" });
      missing.set.title = title;
    }
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
