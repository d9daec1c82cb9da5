/* Tables of a page as rows of texts, for a spreadsheet: all rows in the order of the page, whatever a filter
   hides, the heading over rows in a column of its own, a sign as the words that it means. Where a cell holds
   lines (.cell), each line is a row. The last column is the address of what a row is of. */
(() => {
  "use strict";
  const { answers } = globalThis.compendium;
  const BLOCKS = "p, div, ul, ol, li, dl, dt, dd, details, summary, article, h2, h3, h4, h5";
  const LEFT_OUT = "button:not(tr.group button), svg, summary.more, td summary, .tick, .unbound, [hidden], [aria-hidden=true]";

  /* -- rows of texts as a spreadsheet: OOXML with texts alone, which no program takes for formulas. The first
     row is the head; where the rows come from stands on a second sheet -- */

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

  /* `source` says where the rows come from: a title and rows. */
  const saveSheet = (name, rows, title, source) => answers.hand(
    `${name}.xlsx`, `${KIND}.sheet`, answers.xlsx([{ title, rows }, source], document.documentElement.dir === "rtl"));

  /* -- tables as rows -- */

  /* `base` is the address of the folder of the language, `say` the words of the page. */
  answers.tables = (base, say) => {
    const canonical = document.querySelector("link[rel=canonical]")?.href || location.href;
    const path = location.pathname.slice(base.pathname.length).replace(/index\.html$/, "");
    const published = canonical.endsWith(path) ? canonical.slice(0, canonical.length - path.length) : base.href;
    /* Where a link leads, as it can be followed from anywhere. */
    const address = (link) => {
      const { href } = link || { href: "" };
      return href.startsWith(base.href) ? published + href.slice(base.href.length) : href;
    };

    /* -- texts -- */

    const meaning = (sign) => sign.getAttribute("aria-label")
      || document.getElementById(sign.getAttribute("aria-labelledby"))?.textContent || "";
    /* A sign that is a link (of a matrix) says where it leads, and whether that binds today. */
    const linked = (link) => {
      const force = link.matches(".b") ? say.binding : say.notbinding;
      return link.title ? `${link.title} · ${force}` : link.getAttribute("aria-label");
    };
    /* The texts in a node, one by one: {text}, {sign} with its words, {ends} between blocks. */
    const pieces = (node) => [...node.childNodes].flatMap((child) => {
      if (child.nodeType === Node.TEXT_NODE) return [{ text: child.data.replace(/[ \t\r\n]+/g, " ") }];
      if (child.nodeType !== Node.ELEMENT_NODE || child.matches(LEFT_OUT)) return [];
      if (child.matches("[role=img]")) return [{ sign: meaning(child) }];
      if (child.matches(".mx td > a")) return [{ text: linked(child) }];
      if (child.matches(".own")) return [...pieces(child), { text: child.textContent.trim() ? " ·" : "" }];
      if (child.matches("br")) return [{ ends: true }];
      return child.matches(BLOCKS) ? [{ ends: true }, ...pieces(child), { ends: true }] : pieces(child);
    });
    /* As one text: a line a block; a sign beside words stands in brackets. */
    const texts = (node) => pieces(node).reduce((made, { text, sign, ends }) => {
      if (ends) return made && !made.endsWith("\n") ? `${made.trimEnd()}\n` : made;
      if (sign) return /(^|[·\n])\s*$/.test(made) ? `${made}${sign}` : `${made.trimEnd()} (${sign})`;
      return made + (/(^|\n)$/.test(made) ? (text || "").trimStart() : text || "");
    }, "").trim().replace(/^— (?=\S)/, "");

    /* -- lines -- */

    const COLUMNS = ["strength", "number", "says", "where", "who", "force", "confidence"];
    /* What is said about a line: where it stands, by whom it is done, its force and how sure it is. */
    const about = (paragraphs) => {
      const found = { strength: "", where: [], who: "", force: "", confidence: "", address: "" };
      paragraphs.forEach((paragraph) => {
        const rest = paragraph.cloneNode(true);
        const take = (selector) => {
          const part = rest.querySelector(selector);
          part?.remove();
          return part;
        };
        found.address ||= address(rest.querySelector("a"));
        found.who ||= take(".who")?.textContent || "";
        found.strength ||= take(".st")?.textContent || "";
        found.force ||= take(".fo")?.textContent || "";
        found.confidence ||= take(".warn, .gr")?.textContent || "";
        found.where.push(...texts(rest).split(/\s*·\s*/).filter(Boolean));
      });
      /* what goes without saying on a page: that a text binds, and that it was read */
      return { ...found, where: found.where.join(" · "),
        force: found.force || say.binding, confidence: found.confidence || say.read };
    };
    const line = (cell) => {
      const number = cell.querySelector(".num") || cell.closest("li")?.querySelector(":scope > .num");
      const notes = [...cell.querySelectorAll("p.src")];
      const said = [...cell.querySelectorAll("p:not([class])")];
      const alone = !notes.length && said.some((each) => each.querySelector("a")); // no more than where it stands
      return {
        number: number ? texts(number) : "",
        says: alone ? "" : said.map(texts).filter(Boolean).join("\n"),
        ...about(alone ? said : notes),
      };
    };
    const silent = (says) => ({ ...Object.fromEntries(COLUMNS.map((name) => [name, ""])), says, address: "" });
    /* The lines of a cell; what stands beside them, or where there are none, is one without a place. */
    const lines = (cell) => {
      const rest = cell.cloneNode(true);
      rest.querySelectorAll(".cell").forEach((each) => each.remove());
      const beside = texts(rest);
      const found = [...cell.querySelectorAll(".cell")].map(line);
      return beside || !found.length ? [...found, silent(beside)] : found;
    };
    const lineHead = (says) => COLUMNS.map((name) => (name === "says" ? says : say[name]));
    const lineCells = (each) => COLUMNS.map((name) => each[name]);

    /* -- tables -- */

    /* Each row as its cells; one that reaches over several rows or columns stands in all of them. */
    const spread = (rows) => {
      const over = [];
      return rows.map((row) => {
        const cells = [...row.cells], found = [];
        while (cells.length || over[found.length]?.left) {
          const above = over[found.length];
          if (above?.left) {
            above.left -= 1;
            found.push(above.cell);
          } else {
            const cell = cells.shift();
            for (let n = 0; n < cell.colSpan; n += 1) {
              over[found.length] = { cell, left: cell.rowSpan - 1 };
              found.push(cell);
            }
          }
        }
        return found;
      });
    };
    /* Without the columns that stand empty and that not every table needs: by whom, and the address. */
    const tidy = (rows) => {
      const kept = rows[0].map((head, place) =>
        ![say.who, say.address].includes(head) || rows.slice(1).some((row) => row[place]));
      return rows.map((row) => row.filter((_, place) => kept[place]));
    };
    const heads = (table) => {
      const found = spread([...table.tHead.rows]);
      return found[0].map((_, place) => [...new Set(found.map((row) => row[place]))].map(texts).join(" · "));
    };
    const text = (cell) => texts(cell) || (cell.matches(".mx td") ? say.empty : "");

    /* How the rows of a table are written: the labels of the columns, and the rows that are made of one. Where
       a record stands in each column (.beside), each is a record on a topic. */
    const beside = ([first, ...records]) => ({
      labels: [first, say.record, ...lineHead(say.says), say.address],
      write: ([name, ...cells]) => cells.flatMap((cell, n) =>
        lines(cell).map((each) => [texts(name), records[n], ...lineCells(each), each.address])),
    });
    const across = (head, rows) => {
      const seen = head.map((_, place) => rows.some((cells) => !cells[place]?.matches("[aria-hidden=true]")));
      const speaking = head.findIndex((_, place) =>
        rows.some((cells) => cells[place]?.querySelector(".cell")));
      const each = (values, spreads, single) => values.flatMap((value, place) => {
        if (!seen[place]) return [];
        return place === speaking ? spreads(value) : [single(value)];
      });
      const day = (cells) => cells[0]?.closest("tr").dataset.day;
      const dated = rows.some(day); // the day of a text, by which rows can be put in order
      const row = (cells, said) => [
        ...each(cells, () => lineCells(said), text), ...(dated ? [day(cells) || ""] : []),
        said?.address || address(cells[0].querySelector("a:not(.own a)")),
      ];
      return {
        labels: [...each(head, lineHead, (words) => words), ...(dated ? [say.day] : []), say.address],
        write: (cells) => (speaking < 0 ? [row(cells)] : lines(cells[speaking]).map((said) => row(cells, said))),
      };
    };
    /* `rows` are pairs of a row and its heading: a row of the table, words, or null. */
    const read = (of, rows, title) => {
      const all = spread(rows.map(([row]) => row));
      const { labels, write } = (of.matches(".beside") ? beside : across)(heads(of), all);
      const headings = rows.map(([, heading]) => (heading instanceof Element ? texts(heading) : heading || ""));
      const written = all.flatMap((cells, n) => write(cells).map((row) => [headings[n], ...row]));
      const own = rows.some(([, heading]) => heading instanceof Element); // what these are, the table says
      const group = (own && of.closest(".tbl").previousElementSibling.dataset.group) || say.group;
      const found = [[group, ...labels], ...written];
      return { title, rows: tidy(headings.some(Boolean) ? found : found.map((row) => row.slice(1))) };
    };
    const table = (of, rows) => read(of, rows, texts(of.caption));
    const tables = (all) => {
      const rows = all.flatMap((of) => [...of.tBodies[0].rows].map((row) => [row, texts(of.caption)]));
      return read(all[0], rows, texts(all[0].caption));
    };
    /* -- files -- */

    /* What a reader of the file must know: what it is, that nobody has read its translations, of which day and
       under which licence, and where it comes from. */
    const source = (title) => [
      texts(document.querySelector("h1")), title,
      document.querySelector(".notice.unread")?.textContent || "",
      texts(document.querySelector(".foot p")), canonical + location.search,
    ].filter((words, n, all) => words && all.indexOf(words) === n).map((words) => [words]);
    const save = ({ title, rows }, name) => {
      const file = (name || `dakar-${path.split("/").filter(Boolean).join("-")}`).replace(/-$/, "");
      saveSheet(file.slice(0, 120), rows, title, { title: say.about, rows: source(title) });
    };

    return { read, save, table, tables };
  };
})();
