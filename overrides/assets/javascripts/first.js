/* Runs before anything is painted: takes the colours that the reader chose, and leads on from a page at a
   former address, with the place on the page that was asked for. */
(() => {
  "use strict";
  const root = document.documentElement;
  try {
    const scheme = localStorage.getItem("scheme");
    if (["light", "dark"].includes(scheme)) root.dataset.scheme = scheme;
  } catch { /* a browser that keeps nothing */ }

  const { to } = root.dataset;
  if (!to) return;
  const noServer = location.protocol === "file:" || "archive" in root.dataset; // that would pick the index
  const file = noServer ? "index.html" : "";
  location.replace(to + file + location.hash);
})();
