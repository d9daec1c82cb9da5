"""What programs look for at known places: schemas, a catalogue of the data (DCAT 3 as JSON-LD, its vocabulary
inline, so that nobody has to fetch one), a description of the search for browsers (OpenSearch 1.1), what the
site is as an installed application, and ``llms.txt``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from generators.corpus import changes
from generators.corpus.addresses import WEB_APP, Target, address, calendar, feed
from generators.corpus.corpus import Corpus
from generators.data import schema
from generators.data.kinds import FORMAT, MEDIA_TYPES, media_type
from generators.data.written import PATH as WHOLE
from generators.data.written import folder
from generators.document.open_data import LICENCE_ADDRESS, about
from generators.document.open_data.about import LICENCE_NAME
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer

CATALOGUE, FOR_MODELS, SEARCH = "data/catalog.jsonld", "llms.txt", "opensearch.xml"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TOGETHER = {address(feed(Target("page", "changes"))), address(calendar(Target("page", "monitoring")))}


def writers(phrases: Phrases, base: str) -> Mapping[str, Callable[[], bytes]]:
    """What writes the files of a language, by their paths below its folder; without ``base``, its absolute
    address, browsers cannot be told of its search.
    """
    search = {SEARCH: partial(_search, phrases, base)} if base else {}
    return {**search, WEB_APP: partial(_web_app, phrases)}


def common(
    corpus: Corpus, site: str, paths: Iterable[str], shared: Iterable[str]
) -> Mapping[str, Callable[[], bytes]]:
    """What writes the files that all languages share, by their paths below the root of the site; ``paths``
    are those of the files of any one language, below its folder, ``shared`` those of other files for all.
    """
    offered = [(language, path) for path in paths if is_offered(path) for language in corpus.languages]
    offered += [("", path) for path in shared if is_offered(path)]
    return {
        **{schema.path(kind): partial(schema.written, corpus, kind, site) for kind in schema.kinds()},
        CATALOGUE: partial(_catalogue, corpus, site, offered),
        FOR_MODELS: partial(_for_models, corpus, site),
    }


def is_offered(path: str) -> bool:
    """Whether a file is one of those that hold everything of a kind, to be taken as a whole."""
    return path in _TOGETHER or (path.startswith("data/") and path.rpartition(".")[2] in MEDIA_TYPES)


# -- DCAT ----------------------------------------------------------------------------------------------------


def _catalogue(corpus: Corpus, site: str, offered: list[tuple[str, str]]) -> bytes:
    said = {language: about(Phrases(Localizer(corpus, language))) for language in corpus.languages}
    days = [each.day for each in changes.listed(corpus) if each.what == "added"]
    texts = [day.first for name in corpus.records if (day := corpus.day(name))]
    root = site or "../"
    made: dict[str, Any] = {
        "@context": _CONTEXT,
        "@id": f"{root}data/",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{root}data/",
        "dct:title": _in_each({language: each.title for language, each in said.items()}),
        "dct:description": _in_each({language: each.what for language, each in said.items()}),
        "dct:license": {"@id": LICENCE_ADDRESS},
        **({"dct:issued": _day(min(days).isoformat())} if days else {}),
        "dct:modified": _day(corpus.today.isoformat()),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": "The Dakar Compendium"},
        **({"dct:temporal": _temporal(min(texts).isoformat(), corpus)} if texts else {}),
        "dct:language": [_language(code) for code in corpus.languages],
        "dcat:version": FORMAT,
        "dcat:landingPage": {"@id": f"{root}data/"},
        "dcat:distribution": [_distribution(corpus, root, *each) for each in offered],
    }
    return f"{json.dumps(made, ensure_ascii=False, indent=1)}\n".encode()


def _in_each(said: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"@language": language, "@value": text} for language, text in said.items()]


def _distribution(corpus: Corpus, root: str, language: str, path: str) -> dict[str, Any]:
    """A file in a language, or in all (empty)."""
    url = f"{root}{folder(corpus, language) if language else ''}{path}"
    packed = {"dcat:compressFormat": _media("gz")} if path.endswith(".gz") else {}
    conforms = {"dct:conformsTo": {"@id": f"{root}{schema.path('corpus')}"}} if path == WHOLE else {}
    return {
        "@id": url,
        "@type": "dcat:Distribution",
        "dct:title": path,
        "dcat:accessURL": {"@id": f"{root}data/"},
        "dcat:downloadURL": {"@id": url},
        "dcat:mediaType": _media(path.removesuffix(".gz")),
        **packed,
        "dct:language": [_language(code) for code in ([language] if language else corpus.languages)],
        "dct:license": {"@id": LICENCE_ADDRESS},
        **conforms,
    }


def _media(path: str) -> dict[str, str]:
    return {"@id": f"https://www.iana.org/assignments/media-types/{media_type(path)}"}


def _language(code: str) -> dict[str, str]:
    return {"@id": f"http://id.loc.gov/vocabulary/iso639-1/{code}"}


def _day(iso: str) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": iso}


def _temporal(first: str, corpus: Corpus) -> dict[str, Any]:
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": _day(first),
        "dcat:endDate": _day(corpus.today.isoformat()),
    }


# -- browsers and models -------------------------------------------------------------------------------------


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


def _for_models(corpus: Corpus, site: str) -> bytes:
    others = ", ".join(corpus.languages[1:])
    return _FOR_MODELS.format(
        site=site,
        records=len(corpus.records),
        mechanisms=len(corpus.mechanisms),
        states=len(corpus.all_states),
        day=corpus.today.isoformat(),
        licence=LICENCE_NAME,
        terms=LICENCE_ADDRESS,
        first=corpus.languages[0],
        others=others,
        format=FORMAT,
    ).encode()


_FOR_MODELS = """\
# The Dakar Compendium

> What regional and global mechanisms against trafficking in persons ask: {records} instruments, action \
plans and procedures of {mechanisms} mechanisms, and what of it applies in {states} States; every line \
with its article, its force, its source and a grade that says how sure it is. Data of {day}.

It says what texts say, in short words of its own. It is no legal advice; the text itself decides, and each \
record leads to it. "silent" means that the whole text was read and says nothing; "read_in_part" that the \
part that we read says nothing; "unreadable" that we could not read it; "unread" and "open" that nobody has \
looked: none of them is ever a "no".

## Data

- [Everything as JSON]({site}data/compendium.json.gz): {first}; other languages ({others}) stand at \
<language>/data/compendium.json.gz
- [JSON Schemas]({site}data/schema/corpus.json): every field with its meaning, format {format}
- [Every field, examples, versions]({site}data/)
- [Catalogue of all files]({site}data/catalog.jsonld): DCAT
- Beside each page of a record, mechanism, State and topic stands index.json, which says the same: \
instruments/<mechanism>/<record>/index.json, states/<alpha-3>/index.json, topics/<topic>/index.json
- [What ids and codes mean]({site}instruments/index.json): these files do not repeat names
- [What changed]({site}changes/feed.xml): Atom

## Terms

- Data and translations: {licence}, {terms}
- Attribution: "The Dakar Compendium", with the address of the page or record and the date of the data.
- The texts of treaties, plans and procedures belong to those who made them.
- Lines that carry "unreviewed" were translated by a machine and read by nobody.
"""
