/* Tables of a page as rows of texts, for a spreadsheet: all rows in the order of the page, whatever a filter
   hides, the heading over rows in a column of its own, a sign as the words that it means. Where a cell holds
   lines (.cell), each line is a row. The last column is the address of what a row is of. */
(() => {
  "use strict";
  const { answers } = globalThis.compendium;
  const BLOCKS = "p, div, ul, ol, li, dl, dt, dd, details, summary, article, h2, h3, h4, h5";
  const LEFT_OUT = "button:not(tr.group button), svg, summary.more, td summary, .tick, .unbound, [hidden], [aria-hidden=true]";

  /* -- rows as a file that a spreadsheet opens: CSV in UTF-8 with its mark, without which Excel reads Arabic
     wrongly. Excel parts cells by a semicolon where a comma begins a fraction -- */

  const PARTED = (0.5).toLocaleString().includes(".") ? "," : ";";
  /* What a spreadsheet would take for a formula gets an apostrophe before it. */
  const field = (text) => `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;
  answers.csv = (rows) => `\ufeff${rows.map((row) => `${row.map(field).join(PARTED)}\r\n`).join("")}`;

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
    const beside = ([first, ...records], more) => ({
      labels: [first, say.record, ...more.labels, ...lineHead(say.says), say.address],
      write: ([name, ...cells]) => cells.flatMap((cell, n) =>
        lines(cell).map((each) => [texts(name), records[n], ...more.cells(n), ...lineCells(each), each.address])),
    });
    const across = (head, rows) => {
      const speaking = head.findIndex((_, place) =>
        rows.some((cells) => cells[place]?.querySelector(".cell")));
      const each = (values, spreads, single) =>
        values.flatMap((value, place) => (place === speaking ? spreads(value) : [single(value)]));
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
    /* `rows` are pairs of a row and its heading: a row of the table, words, or null. `columns` are more than the
       table has: their labels, and the cells of a row by its number; where a record stands in each column, those of
       the record by its number. */
    const none = { labels: [], cells: () => [] };
    const read = (of, rows, title, columns = none) => {
      const all = spread(rows.map(([row]) => row));
      const isBeside = of.matches(".beside");
      const more = isBeside ? none : columns;
      const { labels, write } = isBeside ? beside(heads(of), columns) : across(heads(of), all);
      const headings = rows.map(([, heading]) => (heading instanceof Element ? texts(heading) : heading || ""));
      const written = all.flatMap((cells, n) => write(cells).map((row) => [headings[n], ...more.cells(n), ...row]));
      const own = rows.some(([, heading]) => heading instanceof Element); // what these are, the table says
      const group = (own && of.closest(".tbl").previousElementSibling?.dataset.group) || say.group;
      const found = [[group, ...more.labels, ...labels], ...written];
      return { title, rows: tidy(headings.some(Boolean) ? found : found.map((row) => row.slice(1))) };
    };
    const table = (of, rows, columns) => read(of, rows, texts(of.caption), columns);
    const tables = (all) => {
      const rows = all.flatMap((of) => [...of.tBodies[0].rows].map((row) => [row, texts(of.caption)]));
      return read(all[0], rows, texts(all[0].caption));
    };
    /* -- files -- */

    /* What a reader of the file must know, below the rows: what it is, that nobody has read its translations,
       of which day and under which licence, and where it comes from. */
    const source = (title) => [
      texts(document.querySelector("h1")), title,
      document.querySelector(".notice.unread")?.textContent || "",
      texts(document.querySelector(".foot p")), canonical + location.search,
    ].filter((words, n, all) => words && all.indexOf(words) === n).map((words) => [words]);
    const save = ({ title, rows }, name, asSheet) => {
      const file = (name || `dakar-${path.split("/").filter(Boolean).join("-")}`).replace(/-$/, "");
      if (asSheet) {
        const sheets = [{ title, rows }, { title: say.about, rows: source(title) }];
        const content = answers.xlsx(sheets, document.documentElement.dir === "rtl");
        answers.hand(`${file.slice(0, 120)}.xlsx`, answers.sheetType, content);
        return;
      }
      const text = answers.csv([...rows, [""], ...source(title)]);
      answers.hand(`${file.slice(0, 120)}.csv`, "text/csv;charset=utf-8", text);
    };

    return { read, save, table, tables };
  };
})();
