/* What two sequences of texts have in common, as Python's SequenceMatcher (without autojunk) finds it, so
   that a change is written here as generators/edit/patch.py writes it; and the lines in which two texts differ.
   Knows no page. */
(() => {
  "use strict";
  const edit = ((globalThis.compendium ??= {}).edit ??= {});
  const AROUND = 3; // lines shown on both sides of a difference

  const places = (items) => {
    const found = new Map();
    items.forEach((item, place) => {
      if (found.has(item)) found.get(item).push(place);
      else found.set(item, [place]);
    });
    return found;
  };

  const longest = (a, where, [alo, ahi, blo, bhi]) => {
    let best = [alo, blo, 0];
    let before = new Map();
    for (let i = alo; i < ahi; i += 1) {
      const now = new Map();
      for (const j of where.get(a[i]) || []) {
        if (j >= bhi) break;
        if (j < blo) continue;
        const size = (before.get(j - 1) || 0) + 1;
        now.set(j, size);
        if (size > best[2]) best = [i - size + 1, j - size + 1, size];
      }
      before = now;
    }
    return best;
  };

  const matching = (a, b) => {
    const where = places(b);
    const left = [[0, a.length, 0, b.length]];
    const found = [];
    while (left.length) {
      const span = left.pop();
      const [alo, ahi, blo, bhi] = span;
      const [i, j, size] = longest(a, where, span);
      if (!size) continue;
      found.push([i, j, size]);
      if (alo < i && blo < j) left.push([alo, i, blo, j]);
      if (i + size < ahi && j + size < bhi) left.push([i + size, ahi, j + size, bhi]);
    }
    return [...found.sort(([a1, b1], [a2, b2]) => a1 - a2 || b1 - b2), [a.length, b.length, 0]];
  };

  /* What leads from `a` to `b`: stretches [begin, end, first, last] that are not the same: a[begin:end]
     stands where b[first:last] is to stand. */
  edit.differing = (a, b) => {
    const found = [];
    let [i, j] = [0, 0];
    matching(a, b).forEach(([ai, bj, size]) => {
      if (i < ai || j < bj) found.push([i, ai, j, bj]);
      [i, j] = [ai + size, bj + size];
    });
    return found;
  };

  /* The differences of two texts by lines: for each stretch [sign, line] in turn (sign " ", "-" or "+"), with
     what stands around it, and its head as `diff -u` writes it. Lines that the texts begin and end with alike
     are not looked at. */
  edit.hunks = (before, after) => {
    const [a, b] = [before, after].map((text) => text.replace(/\n$/, "").split("\n"));
    if (!before) a.length = 0;
    let same = 0;
    while (same < Math.min(a.length, b.length) && a[same] === b[same]) same += 1;
    let end = 0;
    while (end < Math.min(a.length, b.length) - same && a.at(-1 - end) === b.at(-1 - end)) end += 1;
    const inner = edit.differing(a.slice(same, a.length - end), b.slice(same, b.length - end));
    const groups = [];
    inner.map((span) => span.map((place) => place + same)).forEach((span) => {
      const last = groups.at(-1);
      if (last && span[0] - last.at(-1)[1] <= AROUND * 2) last.push(span);
      else groups.push([span]);
    });
    return groups.map((group) => {
      const from = Math.max(group[0][0] - AROUND, 0);
      const to = Math.min(group.at(-1)[1] + AROUND, a.length);
      const lines = [];
      let at = from;
      group.forEach(([begin, stop, first, last]) => {
        lines.push(...a.slice(at, begin).map((line) => [" ", line]));
        lines.push(...a.slice(begin, stop).map((line) => ["-", line]));
        lines.push(...b.slice(first, last).map((line) => ["+", line]));
        at = stop;
      });
      lines.push(...a.slice(at, to).map((line) => [" ", line]));
      const begin = group[0][2] - (group[0][0] - from);
      const counted = (sign) => lines.filter(([own]) => own === sign || own === " ").length;
      const [minus, plus] = [counted("-"), counted("+")];
      const head = `@@ -${minus ? from + 1 : from},${minus} +${plus ? begin + 1 : begin},${plus} @@`;
      return { head, lines };
    });
  };

  /* The same as a text, as `git apply` reads it. */
  edit.unified = (path, before, after) => {
    const hunks = edit.hunks(before, after);
    if (!hunks.length) return "";
    const body = hunks.flatMap(({ head, lines }) => [head, ...lines.map((line) => line.join(""))]);
    return [before ? `--- a/${path}` : "--- /dev/null", `+++ b/${path}`, ...body, ""].join("\n");
  };
})();
