/* The text in which a review sheet ends, without a page: `compendium review apply` reads it (generators/edit/
   review_text.py). It has at most 2,000 bytes; a longer review makes several, each whole in itself. */
(() => {
  "use strict";
  const review = ((globalThis.compendium ??= {}).review ??= {});
  const encoder = new TextEncoder();
  const bytes = (text) => encoder.encode(text).length;

  review.LIMIT = 2000;

  /* A text in one line, with one blank between its words. */
  const one = review.one = (text) => text.trim().split(/\s+/).join(" ");

  /* The digest of some texts (FNV-1a of 32 bits), as generators/translate/readings.py has it. */
  review.digest = (...parts) => {
    let value = 0x811c9dc5;
    encoder.encode(parts.filter(Boolean).map(one).join("\n")).forEach((byte) => {
      value = Math.imul(value ^ byte, 0x01000193) >>> 0;
    });
    return value.toString(16).padStart(8, "0");
  };

  /* A day as the calendar of the device has it: YYYY-MM-DD. */
  review.day = (date) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()]
      .map((number) => String(number).padStart(2, "0")).join("-");

  const HEAD = [["Record", "record"], ["Language", "language"], ["Name", "name"], ["Office", "office"],
    ["Text", "text"], ["Text language", "textLanguage"], ["Text date", "textDate"], ["Day", "day"]];
  const VERDICTS = { right: "right as it is", correction: "correction", absent: "not in the text" };

  const headOf = (sheet) => HEAD.filter(([, key]) => one(sheet[key] || ""))
    .map(([name, key]) => `${name}: ${one(sheet[key])}\n`).join("");
  const entryOf = ({ anchor, digest, verdict, words, correction }) => [
    `[${anchor} ${digest}] ${VERDICTS[verdict]}`,
    `Here: ${one(words)}`,
    ...(verdict === "correction" ? [`New: ${one(correction)}`] : []),
    "",
  ].join("\n");
  const whole = (head, entries, part, parts) => {
    const named = `part ${part} of ${parts}`;
    const counted = `Lines: ${entries.length}\n`;
    return `DAKAR COMPENDIUM REVIEW 1, ${named}\n${head}${counted}\n${entries.join("")}\nEND OF REVIEW, ${named}\n`;
  };

  /* The texts of a sheet: {record, language, name, office, text, textLanguage, textDate, day, lines}. A line is
     {anchor, digest, verdict, words, correction}; `language` is that of a translation that was read. */
  review.texts = (sheet) => {
    const head = headOf(sheet);
    const entries = sheet.lines.map(entryOf);
    const fits = (some) => bytes(whole(head, some, 99, 99)) <= review.LIMIT; // as long as it can get
    const parts = [];
    entries.forEach((entry) => {
      const last = parts.at(-1);
      if (last && fits([...last, entry])) last.push(entry);
      else parts.push([entry]);
    });
    return parts.map((some, n) => whole(head, some, n + 1, parts.length));
  };
  /* Whether a text can go by mail; one whose single line is too long cannot. */
  review.isShort = (text) => bytes(text) <= review.LIMIT;
  review.bytes = bytes;
})();
