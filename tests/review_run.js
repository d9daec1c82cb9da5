/* Asks the script that makes the text of a review sheet: {digests: [[parts]], sheets: [sheet]} in, the same out. */
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const folder = join(__dirname, "../overrides/assets/javascripts/answers/review");
globalThis.compendium = {};
(0, eval)(readFileSync(join(folder, "text.js"), "utf-8"));

const { digests, sheets } = JSON.parse(readFileSync(0, "utf-8"));
const { review } = globalThis.compendium;
process.stdout.write(JSON.stringify({
  digests: digests.map((parts) => review.digest(...parts)),
  texts: sheets.map(review.texts),
  day: review.day(new Date(2026, 0, 5)),
}));
