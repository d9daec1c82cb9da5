/* A text field that finds a State, in place of a choice among two hundred: suggestions under it while a
   reader types, a State that may be meant where none is found so, and what was typed stays. The choice itself
   remains in the page, hidden, and says what was chosen; its data-meant and data-none are what is said. */
(() => {
  "use strict";
  const { button, element, search } = globalThis.compendium;

  const MOST = 60; // suggestions
  const OFFERED = 3; // States that may be meant, under the field
  const REST = 300; // ms without a key before they stand there
  let made = 0;

  search.field = (input, select, find) => {
    const label = input.closest("label");
    const id = `states-${++made}`;
    const named = [...label.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ data }) => data).join("").trim(); // its words alone: the choice stands in it too
    const list = element("ul", { id, role: "listbox", class: "suggested", "aria-label": named });
    const status = element("span", { "aria-live": "polite", class: "src" });
    list.hidden = true;
    label.after(list, status);
    input.setAttribute("aria-controls", id);
    let at = -1;
    let offered = null; // the States under the field, [] where it is said that none is found
    let resting;

    const options = [...select.options].filter(({ value }) => value);
    const codeOf = ({ value }) => (/([^/]+)\/?$/.exec(value)?.[1] || "").toUpperCase();
    const byCode = new Map(options.map((option) => [codeOf(option), option]));
    const chosen = () => (select.value ? select.selectedOptions[0].text : "");
    const found = () => {
      const { codes, near, sure } = find(input.value);
      return { near, sure, options: codes.map((code) => byCode.get(code)).filter(Boolean) };
    };

    const close = () => open([]);
    const set = (value) => {
      const isNew = select.value !== value;
      select.value = value;
      if (isNew) select.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const takeBack = () => {
      clearTimeout(resting);
      offered = null;
      status.replaceChildren();
    };
    const choose = (option) => {
      if (option) input.value = option.text;
      takeBack();
      close();
      set(option?.value ?? "");
    };

    /* The States that may be meant, as buttons under the field. Those that stand there already stay: a button
       that is drawn anew is lost under the pointer or the focus, and is spoken twice. */
    const isOffered = (some) => offered
      && some.slice(0, OFFERED).map(codeOf).join() === offered.map(codeOf).join();
    const offer = (some) => {
      clearTimeout(resting);
      if (isOffered(some)) return;
      offered = some.slice(0, OFFERED);
      const buttons = offered.map((option) => button(option.text, () => {
        choose(option);
        input.focus();
        close();
      }));
      status.replaceChildren(some.length ? select.dataset.meant : select.dataset.none,
        ...buttons.flatMap((each) => [" ", each]));
    };

    const mark = (next) => {
      const items = [...list.children];
      items[at]?.setAttribute("aria-selected", "false");
      at = items.length ? (next + items.length) % items.length : -1;
      if (at < 0) return;
      items[at].setAttribute("aria-selected", "true");
      items[at].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", items[at].id);
    };
    /* Under the field, whatever stands around it. */
    const open = (some) => {
      list.replaceChildren(...some.slice(0, MOST).map((option, n) =>
        element("li", { role: "option", id: `${id}-${n}`, "aria-selected": "false" }, option.text)));
      list.shown = some;
      list.hidden = !some.length;
      at = -1;
      input.setAttribute("aria-expanded", String(Boolean(some.length)));
      input.removeAttribute("aria-activedescendant");
      list.style.top = `${input.offsetTop + input.offsetHeight}px`;
      list.style.left = `${input.offsetLeft}px`;
      list.style.width = `${input.offsetWidth}px`;
    };
    /* While a reader types: the list at once; few that may be meant, or that there are none, after a rest. */
    const suggest = () => {
      const isAsked = input.value.trim() && input.value !== chosen();
      const { near, sure, options: some } = isAsked ? found() : { options };
      open(some);
      clearTimeout(resting);
      const isFew = isAsked && !sure && (near || some.length <= OFFERED);
      if (!isFew || !isOffered(some)) takeBack();
      if (isFew) resting = setTimeout(() => offer(some), REST);
    };

    /* What was typed, taken as it stands: a State where one alone is meant, nothing where nothing is typed;
       else the reader chooses, and no State is chosen until then. */
    const settle = () => {
      close();
      if (input.value === chosen()) {
        takeBack();
        return;
      }
      const { sure, options: some } = found();
      if (sure || !input.value.trim()) {
        choose(sure ? some[0] : null);
        return;
      }
      const typed = input.value;
      set("");
      input.value = typed;
      offer(some);
    };

    input.addEventListener("input", ({ isComposing }) => isComposing || suggest());
    input.addEventListener("compositionend", suggest);
    input.addEventListener("click", () => list.hidden && suggest());
    input.addEventListener("blur", settle);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const { key } = event;
      if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) suggest();
        mark(at + (key === "ArrowDown" ? 1 : at < 0 ? 0 : -1));
      } else if (key === "Enter") {
        if (at >= 0) {
          event.preventDefault(); // the first Enter chooses, the next sends the form
          choose(list.shown[at]);
        } else settle();
      } else if (key === "Tab") {
        settle(); // before the focus goes on: what is offered only then would be passed over
      } else if (key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
    list.addEventListener("pointerdown", (event) => {
      const item = event.target.closest("li");
      event.preventDefault(); // the field keeps the focus
      if (item) choose(list.shown[[...list.children].indexOf(item)]);
    });
    if (document.activeElement === input) suggest(); else settle();
  };
})();
