/* Types queries into the search of a finished site, under node and with a clock of its own: reads {scripts,
   index, queries, pace, shown} as JSON from its input, the two folders and the milliseconds between two keys,
   and writes for each query the addresses that are shown, answers before hits, and the names of the files that
   were read for it: as the first query of a reader, and after the query before it. */
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const given = JSON.parse(readFileSync(0, "utf-8"));
["text", "index", "query", "ranking", "answers", "results"]
  .forEach((name) => require(join(given.scripts, `${name}.js`)));
const { search } = globalThis.compendium;

/* What is searched while a query is typed: the site's own waiting for the next key, with a clock that takes
   no time. */
const searched = (query, pace) => {
  const [real, realClear] = [globalThis.setTimeout, globalThis.clearTimeout];
  const due = new Map();
  let [now, last] = [pace, 0];
  globalThis.setTimeout = (work, wait) => {
    due.set(++last, [now + wait, work]);
    return last;
  };
  globalThis.clearTimeout = (timer) => due.delete(timer);
  const found = [];
  const heard = {};
  const input = { value: "", addEventListener: (name, listener) => { heard[name] = listener; } };
  search.later(input, () => found.push(input.value));
  const until = (time) => [...due].sort((a, b) => a[1][0] - b[1][0]).forEach(([timer, [at, work]]) => {
    if (at > time || !due.delete(timer)) return;
    now = at;
    work();
  });
  [...query].forEach((letter, n) => {
    until((n + 1) * pace);
    now = (n + 1) * pace;
    input.value += letter;
    heard.input({ timeStamp: now, isComposing: false });
  });
  until(Infinity);
  [globalThis.setTimeout, globalThis.clearTimeout] = [real, realClear];
  return found;
};

const opened = () => {
  const read = [];
  const index = search.openIndex(async (name) => {
    read.push(name);
    return JSON.parse(readFileSync(join(given.index, `${name}.json`)));
  });
  const [find, offer] = [search.ranking(index), search.answers(index)];
  const one = async (query) => {
    const found = await find(query);
    const offered = (await offer(found)).map(({ address }) => address);
    const hits = await Promise.all([...found.hits.slice(0, given.shown), ...found.some].map(async (hit) => {
      const { address, entries } = await index.shown(hit.number, hit.best);
      return address + (hit.needed && hit.best.length ? `#${entries[0][0]}` : "");
    }));
    return [...offered, ...hits];
  };
  const type = async (query) => {
    let shown = [];
    for (const typed of searched(query, given.pace)) shown = await one(typed);
    return shown;
  };
  return { type, load: index.load, read };
};

(async () => {
  const answers = [];
  for (const [n, query] of given.queries.entries()) {
    const { type, load, read } = opened();
    await load();
    const shown = await type(query);
    const first = [...read];
    await type(given.queries[(n + 1) % given.queries.length]);
    answers.push({ shown, first, next: read.slice(first.length) });
  }
  process.stdout.write(JSON.stringify(answers));
})();
