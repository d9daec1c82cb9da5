"""What stands at the end of a volume on paper: what its signs mean, and where it comes from."""

from __future__ import annotations

from generators.corpus.cldr import LANGUAGES
from generators.document.blocks import Entries, Entry, Paragraph, Section
from generators.document.phrases import Phrases
from generators.document.runs import Run, joined


def sections(say: Phrases, address: str, report: str, about: str) -> list[Section]:
    """The legend, and the colophon. ``address`` is that of the page that the volume is a view of, ``report``
    where an error is reported, ``about`` the page that says how else; all absolute.
    """
    return [
        Section(say.ui("Signs in this volume"), _legend(say)),
        Section(say.ui("About this volume"), _about(say, address, report, about)),
    ]


def _legend(say: Phrases) -> list[Entries]:
    ui = say.ui
    others = [
        Entry(ui("the text, read in full, says nothing"), number="—"),
        Entry(ui("translation not yet reviewed"), number="⇄"),
        Entry(ui("Not yet translated: the source text is shown"), number=LANGUAGES[0]),
    ]
    lists = [
        Entries([_sign(say, of, code) for code in say.corpus.vocabularies.of(of)], "legend")
        for of in ("strengths", "forces", "confidences")
    ]
    return [*lists, Entries(others, "legend")]


def _sign(say: Phrases, of: str, code: str) -> Entry:
    return Entry(
        say.definition(of, code),
        label=[say.localizer.label(of, code)],
        sign=say.sign(of, code, named=True),
    )


def _about(say: Phrases, address: str, report: str, about: str) -> list[Paragraph]:
    lines: list[list[Run]] = [
        say.ui(
            "Made from the records of the Dakar Compendium on {date}; what holds today stands at {address}",
            date=say.today(),
            address=say.outside(address),
        ),
        say.ui(
            "The records are written in the Compendium's own words; only the texts that the mechanisms have "
            "published are authentic."
        ),
        joined(
            (
                say.ui("An error? Report it at {address}", address=say.outside(report)),
                say.ui("how else to report one stands at {address}", address=say.outside(about)),
            ),
            "; ",
        ),
        say.ui(
            "Data: CC BY 4.0. Whoever names the Dakar Compendium and the date may copy, print, translate and "
            "pass on this volume."
        ),
    ]
    return [Paragraph(line) for line in lines]
