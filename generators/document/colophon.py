"""What stands at the end of a volume on paper: what its signs mean, and where it comes from."""

from __future__ import annotations

from generators.corpus.cldr import LANGUAGES
from generators.document.blocks import Entries, Entry, Paragraph, Section
from generators.document.phrases import Phrases
from generators.document.runs import Run


def sections(
    phrases: Phrases, address: str, report: str, about: str, translations: bool = True
) -> list[Section]:
    """The legend, and the colophon. ``address`` is that of the page that the volume is a view of, ``report``
    where an error is reported, ``about`` the page that says how else; all absolute. ``translations`` says
    whether the volume has signs of unreviewed ones.
    """
    return [
        Section(phrases.ui("Signs in this volume"), _legend(phrases, translations)),
        Section(phrases.ui("About this volume"), _about(phrases, address, report, about)),
    ]


def _legend(phrases: Phrases, translations: bool) -> list[Entries]:
    ui = phrases.ui
    others = [
        Entry(ui("the text, read in full, says nothing"), number="—"),
        *([Entry(ui("translation not yet reviewed"), number="⇄")] if translations else []),
        Entry(ui("Not yet translated: the source text is shown"), number=LANGUAGES[0]),
    ]
    lists = [
        Entries([_sign(phrases, of, code) for code in phrases.corpus.vocabularies.of(of)], "legend")
        for of in ("strengths", "forces", "confidences")
    ]
    return [*lists, Entries(others, "legend")]


def _sign(phrases: Phrases, of: str, code: str) -> Entry:
    return Entry(
        phrases.definition(of, code),
        label=[phrases.localizer.label(of, code)],
        sign=phrases.sign(of, code, named=True),
    )


def _about(phrases: Phrases, address: str, report: str, about: str) -> list[Paragraph]:
    lines: list[list[Run]] = [
        phrases.ui(
            "Made from the records of the Dakar Compendium on {date}; what holds today stands at {address}",
            date=phrases.today(),
            address=phrases.outside(address),
        ),
        phrases.ui(
            "The records are written in the Compendium's own words; only the texts that the mechanisms have "
            "published are authentic."
        ),
        phrases.ui(
            "{report}; {otherwise}",
            report=phrases.ui("An error? Report it at {address}", address=phrases.outside(report)),
            otherwise=phrases.ui(
                "how else to report one stands at {address}", address=phrases.outside(about)
            ),
        ),
        phrases.ui(
            "Data: CC BY 4.0. Whoever names the Dakar Compendium and the date may copy, print, translate and "
            "pass on this volume."
        ),
    ]
    return [Paragraph(line) for line in lines]
