/* Runs the scripts of the form under node: reads a list of [name, arguments] as JSON from its input, and writes
   what each of these functions of `compendium.edit` answers; see tests/editing.py. */
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const SCRIPTS = join(__dirname, "../overrides/assets/javascripts/answers/edit");
["sequence", "patch"].forEach((name) => require(join(SCRIPTS, `${name}.js`)));
const { edit } = globalThis.compendium;

const asked = {
  patched: ({ text, tree }, wanted) => edit.patched(text, edit.node(text, tree), wanted),
  said: ({ text, tree }) => edit.node(text, tree).data,
  begun: edit.begun,
  unified: edit.unified,
};
const given = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(given.map(([name, ...values]) => asked[name](...values))));
