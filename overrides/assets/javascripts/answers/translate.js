/* What translators do next: the page has the first texts of its language; the others come as they are asked for,
   and those of one mechanism or class alone: ?in=ecowas&why=misleads. A text is written as html/writer.py writes
   a translation; generators/edit/translation_files.py says what the files hold. */
(() => {
  "use strict";
  const { answers } = globalThis.compendium;

  answers.translate = async (form, { choices, choose, data, dotted, el, fill, link }) => {
    const list = document.querySelector("ol.texts");
    const [folder, why] = form.querySelectorAll("select");
    const status = form.querySelector("[role=status]");
    const { edit, ...say } = form.dataset;
    const first = [...list.children];
    let facts;
    try {
      facts = await data("translate/texts.json");
    } catch (error) {
      console.error(error); // the first texts stand there
      return;
    }
    const catalogs = new Map(facts.folders.map(([code, , path]) => [code, path]));

    /* -- a text -- */

    const said = (forms, { language: lang, direction: dir }) =>
      forms.flatMap((text, n) => [n ? " | " : "", el("span", { lang, dir }, text)]);
    const name = (each) => (each.named ? el("span", { lang: each.named, dir: "auto" }, each.name) : each.name);
    const catalog = ({ folder: code, line }) => {
      const path = catalogs.get(code);
      const words = line ? `${path}:${line}` : path;
      return edit ? el("a", { href: line ? `${edit}${path}#L${line}` : edit + path, rel: "external" }, words) : words;
    };
    const was = (each) => {
      const [before, after] = say.was.split("{source}");
      return el("p", { class: "src" }, before, said([each.previous], each), after);
    };
    const terms = (each) => el("dl", { class: "pairs" }, each.terms.map(([code, words, form_]) => [
      el("dt", {}, said([words], each)), el("dd", {}, link(`terms/#${code}`, form_))]));
    const drawn = (each) => el("li", {},
      el("p", { class: "src" }, dotted([
        each.field, each.address ? link(each.address, name(each)) : name(each),
        each.places && el("span", { class: "src" }, each.places)])),
      el("p", {}, said(each.source, each)),
      each.previous ? was(each) : "",
      each.translation ? el("p", {}, each.translation.join(" | ")) : "",
      each.terms ? terms(each) : "",
      el("p", { class: "src" }, dotted([...(each.about || []), catalog(each)])));

    /* -- which texts -- */

    /* The places, in the order of all, of the texts that are asked for. */
    const wanted = () => {
      const found = [];
      let at = 0;
      facts.runs.forEach(([inFolder, ofClass, number]) => {
        const fits = (select, [code]) => !select.value || select.value === code;
        if (fits(folder, facts.folders[inFolder]) && fits(why, facts.whys[ofClass])) {
          for (let n = 0; n < number; n += 1) found.push(at + n);
        }
        at += number;
      });
      return found;
    };
    const text = async (place) => {
      const part = await data(`translate/${Math.floor(place / facts.part) + 1}.json`);
      return part[place % facts.part];
    };

    let places = wanted();
    let turn = 0;
    let waiting = -1; // the turn whose texts are on their way
    const button = el("button", { type: "button" }, say.more);
    const tell = () => {
      const shown = list.children.length;
      status.textContent = fill(say.count, { n: shown, m: places.length });
      button.hidden = shown >= places.length;
    };
    /* Shows some more of the texts; whoever chose something else meanwhile sees that. */
    const more = async () => {
      const mine = turn;
      if (waiting === mine) return null;
      waiting = mine;
      const from = list.children.length;
      form.setAttribute("aria-busy", "true");
      try {
        const found = await Promise.all(places.slice(from, from + facts.part).map(text));
        if (mine !== turn) return null;
        const nodes = found.map(drawn);
        list.append(...nodes);
        tell();
        return nodes[0];
      } catch (error) {
        console.error(error);
        if (mine === turn) {
          status.replaceChildren(el("span", { class: "open" }, say.fail));
          button.hidden = false;
        }
        return null;
      } finally {
        if (mine === turn) {
          waiting = -1;
          form.removeAttribute("aria-busy");
        }
      }
    };
    const apply = async () => {
      turn += 1;
      choose([["in", folder.value], ["why", why.value]]);
      places = wanted();
      const all = !folder.value && !why.value;
      list.replaceChildren(...(all ? first : []));
      form.removeAttribute("aria-busy");
      if (all) tell();
      else await more();
    };
    button.addEventListener("click", async () => {
      const next = await more();
      next?.setAttribute("tabindex", "-1");
      next?.focus();
    });

    form.addEventListener("submit", (event) => event.preventDefault());
    [[folder, facts.folders, "in"], [why, facts.whys, "why"]].forEach(([select, entries, name]) => {
      select.append(...entries.map(([code, words]) => el("option", { value: code }, words)));
      const asked = choices().get(name);
      if (entries.some(([code]) => code === asked)) select.value = asked;
      select.addEventListener("change", apply);
    });
    list.after(el("p", {}, button));
    form.hidden = false;
    if (folder.value || why.value) await apply();
    else tell();
  };
})();
