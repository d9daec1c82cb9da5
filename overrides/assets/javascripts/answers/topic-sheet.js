/* All that records say on a topic as a file that a spreadsheet opens: each line of the table, in its order and
   whatever the filters hide, with its place, strength, force, status and how sure it is. */
(() => {
  "use strict";
  const { answers } = globalThis.compendium;

  answers["topic-sheet"] = (place, { base, topic }) => {
    const say = place.dataset;
    const head = [
      say.region, say.record, say.where, say.strength, say.says, say.number, say.force, say.status,
      say.confidence, say.address,
    ];
    const rows = ({ lines, records, labels: { confidences, forces, regions, strengths } }) => lines.map((each) => {
      const of = records[each.record];
      return [
        of.regions.map((code) => regions[code].label).join(say.comma), of.title, each.reference,
        strengths[each.strength].label, each.says, each.value_words || "",
        forces[of.binding ? "binding" : "not-binding"].label, of.status_words,
        confidences[each.confidence].label, new URL(each.address, base).href,
      ];
    });
    const saving = (button, save) => button.addEventListener("click", async () => {
      place.setAttribute("aria-busy", "true");
      try {
        const found = await topic(say.topic);
        save(say.topic, [head, ...rows(found)], found.topic.label);
      } catch (error) {
        console.error(error);
        place.append(answers.element("span", { role: "alert" }, ` ${say.fail}`));
      }
      place.removeAttribute("aria-busy");
    });
    const [csv, xlsx] = place.querySelectorAll("button");
    saving(csv, answers.sheet.saveCsv);
    saving(xlsx, answers.sheet.saveXlsx);
    place.hidden = false;
  };
})();
