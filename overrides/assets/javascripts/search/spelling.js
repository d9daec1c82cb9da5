/* Words of titles that are one letter off what was typed, in a small file that is read only where a word is
   found nowhere. */
(() => {
  "use strict";
  const search = ((globalThis.compendium ??= {}).search ??= {});

  const LONG = 9; // letters from which on two may be wrong
  const MOST = 3; // words that are offered for one

  /* How many letters must be put in, left out, replaced or swapped; no more than `most` are counted, so that
     only places so far apart are compared. */
  search.distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    const far = () => new Array(b.length + 1).fill(most + 1);
    let [last, before] = [far().map((_, n) => n), []];
    for (let i = 1; i <= a.length; i++) {
      const row = far();
      row[0] = i;
      let least = i;
      for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
      [before, last] = [last, row];
    }
    return Math.min(last[b.length], most + 1);
  };

  /* Of `words`, those that `typed` may have been meant for: the nearest first, of these the ones that begin
     like it. */
  search.meantFor = (typed, words) => {
    const most = typed.length >= LONG ? 2 : 1;
    const near = words.map((word) => ({ word, off: search.distance(typed, word, most) }))
      .filter(({ off }) => off <= most);
    const least = Math.min(...near.map(({ off }) => off));
    const begins = ({ word }) => (word[0] === typed[0] ? 0 : 1);
    return near.filter(({ off }) => off === least).sort((a, b) => begins(a) - begins(b)).slice(0, MOST)
      .map(({ word }) => word);
  };
})();
