"""What the data as a whole is, as JSON-LD in the terms of schema.org, for the head of its page, where
searches for data sets find it. The vocabulary is named inline, for an address would be fetched by whoever
reads it.
"""

from __future__ import annotations

import json

from generators.corpus.addresses import DATA_PACKAGE, DATABASE, WORKBOOK
from generators.data.written import PATH as WHOLE
from generators.document.open_data import LICENCE_ADDRESS, VERSION, about
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer

_SHARED = (DATABASE, DATA_PACKAGE)
_TOGETHER = {
    WHOLE: "application/gzip",
    WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    DATABASE: "application/gzip",
    DATA_PACKAGE: "application/json",
}
"""The files that hold everything, with their media types, and those of them that all languages share."""


def dataset(localizer: Localizer, site: str, folder: str) -> str:
    """The data set as a block for a page, which no browser runs; ``folder`` is that of the language, below
    the root of the site, whose absolute address ``site`` is.
    """
    said = about(Phrases(localizer))
    node = {
        "@context": {"@vocab": "https://schema.org/", "@base": site},
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
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>\n'
