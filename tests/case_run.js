/* Runs what the page of a case decides under node, and writes what answers each; see tests/test_case.py. Reads as
   JSON from its input: {file, states, asked, needs, hashes, messages}. These are the file of the case, the files of
   States by code, [question, code of a State, person, places quoted] each, [need, person] each, parts of
   addresses, and [head, parts] of messages. */
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

globalThis.compendium = { answers: {} };
for (const name of ["law", "case"]) {
  require(join(__dirname, `../overrides/assets/javascripts/answers/${name}.js`));
}
const { caseText, law } = globalThis.compendium.answers;

const { file, states, asked = [], needs = [], hashes = [], messages = [] } = JSON.parse(readFileSync(0, "utf-8"));
const answers = asked.map(([question, code, person, places = []]) => {
  const about = { child: "", happened: [], ...person, origin: states[person.from] };
  const quoted = new Set(places.map((place) => file.lines[place]));
  const { kind, line, isLimited = false } = law.answerFor(question, states[code], about, file, quoted);
  return [kind, line ? `${line.record}#${line.address.split("#")[1]}` : "", isLimited];
});
process.stdout.write(JSON.stringify({
  answers,
  questions: needs.map(([need, person]) => law.questionsOf(need, person, file)),
  chosen: hashes.map((hash) => [caseText.read(hash), caseText.written(caseText.read(hash))]),
  messages: messages.map(([head, parts]) => caseText.message(head, parts)),
}));
