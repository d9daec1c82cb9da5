/* Whom a case is about: an adult, a child, a worker, a refugee. A reader chooses (html/person_switch.py), and what is
   for that person comes first; for an adult, what is only for children comes last. Python says whom a thing is for, in
   its attribute data-for (corpus/persons.py); this file only moves things. What is chosen is after "#" in the address
   and nowhere else: it makes no request, it is not stored, and the page that a reader leaves loses it. */
(() => {
  "use strict";
  const { compendium } = globalThis;
  const PREFIX = "#for=";
  const [ADULT, CHILD] = ["adult", "child"];

  /* -- without a page: the address, and the order of things -- */

  /* The person that the part of an address after "#" names, where there is such a person; else nobody (""). */
  const read = (hash, known) => {
    const named = hash.startsWith(PREFIX) ? hash.slice(PREFIX.length) : "";
    return known.includes(named) ? named : "";
  };
  const written = (person) => (person ? PREFIX + person : "");
  /* The place of what is for some persons: 0 for the one that is chosen, 2 for a child where that is an adult, else 1. */
  const rank = (codes, person) => {
    if (codes.includes(person)) return 0;
    return person === ADULT && codes.join() === CHILD ? 2 : 1;
  };
  /* Things in their order for a person; `personsOf` gives the codes of a thing. */
  const lead = (things, person, personsOf) =>
    [...things].sort((a, b) => rank(personsOf(a), person) - rank(personsOf(b), person));

  const own = compendium.persons = { lead, read, written };

  /* -- what is chosen -- */

  const root = globalThis.document?.querySelector("[data-persons]");
  const select = root?.querySelector("select");
  const options = [...select?.options ?? []];
  const known = options.map(({ value }) => value).filter(Boolean);
  const followers = [];
  let chosen = "";

  const topics = () => (select?.selectedOptions[0].dataset.topics || "").split(" ").filter(Boolean);

  own.chosen = () => chosen;
  /* Whether it is a child, as the page of a case says it: yes, no, or not known (""). */
  own.child = () => ({ [ADULT]: "no", [CHILD]: "yes" }[chosen] || "");
  /* The persons whom an element is for; whether the one that is chosen is among them. */
  own.of = ({ dataset }) => (dataset.for || "").split(" ").filter(Boolean);
  own.isFor = (element) => own.of(element).includes(chosen);
  /* Things in their order for the person that is chosen. */
  own.first = (things, personsOf = own.of) => lead(things, chosen, personsOf);
  /* Codes of topics, those about the person that is chosen first. */
  own.topicsFirst = (codes) => {
    const about = topics().filter((code) => codes.includes(code));
    return [...about, ...codes.filter((code) => !about.includes(code))];
  };
  /* Calls a function whenever somebody else is chosen. */
  own.follow = (change) => followers.push(change);
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
  /* Within the page, what is for the person is first, and marked; a part of the page opens. */
  const arrange = () => {
    const main = document.querySelector("main");
    const all = [...main.querySelectorAll("[data-for]")];
    new Set(all.map(({ parentNode }) => parentNode)).forEach(order);
    all.forEach((each) => each.toggleAttribute("data-lead", own.isFor(each)));
    main.querySelectorAll("section[data-for] > details").forEach((fold) => {
      fold.open = own.isFor(fold.parentNode);
    });
    main.querySelectorAll(".advice > details:has([data-lead])").forEach((fold) => { fold.open = true; });
  };

  /* The topics about the person, where the page leads to them. */
  const listed = document.getElementById("topics")?.parentNode; // on the page of a State
  const links = () => topics().map((code) =>
    listed?.querySelector(`a[href*="topics/${code}/"]`)?.cloneNode(true)).filter(Boolean);
  const show = () => {
    select.value = chosen;
    arrange();
    root.querySelector("output").replaceChildren(...links().flatMap((link) => [" ", link]));
    followers.forEach((change) => change());
  };

  /* -- the address -- */

  /* The choice is in this entry of the history alone, in the place of the part that led to a place on the page. */
  const keep = (hash) => {
    const rest = location.hash.startsWith(PREFIX) ? "" : location.hash;
    history.replaceState(history.state, "", location.pathname + location.search + (hash || rest));
  };
  select.addEventListener("change", (event) => {
    event.stopPropagation(); // a form around it asks something else
    chosen = select.value;
    keep(written(chosen));
    show();
  });
  /* A link to another page that has the switch takes the choice along; the entry that is left loses it. */
  const SWITCHED = /\/(topics|states|first-days|between)\/([^#]*)$/;
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !chosen || link.origin !== location.origin) return;
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
  select.value = chosen; // a browser may have kept another one
  root.hidden = false;
  if (chosen) show();
})();
