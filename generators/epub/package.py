"""The files that a book is described by: its package, with what is known of it and the order of its parts;
its contents; the frame of each part.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from html import escape
from typing import NamedTuple

CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
CONTENTS, SHEET = "contents.xhtml", "book.css"

_XHTML = "application/xhtml+xml"
_FEATURES = ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability")


class Words(NamedTuple):
    """What is said of every book of a language: the name of the site, of the contents and of the colophon,
    and how accessible it is.
    """

    site: str
    contents: str
    colophon: str
    accessible: str


class About(NamedTuple):
    """What is known of a book; ``address`` is that of the page that it is a view of, ``day`` that of the
    data.
    """

    language: str
    direction: str
    title: str
    description: str
    address: str
    day: date
    words: Words


class Part(NamedTuple):
    """A file of text: its name, its level in the contents (0: it is the title page), the letters of its
    title, the title as XHTML that says its language, what stands in it, and what it is (epub:type).
    """

    file: str
    level: int
    title: str
    heading: str
    body: str
    kind: str = "chapter"


def package(about: About, parts: Sequence[Part]) -> str:
    """The package document."""
    items = "".join(
        f'<item id="p{number}" href="{part.file}" media-type="{_XHTML}"/>\n'
        for number, part in enumerate(parts)
    )
    spine = [f'<itemref idref="p{number}"/>\n' for number in range(len(parts))]
    spine.insert(1, '<itemref idref="contents"/>\n')
    turned = ' page-progression-direction="rtl"' if about.direction == "rtl" else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        f'xml:lang="{about.language}" dir="{about.direction}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{_metadata(about)}</metadata>\n'
        f'<manifest>\n<item id="contents" href="{CONTENTS}" media-type="{_XHTML}" properties="nav"/>\n'
        f'<item id="sheet" href="{SHEET}" media-type="text/css"/>\n{items}</manifest>\n'
        f"<spine{turned}>\n{''.join(spine)}</spine>\n</package>\n"
    )


def _metadata(about: About) -> str:
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, about.address)
    core = {
        "title": about.title,
        "language": about.language,
        "creator": about.words.site,
        "date": about.day.isoformat(),
        "description": about.description,
        "source": about.address,
        "rights": "https://creativecommons.org/licenses/by/4.0/",
    }
    meta = [
        ("dcterms:modified", f"{about.day.isoformat()}T00:00:00Z"),
        ("schema:accessMode", "textual"),
        ("schema:accessModeSufficient", "textual"),
        *(("schema:accessibilityFeature", feature) for feature in _FEATURES),
        ("schema:accessibilityHazard", "none"),
        ("schema:accessibilitySummary", about.words.accessible),
    ]
    return (
        f'<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier>\n'
        + "".join(f"<dc:{name}>{escape(value)}</dc:{name}>\n" for name, value in core.items())
        + "".join(f'<meta property="{name}">{escape(value)}</meta>\n' for name, value in meta)
    )


def contents(about: About, parts: Sequence[Part]) -> str:
    """The contents, which a reader opens from anywhere, as a page of the book too."""
    entries = [part for part in parts if part.level]
    first, last = entries[0], entries[-1]
    title = escape(about.words.contents)
    marks = (("toc", CONTENTS, title), ("bodymatter", first.file, first.heading))
    landmarks = "".join(
        f'<li><a epub:type="{kind}" href="{file}">{heading}</a></li>\n'
        for kind, file, heading in (*marks, ("colophon", last.file, escape(about.words.colophon)))
    )
    body = (
        f'<nav epub:type="toc" role="doc-toc" id="toc" aria-label="{title}">\n<h1>{title}</h1>\n'
        f"{_listed(entries)}</nav>\n"
        f'<nav epub:type="landmarks" id="landmarks" hidden="hidden"><ol>\n{landmarks}</ol></nav>'
    )
    return _framed(about, about.words.contents, body)


def _listed(entries: Sequence[Part]) -> str:
    """Entries as lists within one another, by their levels."""
    written, depth = [], 0
    for entry in entries:
        level = min(entry.level, depth + 1)
        if level > depth:
            written.append("<ol>\n")
        else:
            written.append("</li>\n" + "</ol></li>\n" * (depth - level))
        depth = level
        written.append(f'<li><a href="{entry.file}">{entry.heading}</a>')
    return "".join(written) + "</li></ol>" * depth


def page(about: About, part: Part) -> str:
    """A part as a file."""
    role = f' role="doc-{part.kind}"' if part.kind in ("chapter", "colophon") else ""
    body = f'<section epub:type="{part.kind}"{role}>\n{part.body}</section>'
    return _framed(about, part.title, body)


def _framed(about: About, title: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{about.language}" xml:lang="{about.language}" dir="{about.direction}">\n'
        f"<head><title>{escape(title)}</title>"
        f'<link rel="stylesheet" type="text/css" href="{SHEET}"/></head>\n<body>\n{body}\n</body>\n</html>\n'
    )
