/* Runs the scripts of the form under node: reads {facts, calls} as JSON from its input (the fields of a
   language, and a list of [name, arguments]), and writes what each of these functions answers; see
   tests/editing.py. */
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const SCRIPTS = join(__dirname, "../overrides/assets/javascripts/answers/edit");
["patch", "checks", "handing"].forEach((name) => require(join(SCRIPTS, `${name}.js`)));
const { edit } = globalThis.compendium;

const asked = {
  patched: ({ text, tree }, wanted) => edit.patched(text, edit.node(text, tree), wanted),
  said: ({ text, tree }) => edit.node(text, tree).data,
  begun: edit.begun,
  compared: edit.compared,
  countWords: edit.countWords,
  put: edit.put,
  cleaned: edit.cleaned,
  checked: ({ model, data, kind }) => checks.file(model, data, kind),
  value: (value, field) => checks.value(value ?? undefined, field),
  hostAddress: edit.hostAddress,
};
const { facts, calls } = JSON.parse(readFileSync(0, "utf-8"));
const checks = facts && edit.checks(facts);
process.stdout.write(JSON.stringify(calls.map(([name, ...values]) => asked[name](...values) ?? null)));
