/* Runs what the switch for the person decides without a page under node: reads {known, hashes, chosen, things} as JSON
   from its input, and writes the person that each hash names with the hash that is written for that person, and the
   things in their order for each person that is chosen; see tests/test_persons.py. */
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

globalThis.compendium = {};
require(join(__dirname, "../overrides/assets/javascripts/answers/person.js"));
const { child, first, isFor, lead, read, topicsFirst, written } = globalThis.compendium.persons;

const { known, hashes, chosen, things } = JSON.parse(readFileSync(0, "utf-8"));
const personsOf = ({ persons }) => persons || [];
process.stdout.write(JSON.stringify({
  named: hashes.map((hash) => read(hash, known)),
  written: hashes.map((hash) => written(read(hash, known))),
  ordered: chosen.map((person) => lead(things, person, personsOf).map(({ id }) => id)),
  withoutSwitch: first(things, personsOf).map(({ id }) => id),
  topics: topicsFirst(known),
  isFor: isFor({ dataset: { for: "child" } }),
  child: child(),
}));
