/* Runs what the switch for the person decides without a page under node: reads {known, hashes, chosen, things} as JSON
   from its input, and writes the persons that each hash names with the hash that is written for them, and the things
   in their order; see tests/test_persons.py. */
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

globalThis.compendium = {};
require(join(__dirname, "../overrides/assets/javascripts/answers/person.js"));
const { first, isFor, lead, read, topicsFirst, written } = globalThis.compendium.persons;

const { known, hashes, chosen, things } = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify({
  named: hashes.map((hash) => read(hash, known)),
  written: hashes.map((hash) => written(read(hash, known))),
  ordered: lead(things, chosen, ({ persons }) => persons || []).map(({ id }) => id),
  withoutSwitch: first(things, ({ persons }) => persons || []).map(({ id }) => id),
  topics: topicsFirst(known),
  isFor: isFor({ dataset: { for: "child" } }),
}));
