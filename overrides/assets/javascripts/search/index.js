/* The index of a language, of which a query takes the core and the few shards that its words stand in. What
   the files hold is written down in generators/search/shards.py. What was read is kept; a page that was open
   while the site changed begins anew. */
(() => {
  "use strict";
  const search = ((globalThis.compendium ??= {}).search ??= {});

  const LONGEST = 10000; // ms that a file may take
  const HEAD = 6; // values in the line of a document, of which a line of an entry has fewer

  /* Reads the files of an index over the line; `base` is the address of the folder of the language. */
  search.fetched = (base) => (name, version) => globalThis.compendium.json(`search/index/${name}.json`, base, {
    version, cache: version ? "default" : "no-cache", signal: AbortSignal.timeout(LONGEST),
  });

  /* `read(name, version)` promises the version and the value of a file. A file that does not come costs what
     stands in it: `missed` counts these, and it is asked for anew. */
  search.openIndex = (read) => {
    let core, text, version, missed = 0, kept = new Map();

    const forget = () => {
      core = text = version = undefined;
      kept = new Map();
    };
    const get = async (name) => {
      const [its, value] = await read(name, version);
      if (version && its !== version) {
        forget();
        throw new Error("stale");
      }
      version = its;
      return value;
    };
    const part = (name) => {
      if (!kept.has(name)) {
        const asked = get(name);
        kept.set(name, asked);
        asked.catch(() => kept.get(name) === asked && kept.delete(name));
      }
      return kept.get(name);
    };
    /* What a file holds, or `otherwise` where it does not come. */
    const optional = (name, otherwise) => part(name).catch((error) => {
      if (error.message === "stale") throw error;
      missed += 1;
      return otherwise;
    });
    const load = async () => {
      core ??= await part("core");
      text ??= search.text(core.language);
      return core;
    };

    /* The last of `starts`, which are in order, that is not after a key. */
    const place = (starts, key) => Math.max(0, starts.findLastIndex((start) => start <= key));

    /* The lines of the shards of words between two words, of three shards at most; one whose forms stand in
       several of them is one line. */
    const lines = async (from, to) => {
      const first = place(core.words, from);
      const last = Math.min(place(core.words, to), first + 2);
      const names = Array.from({ length: last - first + 1 }, (_, n) => `w${first + n}`);
      const read = (await Promise.all(names.map((name) => optional(name, [])))).flat();
      const found = [...new Map(read.map((line) => [line.join(), line])).values()];
      found.forEach((line) => { line.forms ??= line[0].split(" "); });
      return found;
    };
    const places = (line) => {
      let at = 0;
      return (line.places ??= line[1].split(" ").map((step) => (at += parseInt(step, 36))));
    };

    /* A line of the texts by its place; null where that does not come. */
    const textAt = async (at) => {
      const block = place(core.texts, at);
      const found = await optional(`t${block}`, null);
      if (!found) return null;
      let next = core.texts[block];
      found.places ??= new Map(found.map((line, n) => {
        if (n && line.length === HEAD) next = Math.ceil(next / core.span) * core.span;
        return [next++, line];
      }));
      return found.places.get(at);
    };
    /* What a result shows of a document, with some of its entries; null where that does not come. */
    const shown = async (number, best) => {
      const at = number * core.span;
      const places = [at, ...best.map((entry) => at + 1 + entry)];
      const [head, ...entries] = await Promise.all(places.map(textAt));
      if (!head || entries.includes(null)) return null;
      const [address, title, type, owners, summary, whole] = head;
      return { address, title, type, owners, summary, entries, whole };
    };

    /* All facets with their codes and labels, in the order in which filters show them. */
    const filters = () => optional("filters", core.labels);
    /* Of each document: its day, how many words its title and its short one have, whether it is general law, its codes of a
       facet. Those that only filters ask for are read where `all` are asked for. */
    const facets = async (numbers, all) => {
      const labels = all ? await filters() : core.labels;
      const blockOf = (number) => Math.floor(number / core.block);
      const blocks = [...new Set(numbers.map(blockOf))];
      const found = new Map(await Promise.all(blocks.map(async (block) => {
        const parts = [optional(`f${block}`, {}), all ? optional(`s${block}`, {}) : {}];
        return [block, await Promise.all(parts)];
      })));
      const codes = (facet, cell) =>
        (cell && labels[facet] ? cell.split(" ").map((place) => labels[facet][parseInt(place, 36)][0]) : []);
      return (number) => {
        const [columns, others] = found.get(blockOf(number));
        const row = number % core.block;
        return {
          day: columns.day?.[row] || 0,
          length: columns.len?.[row] || 1,
          short: columns.short?.[row] || 0,
          general: columns.general?.[row] === 1,
          codes: (facet) => codes(facet, (columns[facet] ?? others[facet])?.[row]),
        };
      };
    };

    /* Of the State whose document has a number: the numbers of documents that are for it, and of those of which
       nobody knows whether they bind it. */
    const ofState = async (number) => {
      const blocks = Array.from({ length: Math.ceil(core.n / core.block) }, (_, n) => optional(`s${n}`, {}));
      const found = await Promise.all(blocks);
      const at = Math.floor(number / core.block);
      const cell = found[at].state?.[number % core.block];
      const holding = (name) => new Set(found.flatMap((columns, block) => (columns[name] ?? [])
        .flatMap((each, row) => (each.split(" ").includes(cell) ? [block * core.block + row] : []))));
      return { its: holding("state"), open: holding("open") };
    };

    return {
      load, forget, part, optional, lines, places, shown, filters, facets, ofState,
      get missed() { return missed; },
      get core() { return core; },
      get text() { return text; },
    };
  };
})();
