"""The records as data, for the scripts of the pages and for other programs: beside the
page of each record, mechanism, State and topic a file ``index.json`` that says the same,
in the language of the page; all records as ``data/compendium.json.gz`` and as tables
(``tables.py``); what changed and days to come, as Atom and calendars (``feeds.py``).

What stands in the fields of models is written and described by their marks
(``marked.py``), what is worked out by the classes of ``shapes.py`` and ``kinds.py``:
files, schemas (``schema.py``) and the page of the data are made from both, and a test
reads every file by its schema. ``document/open_data/__init__.py`` has the version of this
description and of the tables, and says what changed. Codes are those of the vocabularies,
dates ISO 8601 and no more precise than they are known, States ISO 3166-1 alpha-3,
addresses below the folder of the language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from generators.corpus.addresses import WEB_APP, WORKBOOK, Target
from generators.corpus.corpus import Corpus
from generators.data import feeds, schema, tables, written
from generators.data.workbook import workbook
from generators.data.written import NAME
from generators.document.phrases import speaking

__all__ = ["NAME", "beside", "common", "writers"]


def writers(
    corpus: Corpus, language: str, base: str = ""
) -> Mapping[str, Callable[[], bytes]]:
    """What writes each file of a language, by its path below the folder of the language;
    ``base`` is the absolute address of that folder, for files that are read elsewhere.
    """
    phrases = speaking(corpus, language)
    return {
        **dict(written.writers(phrases, base)),
        **feeds.writers(phrases, base),
        WORKBOOK: partial(workbook, phrases, base),
        WEB_APP: partial(written.web_app, phrases),
    }


def beside(target: Target) -> Mapping[str, str]:
    """The files beside the page of a target that say what it says, by name, with their
    media types.
    """
    listed = target.kind == "page" and target.name in ("states", "instruments")
    return (
        {NAME: "application/json"}
        if listed or target.kind in ("record", "state", "topic")
        else {}
    )


def common(corpus: Corpus, site: str = "") -> Mapping[str, Callable[[], bytes]]:
    """What writes each file that all languages share, by its path below the root of the
    site, whose absolute address ``site`` is.
    """
    return {
        **{
            schema.path(kind): partial(schema.written, corpus, kind, site)
            for kind in schema.KINDS
        },
        **tables.common(corpus, site),
    }
