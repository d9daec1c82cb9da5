/* The shell: what all scripts build on, menus that close, the way out of a page, and what makes pages and data
   work from a folder on disk. Every page works without it. */
(() => {
  "use strict";
  const compendium = (globalThis.compendium ??= {});
  const root = document.documentElement;

  /* An element: attributes that are false or undefined are left out, and so are children that are empty. */
  const el = compendium.element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => {
      if (value !== false && value !== undefined) made.setAttribute(name, value === true ? "" : value);
    });
    made.append(...children.flat(9).filter((child) => child !== "" && child != null));
    return made;
  };
  compendium.button = (words, press, attributes) => {
    const made = el("button", { type: "button", ...attributes }, words);
    made.addEventListener("click", press);
    return made;
  };
  const asked = new Map(); // what is on its way or there, by its address
  /* Promises a script or a style sheet; one that did not come is asked for anew. */
  compendium.loaded = ({ href, pathname }) => {
    if (!asked.has(href)) {
      asked.set(href, new Promise((resolve, reject) => {
        const made = pathname.endsWith(".css")
          ? el("link", { rel: "stylesheet", href }) : el("script", { src: href });
        made.async = false;
        made.addEventListener("load", resolve);
        made.addEventListener("error", () => {
          asked.delete(href);
          reject(new Error(`not loaded: ${href}`));
        });
        document.head.append(made);
      }));
    }
    return asked.get(href);
  };

  /* Data that is old says so again where a reader relies on it: numbers to call, and what binds today. */
  const old = document.querySelector("[data-old] .old");
  if (old) {
    document.querySelectorAll("summary > #whom-to-call, :is(summary, section) > #binding")
      .forEach((heading) => (heading.closest("summary") || heading).after(old.cloneNode(true)));
  }

  /* A menu is closed by Escape, which gives the focus back, and by leaving it. */
  const menus = [...document.querySelectorAll(".menu")];
  const close = (menu) => { menu.open = false; };
  menus.forEach((menu) => {
    menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !menu.contains(relatedTarget) && !relatedTarget.closest("dialog")) close(menu);
    });
    menu.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !menu.open) return;
      close(menu);
      menu.querySelector("summary").focus();
    });
  });
  document.addEventListener("click", ({ target }) =>
    menus.filter((menu) => !menu.contains(target)).forEach(close));

  /* The place on the page goes along into the other language, and what was chosen there (answers); on the page
     of search what was asked does, behind a "#", which a browser keeps to itself. */
  const languages = document.querySelector(".languages");
  const isSearch = document.getElementById("search-page");
  const answers = document.querySelector("[data-answer]");
  languages?.addEventListener("toggle", () => {
    const along = (isSearch && location.search.slice(1)) || location.hash;
    languages.querySelectorAll("a").forEach((link) => {
      if (answers) link.search = location.search;
      link.hash = along;
    });
  });

  /* What this site left in the browser, beside saved pages (answers/kept.js). What the browser itself
     remembers (its history, its cache) no script can delete. */
  compendium.clear = () => {
    try {
      sessionStorage.clear();
    } catch { /* a browser that keeps nothing */ }
  };
  /* What a link was called, should it lead to what is not saved where something is (answers/kept.js). */
  document.addEventListener("click", ({ target }) => {
    const link = navigator.serviceWorker?.controller && target.closest("a[href]");
    try {
      const [address] = link ? link.href.split("#for=") : []; // a person is stored nowhere (answers/person.js)
      if (link) sessionStorage.setItem("led", JSON.stringify([address, link.textContent]));
    } catch { /* a browser that keeps nothing */ }
  }, true); // before what leaves the page clears it
  /* The way out (generators/html/page.py says where to): the page is gone from sight at once, whatever the line
     is like, and "back" leads past it. Saved pages stay: to delete them takes time and is asked for. */
  document.querySelectorAll("a[data-leave]").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    root.hidden = true;
    document.title = link.hostname;
    compendium.clear();
    location.replace(link.href);
  }));

  /* -- in a copy on disk, or in an archive made of one (generators/site/offline.py) -- */

  const isCopy = "copy" in root.dataset;

  /* An address that can be opened: nothing picks the index of a folder of a copy. */
  compendium.opened = (address, base = location.href) => {
    const url = new URL(address, base);
    if (isCopy && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url;
  };

  /* A browser reads no file of a folder on disk, but runs a script of it: a part, which hands over its content. */
  const parts = new Map(); // by path
  compendium.part = (path, content) => parts.set(path, content);

  /* The value of a file of data, by its path below `base`, the address of the folder of the language: the one
     way in which scripts read data. `options` are those of fetch, and the `version` of the file. */
  compendium.json = async (path, base, { version, ...options } = {}) => {
    if (isCopy) {
      await compendium.loaded(new URL(path.replace(/json$/, "js"), base));
      if (!parts.has(path)) throw new Error(`nothing handed over ${path}`);
      return parts.get(path);
    }
    const response = await fetch(new URL(version ? `${path}?v=${version}` : path, base), options);
    if (!response.ok) throw new Error(`${response.status} for ${path}`);
    return response.json();
  };
})();
