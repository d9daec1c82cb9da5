/* Rows of texts as a spreadsheet (XLSX): OOXML with texts alone, which no program takes for formulas. The first row
   is the head; where the rows come from stands on a second sheet. It is loaded when a reader asks for such a file. */
(() => {
  "use strict";
  const { answers } = globalThis.compendium;
  const bytes = (text) => new TextEncoder().encode(text);

  /* -- a zip file whose entries are stored as they are -- */

  const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
    let value = n;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  const crc32 = (content) =>
    (content.reduce((sum, byte) => TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
  /* Numbers of so many bytes, the lowest first. */
  const packed = (...pairs) => Uint8Array.from(pairs.flatMap(([value, size]) =>
    Array.from({ length: size }, (_, n) => (value >>> (8 * n)) & 0xff)));
  const joined = (parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const FIRST_DAY = 0x21; // 1 January 1980: the same rows give the same bytes
  const zip = (files) => {
    const parts = [], list = [];
    let at = 0;
    Object.entries(files).forEach(([path, text]) => {
      const name = bytes(path), content = bytes(text);
      const about = [[20, 2], [0, 2], [0, 2], [0, 2], [FIRST_DAY, 2], [crc32(content), 4], [content.length, 4],
        [content.length, 4], [name.length, 2], [0, 2]];
      parts.push(packed([0x04034b50, 4], ...about), name, content);
      list.push(packed([0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), name);
      at += 30 + name.length + content.length;
    });
    const size = list.reduce((sum, { length }) => sum + length, 0), count = list.length / 2;
    return joined([...parts, ...list,
      packed([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2])]);
  };

  /* -- OOXML -- */

  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const [NARROW, WIDE] = [10, 60]; // widths of columns, in letters

  const escaped = (text) => text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "") // what XML cannot hold
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  const related = (...targets) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;
  const part = (name, kind) => `<Override PartName="/xl/${name}.xml" ContentType="${KIND}.${kind}+xml"/>`;
  const column = (n) => (n < 26 ? "" : column(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

  const types = (sheets) => `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    `ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("workbook", "sheet.main")}` +
    `${sheets.map((_, n) => part(`worksheets/sheet${n + 1}`, "worksheet")).join("")}` +
    `${part("styles", "styles")}</Types>`;
  /* Styles: 0 as the program has it, 1 bold and wrapped, 2 wrapped. */
  const wrapped = (font) => `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1" ` +
    'applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
  const STYLES = `${HEAD}<styleSheet ${MAIN}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill ' +
    'patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1">' +
    '<border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf ' +
    'numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" ' +
    `fontId="0" fillId="0" borderId="0" xfId="0"/>${wrapped(1)}${wrapped(0)}</cellXfs><cellStyles count="1">` +
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

  /* As wide as the longest line in a column, within reason; East Asian letters take the room of two. */
  const letters = (text) => text.length + (text.match(/[\u1100-\uffdc]/g) || []).length;
  const width = (rows, place) => rows.slice(0, 500).reduce((most, row) =>
    Math.max(most, ...(row[place] || "").split("\n").map(letters)), NARROW - 2) + 2;
  const HELD = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const worksheet = (rows, rightToLeft, headed) => {
    const cols = rows[0].map((_, n) =>
      `<col min="${n + 1}" max="${n + 1}" width="${Math.min(width(rows, n), WIDE)}" customWidth="1"/>`).join("");
    const data = rows.map((row, y) => `<row r="${y + 1}">${row.map((text, x) =>
      `<c r="${column(x)}${y + 1}" s="${headed && !y ? 1 : 2}" t="inlineStr"><is><t xml:space="preserve">` +
      `${escaped(text)}</t></is></c>`).join("")}</row>`).join("");
    return `${HEAD}<worksheet ${MAIN}><sheetViews><sheetView${rightToLeft ? ' rightToLeft="1"' : ""} ` +
      `workbookViewId="0">${headed ? HELD : ""}</sheetView></sheetViews><cols>${cols}</cols>` +
      `<sheetData>${data}</sheetData></worksheet>`;
  };
  /* A name that a sheet can have: 31 letters, and not all of them; a longer one ends with a whole word. */
  const MOST = 31;
  const named = (title) => {
    const whole = title.replace(/[[\]:*?/\\']/g, " ").replace(/\s+/g, " ").trim();
    if (whole.length <= MOST) return whole;
    const cut = whole.slice(0, MOST + 1);
    return cut.slice(0, cut.lastIndexOf(" ") > 0 ? cut.lastIndexOf(" ") : MOST);
  };
  /* `sheets` are pairs of a title and rows; the first has a head. No two have one name. */
  answers.xlsx = (sheets, rightToLeft) => {
    const names = sheets.map(({ title }, n) => escaped(named(title)) || `${n + 1}`);
    const list = names.map((each, n) => `<sheet name="${names.indexOf(each) < n ? n + 1 : each}" ` +
      `sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join("");
    return zip({
      "[Content_Types].xml": types(sheets),
      "_rels/.rels": related(["officeDocument", "xl/workbook.xml"]),
      "xl/workbook.xml": `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${list}</sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": related(
        ...sheets.map((_, n) => ["worksheet", `worksheets/sheet${n + 1}.xml`]), ["styles", "styles.xml"]),
      ...Object.fromEntries(sheets.map(({ rows }, n) =>
        [`xl/worksheets/sheet${n + 1}.xml`, worksheet(rows, rightToLeft, !n)])),
      "xl/styles.xml": STYLES,
    });
  };
  answers.sheetType = `${KIND}.sheet`;
})();
