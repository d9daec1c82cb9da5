/* From one State to another: what texts say on the topics that cross a border, the procedures that reach across,
   whom to call at each end, which texts bind all and which only some, since when, and what nobody has recorded.
   The choice stands in the address: ?from=NGA&to=ITA&through=NER. */
(() => {
  "use strict";
  const { compendium } = globalThis;
  const { answers } = compendium;
  const CONTACT = /(https?:\/\/[^\s·]+|[^\s·]+@[^\s·]+|\+\d[\d ()-]{5,}\d)/;

  answers.between = (root, page) => {
    const { choices, choose, confidence, dotted, el, fill, fillStates, link, state } = page;
    const say = root.dataset;
    const form = root.querySelector("form");
    const [status, result] = [form.querySelector("[role=status]"), root.querySelector(".result")];
    const { from, to, through } = form.elements;
    const texts = answers.betweenTexts(page, say);

    /* -- who is bound by what -- */

    /* How a State stands to a text: since when it is bound, or why that cannot be said. */
    const standing = (file, id) => {
      const of = (list) => list.find(({ record }) => record === id);
      const bound = of(file.binding);
      if (bound) return dotted([bound.words, confidence(bound.confidence, file.labels)]);
      const known = [["pending", of(file.pending)], ["signed", of(file.signed)], ["left", of(file.left)]]
        .find(([, found]) => found);
      if (known) return [say[known[0]]];
      if (file.named.includes(id)) return [say.named];
      return [[...file.open, ...file.open_elsewhere].includes(id) ? say.unknown : say.nowhere];
    };
    const table = (heading, ids, files, records) => {
      const heads = [say.text, ...files.map((file) => file.state.name)]
        .map((words) => el("th", { scope: "col" }, words));
      const rows = ids.map((id) => el("tr", {},
        el("th", { scope: "row" }, link(records[id].address, records[id].name)),
        files.map((file) => el("td", { "data-label": file.state.name }, standing(file, id)))));
      return el("div", { class: "tbl", role: "region", tabindex: 0, "aria-label": heading },
        el("table", { class: "cmp cards" }, el("caption", {}, heading),
          el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows)));
    };
    const unfolding = (words, ...content) => el("details", {}, el("summary", {}, words), ...content);
    const bound = (files, records) => {
      const sets = files.map((file) => new Set(file.binding.map(({ record }) => record)));
      const near = (id) => say.near.indexOf(records[id].about); // codes in their order
      const every = [...new Set(sets.flatMap((each) => [...each]))].sort((a, b) => near(a) - near(b)
        || records[b].topics - records[a].topics || records[a].name.localeCompare(records[b].name));
      const all = every.filter((id) => sets.every((each) => each.has(id)));
      const some = every.filter((id) => !all.includes(id));
      return { all, some };
    };
    const binding = ({ all, some }, files, records) => [
      el("h2", { id: "binding" }, say.bound),
      all.length ? unfolding(`${say.all} (${all.length})`, table(say.all, all, files, records))
        : el("p", { class: "open" }, say.none),
      some.length ? unfolding(`${say.some} (${some.length})`, table(say.some, some, files, records)) : "",
      all.length + some.length ? along(files) : "",
    ];
    /* Both as one file. */
    const along = (files) => {
      const place = el("p", { class: "take" });
      const name = ["dakar-between", ...files.map((file) => file.state.code.toLowerCase())].join("-");
      const made = (tables) => tables.tables([...result.querySelectorAll("table")]);
      compendium.offer(place, say.all, made, () => name);
      return place;
    };

    /* -- whom to call -- */

    const dialled = (number) => el("a", { href: `tel:${number.replace(/[^\d+]/g, "")}`, dir: "ltr" }, number);
    const called = (words) => words.split(CONTACT).map((part, n) => {
      if (n % 2 === 0) return part;
      if (part.startsWith("+")) return dialled(part);
      return el("a", { href: part.includes("@") ? `mailto:${part}` : part, rel: "external", dir: "ltr" }, part);
    });
    const mechanism = ({ title, address, contact }) => el("li", {}, link(address, title),
      el("span", { class: "src" }, contact
        ? [" ", called(contact)] : ` ${say.contact}${say.colon}${say.nocontact}`));
    const listed = (heading, ids, file) => [el("h3", {}, heading),
      ids.length ? el("ul", { class: "plain" }, ids.map((id) => mechanism(file.mechanisms[id])))
        : el("p", { class: "src" }, say.nomember)];
    const answering = ({ numbers, words }) => el("li", {},
      numbers.flatMap((each) => [el("strong", {}, dialled(each)), " "]), el("span", { class: "src" }, words));
    const named = (file) => [
      el("p", {}, file.check_lines),
      el("ul", { class: "plain" }, file.named_lines.map(({ words, url }) =>
        el("li", {}, el("a", { href: url, rel: "external" }, words)))),
    ];
    const lines = (file) => [
      el("h3", {}, file.state.name),
      file.whom_to_call.length ? el("ul", { class: "plain" }, file.whom_to_call.map(answering)) : "",
      ...(file.named_lines ? named(file) : []),
      file.copies ? el("p", { class: "src" }, file.copies) : "",
      el("p", {}, link(`${file.state.address}#whom-to-call`, say.call)),
    ];
    const contacts = (files) => {
      const own = files.map((file) => [...new Set(file.memberships.map((each) => each.mechanism))]);
      const shared = own[0].filter((id) => own.every((each) => each.includes(id)));
      return [
        el("h2", { id: "whom-to-call" }, say.call),
        el("p", { class: "note" }, say.embassy),
        ...files.flatMap(lines),
        el("h2", { id: "contacts" }, say.whom),
        ...(shared.length ? listed(say.belong, shared, files[0]) : []),
        ...files.flatMap((file, n) => {
          const rest = own[n].filter((id) => !shared.includes(id));
          return rest.length || !own[n].length ? listed(file.state.name, rest, file) : [];
        }),
      ];
    };

    /* -- what nobody has recorded -- */

    const gaps = (files, records) => el("section", { class: "gap" },
      el("h2", { id: "not-recorded" }, say.gap),
      el("dl", { class: "lists" }, files.flatMap((file) => [
        el("dt", {}, file.state.name),
        el("dd", {},
          file.open.length ? el("p", {}, `${say.unknown}${say.colon}`,
            dotted(file.open.map((id) => link(records[id].address, records[id].name)))) : "",
          el("p", {}, link(file.state.address, say.every))),
      ])));

    const answer = (files) => {
      const records = Object.assign({}, ...files.map((file) => file.records));
      const found = bound(files, records);
      const places = ["says", "across"].map((id) => el("div", { id, class: "body", "aria-busy": "true" }));
      result.replaceChildren(
        ...[places[0], contacts(files), places[1], binding(found, files, records)].flat(2).filter(Boolean),
        gaps(files, records),
      );
      root.querySelector("[data-jumps]").hidden = false;
      texts(places, found.all, files, records);
    };

    let turn = 0;
    const apply = async () => {
      const mine = ++turn;
      const codes = [from.value, through.value, to.value].filter(Boolean);
      choose([["from", from.value], ["to", to.value], ["through", through.value]]);
      status.textContent = from.value && to.value && new Set(codes).size < codes.length ? say.differ : "";
      if (!from.value || !to.value || status.textContent) {
        result.replaceChildren();
        return;
      }
      root.setAttribute("aria-busy", "true");
      try {
        const files = await Promise.all(codes.map(state));
        if (mine === turn) answer(files);
      } catch (error) {
        console.error(error);
        if (mine === turn) result.replaceChildren(el("p", { class: "open" }, say.fail));
      }
      root.removeAttribute("aria-busy");
    };

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", apply);
    root.hidden = false;
    Promise.all([from, to, through].map((select) =>
      fillStates(select, (choices().get(select.name) || "").toUpperCase()))).then(apply).catch((error) => {
      console.error(error);
      status.textContent = say.fail;
    });
  };
})();
