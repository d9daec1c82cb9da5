"""How to cite a page: one sentence, with the day of the data and the address of the page;
a record as an item of CSL-JSON, of which the browser makes what reference managers read
(``answers/cite.js``); and what stands at the end of a volume on paper.
"""

from __future__ import annotations

from typing import Any

from generators.corpus.addresses import Target, slug
from generators.corpus.cldr import LANGUAGES
from generators.corpus.corpus import Corpus
from generators.document import publisher, sentences
from generators.document.blocks import Entries, Entry, Paragraph, Section
from generators.document.phrases import Phrases
from generators.document.runs import Run, Runs, WebAddress, joined, letters


def of_record(phrases: Phrases, name: str) -> Section:
    """How to cite a record: its title, who adopted it, when."""
    localizer = phrases.localizer
    titles = (
        phrases.plain(localizer.title(each)) for each in phrases.corpus.adopters(name)
    )
    by = joined(
        (joined(titles, localizer.enumeration), _day(phrases, name)), localizer.comma
    )
    return section(
        phrases, Target("record", name), phrases.plain(localizer.title(name)), by
    )


def section(phrases: Phrases, target: Target, title: Runs, by: Runs = ()) -> Section:
    """How to cite the page of ``target``; ``by`` is who made the thing that it is about,
    and when.
    """
    day, address = phrases.today(), [WebAddress(target)]
    where = phrases.ui(
        "In: The Dakar Compendium, as of {date}: {address}", date=day, address=address
    )
    if kept_by := publisher.name(phrases):
        where = phrases.ui(
            "In: The Dakar Compendium, kept by {publisher}, as of {date}: {address}",
            publisher=kept_by,
            date=day,
            address=address,
        )
    said = phrases.ui("{title}. {where}", title=by, where=where) if by else where
    whole = phrases.ui("{title}. {where}", title=title, where=said)
    return Section(
        phrases.ui("How to cite this page"), [Paragraph(whole, "cite")], "cite", "fold"
    )


def csl(phrases: Phrases, name: str) -> dict[str, Any]:
    """A record as an item of CSL-JSON, without its address (``URL``) and what is not
    known of it. What kind of text it is says the list of types (``cited_as``); a day that
    nobody has read is marked as uncertain (``circa``), and the note names the confidence
    of the record.
    """
    localizer, corpus = phrases.localizer, phrases.corpus
    model, title = corpus.records[name], localizer.title(name)
    of = corpus.vocabularies.of("types")[model.type].cited_as
    event, day, seen = model.adopted or model.signature, corpus.day(name), corpus.today
    issued: dict[str, Any] = (
        {"date-parts": [[int(part) for part in day.text.split("-")]]} if day else {}
    )
    sure, grade = localizer.gettext("Confidence"), corpus.confidence_shown(name)
    item = {
        "id": slug(name),
        "type": "document" if not of or (of == "treaty" and not model.binding) else of,
        "title": _line(title.text),
        "author": [
            {"literal": _line(localizer.title(each).text)}
            for each in corpus.adopters(name)
        ],
        "issued": {**issued, "circa": True}
        if issued and unread(corpus, name)
        else issued,
        "number": _line(model.number or ""),
        "event-place": _line(event.place) if event and event.place else "",
        "accessed": {"date-parts": [[seen.year, seen.month, seen.day]]},
        "source": localizer.gettext("Dakar Compendium"),
        "publisher": letters(publisher.name(phrases)),
        "language": "" if title.language == "zxx" else title.language,
        "note": f"{sure}{localizer.colon}{localizer.label('confidences', grade)}",
    }
    return {key: value for key, value in item.items() if value}


def _line(text: str) -> str:
    """A text as one line without spaces that keep together."""
    return " ".join(text.split())


def _day(phrases: Phrases, name: str) -> list[Run]:
    """The day of a text, with a word where nothing was read of it."""
    day = phrases.corpus.day(name)
    if day is None:
        return []
    unsure = phrases.confidence("recalled") if unread(phrases.corpus, name) else []
    return sentences.in_brackets(phrases.date(day), unsure)


def unread(corpus: Corpus, name: str) -> bool:
    """Whether nobody has read the day by which a record is cited (``Corpus.day``)."""
    model = corpus.records[name]
    event = next(
        (each for each in (model.adopted, model.signature) if each and each.date),
        "in_force",
    )
    return corpus.confidence_of(name, event) == "recalled"


def colophon(
    phrases: Phrases, address: str, report: str, about: str, translations: bool = True
) -> list[Section]:
    """The legend, and the colophon. ``address`` is that of the page that the volume is a
    view of, ``report`` where an error is reported, ``about`` the page that says how else;
    all absolute. ``translations`` says whether the volume has signs of unreviewed ones.
    """
    return [
        Section(phrases.ui("Signs in this volume"), _legend(phrases, translations)),
        Section(phrases.ui("About this volume"), _about(phrases, address, report, about)),
    ]


def _legend(phrases: Phrases, translations: bool) -> list[Entries]:
    ui = phrases.ui
    unread = Entry(ui("translation not yet reviewed"), number="⇄")
    others = [
        Entry(ui("we read the whole text: it says nothing"), number="—"),
        *([unread] if translations else []),
        Entry(ui("Not yet translated: the source text is shown"), number=LANGUAGES[0]),
    ]

    def entry(of: str, code: str) -> Entry:
        return Entry(
            phrases.definition(of, code), label=[phrases.localizer.label(of, code)]
        )

    lists = ("strengths", "forces", "confidences")
    signs = (
        [entry(of, code) for code in phrases.corpus.vocabularies.of(of)] for of in lists
    )
    return [Entries(each, "legend") for each in (*signs, others)]


def _about(phrases: Phrases, address: str, report: str, about: str) -> list[Paragraph]:
    keeper = publisher.keeper(phrases)
    first = phrases.ui(
        "An error? Report it at {address}", address=phrases.outside(report)
    )
    otherwise = phrases.ui(
        "for other ways to report one, see {address}", address=phrases.outside(about)
    )
    of = {"date": phrases.today(), "address": phrases.outside(address)}
    lines: list[list[Run]] = [
        keeper,
        phrases.ui(
            "Made from the data of the Dakar Compendium on {date}. What applies today: {address}",
            **of,
        ),
        phrases.ui(
            "The records are written in our own words. Only the texts that the mechanisms have "
            "published are authentic."
        ),
        phrases.ui("{report}; {otherwise}", report=first, otherwise=otherwise),
        phrases.ui(
            "Data: CC BY 4.0. If you name the Dakar Compendium and the date, you may copy, print, translate "
            "and pass on this volume."
        ),
    ]
    return [Paragraph(line) for line in lines]
