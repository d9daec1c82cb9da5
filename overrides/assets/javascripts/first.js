/* Runs before anything is painted: says whether the address asks something of the page (room is kept for the
   answer), and that the page is loading (what a script folds is folded at once, and shown where the script
   does not come); whether the data is older than a year by the reader's clock (what says so is shown); leads on
   from a former address, with the place on the page that was asked for. */
(() => {
  "use strict";
  const root = document.documentElement;
  root.toggleAttribute("data-asked", location.search.length > 1);
  root.toggleAttribute("data-loading", true);
  root.toggleAttribute("data-old", Date.now() > Date.parse(root.dataset.until));
  addEventListener("load", () => root.removeAttribute("data-loading"));

  const { to } = root.dataset;
  if (to) location.replace(to + location.hash);
})();
