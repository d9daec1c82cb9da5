/* Whom a case is about: a child, a worker, a refugee. A reader presses a button (html/person_switch.py), and what is
   for that person comes first. Python says whom a thing is for, in its attribute data-for (corpus/persons.py); this
   file only moves things. What is chosen is behind "#" in the address and nowhere else: it makes no request, it is
   not stored, and the page that a reader leaves loses it. */
(() => {
  "use strict";
  const { compendium } = globalThis;
  const PREFIX = "#for=";

  /* -- without a page: the address, and the order of things -- */

  /* The persons that the part of an address behind "#" names, of those that there are, in their order. */
  const read = (hash, known) => {
    const named = hash.startsWith(PREFIX) ? hash.slice(PREFIX.length).split(",") : [];
    return known.filter((code) => named.includes(code));
  };
  const written = (codes) => (codes.length ? PREFIX + codes.join(",") : "");
  /* Things with those first that are for one of some persons; `personsOf` gives the codes of a thing. */
  const lead = (things, codes, personsOf) => {
    const isFor = (thing) => personsOf(thing).some((code) => codes.includes(code));
    return [...things.filter(isFor), ...things.filter((thing) => !isFor(thing))];
  };

  const own = compendium.persons = { lead, read, written };

  /* -- what is chosen -- */

  const root = globalThis.document?.querySelector("[data-persons]");
  const buttons = [...root?.querySelectorAll("button") ?? []];
  const known = buttons.map(({ dataset }) => dataset.person);
  const followers = [];
  let chosen = [];

  /* The persons whom an element is for; whether one of those that are chosen is among them. */
  own.of = ({ dataset }) => (dataset.for || "").split(" ").filter(Boolean);
  own.isFor = (element) => own.of(element).some((code) => chosen.includes(code));
  /* Things, those for the persons that are chosen first. */
  own.first = (things, personsOf = own.of) => lead(things, chosen, personsOf);
  /* Codes of topics, those about the persons that are chosen first. */
  own.topicsFirst = (codes) => {
    const about = topics();
    return [...about.filter((code) => codes.includes(code)), ...codes.filter((code) => !about.includes(code))];
  };
  /* Calls a function whenever something else is chosen. */
  own.follow = (change) => followers.push(change);

  const pressed = () => buttons.filter(({ dataset }) => chosen.includes(dataset.person));
  const topics = () => pressed().flatMap(({ dataset }) => dataset.topics.split(" ").filter(Boolean));
  if (!root) return;

  /* -- what moves -- */

  const UNITS = ":scope > :is(section, dt, details, .cell, [data-for])";
  const places = new WeakMap(); // where a thing stands while nobody is chosen
  /* A label has its values with it. */
  const whole = (unit) => {
    const parts = [unit];
    while (unit.matches("dt") && parts.at(-1).nextElementSibling?.matches("dd")) {
      parts.push(parts.at(-1).nextElementSibling);
    }
    return parts;
  };
  const order = (parent) => {
    const units = [...parent.querySelectorAll(UNITS)];
    units.forEach((unit, n) => { if (!places.has(unit)) places.set(unit, n); });
    const next = own.first([...units].sort((a, b) => places.get(a) - places.get(b)));
    if (next.every((unit, n) => unit === units[n])) return;
    const mark = document.createComment("");
    units[0].before(mark);
    mark.after(...next.flatMap(whole));
    mark.remove();
  };
  /* Within a place (the whole page), what is for the person is first, and marked; a part of the page opens. */
  own.arrange = (within = document.querySelector("main")) => {
    const all = [...within.querySelectorAll("[data-for]")];
    new Set(all.map(({ parentNode }) => parentNode)).forEach(order);
    all.forEach((each) => each.toggleAttribute("data-lead", own.isFor(each)));
    within.querySelectorAll("section[data-for] > details").forEach((fold) => {
      fold.open = own.isFor(fold.parentNode);
    });
  };

  /* The topics about the person, where the page leads to them. */
  const listed = document.getElementById("topics")?.parentNode; // on the page of a State
  const links = () => topics().map((code) =>
    listed?.querySelector(`a[href*="topics/${code}/"]`)?.cloneNode(true)).filter(Boolean);
  const status = root.querySelector("output");
  const say = () => {
    const words = pressed().map(({ textContent }) => textContent).join(" · ");
    status.replaceChildren(...(words ? [`${root.dataset.first}${root.dataset.colon}${words}`] : []),
      ...links().flatMap((link) => [" · ", link]));
  };
  const show = () => {
    buttons.forEach((button) => button.setAttribute("aria-pressed", chosen.includes(button.dataset.person)));
    own.arrange();
    say();
    followers.forEach((change) => change());
  };

  /* -- the address -- */

  /* The choice is in this entry of the history alone, in the place of the part that led to a place on the page. */
  const keep = (hash) => {
    const rest = location.hash.startsWith(PREFIX) ? "" : location.hash;
    history.replaceState(history.state, "", location.pathname + location.search + (hash || rest));
  };
  buttons.forEach((button) => button.addEventListener("click", () => {
    const { person } = button.dataset;
    chosen = known.filter((code) => (code === person) !== chosen.includes(code));
    keep(written(chosen));
    show();
  }));
  /* A link to another page that has the switch takes the choice along; the entry that is left loses it. */
  const SWITCHED = /\/(topics|states|first-days|between)\/([^#]*)$/;
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !chosen.length || link.origin !== location.origin) return;
    if (link.hash && link.hash !== written(chosen)) return; // it leads to a place
    const isOther = link.pathname !== location.pathname || link.search !== location.search;
    if (!isOther || !SWITCHED.test(link.pathname)) return;
    link.hash = written(chosen);
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) keep("");
    setTimeout(() => { link.hash = ""; }); // once the browser has read where it leads
  });
  addEventListener("hashchange", () => {
    if (!location.hash.startsWith(PREFIX)) return;
    chosen = read(location.hash, known);
    show();
  });

  chosen = read(location.hash, known);
  root.hidden = false;
  if (chosen.length) show();
})();
