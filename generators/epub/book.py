"""A book: its chapters put together, with a title page, contents and colophon, as the bytes of an EPUB.

The same corpus gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from generators.corpus import addresses, cldr
from generators.corpus.addresses import Target
from generators.document import colophon
from generators.document.blocks import facts
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.epub import package
from generators.epub.chapters import Chapters, Written
from generators.epub.links import Links
from generators.epub.package import About, Part, Words
from generators.pdf import catalogue, cover
from generators.pdf.volumes import Public
from generators.text import zips

_SHEET = Path(__file__).parent / package.SHEET


def book(chapters: Chapters, volume: str, public: Public) -> bytes:
    """The EPUB of a volume, of one of ``chapters.KINDS``, in the language of ``chapters``."""
    phrases = chapters.phrases
    about = _about(phrases, volume, public.page(phrases.language, catalogue.page(volume)))
    written = list(chapters.of(volume))
    sign = chapters.writer.unread_sign
    unread = bool(sign) and any(sign in each.body for each in written)
    machine = unread and not any(each.read for each in written)  # then it is said once, in front
    end = list(_end(chapters, about, public, unread and not machine))
    links = Links([*written, *end], public.page(phrases.language, ""))
    front = links.led(_front(chapters, volume, about, machine))
    parts = [Part("title.xhtml", 0, about.title, escape(about.title), front, "titlepage")]
    for place, (chapter, file) in enumerate(zip([*written, *end], links.files, strict=True)):
        said = chapter.body.replace(sign, "") if machine else chapter.body
        below = said or _below(chapters, [*written, *end], links.files, place)
        name, kind = chapters.title(chapter.title), "chapter" if chapter.page else "colophon"
        body = f"<h1>{name}</h1>\n{links.led(below)}"
        parts.append(Part(file, chapter.level, letters(chapter.title), name, body, kind))
    return _packed(about, parts)


def _about(phrases: Phrases, volume: str, address: str) -> About:
    ui = phrases.localizer.gettext
    title = catalogue.title(phrases.localizer, volume)
    under = (letters(line) for line in cover.under_title(phrases, *catalogue.split(volume)))
    words = Words(
        site=ui("Dakar Compendium"),
        contents=ui("Contents"),
        colophon=ui("About this volume"),
        accessible=ui(
            "Text alone, with headings, contents and links. Signs have words, and no picture or colour is "
            "needed."
        ),
    )
    return About(
        language=phrases.language,
        direction=phrases.localizer.direction,
        title=title,
        description=" ".join(filter(None, under)) or title,
        address=address,
        day=phrases.corpus.today,
        words=words,
    )


def _front(chapters: Chapters, volume: str, about: About, machine: bool) -> str:
    """The title page: what a book is, what it is called, what it is of, and of which day."""
    phrases, line = chapters.phrases, chapters.writer.runs
    kind, name = catalogue.split(volume)
    unread = phrases.localizer.gettext("Translated by machine, not yet read by a person")
    under = [line(each) for each in cover.under_title(phrases, kind, name) if each]
    known = facts(
        [
            (phrases.ui("Data of"), phrases.today()),
            (phrases.ui("Language"), [cldr.own_name(phrases.language)]),
            (phrases.ui("Address"), phrases.outside(about.address)),
        ]
    )
    return (
        f'<p class="src">{escape(cover.kind_of(phrases, kind))}</p>\n<h1>{escape(about.title)}</h1>\n'
        + "".join(f'<p class="lead">{each}</p>\n' for each in (*under, *([escape(unread)] * machine)))
        + chapters.blocks([known])
    )


def _below(chapters: Chapters, written: Sequence[Written], files: Sequence[str], place: int) -> str:
    """What stands in a chapter that has nothing but chapters below it: links to these."""
    items = []
    for chapter, file in list(zip(written, files, strict=True))[place + 1 :]:
        if chapter.level <= written[place].level:
            break
        if chapter.level == written[place].level + 1:
            items.append(f'<li><a href="{file}">{chapters.title(chapter.title)}</a></li>\n')
    return f"<ul>\n{''.join(items)}</ul>\n" if items else ""


def _end(chapters: Chapters, about: About, public: Public, unread: bool) -> Iterator[Written]:
    """What the signs mean, and where the book comes from."""
    report = f"{public.repository}/issues"
    more = public.page(about.language, addresses.address(Target("page", "about")))
    for section in colophon.sections(chapters.phrases, about.address, report, more, unread):
        body = chapters.blocks(section.blocks)
        yield Written(1, section.heading, "", body, frozenset(), False)


def _packed(about: About, parts: Sequence[Part]) -> bytes:
    entries = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": package.CONTAINER.encode(),
        "EPUB/package.opf": package.package(about, parts).encode(),
        f"EPUB/{package.CONTENTS}": package.contents(about, parts).encode(),
        f"EPUB/{package.SHEET}": _SHEET.read_bytes(),
        **{f"EPUB/{part.file}": package.page(about, part).encode() for part in parts},
    }
    return zips.zipped(entries, about.day, stored={"mimetype"})
