/* What stands below the form: what changes in the file, line by line; what is to be mended first; and the
   ways to hand it in, none of which needs a server of ours. */
(() => {
  "use strict";
  const edit = ((globalThis.compendium ??= {}).edit ??= {});
  const WAIT = 120; // milliseconds without a keystroke
  const ADDRESS = 6000; // letters that the code host takes in an address
  const WRONG = 20; // things to be mended that are listed at once

  /* How the address of the code host's editor begins for a new file, with the file where it is short. */
  edit.hostAddress = (project, file, path, text) => {
    if (file.path) return project.edit && project.edit + file.path;
    if (!project.new || !path) return "";
    const [folder, name] = [path.slice(0, path.lastIndexOf("/")), path.slice(path.lastIndexOf("/") + 1)];
    const short = `${project.new}${folder}?filename=${encodeURIComponent(name)}`;
    const whole = `${short}&value=${encodeURIComponent(text)}`;
    return whole.length < ADDRESS ? whole : short;
  };

  /* `place` says where a new file stands, `slot` holds what is typed, `undo` begins the form anew. */
  edit.handing = ({ checks, drawing, el, facts, fields, file, place, project, slot, undo }) => {
    const { kinds, models, say } = facts;
    const { model } = kinds[file.kind];
    let handedIn = file.text;
    let timer = 0;
    let now = { path: "", text: file.text };

    const { answers, button } = globalThis.compendium;
    const status = el("p", { role: "status" });
    const difference = el("div", {});
    const wrong = el("div", {});

    /* -- the file as it would be, and what is to be mended in it -- */

    const written = () => {
      if (slot.get() === file.data) return file.text;
      const wanted = edit.cleaned(slot.get());
      if (file.path) return edit.patched(file.text, file.whole, wanted);
      const pairs = models[model].map(({ key }) => [key, wanted[key]]);
      return edit.begun(file.head, Object.fromEntries(pairs.filter(([, value]) => value !== undefined)));
    };
    const called = (path) => {
      let [here, data] = [model, slot.get()];
      const parts = [];
      path.forEach((part) => {
        data = data?.[part];
        if (typeof part === "number") parts.push(drawing.brief(here, data) || String(part + 1));
        else {
          const field = models[here].find((each) => each.key === part);
          parts.push(field.label);
          if (field.holds === "model") here = field.of;
        }
      });
      return parts.join(" › ");
    };
    const mending = () => {
      const found = checks.file(model, edit.cleaned(slot.get()), file.kind);
      const inForm = found.slice(0, WRONG).map(({ path, message }) =>
        [`${called(path)}${say.colon}${message}`, () => drawing.find(fields, path)]);
      return [...(place?.missing() || []), ...inForm];
    };

    const shown = () => {
      if (now.text === file.text) return el("p", { class: "src" }, say.unchanged);
      const tags = { "-": "del", "+": "ins" };
      const lines = edit.compared(file.text, now.text)
        .map(([sign, line]) => el(tags[sign] ?? "span", {}, `${sign} ${line}\n`));
      const frame = { class: "diff", dir: "ltr", tabindex: 0, role: "region", "aria-label": say.changes };
      return el("pre", frame, lines);
    };

    const listed = (rows) => (rows.length
      ? [el("h2", {}, say.mend), el("ul", { class: "mend" }, rows.map(([words, find]) => el("li", {},
        button(words, () => {
          const control = find();
          control.focus();
          control.scrollIntoView({ block: "center" });
        }))))]
      : [el("p", { class: "src" }, say.sound)]);

    /* -- the ways to hand it in -- */

    /* What is typed in the last moment is handed in too. */
    const handedOver = () => {
      refresh();
      handedIn = now.text;
      return now;
    };
    const copy = button(say.copy, () => navigator.clipboard.writeText(handedOver().text).then(
      () => { status.textContent = say.copied; },
      () => { copy.hidden = true; }, // a browser may refuse; the other ways stay
    ));
    const download = button(say.download, () => {
      const { path, text } = handedOver();
      const name = path.slice(path.lastIndexOf("/") + 1) || `${kinds[file.kind].asked}.yml`;
      answers.hand(name, "application/yaml", text);
    });
    const host = el("a", { rel: "noreferrer external", target: "_blank" }, say.host);
    const paste = el("p", { class: "about" }, say.paste);
    const handing = el("section", { class: "handing", hidden: true }, el("h2", {}, say.hand),
      el("p", { class: "tools" }, copy, download, host, button(say.undo, undo)), paste, status);
    const node = el("div", { class: "below" }, el("h2", {}, say.changes), difference, wrong, handing);

    const refresh = () => {
      clearTimeout(timer);
      const [path, text] = [file.path || place.path(), written()];
      now = { path, text };
      status.textContent = "";
      difference.replaceChildren(shown());
      const rows = mending();
      handing.hidden = text === file.text;
      wrong.replaceChildren(...(rows.length || !handing.hidden ? listed(rows) : []));
      copy.hidden = !navigator.clipboard; // a page that came by http has none
      // what is not whole yet is not handed in
      host.href = file.path || !rows.length ? edit.hostAddress(project, file, path, text) : "";
      host.hidden = !host.getAttribute("href");
      paste.hidden = host.hidden || host.href.includes("&value=");
    };
    host.addEventListener("click", handedOver);
    addEventListener("beforeunload", (event) => {
      if (node.isConnected && now.text !== handedIn) event.preventDefault();
    });

    return {
      node,
      changed: () => {
        clearTimeout(timer);
        timer = setTimeout(refresh, WAIT);
      },
      refresh,
    };
  };
})();
