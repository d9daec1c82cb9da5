"""How to cite a page, and what comes at the end of a volume on paper.

A page is cited in one sentence, with the day of the data and the address of the page. The
sentence on a record has the address of its official text, where somebody saw it. A record
is also an item of CSL-JSON. From it the browser makes what reference managers read
(``answers/cite.js``). The head of its page has the same for programs such as Zotero.
"""

from __future__ import annotations

from typing import Any

from generators.corpus import official_text
from generators.corpus.addresses import Target, slug
from generators.corpus.cldr import LANGUAGES
from generators.corpus.corpus import Corpus
from generators.document import publisher, sentences
from generators.document.blocks import Entries, Entry, Paragraph, Section
from generators.document.phrases import Phrases
from generators.document.runs import Run, Runs, WebAddress, joined, letters
from generators.model.records import Record

# -- in a sentence -----------------------------------------------------------------------


def of_record(phrases: Phrases, name: str) -> Section:
    """How to cite a record (``name`` is its id): its title, who adopted it, when."""
    localizer = phrases.localizer
    adopters = joined(
        [
            phrases.plain(localizer.title(adopter))
            for adopter in phrases.corpus.adopters(name)
        ],
        localizer.enumeration,
    )
    by = joined((adopters, _day_in_words(phrases, name)), localizer.comma)
    title = phrases.plain(localizer.title(name))
    text = official_text.seen_official(phrases.corpus.records[name], phrases.language)
    return section(phrases, Target("record", name), title, by, text)


def section(
    phrases: Phrases, target: Target, title: Runs, by: Runs = (), text: str = ""
) -> Section:
    """How to cite the page of ``target``, as a section that is folded.

    ``title`` is that of the page. ``by`` is who made what the page is about, and when.
    ``text`` is the address of its official text. These two may be empty.
    """
    day = phrases.today()
    address = [WebAddress(target)]
    keeper = publisher.name(phrases)
    if keeper:
        where = phrases.ui(
            "In: The Dakar Compendium, kept by {publisher}, as of {date}: {address}",
            publisher=keeper,
            date=day,
            address=address,
        )
    else:
        where = phrases.ui(
            "In: The Dakar Compendium, as of {date}: {address}", date=day, address=address
        )
    if text:
        address_of_text = phrases.labelled(
            phrases.ui("Official text"), phrases.outside(text)
        )
        where = phrases.ui("{title}. {where}", title=address_of_text, where=where)
    if by:
        where = phrases.ui("{title}. {where}", title=by, where=where)
    whole = phrases.ui("{title}. {where}", title=title, where=where)
    heading = phrases.ui("How to cite this page")
    return Section(heading, [Paragraph(whole, "cite")], "cite", "fold")


def _day_in_words(phrases: Phrases, name: str) -> list[Run]:
    """The day by which a record is cited, with a sign where nobody has read it.

    Empty where no day is known.
    """
    day = phrases.corpus.day(name)
    if day is None:
        return []
    sign = phrases.confidence("recalled") if unread(phrases.corpus, name) else []
    return sentences.in_brackets(phrases.date(day), sign)


def unread(corpus: Corpus, name: str) -> bool:
    """Whether nobody has read the day by which a record is cited (``Corpus.day``).

    That day is the one of adoption, else of signature, else of entry into force.
    """
    model = corpus.records[name]
    for event in (model.adopted, model.signature):
        if event and event.date:
            return corpus.confidence_of(name, event) == "recalled"
    return corpus.confidence_of(name, "in_force") == "recalled"


# -- for reference managers --------------------------------------------------------------


def csl(phrases: Phrases, name: str) -> dict[str, Any]:
    """A record as an item of CSL-JSON. ``URL`` is the address of its official text. The
    browser adds that of the page, as an archive.

    What is not known of the record is left out. A day that nobody has read is marked as
    uncertain (``circa``). The note names the confidence of the record.
    """
    localizer = phrases.localizer
    corpus = phrases.corpus
    model = corpus.records[name]
    title = localizer.title(name)
    event = model.adopted or model.signature
    today = corpus.today
    confidence_label = localizer.gettext("Confidence")
    confidence = localizer.label("confidences", corpus.confidence_shown(name))
    item = {
        "id": slug(name),
        "type": _csl_type(corpus, model),
        "title": _on_one_line(title.text),
        "author": [
            {"literal": _on_one_line(localizer.title(adopter).text)}
            for adopter in corpus.adopters(name)
        ],
        "issued": _csl_day(corpus, name),
        "number": _on_one_line(model.number or ""),
        "event-place": _on_one_line(event.place) if event and event.place else "",
        "accessed": {"date-parts": [[today.year, today.month, today.day]]},
        "URL": official_text.seen_official(model, phrases.language),
        "source": localizer.gettext("Dakar Compendium"),
        "publisher": letters(publisher.name(phrases)),
        "language": "" if title.language == "zxx" else title.language,
        "note": f"{confidence_label}{localizer.colon}{confidence}",
    }
    return {key: value for key, value in item.items() if value}


_ZOTERO_TYPES = {"treaty": "statute", "legislation": "statute"}
"""Types of Zotero by types of CSL, where the two names differ. Zotero has no treaties."""


