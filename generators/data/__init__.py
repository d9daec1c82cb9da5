"""The records as data, for the scripts of the pages and for other programs.

Each record, mechanism, State and topic has ``index.json`` next to its page. The file has
what is the same in all languages. What a language says is in its ``words.json``. All
records are also in ``data/compendium.json.gz`` and in tables (``tables.py``). What
changed is Atom (``feeds.py``), and coming dates are calendars (``calendars.py``).

Fields of models are written and described by their marks (``marked.py``,
``described.py``). What is worked out is written and described by classes
(``record_data.py``, ``kinds.py`` and others). Files, schemas (``schema.py``) and the page
about the data follow from both. A test reads every file by its schema.
``document/open_data/__init__.py`` has the version, and says what is new in it.

Codes are those of the vocabularies. Dates are ISO 8601 and as precise as they are known.
States are ISO 3166-1 alpha-3. Addresses are below the folder of the language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from generators.corpus.addresses import WEB_APP, WORKBOOK, Target, address
from generators.corpus.corpus import Corpus
from generators.data import calendars, feeds, schema, tables, written
from generators.data.workbook import workbook
from generators.data.written import NAME
from generators.document.phrases import speaking

__all__ = ["NAME", "common", "data_file_of_page", "writers"]


def writers(
    corpus: Corpus, language: str, base: str = ""
) -> Mapping[str, Callable[[], bytes]]:
    """What writes each data file of a language, by its path below the folder of the
    language.

    These files are JSON, feeds, calendars, the workbook and the manifest of the web app.
    Pages are not among them, nor what all languages share. ``base`` is the absolute
    address of that folder, for files that are read elsewhere.
    """
    phrases = speaking(corpus, language)
    return {
        **dict(written.writers(phrases, base)),
        **feeds.writers(phrases, base),
        **calendars.writers(phrases, base),
        WORKBOOK: partial(workbook, phrases, base),
        WEB_APP: partial(written.web_app, phrases),
    }


def data_file_of_page(target: Target, root: str) -> str | None:
    """The address of the file of data of a page, relative to that page. None if the page
    has none. ``root`` is the address of the root of the site. It is relative to the
    folder of the page's language: ``../`` or empty.
    """
    if target.kind == "page" and target.name in ("states", "instruments", "case"):
        return NAME
    if target.kind not in ("record", "state", "topic"):
        return None
    page = address(target)
    return f"{'../' * page.count('/')}{root}{page}{NAME}" if root else NAME


def common(corpus: Corpus, site: str = "") -> Mapping[str, Callable[[], bytes]]:
    """What writes each file that all languages share, by its path below the root of the
    site. ``site`` is the absolute address of the site.
    """
    schemas = {
        schema.path(kind): partial(schema.write_schema, corpus, kind, site)
        for kind in schema.KINDS
    }
    codes = dict(written.shared_writers(corpus, site))
    return {**schemas, **codes, **tables.shared_writers(corpus, site)}
