/* What stands below the form: what changes in the file, line by line; what is to be mended first; and the
   ways to hand it in, none of which needs a server of ours. Nothing is kept that was not asked for. */
(() => {
  "use strict";
  const edit = ((globalThis.compendium ??= {}).edit ??= {});
  const WAIT = 120; // milliseconds without a keystroke
  const ADDRESS = 6000; // letters that the code host takes in an address
  const MAIL = 1800; // letters that programs for mail take
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

  /* A file of the form as it would be, and what is to be mended in it; `place` says where a new one stands. */
  edit.sheet = ({ checks, drawing, facts, fields, file, place, slot }) => {
    const { kinds, models, say } = facts;
    const { model } = kinds[file.kind];
    const isChanged = () => slot.get() !== file.data;
    const text = () => {
      if (!isChanged()) return file.text;
      const wanted = edit.cleaned(slot.get());
      if (file.path) return edit.patched(file.text, file.whole, wanted);
      const order = models[model].map((each) => each.key);
      return edit.begun(file.head, order.reduce((all, each) =>
        (wanted[each] === undefined ? all : { ...all, [each]: wanted[each] }), {}));
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
      const before = (place?.missing() || []).map(({ control, message }) =>
        [`${message}${say.colon}${say.missing}`, () => control]);
      return [...before, ...inForm];
    };
    return { file, isChanged, mending, path: () => file.path || place.path(), slot, text };
  };

  /* `sheets` answers the files of the form: the one that was asked for, and before it that of a mechanism that
     is begun along with it. */
  edit.handing = ({ el, facts, fields, file, project, sheets }) => {
    const { kinds, say } = facts;
    const key = `edit:${file.id}`;
    let redraw = () => {};
    let handedIn = "";
    let timer = 0;
    let now = []; // of each file: its path, its text before and now, the difference

    const { answers, button } = globalThis.compendium;
    const status = el("p", { role: "status" });
    const difference = el("div", {});
    const wrong = el("div", {});

    const told = () => now.map((each) => each.told).join("");
    const shown = () => {
      const named = (path, { head, lines }) => ({ head: now.length > 1 ? `${path} ${head}` : head, lines });
      const hunks = now.flatMap(({ before, path, text }) =>
        edit.hunks(before, text).map((each) => named(path, each)));
      if (!hunks.length) return el("p", { class: "src" }, say.unchanged);
      const tags = { "-": "del", "+": "ins", " ": "span" };
      const lines = hunks.flatMap(({ head, lines: own }) => [el("span", { class: "at" }, `${head}\n`),
        ...own.map(([sign, line]) => el(tags[sign], {}, `${sign} ${line}\n`))]);
      const frame = { class: "diff", dir: "ltr", tabindex: 0, role: "region", "aria-label": say.changes };
      return el("pre", frame, lines);
    };

    /* -- what is to be mended -- */

    const listed = (rows) => (rows.length
      ? [el("h2", {}, say.mend), el("ul", { class: "mend" }, rows.map(([words, find]) => el("li", {},
        button(words, () => {
          const control = find();
          control.focus();
          control.scrollIntoView({ block: "center" });
        }))))]
      : [told() ? el("p", { class: "src" }, say.sound) : ""]);

    /* -- the ways to hand it in -- */

    const copied = (text) => navigator.clipboard.writeText(text).then(
      () => { status.textContent = say.copied; },
      () => { copy.hidden = copyDifference.hidden = true; }, // a browser may refuse; the other ways stay
    );
    /* What is typed in the last moment is handed in too. */
    const handedOver = () => {
      refresh();
      handedIn = told();
      return now;
    };
    const copy = button(say.copy, () => copied(handedOver().at(-1).text));
    const copyDifference = button(say.copydiff, () => copied(handedOver() && told()));
    const download = button(say.download, () => {
      handedOver().forEach(({ path, text }) => {
        const name = path.slice(path.lastIndexOf("/") + 1) || `${kinds[file.kind].asked}.yml`;
        answers.hand(name, "application/yaml", text);
      });
    });
    const host = el("span");
    const hosted = (address, path) => {
      const name = now.length > 1 ? `${say.host}${say.colon}${path}` : say.host;
      const link = el("a", { href: address, rel: "noreferrer external", target: "_blank" }, name);
      link.addEventListener("click", handedOver);
      return [link, " "];
    };
    const paste = el("p", { class: "about" }, say.paste);
    const mail = el("a", {}, say.mail);
    const undo = button(say.undo, () => redraw([file.data]));
    const drop = () => {
      sessionStorage.removeItem(key);
      draft.replaceChildren(keep);
    };
    const keep = button(say.draft, () => {
      handedOver();
      sessionStorage.setItem(key, JSON.stringify({ text: file.text, data: sheets().map(({ slot }) => slot.get()) }));
      draft.replaceChildren(el("span", { role: "status" }, say.kept), " ", button(say.discard, drop));
    });
    const draft = el("span", {}, keep);
    const handing = el("section", { class: "handing", hidden: true }, el("h2", {}, say.hand),
      el("p", { class: "tools" }, copy, download, host), paste,
      el("p", { class: "tools" }, copyDifference, mail, draft, undo), status);
    const node = el("div", { class: "below" }, el("h2", {}, say.changes), difference, wrong, handing);

    const refresh = () => {
      clearTimeout(timer);
      now = sheets().map(({ file: { text: before }, path, text }) => {
        const made = { before, path: path(), text: text() };
        return { ...made, told: edit.unified(made.path || "new.yml", before, made.text) };
      });
      status.textContent = "";
      difference.replaceChildren(shown());
      const rows = sheets().flatMap(({ mending }) => mending());
      wrong.replaceChildren(...listed(rows));
      handing.hidden = !told();
      copyDifference.hidden = !navigator.clipboard; // a page that came by http has none
      copy.hidden = now.length > 1 || copyDifference.hidden;
      // what is not whole yet is not handed in
      const whole = file.path || !rows.length ? now : [];
      const addresses = whole.map(({ path, text }) => [edit.hostAddress(project, file, path, text), path])
        .filter(([address]) => address);
      host.replaceChildren(...addresses.flatMap(([address, path]) => hosted(address, path)));
      paste.hidden = addresses.every(([address]) => address.includes("&value="));
      const [subject, body] = [now.at(-1).path, told()].map(encodeURIComponent);
      const by = `mailto:${project.mail}?subject=${subject}&body=${body}`;
      mail.hidden = !project.mail.includes("@") || by.length > MAIL;
      mail.href = by;
    };
    mail.addEventListener("click", handedOver);
    addEventListener("beforeunload", (event) => {
      if (node.isConnected && told() !== handedIn) event.preventDefault();
    });

    /* The draft of this tab; null where there is none, or what is kept there cannot be read. */
    const kept = () => {
      try {
        const found = JSON.parse(sessionStorage.getItem(key));
        return Array.isArray(found?.data) ? found : null;
      } catch {
        return null;
      }
    };
    /* A draft that the form cannot show is dropped, and the form stays. */
    const resume = (data) => {
      try {
        redraw(data);
      } catch {
        drop();
        redraw([file.data]);
      }
    };
    /* A draft of this tab is offered, and is dropped where the file is another one by now. */
    const offered = () => {
      const found = kept();
      if (!found || found.text !== file.text || sheets().at(-1).isChanged()) return;
      const offer = el("p", { class: "notice" }, say.kept, " ",
        button(say.resume, () => resume(found.data)), " ",
        button(say.discard, () => {
          offer.remove();
          drop();
        }));
      fields.before(offer);
    };

    return {
      node,
      changed: () => {
        clearTimeout(timer);
        timer = setTimeout(refresh, WAIT);
      },
      begin: (given) => {
        ({ redraw } = given);
        refresh();
        offered();
      },
    };
  };
})();
