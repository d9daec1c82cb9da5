/* The shell: light and dark, menus that close, and links that work from a folder on disk. Every page works
   without it. */
(() => {
  "use strict";
  const root = document.documentElement;
  const shade = document.querySelector(".shade");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const show = () => shade.setAttribute("aria-pressed", isDark());
  shade.hidden = false;
  show();
  system.addEventListener("change", show);
  shade.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    show();
    try {
      localStorage.setItem("scheme", root.dataset.scheme);
    } catch { /* a browser that keeps nothing */ }
  });

  /* One menu at a time; Escape closes it and gives the focus back, so does leaving it. */
  const menus = [...document.querySelectorAll(".menu")];
  const close = (menu) => { menu.open = false; };
  menus.forEach((menu) => {
    menu.addEventListener("toggle", () => {
      if (menu.open) menus.filter((other) => other !== menu).forEach(close);
    });
    menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !menu.contains(relatedTarget)) close(menu);
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

  /* A folder has no server that would pick its index. */
  if (location.protocol === "file:") {
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }, true);
  }
})();
