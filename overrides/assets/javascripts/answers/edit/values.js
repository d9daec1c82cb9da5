/* The values of a file while it is edited: nested objects, lists and texts that are never changed in place. A
   slot is where one value stands: `get` answers it (undefined: none), `set` puts another there, and what is
   left empty goes. Knows no page. */
(() => {
  "use strict";
  const edit = ((globalThis.compendium ??= {}).edit ??= {});

  const isEmpty = (value) => value === undefined || value === ""
    || (typeof value === "object" && !Object.keys(value).length);

  /* Whether a line says nothing yet, but how sure it would be. */
  edit.unsaid = (value) => isEmpty(value) || String(Object.keys(value)) === "confidence";

  /* A copy of an object with one key set or taken out; a new one stands behind the last of those that come
     before it in `order`, as generators/edit/patch.py puts it. */
  edit.put = (object, key, value, order) => {
    if (value === undefined) {
      return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
    }
    if (Object.hasOwn(object, key)) return { ...object, [key]: value };
    const pairs = Object.entries(object);
    const before = order.includes(key) ? order.slice(0, order.indexOf(key)) : Object.keys(object);
    const place = pairs.reduce((found, [name], number) => (before.includes(name) ? number + 1 : found), 0);
    pairs.splice(place, 0, [key, value]);
    return Object.fromEntries(pairs);
  };

  /* The slot of a whole file; `changed` is called with it after each change. */
  edit.root = (data, changed) => {
    let held = data;
    return {
      get: () => held,
      set: (value) => {
        held = value || {};
        changed(held);
      },
    };
  };

  /* The slot of a key of what stands in another slot. */
  edit.slot = (owner, key, order) => ({
    get: () => owner.get()?.[key],
    set: (value) => {
      const next = edit.put(owner.get() || {}, key, isEmpty(value) ? undefined : value, order);
      owner.set(next);
    },
  });

  /* The slot of an item of the list in another slot; `number` answers where it stands now. An item that is
     left empty stays until it is taken out. */
  edit.item = (list, number) => ({
    get: () => list.get()?.[number()],
    set: (value) => list.set((list.get() || []).map((each, n) => (n === number() ? value ?? {} : each))),
  });

  /* What is to be written: without items that were added and never filled in. */
  edit.cleaned = (value) => {
    if (Array.isArray(value)) return value.map(edit.cleaned).filter((each) => !edit.unsaid(each));
    if (typeof value !== "object") return value;
    const pairs = Object.entries(value).map(([key, each]) => [key, edit.cleaned(each)]);
    return Object.fromEntries(pairs.filter(([, each]) => !isEmpty(each)));
  };
})();
