/* The shell: light and dark, menus that close, and links that work from a folder on disk. Every page works without it. */
(() => {
  "use strict";
  const root = document.documentElement;
  const shade = document.querySelector(".shade");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.mdColorScheme ? root.dataset.mdColorScheme === "slate" : system.matches);
  const show = () => shade.setAttribute("aria-pressed", dark());
  shade.hidden = false;
  show();
  system.addEventListener("change", show);
  shade.addEventListener("click", () => {
    root.dataset.mdColorScheme = dark() ? "default" : "slate";
    show();
    try { localStorage.setItem("scheme", root.dataset.mdColorScheme); } catch { /* a browser that keeps nothing */ }
  });

  /* One menu at a time; Escape closes it and gives the focus back, so does leaving it. */
  const menus = [...document.querySelectorAll(".menu")];
  const close = (menu) => { menu.open = false; };
  menus.forEach((menu) => {
    menu.addEventListener("toggle", () => menu.open && menus.filter((other) => other !== menu).forEach(close));
    menu.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) close(menu); });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      close(menu);
      menu.querySelector("summary").focus();
    });
  });
  document.addEventListener("click", (event) => menus.filter((menu) => !menu.contains(event.target)).forEach(close));

  /* The place on the page goes along into the other language. */
  const languages = document.querySelector(".languages");
  languages?.addEventListener("toggle", () => languages.querySelectorAll("a").forEach((link) => { link.hash = location.hash; }));

  /* A folder has no server that would pick its index. */
  if (location.protocol === "file:") {
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }, true);
  }
})();
