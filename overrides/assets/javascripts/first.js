/* Runs before anything is painted: says whether the address asks something of the page (so that room is kept
   for the answer), and leads on from a page at a former address, with the place on the page that was asked
   for. */
(() => {
  "use strict";
  const root = document.documentElement;
  root.toggleAttribute("data-asked", location.search.length > 1);

  const { to } = root.dataset;
  if (to) location.replace(to + location.hash);
})();
