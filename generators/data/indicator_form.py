"""The common indicators as a form to fill in, one a State and year."""

from __future__ import annotations

from generators.corpus.matrices import asking
from generators.data.spreadsheets import Field, Sheet, written
from generators.document import monitoring
from generators.document.phrases import Phrases
from generators.document.runs import joined, letters


def form(phrases: Phrases) -> bytes:
    """The form in a language, as a spreadsheet."""
    localizer = phrases.localizer
    ui = localizer.gettext
    title = ui("Common indicators")
    how = ui(
        "One form for each State and year. Leave empty what you do not know. "
        "Write 0 only for what was counted and found to be none."
    )
    to_fill = (ui("State"), ui("Year"), ui("Filled in by"))
    rows = [_row(phrases, code) for code in phrases.corpus.vocabularies.of("indicators")]
    sheet = Sheet(
        name=title,
        head=[[title], [how], *([label, ""] for label in to_fill), []],
        fields=(
            Field(ui("Indicator"), 30),
            Field(ui("How many"), 12),
            Field(ui("Unit"), 18),
            Field(ui("By"), 34),
            Field(ui("Source and remarks"), 34),
            Field(ui("What is counted"), 48),
            Field(ui("Asked for by"), 48),
        ),
        values=[*zip(*rows, strict=True)],
        form=True,
    )
    return written([sheet], title, localizer.direction == "rtl", phrases.corpus.today)


def _row(phrases: Phrases, code: str) -> list[str | None]:
    def part(name: str) -> str:
        held = getattr(phrases.corpus.vocabularies.of("indicators")[code], name)
        return phrases.localizer.word("indicators", code, name).text if held else ""

    asked = joined((monitoring.asked_by(phrases, each) for each in asking(phrases.corpus, code)), "\n")
    label = phrases.localizer.label("indicators", code)
    row = [label, "", part("unit"), part("disaggregation"), "", part("definition"), letters(asked).strip()]
    return [each or None for each in row]
