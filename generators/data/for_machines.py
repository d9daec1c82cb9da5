"""What programs look for at known places: a description of the search for browsers (OpenSearch 1.1), what the
site is as an installed application, and what the data as a whole is, as JSON-LD in the terms of schema.org,
in the head of its page, where searches for data sets find it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from generators.corpus.addresses import DATA_PACKAGE, DATABASE, WEB_APP, WORKBOOK, Target, address
from generators.data.written import PATH as WHOLE
from generators.data.written import folder
from generators.document.open_data import LICENCE_ADDRESS, VERSION, about
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer

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
