/* Runs what the page of two States decides under node: reads {files, topics, ways, say} as JSON from its input (files of
   States and lines of topics by code, lists of codes of States, and the patterns of headings), and writes for each way
   what stands on each topic under which heading, and since when each text binds all; see tests/pairing.py. */
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

globalThis.compendium = { answers: {} };
for (const name of ["law", "between"]) {
  require(join(__dirname, `../overrides/assets/javascripts/answers/${name}.js`));
}
const { grouped, heading, since } = globalThis.compendium.answers.bound;

const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const { files, topics, ways, say } = JSON.parse(readFileSync(0, "utf-8"));

const placeOf = ({ record, address }) => (address ? `${record}#${address.split("#")[1]}` : record);
const placed = (lines, own) => {
  const { all, some } = grouped(lines, own);
  return [["", all], ...some.map((group) => [heading(group, own, say, fill), group])]
    .map(([head, group]) => [head, group.lines.map(placeOf)]);
};
const days = (own) => {
  const common = own[0].binding.map(({ record }) => record)
    .filter((id) => own.every(({ binding }) => binding.some(({ record }) => record === id)));
  return Object.fromEntries(common.map((id) => {
    const { missing, last } = since(id, own);
    return [id, missing.length ? missing.map(({ state }) => state.code) : last.bound_since];
  }));
};
process.stdout.write(JSON.stringify(ways.map((codes) => {
  const own = codes.map((code) => files[code]);
  return { topics: Object.values(topics).map((lines) => placed(lines, own)), days: days(own) };
})));
