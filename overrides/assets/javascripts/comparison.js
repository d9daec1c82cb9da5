/* The records picked for the page that compares them, kept in this tab while its reader browses; each is [id,
   name]. Buttons pick them; what was picked stands at the foot of the screen. */
(() => {
  "use strict";
  const { compendium } = globalThis;
  const { element } = compendium;
  const tray = document.querySelector(".picked");
  if (!tray) return;
  const KEY = "comparison", MOST = 4;
  const { add, remove, open, colon } = tray.dataset;
  const to = new URL(tray.dataset.to, location.href).href;
  const base = new URL("../", to).href;
  const topic = document.querySelector("[data-answer=topic]")?.dataset.code; // on its page it alone is compared
  const offered = [];
  let picked = [];

  /* The tip says what the name does, or readers of a screen hear both. */
  const say = (made, words, name) => {
    const title = `${words}${colon}${name}`;
    return Object.assign(made, { title, ariaLabel: title });
  };
  const button = (words, name, shown, press) =>
    say(compendium.button(shown, press, { class: "pick" }), words, name);
  const has = (id) => picked.some(([other]) => other === id);
  const without = (id) => picked.filter(([other]) => other !== id);

  const draw = () => {
    offered.forEach(([id, name, made, short]) => {
      const words = has(id) ? remove : add;
      if (short) made.checked = has(id);
      else say(made, words, name).textContent = words;
      made.disabled = !has(id) && picked.length >= MOST;
    });
    const takeOut = (name, next) => button(remove, name, "✕", () => {
      keep(next);
      (tray.querySelector("button") || document.querySelector("main")).focus();
    });
    const items = picked.map(([id, name]) => element("li", {}, element("span", { dir: "auto" }, name),
      takeOut(name, without(id))));
    // On a phone one button stands in place of the list.
    const all = items.length ? [takeOut(picked.map(([, name]) => name).join(", "), [])] : [];
    const href = `${to}?r=${picked.map(([id]) => id).join("&r=")}${topic ? `&topic=${topic}` : ""}`;
    const link = element("a", { href }, `${open} (${picked.length}/${MOST})`);
    tray.replaceChildren(element("ul", {}, ...items), link, ...all);
    tray.hidden = !picked.length || location.href.startsWith(to);
  };
  const keep = (next) => {
    picked = next.slice(0, MOST);
    try {
      if (picked.length) sessionStorage.setItem(KEY, JSON.stringify(picked));
      else sessionStorage.removeItem(KEY); // who picked nothing leaves nothing behind
    } catch { /* a browser that keeps nothing */ }
    draw();
  };
  const read = () => {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY)) || [];
      const isRecord = ([id, name]) => typeof name === "string" && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(id);
      picked = kept.filter(isRecord).slice(0, MOST);
    } catch { /* nothing is kept */ }
    draw();
  };

  /* What a link says, without signs of what it says. */
  const plain = (link) => {
    const words = link.cloneNode(true);
    words.querySelectorAll("[role=img]").forEach((sign) => sign.remove());
    return words.textContent.trim();
  };
  /* A button in `place` for the first link that leads to a record; `short`: a box to tick. */
  const offer = (place, links, short) => [...links].some((link) => {
    const { href } = link;
    const id = href.startsWith(base) && /^instruments\/([^/#?]+\/[^/#?]+)\//.exec(href.slice(base.length))?.[1];
    if (!id) return false;
    const name = plain(link);
    const turn = () => keep(has(id) ? without(id) : [...picked, [id, name]]);
    const made = short ? say(element("input", { type: "checkbox" }), add, name) : button(add, name, "", turn);
    if (short) made.addEventListener("change", turn);
    offered.push([id, name, made, short]);
    return place.append(" ", short ? element("label", { class: "tick" }, made, ` ${open}`) : made) || true;
  });
  const own = document.querySelector(".pickup"); // on the page of a record
  if (own) {
    offer(own, [element("a", { href: location.href }, document.querySelector("main h1").firstChild.textContent)]);
  }
  document.querySelectorAll("#compare tr[data-rank] th").forEach((cell) => {
    const links = cell.querySelectorAll("a");
    const words = [...links].map(plain).join(" ");
    if (offer(cell, links, true)) cell.ariaLabel = words; // what each cell of the row is of, without the button
  });
  addEventListener("pageshow", read);
  read();
  compendium.comparison = { MOST, draw, keep, offer, picked: () => picked };
})();
