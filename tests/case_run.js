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
const placeOf = ({ record, address }) => `${record}#${address.split("#")[1]}`;
const beside = [];
const answers = asked.map(([question, code, person, places = []]) => {
  const about = { child: "", happened: [], ...person, origin: states[person.from] };
  const quoted = new Set(places.map((place) => file.lines[place]));
  const { kind, line, isLimited = false, also = [], open } = law.answerFor(question, states[code], about, file, quoted);
  beside.push({ also: also.map((each) => placeOf(each.line)), open: open.map((each) => placeOf(each.line)) });
  return [kind, line ? placeOf(line) : "", isLimited];
});
process.stdout.write(JSON.stringify({
  answers,
  beside,
  questions: needs.map(([need, person]) => law.questionsOf(need, person, file)),
  chosen: hashes.map((hash) => [caseText.read(hash), caseText.written(caseText.read(hash))]),
  messages: messages.map(([head, parts]) => caseText.message(head, parts)),
}));
