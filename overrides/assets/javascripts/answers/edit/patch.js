/* Changes values in the text of a record and nothing else: what did not change keeps every character,
   comments, quotes and line breaks included. Where each value stands comes with the text
   (edit/source/<mechanism>.json): no YAML is read. A text that is changed keeps its way of writing where it
   fits; a new one is written as records are: plain, folded where it is long, else in double quotes. Knows no
   page. */
(() => {
  "use strict";
  const edit = ((globalThis.compendium ??= {}).edit ??= {});
  const WIDTH = 120;
  const STEP = 2;
  const PLAIN = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`~=][^\n\t]*|-[A-Za-z0-9][^\n\t]*)$/u;
  const NOT_PLAIN = /: |:$| #|\s$|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;
  const NOT_IN_FLOW = /[,[\]{}]|:(?=[,[\]{}])/;
  const NOTHING = new Set(["", "~", "null", "Null", "NULL"]);
  const BLANK = /[\t-\r\x1c-\x1f \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
  const AROUND = 3; // lines shown on both sides of a difference

  const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isText = (value) => typeof value === "string";
  const size = (text) => [...text].length; // letters, also those of two units
  const blanks = (number) => " ".repeat(number);

  /* Whether two data say the same; the order of keys says nothing. */
  edit.same = (one, other) => {
    if (isText(one) || isText(other)) return one === other;
    if (Array.isArray(one) !== Array.isArray(other)) return false;
    const [keys, others] = [Object.keys(one), Object.keys(other)];
    return keys.length === others.length
      && keys.every((key) => Object.hasOwn(other, key) && edit.same(one[key], other[key]));
  };

  /* A node as it travels ([start, end, key] of a text that stands there as it is; [start, end, key, style,
     value or items] of any other) as an object with its data. */
  edit.node = (text, [start, end, key, style = "", held]) => {
    const base = { start, end, key, style };
    if (held === undefined || isText(held)) {
      const data = held ?? text.slice(start, end);
      return { ...base, kind: "text", data };
    }
    const items = Array.isArray(held) ? held.map((each) => edit.node(text, each))
      : new Map(Object.entries(held).map(([name, each]) => [name, edit.node(text, each)]));
    const data = Array.isArray(items) ? items.map((each) => each.data)
      : Object.fromEntries([...items].map(([name, each]) => [name, each.data]));
    return { ...base, kind: Array.isArray(items) ? "list" : "map", items, data };
  };

  const column = (text, at) => at - (text.lastIndexOf("\n", at - 1) + 1);
  const endOfLine = (text, at) => {
    const end = text.indexOf("\n", at);
    return end < 0 ? text.length : end;
  };

  /* -- values -- */

  const filled = (text, lead) => {
    const lines = [];
    text.split(" ").forEach((word) => {
      const last = lines.at(-1);
      const fits = last !== undefined && lead.length + size(last) + 1 + size(word) <= WIDTH;
      if (fits) lines[lines.length - 1] += ` ${word}`;
      else lines.push(word);
    });
    return lines.map((line) => lead + line).join("\n");
  };
  const written = (value, style, indent, flow, folds = true) => {
    const oneLine = value.split(BLANK).filter(Boolean).join(" ") === value;
    if (folds && !flow && oneLine && (style === ">" || size(value) + indent > WIDTH - STEP * 8)) {
      return `>-\n${filled(value, blanks(indent + STEP))}`;
    }
    if (style === "'" && oneLine) return `'${value.replaceAll("'", "''")}'`;
    const plain = PLAIN.test(value) && !NOT_PLAIN.test(value) && !NOTHING.has(value);
    if (style !== "\"" && plain && !(flow && NOT_IN_FLOW.test(value))) return value;
    return JSON.stringify(value).replaceAll("\x7f", "\\x7f");
  };
  const eachPair = (value, say) => Object.entries(value).map(([key, each]) => say(key, each));
  const flowing = (value) => {
    if (isText(value)) return written(value, "", 0, true);
    if (isMap(value)) return `{${eachPair(value, (key, each) => `${key}: ${flowing(each)}`).join(", ")}}`;
    return `[${value.map(flowing).join(", ")}]`;
  };
  const pair = (key, value, indent) => {
    if (isText(value)) return `${key}: ${written(value, "", indent, false)}`;
    const line = `${key}: ${flowing(value)}`;
    const lead = blanks(indent + STEP);
    const ofTexts = Array.isArray(value) && value.every(isText);
    if ((isMap(value) || ofTexts) && size(line) + indent <= WIDTH) return line;
    if (isMap(value)) {
      const pairs = eachPair(value, (name, each) => `\n${lead}${pair(name, each, indent + STEP)}`);
      return `${key}:${pairs.join("")}`;
    }
    if (ofTexts) {
      const breakable = value.every((each) => each && !BLANK.test(each));
      return breakable ? `${key}:\n${filled(flowing(value), lead)}` : line;
    }
    return `${key}:${value.map((each) => `\n${lead}${item(each, indent + STEP)}`).join("")}`;
  };
  const item = (value, indent, like) => {
    const line = `- ${isText(value) ? written(value, "", indent, false) : flowing(value)}`;
    const block = like && like.kind === "map" && like.style === "block";
    if (!isMap(value) || !Object.keys(value).length || !(block || size(line) + indent > WIDTH)) return line;
    const inner = indent + STEP;
    return `- ${eachPair(value, (key, each) => pair(key, each, inner)).join(`\n${blanks(inner)}`)}`;
  };

  /* The text of a file that says some keys and values, each at the left edge. */
  edit.begun = (head, data) =>
    `${head}${eachPair(data, (key, value) => `${pair(key, value, 0)}\n`).join("")}`;

  /* -- changes: [start, end, text] -- */

  const linesGone = (text, first, last, following) => {
    const begin = text.lastIndexOf("\n", first.key - 1) + 1;
    if (following && text.slice(begin, first.key).trim()) return [first.key, following.key, ""];
    return [begin, Math.min(endOfLine(text, last.end) + 1, text.length), ""];
  };
  /* Each run of neighbours is taken out at once; `places` are those of `order` that go. */
  const gone = (text, node, order, places) => {
    const runs = [];
    places.forEach((place) => {
      if (runs.length && runs.at(-1).at(-1) === place - 1) runs.at(-1).push(place);
      else runs.push([place]);
    });
    return runs.map((run) => {
      const [first, last] = [run[0], run.at(-1)];
      const following = order[last + 1];
      if (node.style === "block") return linesGone(text, order[first], order[last], following);
      if (following) return [order[first].key, following.key, ""];
      return [first ? order[first - 1].end : order[first].key, order[last].end, ""];
    });
  };

  const added = (text, node, after, key, value, indent) => {
    const first = [...node.items.values()][0];
    if (node.style === "flow") {
      const said = `${key}: ${flowing(value)}`;
      const at = after ? node.items.get(after).end : first.key;
      return [at, at, after ? `, ${said}` : `${said}, `];
    }
    const lines = pair(key, value, indent);
    if (!after) return [first.key, first.key, `${lines}\n${blanks(indent)}`];
    const at = endOfLine(text, node.items.get(after).end);
    return [at, at, `\n${blanks(indent)}${lines}`];
  };
  const ofMap = (text, node, wanted) => {
    const names = [...node.items.keys()];
    const kept = names.filter((key) => Object.hasOwn(wanted, key));
    if (!kept.length) return [[node.start, node.end, flowing(wanted)]];
    const indent = column(text, node.style === "block" ? node.items.get(kept[0]).key : node.start);
    const found = kept.flatMap((key) =>
      changes(text, node.items.get(key), wanted[key], indent, node.style === "flow"));
    const left = names.flatMap((key, place) => (Object.hasOwn(wanted, key) ? [] : [place]));
    found.push(...gone(text, node, [...node.items.values()], left));
    let last = "";
    Object.keys(wanted).forEach((key) => {
      if (node.items.has(key)) last = key;
      else found.push(added(text, node, last, key, wanted[key], indent));
    });
    return found;
  };

  /* An item of a block list as it was typed elsewhere in it, comments included; empty where it is new. */
  const moved = (text, node, value) => {
    const found = node.items.find((each) => edit.same(each.data, value));
    return found ? text.slice(found.key, endOfLine(text, found.end)) : "";
  };
  const items = (text, node, after, fresh) => {
    const first = node.items[0];
    if (node.style === "flow") {
      const said = fresh.map(flowing).join(", ");
      const at = after < 0 ? first.start : node.items[after].end;
      return [at, at, after < 0 ? `${said}, ` : `, ${said}`];
    }
    const indent = column(text, first.key);
    const like = node.items[Math.max(after, 0)];
    const lines = fresh.map((each) => moved(text, node, each) || item(each, indent, like));
    if (after < 0) return [first.key, first.key, lines.map((line) => `${line}\n${blanks(indent)}`).join("")];
    const at = endOfLine(text, node.items[after].end);
    return [at, at, lines.map((line) => `\n${blanks(indent)}${line}`).join("")];
  };
  const ofList = (text, node, wanted) => {
    const [old, fresh] = [node.data, wanted].map((list) => list.map((each) => JSON.stringify(each)));
    return edit.differing(old, fresh).flatMap(([begin, end, first, last]) => {
      const both = Math.min(end - begin, last - first);
      const found = [];
      for (let place = 0; place < both; place += 1) {
        const each = node.items[begin + place];
        const indent = column(text, each.key);
        found.push(...changes(text, each, wanted[first + place], indent, node.style === "flow"));
      }
      const rest = Array.from({ length: end - begin - both }, (_, n) => begin + both + n);
      found.push(...gone(text, node, node.items, rest));
      const more = wanted.slice(first + both, last);
      return more.length ? [...found, items(text, node, begin + both - 1, more)] : found;
    });
  };

  const changes = (text, node, wanted, indent, flow = false) => {
    if (edit.same(node.data, wanted)) return [];
    if (node.kind === "map" && isMap(wanted)) return ofMap(text, node, wanted);
    if (node.kind === "list" && Array.isArray(wanted) && wanted.length && node.items.length) {
      return ofList(text, node, wanted);
    }
    const behind = text.slice(node.end, endOfLine(text, node.end)).trim(); // no comment follows folded lines
    const said = isText(wanted) ? written(wanted, node.style, indent, flow, !behind)
      : flowing(wanted);
    return [[node.start, node.end, said]];
  };

  /* The text with what it says (`whole`, from edit.node) made to be `wanted`; the text itself where it says
     that already. */
  edit.patched = (text, whole, wanted) => {
    const found = changes(text, whole, wanted, 0).sort(([a, b], [c, d]) => a - c || b - d);
    const put = (made, [start, end, said]) => made.slice(0, start) + said + made.slice(end);
    return found.reduceRight(put, text);
  };

  /* -- what differs: of two sequences of texts, the longest run that both have, then what is before and
     behind it; and the lines in which two texts differ -- */

  /* What leads from `a` to `b`: stretches [begin, end, first, last] that are not the same: a[begin:end]
     stands where b[first:last] is to stand. They stand before and after the longest run that both have. */
  edit.differing = (a, b, span = [0, a.length, 0, b.length]) => {
    const [begin, end, first, last] = span;
    let [at, other, most] = [begin, first, 0];
    let before = new Uint32Array(last + 1); // how long a run ends here
    for (let i = begin; i < end; i += 1) {
      const now = new Uint32Array(last + 1);
      for (let j = first; j < last; j += 1) {
        if (a[i] === b[j]) now[j + 1] = before[j] + 1;
        if (now[j + 1] > most) [at, other, most] = [i + 1 - now[j + 1], j + 1 - now[j + 1], now[j + 1]];
      }
      before = now;
    }
    if (!most) return begin < end || first < last ? [span] : [];
    return [
      ...edit.differing(a, b, [begin, at, first, other]),
      ...edit.differing(a, b, [at + most, end, other + most, last]),
    ];
  };

  /* Two texts by lines, those that differ and those around them: [sign, line] with the sign " ", "-" or "+",
     and "…" where lines are left out. Lines that the texts begin and end with alike are not compared. */
  edit.compared = (before, after, around = AROUND) => {
    const [a, b] = [before, after].map((text) => (text ? text.replace(/\n$/, "").split("\n") : []));
    let same = 0;
    while (same < Math.min(a.length, b.length) && a[same] === b[same]) same += 1;
    let end = 0;
    while (end < Math.min(a.length, b.length) - same && a.at(-1 - end) === b.at(-1 - end)) end += 1;
    const signed = (sign, lines) => lines.map((line) => [sign, line]);
    const all = signed(" ", a.slice(0, same));
    let at = same;
    edit.differing(a.slice(same, a.length - end), b.slice(same, b.length - end)).forEach((span) => {
      const [begin, stop, first, last] = span.map((place) => place + same);
      all.push(
        ...signed(" ", a.slice(at, begin)),
        ...signed("-", a.slice(begin, stop)),
        ...signed("+", b.slice(first, last)),
      );
      at = stop;
    });
    all.push(...signed(" ", a.slice(at)));
    const isNear = (n) => all.slice(Math.max(n - around, 0), n + around + 1).some(([sign]) => sign !== " ");
    return all.flatMap((line, n) => (isNear(n) ? [line] : n && isNear(n - 1) ? [["…", ""]] : []));
  };
})();
