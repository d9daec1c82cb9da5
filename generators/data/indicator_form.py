"""The common indicators as a form to fill in, one a State and year."""

from __future__ import annotations

from generators.corpus.indicator_matrix import asking
from generators.data.spreadsheets import Sheet, written
from generators.document import monitoring
from generators.document.phrases import Phrases
from generators.document.runs import joined, letters


def form(phrases: Phrases) -> bytes:
    """The form in a language, as a spreadsheet."""
    localizer = phrases.localizer
    ui = localizer.gettext
    title = ui("Common indicators")
    how = ui(
        "One form a State and year. Leave empty what is not known; write 0 only for what was counted and "
        "found to be none."
    )
    to_fill = (ui("State"), ui("Year"), ui("Filled in by"))
    return written(
        Sheet(
            name=title,
            head=[[title], [how], *([label, ""] for label in to_fill), []],
            labels=[
                ui("Indicator"),
                ui("How many"),
                ui("Unit"),
                ui("By"),
                ui("Source and remarks"),
                ui("What is counted"),
                ui("Asked for by"),
            ],
            rows=[_row(phrases, code) for code in phrases.corpus.vocabularies.of("indicators")],
            widths=(30, 12, 18, 34, 34, 48, 48),
        ),
        title,
        localizer.direction == "rtl",
        phrases.corpus.today,
    )


def _row(phrases: Phrases, code: str) -> list[str]:
    def part(name: str) -> str:
        held = getattr(phrases.corpus.vocabularies.of("indicators")[code], name)
        return phrases.localizer.word("indicators", code, name).text if held else ""

    asked = joined((monitoring.asked_by(phrases, each) for each in asking(phrases.corpus, code)), "\n")
    label = phrases.localizer.label("indicators", code)
    return [label, "", part("unit"), part("disaggregation"), "", part("definition"), letters(asked).strip()]