def embedded(phrases: Phrases, name: str, page: str) -> list[tuple[str, str]]:
    """A record as pairs of a name and a content, for the head of its page (``meta``).

    Programs such as Zotero read them. ``page`` is the absolute address of the page. The
    names are those of Highwire Press, and one of Zotero's own for the type.
    """
    item = csl(phrases, name)
    day = None if unread(phrases.corpus, name) else phrases.corpus.day(name)
    pairs = [
        ("z:itemType", _ZOTERO_TYPES.get(item["type"], item["type"])),
        ("citation_title", item["title"]),
        *(("citation_author", author["literal"]) for author in item.get("author", ())),
        ("citation_publication_date", day.text.replace("-", "/") if day else ""),
        ("citation_public_url", item.get("URL", page)),
        ("citation_abstract_html_url", page),
        ("citation_language", item.get("language", "")),
    ]
    return [(key, content) for key, content in pairs if content]


def _csl_type(corpus: Corpus, model: Record) -> str:
    """The type of a record in CSL, as the list of types has it (``cited_as``).

    A text of a type that is cited as a treaty, and does not bind, is a document.
    """
    cited_as = corpus.vocabularies.entries_of("types")[model.type].cited_as
    if not cited_as or (cited_as == "treaty" and not model.binding):
        return "document"
    return cited_as


def _csl_day(corpus: Corpus, name: str) -> dict[str, Any]:
    """The day by which a record is cited, as CSL writes it; empty where none is known.

    July 2009, which nobody has read: ``{"date-parts": [[2009, 7]], "circa": True}``.
    """
    day = corpus.day(name)
    if day is None:
        return {}
    issued: dict[str, Any] = {"date-parts": [[int(part) for part in day.text.split("-")]]}
    if unread(corpus, name):
        issued["circa"] = True
    return issued


def _on_one_line(text: str) -> str:
    r"""A text as one line, without spaces that keep together.

    >>> _on_one_line("Art.\u00a05\nof the Treaty ")
    'Art. 5 of the Treaty'
    """
    return " ".join(text.split())


# -- the end of a volume -----------------------------------------------------------------


def colophon(
    phrases: Phrases, address: str, report: str, about: str, translations: bool = True
) -> list[Section]:
    """The legend of a volume, and its colophon.

    Three absolute addresses go in. ``address`` is that of the page that the volume is a
    view of. At ``report`` one can report an error, and the page ``about`` says how else.
    ``translations`` says whether the volume has signs of translations that nobody has
    reviewed.
    """
    legend = Section(phrases.ui("Signs in this volume"), _legend(phrases, translations))
    paragraphs = _about_volume(phrases, address, report, about)
    return [legend, Section(phrases.ui("About this volume"), paragraphs)]


def _legend(phrases: Phrases, translations: bool) -> list[Entries]:
    """What the signs of a volume mean: strengths, forces and confidences, a list of each.

    The last list has the signs that are in no vocabulary.
    """
    lists = [
        Entries(_definitions(phrases, list_name), "legend")
        for list_name in ("strengths", "forces", "confidences")
    ]
    says_nothing = phrases.ui("we read the whole text: it says nothing")
    untranslated = phrases.ui("Not yet translated: the source text is shown")
    signs = [Entry(says_nothing, number="—")]
    if translations:
        unreviewed = phrases.ui("translation not yet reviewed")
        signs.append(Entry(unreviewed, number="⇄"))
    signs.append(Entry(untranslated, number=LANGUAGES[0]))
    return [*lists, Entries(signs, "legend")]


def _definitions(phrases: Phrases, list_name: str) -> list[Entry]:
    """The entries of a list of the vocabulary, each with its label and its definition."""
    return [
        Entry(
            phrases.definition(list_name, code),
            label=[phrases.localizer.label(list_name, code)],
        )
        for code in phrases.corpus.vocabularies.entries_of(list_name)
    ]


def _about_volume(
    phrases: Phrases, address: str, report: str, about: str
) -> list[Paragraph]:
    """Five paragraphs about a volume; the addresses are those of ``colophon``.

    They say who keeps the site, of which day the data is, and what is authentic. Then how
    to report an error, and the licence.
    """
    day_of_data = phrases.ui(
        "Made from the data of the Dakar Compendium on {date}. "
        "What applies today: {address}",
        date=phrases.today(),
        address=phrases.outside(address),
    )
    authentic = phrases.ui(
        "The records are written in our own words. Only the texts that the mechanisms "
        "have published are authentic."
    )
    report_here = phrases.ui(
        "An error? Report it at {address}", address=phrases.outside(report)
    )
    report_otherwise = phrases.ui(
        "for other ways to report one, see {address}", address=phrases.outside(about)
    )
    errors = phrases.ui(
        "{report}; {otherwise}", report=report_here, otherwise=report_otherwise
    )
    licence = phrases.ui(
        "Data: CC BY 4.0. If you name the Dakar Compendium and the date, you may copy, "
        "print, translate and pass on this volume."
    )
    lines = (publisher.keeper(phrases), day_of_data, authentic, errors, licence)
    return [Paragraph(line) for line in lines]
