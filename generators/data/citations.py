"""Each record as reference managers read it, beside its page: CSL-JSON, RIS and BibTeX. All three say the
same: what the text is called in the language of the page, who adopted it and when, where in the Compendium it
stands, and the day of the data.

What kind of text it is says the list of types (``cited_as``). A day that nobody has read is marked as
uncertain (``circa`` in CSL, ``?`` in BibTeX), and all of them name the confidence of the record.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from generators.corpus.addresses import Target, address, citation_files, slug
from generators.corpus.confidences import shown
from generators.document import citation
from generators.document.phrases import Phrases
from generators.text.partial_dates import PartialDate

_RIS = {"treaty": "LEGAL", "legislation": "STAT", "report": "RPRT", "document": "GEN"}
"""The type of a text in RIS, by its type in CSL; RIS has none for treaties but that of legal rules."""
_BIBTEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)


class Cited(NamedTuple):
    """What is cited: ``kind`` is a type of CSL, ``language`` that of the title (BCP 47; empty for none),
    ``uncertain`` whether nobody has read the day; ``note`` says how sure the record is.
    """

    id: str
    kind: str
    title: str
    language: str
    authors: tuple[str, ...]
    day: PartialDate | None
    uncertain: bool
    number: str
    place: str
    url: str
    seen: date
    source: str
    note: str


def writers(phrases: Phrases, base: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """What writes the citations of all records, by path below the folder of the language; ``base`` is the
    absolute address of that folder.
    """
    forms = {"RIS": ris, "BibTeX": bibtex, "CSL-JSON": csl}
    for name in phrases.corpus.records:
        for form, target in citation_files(Target("record", name)).items():
            yield address(target), partial(_written, phrases, name, base, forms[form])


def _written(phrases: Phrases, name: str, base: str, form: Callable[[Cited], str]) -> bytes:
    return form(cited(phrases, name, base)).encode()


def cited(phrases: Phrases, name: str, base: str) -> Cited:
    """What is cited of a record."""
    localizer, corpus = phrases.localizer, phrases.corpus
    model, title = corpus.records[name], localizer.title(name)
    of = corpus.vocabularies.of("types")[model.type].cited_as
    event = model.adopted or model.signature
    return Cited(
        id=slug(name),
        kind="document" if not of or (of == "treaty" and not model.binding) else of,
        title=_line(title.text),
        language="" if title.language == "zxx" else title.language,
        authors=tuple(_line(localizer.title(each).text) for each in corpus.adopters(name)),
        day=corpus.day(name),
        uncertain=citation.unread(corpus, name),
        number=_line(model.number or ""),
        place=_line(event.place) if event and event.place else "",
        url=f"{base}{address(Target('record', name))}",
        seen=corpus.today,
        source=localizer.gettext("Dakar Compendium"),
        note=localizer.gettext("Confidence")
        + localizer.colon
        + localizer.label("confidences", shown(corpus, name)),
    )


def csl(each: Cited) -> str:
    """A list of one item in CSL-JSON, as reference managers import it."""
    day: dict[str, Any] = (
        {"date-parts": [[int(part) for part in each.day.text.split("-")]]} if each.day else {}
    )
    item = {
        "id": each.id,
        "type": each.kind,
        "title": each.title,
        "author": [{"literal": name} for name in each.authors],
        "issued": {**day, "circa": True} if day and each.uncertain else day,
        "number": each.number,
        "event-place": each.place,
        "URL": each.url,
        "accessed": {"date-parts": [[each.seen.year, each.seen.month, each.seen.day]]},
        "source": each.source,
        "language": each.language,
        "note": each.note,
    }
    known = {key: value for key, value in item.items() if value}
    return f"{json.dumps([known], ensure_ascii=False, separators=(',', ':'))}\n"


def ris(each: Cited) -> str:
    """A reference in RIS; its lines end as that format has them."""
    day = each.day.text.split("-") if each.day else []
    lines = [
        ("TY", _RIS[each.kind]),
        ("ID", each.id),
        ("TI", each.title),
        *(("AU", name) for name in each.authors),
        ("PY", day[0] if day else ""),
        ("DA", "/".join([*day, "", "", ""][:4]) if day else ""),
        ("M1", each.number),
        ("CY", each.place),
        ("UR", each.url),
        ("Y2", each.seen.strftime("%Y/%m/%d/")),
        ("DB", each.source),
        ("LA", each.language),
        ("N1", each.note),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def bibtex(each: Cited) -> str:
    """An entry of BibTeX, which biblatex reads too (``date``, ``urldate``, ``langid``)."""
    day = each.day.text if each.day else ""
    fields = {
        "title": f"{{{_escaped(each.title)}}}",
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in each.authors),
        "year": day[:4],
        "date": f"{day}?" if day and each.uncertain else day,
        "number": _escaped(each.number),
        "location": _escaped(each.place),
        "howpublished": _escaped(each.source),
        "url": each.url,
        "urldate": each.seen.isoformat(),
        "language": each.language,
        "note": _escaped(each.note),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{each.id},\n{lines}}}\n"


def _escaped(text: str) -> str:
    """A text in which no sign means anything to TeX."""
    return text.translate(_BIBTEX)


def _line(text: str) -> str:
    """A text as one line without spaces that keep together."""
    return " ".join(text.split())
