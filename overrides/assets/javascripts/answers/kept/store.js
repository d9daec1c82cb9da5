/* What is kept on this device: one store (Cache Storage) for each place that a site stands at, which worker.js
   shows where there is no connection. In it stand the files by their address and, behind "?", their digest,
   and a state: of each set what it is called, when it was last as on the site, and its files; of each file
   its digest, its size, and the day; of each set that is on its way (coming) what it waits for; for the worker
   words of each language.

   What can be kept, and what belongs together, is said by kept/files.json of a language (site/offline.py). Only
   files whose digests differ are fetched, beside those that are kept; the state, written last and in one,
   says which of them hold. Where one does not come, or there is no room, what was kept is as it was; what had
   come until the line broke, or the reader stopped, is used when it goes on. A set whose key ends in
   "#binding" is that of its page, a State, with the texts that bind it. */
(() => {
  "use strict";
  const { answers } = globalThis.compendium;
  const AT_ONCE = 4, PATIENCE = 60000;
  const FIGURES = 12;
  const HEADERS = [
    "content-type", "content-security-policy", "cross-origin-opener-policy", "permissions-policy",
    "referrer-policy", "x-content-type-options",
  ];

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
  /* Whether a pattern of a set names a path. */
  const names = (pattern, path) => {
    if (!pattern || pattern.endsWith("/")) return path.startsWith(pattern);
    const [before, after] = pattern.split("*");
    if (after === undefined) return path === pattern;
    const between = path.slice(before.length, path.length - after.length);
    return path.startsWith(before) && path.endsWith(after) && between !== "" && !between.includes("/");
  };
  /* Does something with each of some things, a few at once; the first error ends it, or the reader. */
  const each = async (things, stop, work) => {
    const left = [...things];
    let failed = false;
    const worker = async () => {
      while (left.length && !failed) {
        await work(left.shift()).catch((error) => {
          if (stop.aborted) throw because("stopped", error);
          throw error;
        }).catch((error) => {
          failed = true;
          throw error;
        });
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
    const wrong = ends.find(({ status }) => status === "rejected");
    if (wrong) throw wrong.reason;
  };

  /* `root` is the address of the root of the site. */
  answers.store = (root) => {
    const name = `kept:${new URL(root).pathname}`;
    const stateAt = new URL("kept/state.json", root).href;
    const urlOf = (path) => new URL(encodeURI(path.replace(/(^|\/)index\.html$/, "$1")), root).href;
    const fileAt = (path, digest) => `${urlOf(path)}?${digest}`;
    const open = (which) => orBecause("refused", caches.open(which));
    /* One change at a time, whatever else is open. */
    const alone = (work) => (navigator.locks ? navigator.locks.request(name, work) : work());

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

    /* The addresses of all that is stored. */
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
      const texts = part ? (await json(`${page}index.json`)).binding : [];
      const patterns = (sets[page.slice(folder.length)] ?? alone)
        ?.concat(texts.map(({ record }) => `instruments/${record}/index.html`));
      const own = (path) => !path.startsWith("assets/") && patterns.some((each) =>
        path.startsWith(folder) && names(each, path.slice(folder.length)));
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
    /* Bytes that are free here; null where the browser does not say. */
    const room = async () => {
      const { quota, usage } = await navigator.storage?.estimate?.() ?? {};
      return quota === undefined ? null : Math.max(0, quota - usage);
    };

    return {
      read, room, keep, half, registered,
      plan: async (set) => planned(set, await read()),
      forget: (key) => alone(() => dropped(key)),
      forgetAll: () => alone(nothingLeft),
      /* Asks the browser not to give it up by itself. */
      persist: () => navigator.storage?.persist?.().catch(() => false),
    };
  };
})();
