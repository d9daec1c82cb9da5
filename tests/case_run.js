/* Runs what the page of a case decides under node: reads {file, states, asked, hashes, messages} as JSON from its
   input (the file of the case, the files of States by code, [question, code of a State, person, places quoted] each, parts of
   addresses, and [head, parts] of messages), and writes what answers each; see tests/test_case.py. */
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

globalThis.compendium = { answers: {} };
for (const name of ["law", "case"]) {
  require(join(__dirname, `../overrides/assets/javascripts/answers/${name}.js`));
}
const { caseText, law } = globalThis.compendium.answers;

const { file, states, asked = [], hashes = [], messages = [] } = JSON.parse(readFileSync(0, "utf-8"));
const answers = asked.map(([question, code, person, places = []]) => {
  const about = { child: "", happened: [], ...person, origin: states[person.from] };
  const quoted = new Set(places.map((place) => file.lines[place]));
  const { kind, line, isLimited = false } = law.answerFor(question, states[code], about, file, quoted);
  return [kind, line ? `${line.record}#${line.address.split("#")[1]}` : "", isLimited];
});
process.stdout.write(JSON.stringify({
  answers,
  chosen: hashes.map((hash) => [caseText.read(hash), caseText.written(caseText.read(hash))]),
  messages: messages.map(([head, parts]) => caseText.message(head, parts)),
}));
