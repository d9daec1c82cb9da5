/* Runs before anything is painted: takes the colours that the reader chose, says whether the address asks
   something of the page (so that room is kept for the answer), and leads on from a page at a former address,
   with the place on the page that was asked for. */
(() => {
  "use strict";
  const root = document.documentElement;
  try {
    const scheme = localStorage.getItem("scheme");
    if (["light", "dark"].includes(scheme)) root.dataset.scheme = scheme;
  } catch { /* a browser that keeps nothing */ }

  root.toggleAttribute("data-asked", location.search.length > 1);

  const { to } = root.dataset;
  if (to) location.replace(to + location.hash);
})();
