/* Shows what a reader kept on this device, where there is no connection. It is registered when somebody asks to
   keep something, and only then (its twin answers/kept.js says what is stored and how). The network decides:
   what is kept is shown where the line or the host fails, or is silent for a while. It stores nothing. */
"use strict";

const ROOT = self.registration.scope;
const NAME = `kept:${new URL(ROOT).pathname}`;
const STATE = new URL("kept/state.json", ROOT).href;
const PATIENCE = 6000; // ms that a line may be silent where there is something kept
const GONE = [404, 410];
const MAIN = '<main id="content" tabindex="-1">';

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  await self.registration.navigationPreload?.disable().catch(() => {}); // it could come from the browser's own cache
  await self.clients.claim();
})()));

/* -- what is stored -- */

const pathOf = (url) => {
  const path = decodeURI(new URL(url).pathname).slice(decodeURI(new URL(ROOT).pathname).length);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
};
const state = async () => {
  const found = await caches.match(STATE, { cacheName: NAME });
  return found ? found.json() : { sets: {}, files: {}, words: {} };
};
/* What is kept for an address, whatever stands behind "?" in it: the file that the state names, or any where
   there is no state to be read. */
const match = async (address) => {
  const url = new URL(address);
  url.search = url.hash = "";
  url.pathname = url.pathname.replace(/\/index\.html$/, "/");
  const files = await state().then((kept) => kept.files, () => null);
  if (!files) return caches.match(url.href, { cacheName: NAME, ignoreSearch: true });
  const [digest] = files[pathOf(url.href)] ?? [];
  return digest && caches.match(`${url.href}?${digest}`, { cacheName: NAME });
};
/* To a page that was asked for without its last slash, as a host leads there: links on it are relative. */
const toSlashed = async (address) => {
  const url = new URL(address);
  url.hash = ""; // the browser keeps it
  url.pathname += "/";
  return await match(url.href) && Response.redirect(url.href, 302);
};

/* How old a page is, as words in its language; a day that lies ahead is one of a clock that was set. */
const ageWords = (words, on) => {
  const dayOf = (time) => Math.floor((time - new Date(time).getTimezoneOffset() * 60000) / 86400000);
  const values = {
    date: new Intl.DateTimeFormat(words.locale, { dateStyle: "long" }).format(on),
    ago: new Intl.RelativeTimeFormat(words.locale, { numeric: "auto" })
      .format(Math.min(0, dayOf(on) - dayOf(Date.now())), "day"),
  };
  return words.age.replace(/\{(\w+)\}/g, (slot, name) => values[name] ?? slot);
};
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
/* A page with what says how old it is. */
const withAge = async (response, address) => {
  const whole = response.clone();
  try {
    const [html, { files, words }] = await Promise.all([response.text(), state()]);
    const lang = /<html lang="([\w-]+)"/.exec(html)[1];
    const said = escaped(ageWords(words[lang], files[pathOf(address)][2]));
    const link = `<a href="${escaped(new URL(words[lang].page, ROOT).pathname)}">${escaped(words[lang].all)}</a>`;
    const notice = `${MAIN}\n<p class="notice" id="kept-on">${said} ${link}</p>`;
    return new Response(html.replace(MAIN, () => notice), { headers: whole.headers });
  } catch (error) {
    console.error(error);
    return whole;
  }
};

const shown = new Set(); // the clients whose pages came from here: what these need comes from here as well
/* What is kept for what is asked for; undefined where nothing is. */
const stored = async ({ request, resultingClientId }) => {
  try {
    const found = await match(request.url);
    if (request.mode !== "navigate") return found;
    if (!found) return await toSlashed(request.url);
    shown.add(resultingClientId);
    const isPage = /html/.test(found.headers.get("content-type"));
    return isPage ? await withAge(found, request.url) : found;
  } catch (error) {
    console.error(error);
    return undefined;
  }
};
/* Where a page is neither kept nor to be had: to the page that lists what is kept, in its language where that
   is kept, and says which page it was. */
const elsewhere = async ({ request }) => {
  if (request.mode !== "navigate") return undefined;
  try {
    const path = request.url.slice(ROOT.length);
    const pages = Object.values((await state()).words).map(({ page }) => page);
    const own = pages.filter((page) => page !== "kept/" && path.startsWith(page.replace(/kept\/$/, "")));
    const isFirst = (page) => page === "kept/";
    for (const page of [...own, ...pages.filter(isFirst), ...pages]) {
      const to = new URL(page, ROOT);
      if (await match(to.href)) return Response.redirect(`${to.href}#not=${encodeURIComponent(path)}`, 302);
    }
  } catch (error) {
    console.error(error);
  }
  return undefined;
};

/* -- what is asked for -- */

let looked = false;
/* Where the site stands and this file is gone from it, the site keeps nothing any more. */
const lookAfter = async () => {
  const own = await fetch(self.location.href, { cache: "no-cache" });
  if (!GONE.includes(own.status)) return;
  await caches.delete(NAME);
  await self.registration.unregister();
};
const fetched = async (event) => {
  const { request } = event;
  /* A page that the browser has in its own cache would not say how old it is: the host is asked about each. */
  const response = await (request.mode === "navigate" ? fetch(request, { cache: "no-cache" }) : fetch(request));
  if (request.mode === "navigate" && response.ok && !looked) {
    looked = true;
    event.waitUntil(lookAfter().catch(() => {}));
  }
  return response;
};
const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const answer = async (event) => {
  const at = event.request.mode !== "navigate" && shown.has(event.clientId) && await stored(event);
  if (at) return at;
  const coming = fetched(event);
  try {
    const first = await Promise.race([coming, later(PATIENCE)]);
    if (first && first.status < 500) return first;
    return await stored(event) ?? await coming;
  } catch (error) {
    const instead = await stored(event) ?? await elsewhere(event);
    if (instead) return instead;
    throw error;
  }
};
self.addEventListener("fetch", (event) => {
  const { method, cache, url, headers } = event.request;
  /* What is fetched to be kept ("no-store") must come over the line. */
  if (method !== "GET" || ["no-store", "only-if-cached"].includes(cache)) return;
  if (!url.startsWith(ROOT) || headers.has("range")) return;
  event.respondWith(answer(event));
});
