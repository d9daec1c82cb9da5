/* A record as reference managers read it, made of the item in CSL-JSON that stands on its page
   (document/citation.py says what it holds): RIS, BibTeX, and CSL-JSON itself. */
(() => {
  "use strict";
  const answers = ((globalThis.compendium ??= {}).answers ??= {});
  const two = (number) => String(number).padStart(2, "0");
  /* Year, month and day, as far as they are known, as texts. */
  const parts = (day) => (day ? day["date-parts"][0].map(two) : []);
  const names = ({ author = [] }) => author.map(({ literal }) => literal);

  /* RIS has no type for treaties but that of legal rules; its lines end as that format has them. */
  const TYPES = { treaty: "LEGAL", legislation: "STAT", report: "RPRT", document: "GEN" };
  const slashed = (day) => (day.length ? [...day, "", "", ""].slice(0, 4).join("/") : "");
  const ris = (item) => [
    ["TY", TYPES[item.type]], ["ID", item.id], ["TI", item.title],
    ...names(item).map((name) => ["AU", name]),
    ["PY", parts(item.issued)[0]], ["DA", slashed(parts(item.issued))],
    ["M1", item.number], ["CY", item["event-place"]], ["UR", item.URL], ["AV", item.archive_location],
    ["Y2", slashed(parts(item.accessed))], ["DB", item.source], ["LA", item.language], ["N1", item.note],
  ].filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}\r\n`).join("") + "ER  - \r\n";

  /* No sign of a text means anything to TeX; biblatex reads the entry too (date, urldate). */
  const SIGNS = { "\\": "\\textbackslash{}", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}" };
  const escaped = (text = "") => text.replace(/[\\^~&%$#_{}]/g, (sign) => SIGNS[sign] || `\\${sign}`);
  const bibtex = (item) => {
    const day = parts(item.issued);
    const fields = {
      title: `{${escaped(item.title)}}`,
      author: names(item).map((name) => `{${escaped(name)}}`).join(" and "),
      year: day[0],
      date: day.join("-") + (item.issued?.circa ? "?" : ""),
      number: escaped(item.number),
      location: escaped(item["event-place"]),
      howpublished: escaped(item.source),
      url: item.URL,
      urldate: parts(item.accessed).join("-"),
      language: item.language,
      note: [escaped(item.note), item.archive_location].filter(Boolean).join(". "),
    };
    const known = Object.entries(fields).filter(([, value]) => value);
    return `@misc{${item.id},\n${known.map(([name, value]) => `  ${name} = {${value}},\n`).join("")}}\n`;
  };

  const csl = (item) => `${JSON.stringify([item])}\n`;
  const FORMS = {
    RIS: [ris, "ris", "application/x-research-info-systems"],
    BibTeX: [bibtex, "bib", "application/x-bibtex"],
    "CSL-JSON": [csl, "json", "application/vnd.citationstyles.csl+json"],
  };
  answers.cite = {
    text: (form, item) => FORMS[form][0](item),
    /* The item with the address of its page: as an archive, if the official text has an address. */
    placed: (item, page) => (item.URL ? { ...item, archive: item.source, archive_location: page } : { ...item, URL: page }),
    /* Hands over the file of a form. */
    save: (form, item) => {
      const [write, ending, type] = FORMS[form];
      const page = document.querySelector("link[rel=canonical]")?.href || location.href;
      answers.hand(`${item.id}.${ending}`, type, write(answers.cite.placed(item, page)));
    },
  };
})();
