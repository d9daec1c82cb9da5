"""What a page is about, as JSON-LD in the terms of schema.org, for its head: the vocabulary is named inline,
for an address would be fetched by whoever reads it.

Every page is a ``WebPage``; the ``mainEntity`` of a record's is the text itself (``Legislation`` where it
binds, else ``DigitalDocument``), that of a mechanism's an ``Organization``, of a topic's a ``DefinedTerm``.
Things have one name in all languages: the address of their page in the default one, with ``#this`` behind it.
Dates are no more precise than they are known, and what nobody has read (``recalled``) is not said at all, for
these terms have no grade of certainty.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from generators.corpus import official_text
from generators.corpus.addresses import DATA_PACKAGE, DATABASE, WEB_APP, WORKBOOK, Target, address
from generators.data.written import PATH as WHOLE
from generators.data.written import folder
from generators.document.open_data import LICENCE_ADDRESS, VERSION, about
from generators.document.phrases import Phrases
from generators.text.partial_dates import PartialDate
from generators.translate.localizer import Localizer

Node = dict[str, Any]

_SCHEMA = "https://schema.org/"


def script(site: str, node: Mapping[str, Any]) -> str:
    """A node as a block of data for a page, which no browser runs; ``site`` is the absolute address of the
    site, which addresses in the node are below.
    """
    whole = {"@context": {"@vocab": _SCHEMA, "@base": site}, **node}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>\n'


def page(localizer: Localizer, folder: str, target: Target) -> Node:
    """The page of a target; ``folder`` is that of its language, below the root of the site."""
    main = dataset(localizer, folder) if target == Target("page", "data") else _main(localizer, target)
    crumbs = list(_crumbs(localizer, target))
    return web_page(
        f"{folder}{address(target)}",
        localizer.language,
        **({"mainEntity": main} if main else {}),
        **({"breadcrumb": _breadcrumb(folder, crumbs)} if crumbs else {}),
    )


def web_page(place: str, language: str, **more: Any) -> Node:
    """A page at an address below the root of the site."""
    return {"@type": "WebPage", "@id": place, "inLanguage": language, **more}


def _main(localizer: Localizer, target: Target) -> Node:
    corpus, name = localizer.corpus, target.name
    if target.kind == "record":
        return _text(localizer, name) if name in corpus.records else _organisation(localizer, name)
    if target.kind == "topic":
        label = _said(localizer.label("topics", name), localizer.language)
        return {"@type": "DefinedTerm", "@id": _this(target), "name": label, "termCode": name}
    if target.kind == "state":
        label = _said(localizer.state(name), localizer.language)
        return {"@type": "Place", "@id": _this(target), "name": label, "identifier": name}
    return {}


def _text(localizer: Localizer, name: str) -> Node:
    """A text: binding or not, what it is called, who adopted it and when, what it changes and rests on."""
    corpus, model = localizer.corpus, localizer.corpus.records[name]
    title, law = localizer.title(name), model.binding
    adopted = model.adopted.date if model.adopted else None
    day = "legislationDate" if law else "datePublished" if model.status == "published" else "dateCreated"
    return _known(
        {
            "@type": "Legislation" if law else "DigitalDocument",
            "@id": _this(Target("record", name)),
            "name": _said(title.text, title.language),
            "legislationIdentifier" if law else "identifier": model.number,
            "legislationType" if law else "genre": localizer.label("types", model.type),
            day: _day(adopted, corpus.confidence_of(name, model.adopted)),
            "legislationDateOfApplicability": _day(model.applies_from, model.confidence) if law else None,
            "legislationLegalForce": _force(localizer, name) if law else None,
            "creativeWorkStatus": localizer.label("statuses", corpus.status(name)),
            "legislationPassedBy" if law else "publisher": _things(corpus.adopters(name)),
            "legislationChanges" if law else "isBasedOn": _things(model.relations.amends),
            **({"isBasedOn": found} if (found := _things(model.relations.implements)) else {}),
            "inLanguage": list(model.authentic_languages),
            "sameAs": [_link(each.url) for each, _ in official_text.places(model) if not each.copy_][:1],
        }
    )


def _force(localizer: Localizer, name: str) -> Node | None:
    """Whether a text that is to bind does today; None where that was not established."""
    corpus = localizer.corpus
    if corpus.confidence_shown(name) == "recalled":
        return None
    if corpus.binds(name):
        return _link(f"{_SCHEMA}InForce")
    return _link(f"{_SCHEMA}NotInForce") if corpus.group(name) == "proposed" else None


def _organisation(localizer: Localizer, name: str) -> Node:
    corpus, model = localizer.corpus, localizer.corpus.mechanisms[name]
    title, short = localizer.title(name), localizer.short(name)
    parents = (parent for parent in model.part_of if parent in corpus.mechanisms)
    return _known(
        {
            "@type": "Organization",
            "@id": _this(Target("record", name)),
            "name": _said(title.text, title.language),
            "alternateName": short.text if short.text != title.text else None,
            "foundingDate": _day(model.founded, corpus.confidence_of(name, "founded")),
            "parentOrganization": _things(parents),
            "url": _link(model.website) if model.website else None,
        }
    )


def _crumbs(localizer: Localizer, target: Target) -> Iterable[tuple[str, str]]:
    """The pages above one, with the names that they have: address below the folder of the language, name. A
    record says by whom it was passed; it is long enough.
    """
    if target.kind == "record" and target.name in localizer.corpus.mechanisms:
        yield address(Target("page", "instruments")), localizer.gettext("Texts")
        for region in localizer.corpus.regions(target.name)[:1]:
            yield address(Target("region", region)), localizer.label("regions", region)
    elif target.kind == "topic":
        yield address(Target("page", "topics")), localizer.gettext("Topics")
    elif target.kind == "state":
        yield address(Target("page", "states")), localizer.gettext("States")


def _breadcrumb(folder: str, crumbs: Sequence[tuple[str, str]]) -> Node:
    items = [
        {"@type": "ListItem", "position": number, "item": {"@id": f"{folder}{place}", "name": name}}
        for number, (place, name) in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _known(node: Node) -> Node:
    """A node without what is not known."""
    return {key: value for key, value in node.items() if value}


def _day(day: PartialDate | None, confidence: str) -> str | None:
    return day.text if day and confidence != "recalled" else None


def _said(text: str, language: str) -> Any:
    """A text with its language; one in none is bare."""
    return text if language == "zxx" else {"@value": text, "@language": language}


def _link(place: str) -> Node:
    return {"@id": place}


def _things(names: Iterable[str]) -> list[Node]:
    return [_link(_this(Target("record", each))) for each in names]


def _this(target: Target) -> str:
    return f"{address(target)}#this"


SEARCH = "opensearch.xml"
_SHARED = (DATABASE, DATA_PACKAGE)
_TOGETHER = {
    WHOLE: "application/gzip",
    WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    DATABASE: "application/gzip",
    DATA_PACKAGE: "application/json",
}
"""The files that hold everything, with their media types, and those of them that all languages share."""


def writers(phrases: Phrases, base: str) -> Mapping[str, Callable[[], bytes]]:
    """What writes the files of a language, by their paths below its folder; without ``base``, its absolute
    address, browsers cannot be told of its search.
    """
    search = {SEARCH: partial(_search, phrases, base)} if base else {}
    return {**search, WEB_APP: partial(_web_app, phrases)}


def _search(phrases: Phrases, base: str) -> bytes:
    """The search of a language; the short name may have 16 characters, and so has but one form."""
    ui = phrases.localizer.gettext
    page = address(Target("page", "search"))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>Dakar Compendium</ShortName>\n"
        f"<LongName>{escape(ui('The Dakar Compendium'))}</LongName>\n"
        f"<Description>{escape(ui('Search in all texts'))}</Description>\n"
        f'<Url type="text/html" template={quoteattr(f"{base}{page}?q={{searchTerms}}")}/>\n'
        f"<Language>{phrases.language}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n"
        "</OpenSearchDescription>\n"
    ).encode()


def _web_app(phrases: Phrases) -> bytes:
    """What the site is on a device where somebody installs it, in a language (W3C Web Application
    Manifest); named by the page of what is kept there alone.
    """
    root = "../../" if folder(phrases.corpus, phrases.language) else "../"
    name = phrases.localizer.gettext("Dakar Compendium")
    made = {
        "id": "../",
        "name": name,
        "short_name": name,
        "lang": phrases.language,
        "dir": phrases.localizer.direction,
        "start_url": "../",
        "scope": root,
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#0b5c6b",
        "icons": [{"src": f"{root}assets/images/icon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    return f"{json.dumps(made, ensure_ascii=False, indent=1)}\n".encode()


def dataset(localizer: Localizer, folder: str) -> dict[str, Any]:
    """The data as a whole as a node of JSON-LD; ``folder`` is that of the language, below the root."""
    said = about(Phrases(localizer))
    return {
        "@type": "Dataset",
        "@id": "data/#this",
        "name": said.title,
        "description": said.what,
        "license": {"@id": LICENCE_ADDRESS},
        "version": VERSION,
        "dateModified": localizer.corpus.today.isoformat(),
        "inLanguage": list(localizer.corpus.languages),
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": {"@id": path if path in _SHARED else f"{folder}{path}"},
                "encodingFormat": form,
            }
            for path, form in _TOGETHER.items()
        ],
    }
