/* Runs the scripts of the search under node: reads {facts, texts}, {folder, queries}, {folder, states} or
   {folder, keys} as JSON from its input, and writes what becomes of each text, or what each query finds in
   the index that lies in the folder, or which States each text names, or what is read where the dialog answers
   every key of a query. */
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const SCRIPTS = join(__dirname, "../../overrides/assets/javascripts/search");
["text", "index", "query", "ranking", "answers", "results", "states"]
  .forEach((name) => require(join(SCRIPTS, `${name}.js`)));
const { search } = globalThis.compendium;

const cut = ({ facts, texts }) => {
  const { fold, words, compounds, bare, otherwise, takeArticles } = search.text(facts);
  return texts.map((text) => {
    const folded = fold(text);
    return {
      folded,
      words: words(folded),
      compounds: compounds(folded),
      bare: words(folded).map(bare),
      otherwise: words(folded).map(otherwise),
      articles: takeArticles(folded)[0],
    };
  });
};

const opened = (folder) =>
  search.openIndex(async (name) => JSON.parse(readFileSync(join(folder, `${name}.json`))));

const states = async ({ folder, states: typed }) => {
  const named = await search.states(opened(folder));
  return typed.map(named);
};

const find = async ({ folder, queries }) => {
  const index = opened(folder);
  const ask = search.ranking(index);
  const offer = search.answers(index);
  const answer = async ({ query, chosen = {}, sort, counted }) => {
    const sets = Object.fromEntries(Object.entries(chosen).map(([facet, codes]) => [facet, new Set(codes)]));
    const asked = await ask(query, sets, sort, counted);
    const { hits, some, counts, lost } = asked;
    const answers = await offer(asked);
    const offered = answers.map(({ address }) => address);
    const named = (numbers) => Promise.all([...numbers].map(async (number) =>
      (await index.shown(number, [])).address));
    const bound = await Promise.all(answers.bound.map(async ({ label, its, open }) =>
      ({ label, its: await named(its), open: await named(open) })));
    const listed = (all) => Promise.all(all.map(async (hit) => {
      const { address, entries } = await index.shown(hit.number, hit.best);
      const anchor = hit.needed && hit.best.length ? `#${entries[0][0]}` : "";
      return { address: address + anchor, score: hit.score, best: hit.best };
    }));
    const found = await listed(hits);
    const counted_ = counts && Object.fromEntries(
      Object.entries(counts).map(([facet, all]) => [facet, Object.fromEntries(all)]));
    return { found, some: await listed(some), counts: counted_, lost, offered, bound };
  };
  const answers = [];
  for (const each of queries) answers.push(await answer(each));
  return answers;
};

/* Of each query, the files that are read where it is the first one and so slowly typed that each key of it is
   answered. */
const read = async ({ folder, keys }) => {
  const [hits, entries] = search.GLANCE;
  const files = [];
  for (const query of keys) {
    const names = new Set();
    const index = search.openIndex(async (name) => {
      names.add(name);
      return JSON.parse(readFileSync(join(folder, `${name}.json`)));
    });
    await index.load();
    const find = search.ranking(index);
    const answer = search.answers(index);
    for (let n = 1; n <= query.length; n++) {
      const found = await find(query.slice(0, n));
      await answer(found);
      const shown = [...found.hits, ...found.some].slice(0, hits);
      await Promise.all(shown.map(({ number, best }) => index.shown(number, best.slice(0, entries))));
    }
    files.push([...names]);
  }
  return files;
};

(async () => {
  const given = JSON.parse(readFileSync(0, "utf-8"));
  const answer = given.facts ? cut : given.states ? states : given.keys ? read : find;
  process.stdout.write(JSON.stringify(await answer(given)));
})();
