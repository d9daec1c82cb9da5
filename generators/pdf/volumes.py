"""Which volumes there are, what they are called, and where they stand on the site; and
each as one value for JSON: its cover, sections, legend, colophon and index, in one
language.

``volume.typ`` reads these keys: ``lang``, ``dir``, ``title``; ``cover`` (``kind`` and
``lines``: runs; ``facts``: labels with values; ``address``: what the code leads to,
``alt`` its words); ``compact`` (the cover is the upper part of the first page), ``size``
(small letters and margins: of a ``sheet`` that is to be hung up, of a ``book``),
``depth`` (how many levels of headings stand in the contents), ``chapters`` (whether only
chapters do), ``leaf`` (whether a page is left for the contents: else they stand on the
cover); ``sections`` (``landscape``, ``parts``: see ``writer``); ``words`` (``contents``,
``page`` with the slots n and m, ``site``, ``author``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generators.corpus import addresses, cldr
from generators.corpus.addresses import Target, address
from generators.corpus.cldr import sort_key
from generators.corpus.corpus import Corpus
from generators.document import (
    chapters,
    first_days,
    numbers,
    publisher,
    recognise,
    sentences,
    stage,
    state,
    topic,
)
from generators.document.blocks import Section
from generators.document.chapters import Chapter
from generators.document.citation import colophon
from generators.document.mechanism import region
from generators.document.phrases import Phrases
from generators.document.runs import Runs, joined, letters
from generators.pdf.writer import PaperWriter, Part, heading, section
from generators.translate.localizer import Localizer

RECORDS, MECHANISMS, REGIONS, TOPICS = "records", "mechanisms", "regions", "topics"
STAGES, STATES, FIRST_DAYS, NUMBERS, COMPENDIUM = (
    "pathway",
    "states",
    "first-days",
    "numbers",
    "compendium",
)
RECOGNISE = "recognise"
SHELVES = (RECORDS, MECHANISMS, REGIONS, TOPICS, STAGES, STATES, FIRST_DAYS, RECOGNISE)
"""The kinds of volume that there are several of; each is the first part of its volumes'
ids.
"""

_PAGES = dict(
    zip(
        SHELVES[:-1],
        "record record region topic stage state first-days".split(),
        strict=True,
    )
)


def volumes(corpus: Corpus) -> tuple[str, ...]:
    """The ids of all volumes, such as ``records/ecowas/policy-2009``, ``states/ben`` or
    ``compendium``; the compendium and the numbers, of which there is one each, first.
    """
    return (COMPENDIUM, NUMBERS, *_ids(corpus))


def offered(corpus: Corpus, language: str) -> tuple[str, ...]:
    """The ids of the volumes that a site offers in a language, so that its host can hold
    it: texts and regions stand whole in the volumes of organisations, and a State's
    volume and sheet are for who works in its languages or in the default one. Every other
    volume is made when somebody names it.
    """
    return tuple(volume for volume in volumes(corpus) if _is_offered(volume, language))


def _is_offered(volume: str, language: str) -> bool:
    kind, name = split(volume)
    if kind in (STATES, FIRST_DAYS):
        return language == cldr.LANGUAGES[0] or language in cldr.official_languages(name)
    return kind not in (RECORDS, REGIONS)


def _ids(corpus: Corpus) -> Iterator[str]:
    lists = {
        REGIONS: corpus.vocabularies.of("regions"),
        MECHANISMS: sorted(corpus.mechanisms),
        TOPICS: corpus.vocabularies.of("topics"),
        STAGES: corpus.vocabularies.of("stages"),
        STATES: [code.lower() for code in corpus.all_states],
        FIRST_DAYS: [code.lower() for code in corpus.all_states],
        RECORDS: sorted(corpus.records),
        RECOGNISE: recognise.sheets(corpus),
    }
    for shelf, names in lists.items():
        yield from (f"{shelf}/{name}" for name in names)


def find(corpus: Corpus, name: str) -> tuple[str, ...]:
    """The ids of the volumes that somebody may mean: the volume of this id, else all
    whose record, mechanism, topic, State … has it (a State's code in capitals too).
    """
    known = set(volumes(corpus))
    if name in known:
        return (name,)
    meant = (
        f"{shelf}/{name.lower() if shelf in (STATES, FIRST_DAYS) else name}"
        for shelf in SHELVES
    )
    return tuple(volume for volume in meant if volume in known)


def split(volume: str) -> tuple[str, str]:
    """Kind and name of a volume; a State's name is its code in capitals."""
    kind, _, name = volume.partition("/")
    return kind, name.upper() if kind in (STATES, FIRST_DAYS) else name


def entry(localizer: Localizer, volume: str) -> dict[str, str]:
    """What a list of downloads says of a volume in one language
    (``corpus/downloads.Download``).
    """
    return {
        "id": volume,
        "language": localizer.language,
        "kind": split(volume)[0],
        "title": title(localizer, volume),
        "address": addresses.volume(volume, localizer.language),
        "page": page(volume),
    }


def page(volume: str) -> str:
    """The address of the page that a volume is a view of, below the folder of its
    language.
    """
    kind, name = split(volume)
    if kind == COMPENDIUM:
        return ""
    if kind in (NUMBERS, RECOGNISE):
        return addresses.address(Target("page", kind))
    return addresses.address(Target(_PAGES[kind], name))


def title(localizer: Localizer, volume: str) -> str:
    """The title of a volume, as plain text."""
    kind, name = split(volume)
    if kind == COMPENDIUM:
        return localizer.gettext("Dakar Compendium")
    if kind == NUMBERS:
        return localizer.gettext("Numbers")
    if kind == STATES:
        heading = localizer.gettext("What applies in {state}")
        return heading.replace("{state}", localizer.state_in_sentence(name))
    if kind == FIRST_DAYS:
        heading = localizer.gettext("The first days")
        return f"{heading}{localizer.colon}{localizer.state(name)}"
    if kind == RECOGNISE:
        heading = localizer.gettext("Signs of trafficking")
        return f"{heading}{localizer.colon}{_sheet(localizer, name)}"
    if kind == RECORDS:
        return localizer.short(name).text
    if kind == MECHANISMS:
        return localizer.title(name).text
    return localizer.label(
        {REGIONS: "regions", TOPICS: "topics", STAGES: "stages"}[kind], name
    )


def _sheet(localizer: Localizer, name: str) -> str:
    """For whom, or for which place, a sheet of signs is."""
    whom = {
        "adults": localizer.gettext("adults"),
        "children": localizer.gettext("children"),
    }
    return whom.get(name) or letters(recognise.label(Phrases(localizer), name))


def kind_of(phrases: Phrases, kind: str) -> str:
    """What a volume of a kind is."""
    ui = phrases.localizer.gettext
    return {
        COMPENDIUM: ui("Everything in one volume"),
        REGIONS: ui("Region"),
        MECHANISMS: ui("Mechanism"),
        TOPICS: ui("Topic"),
        STAGES: ui("Steps of a case"),
        STATES: ui("State"),
        FIRST_DAYS: ui("Sheet to hang up"),
        RECOGNISE: ui("Sheet to hang up"),
        NUMBERS: ui("What every text sets, side by side"),
        RECORDS: ui("Record"),
    }[kind]


def under_title(phrases: Phrases, kind: str, name: str) -> tuple[Runs, ...]:
    """The lines below the title of a volume; some may be empty."""
    ui = phrases.ui
    if kind == RECORDS:
        return (sentences.adopters(phrases, name),)
    if kind == MECHANISMS:
        return sentences.regions(phrases, name), ui(
            "With all of its standards, plans and procedures"
        )
    if kind == REGIONS:
        return (ui("Every organisation, with its standards, plans and procedures"),)
    if kind == TOPICS:
        return (phrases.definition("topics", name, "question"),)
    if kind == STAGES:
        return (
            ui(
                "What each procedure asks at this stage: {stage}",
                stage=phrases.label("stages", name),
            ),
        )
    if kind == COMPENDIUM:
        return (
            ui(
                "Regional standards, action plans and standard operating procedures against trafficking in "
                "persons"
            ),
        )
    return ()


# -- a volume as one value ---------------------------------------------------------------

_SHEETS = (FIRST_DAYS, RECOGNISE)
"""Kinds of volume that are hung up."""

_COMPACT = (RECORDS, STATES, NUMBERS, *_SHEETS)
"""Kinds of volume whose cover is the upper part of their first page: they are a few pages
long, and paper is dear.
"""

_COMPARISONS = (TOPICS, STAGES)
"""Kinds of volume that are one table on landscape paper, with few headings."""

_BOOKS = (COMPENDIUM, REGIONS)
"""Kinds of volume that hold so much that each text is told in brief, in small letters."""

_DEPTH = {**dict.fromkeys((*_COMPARISONS, REGIONS, STATES), 2), COMPENDIUM: 3}
"""Down to which level headings stand in the contents, where that is not the first."""


class PublicAddresses(NamedTuple):
    """Where the site and its repository stand: absolute addresses, the site's with a
    slash at its end.
    """

    site: str
    repository: str

    def page(self, language: str, address: str) -> str:
        """The absolute address of a page; the default language stands at the root."""
        folder = "" if language == cldr.LANGUAGES[0] else f"{language}/"
        return f"{self.site}{folder}{address}"


def document(phrases: Phrases, volume: str, public: PublicAddresses) -> dict[str, Any]:
    """The document of a volume in a language. Whether nobody has read it is known for
    certain once it is written: a volume of which something else was expected is written
    once more.
    """
    expected = phrases.nobody_has_read
    writer, written = _written(phrases, volume, public, unread_signs=not expected)
    if writer.unread and writer.machine != expected:
        _, written = _written(phrases, volume, public, unread_signs=expected)
    return written


def _written(
    phrases: Phrases, volume: str, public: PublicAddresses, *, unread_signs: bool
) -> tuple[PaperWriter, dict[str, Any]]:
    """A volume, and the writer that wrote it; see ``PaperWriter`` on ``unread_signs``."""
    kind, name = split(volume)
    localizer = phrases.localizer
    writer = PaperWriter(
        localizer.direction,
        localizer.colon,
        _targets(phrases, kind, name),
        public.page(phrases.language, ""),
        unread_signs=unread_signs,
    )
    here = public.page(phrases.language, page(volume))
    parts = _sections(phrases, writer, kind, name)
    writer.unread_signs = (
        True  # the legend's own sentences keep their signs, as they always had them
    )
    last = [*_colophon(phrases, writer, kind, here, public), *_index(phrases, writer)]
    writer.unread_signs = unread_signs
    cover = _cover(phrases, writer, kind, name, here)
    return writer, {
        "lang": phrases.language,
        "dir": localizer.direction,
        "title": title(localizer, volume),
        "cover": cover,
        "compact": kind in _COMPACT,
        "size": "sheet"
        if kind in _SHEETS
        else "book"
        if kind in (*_BOOKS, STATES)
        else "",
        "depth": _DEPTH.get(kind, 1),
        "chapters": kind in _BOOKS,
        "leaf": kind not in _COMPARISONS,
        "sections": _ended(parts, last, kind),
        "words": {
            "contents": localizer.gettext("Contents"),
            "page": localizer.gettext("Page {n} of {m}"),
            "site": localizer.gettext("Dakar Compendium"),
            "author": publisher.author(phrases),
        },
    }


def _targets(phrases: Phrases, kind: str, name: str) -> frozenset[str]:
    """The addresses of what has a chapter in the volume: records and mechanisms, topics
    and stages.
    """
    corpus, lists = phrases.corpus, phrases.corpus.vocabularies
    told_of = {
        COMPENDIUM: corpus.mechanisms,
        MECHANISMS: (name,),
        REGIONS: corpus.mechanisms_in.get(name),
    }
    own = told_of.get(kind) or ()
    told = {
        "record": [
            record for mechanism in own for record in corpus.records_of.get(mechanism, ())
        ]
    }
    if kind in _BOOKS:
        told["record"] += own
    if kind == COMPENDIUM:
        told |= {
            addresses.KIND_OF_LIST[of]: [*lists.of(of)]
            for of in ("topics", "stages", "regions")
        }
    return frozenset(
        addresses.address(Target(of, each))
        for of, names in told.items()
        for each in names
    )


def _sections(phrases: Phrases, writer: PaperWriter, kind: str, name: str) -> list[Part]:
    if kind == COMPENDIUM:
        return _everything(phrases, writer)
    return [section(_parts(phrases, writer, kind, name), landscape=kind in _COMPARISONS)]


def _everything(phrases: Phrases, writer: PaperWriter) -> list[Part]:
    """Topics; on landscape paper the steps of a case and the reports that are due;
    upright all mechanisms with their records, the States, and what explains them:
    indicators, Principles, the Dakar consultation, terms.
    """
    return [
        section(writer.chapters(chapters.topics(phrases, brief=True))),
        section(
            writer.chapters([*chapters.steps(phrases), *chapters.duties(phrases)]),
            landscape=True,
        ),
        section(writer.chapters(chapters.regions(phrases, brief=True))),
        section(
            writer.chapters([*chapters.states(phrases), *chapters.explained(phrases)])
        ),
    ]


def _ended(sections: list[Part], end: list[Part], kind: str) -> list[Part]:
    """The sections of a volume with its legend and colophon, in the one that there is,
    else in their own.
    """
    *others, last = [*sections, section(())] if kind == COMPENDIUM else sections
    return [*others, last | {"parts": [*last["parts"], *end]}]


def _parts(phrases: Phrases, writer: PaperWriter, kind: str, name: str) -> Iterator[Part]:
    if kind == RECORDS:
        yield from writer.document(chapters.of_record(phrases, name), 1, contents=True)
    elif kind in (MECHANISMS, REGIONS):
        made = with_its_own(phrases, kind, name, brief=True)
        yield from writer.document(next(made).document, 1)
        yield from writer.chapters(made)
    elif kind == STATES:
        yield from writer.document(
            state.document(phrases, name, with_sentences=True), 1, contents=True
        )
    elif kind == FIRST_DAYS:
        yield from writer.document(first_days.document(phrases, name, sheet=True), 1)
    elif kind == RECOGNISE:
        yield from writer.document(recognise.sheet(phrases, name), 1)
    elif kind == NUMBERS:
        yield from writer.document(numbers.document(phrases), 1, contents=True)
    else:
        of, page_of = ("topics", topic) if kind == TOPICS else ("stages", stage)
        yield heading(
            1,
            writer.runs(phrases.ui("Comparison: {topic}", topic=phrases.label(of, name))),
        )
        yield from writer.document(page_of.document(phrases, name), 2)


def with_its_own(
    phrases: Phrases, kind: str, name: str, brief: bool = False
) -> Iterator[Chapter]:
    """The chapters of a mechanism or region: itself, then all that it has; of a region in
    ``brief``.
    """
    if kind == REGIONS:
        made = region(phrases, name, with_records=False)
        yield Chapter(1, phrases.label("regions", name), made, Target("region", name))
        yield from chapters.of_region(phrases, name, 1, set(), brief)
    else:
        title, own = (
            phrases.plain(phrases.localizer.title(name)),
            phrases.corpus.records_of.get(name, ()),
        )
        yield Chapter(
            1, title, chapters.of_mechanism(phrases, name), Target("record", name)
        )
        yield from chapters.records(phrases, own, 1)


# -- what every volume has ---------------------------------------------------------------


def front(phrases: Phrases, address: str) -> tuple[tuple[Runs, Runs], ...]:
    """What stands in front of a volume that is a view of the page at an address: labels
    with values.
    """
    until = phrases.ui(
        "after {day}, check before you rely on it", day=phrases.check_after()
    )
    return (
        (phrases.ui("Data of"), joined((phrases.today(), until))),
        (phrases.ui("Language"), [cldr.own_name(phrases.language)]),
        (phrases.ui("Address"), phrases.outside(address)),
    )


def end(
    phrases: Phrases, address: str, public: PublicAddresses, translations: bool
) -> list[Section]:
    """What the signs of a volume mean, and where it comes from."""
    about = public.page(phrases.language, addresses.address(Target("page", "about")))
    contact = phrases.corpus.publisher.contact
    report = contact or f"{public.repository}/issues"
    return colophon(phrases, address, report, about, translations)


def _cover(
    phrases: Phrases, writer: PaperWriter, kind: str, name: str, address: str
) -> Part:
    return {
        "kind": [kind_of(phrases, kind)],
        "lines": [
            *(writer.runs(line) for line in under_title(phrases, kind, name) if line),
            *(
                [
                    writer.runs(
                        phrases.ui("Translated by machine, not yet read by a person")
                    )
                ]
                * writer.machine
            ),
        ],
        "facts": [
            [writer.runs(label), writer.runs(value)]
            for label, value in front(phrases, address)
        ],
        "address": address,
        "alt": phrases.localizer.gettext("QR code that leads to: {address}").replace(
            "{address}", address
        ),
    }


def _colophon(
    phrases: Phrases,
    writer: PaperWriter,
    kind: str,
    address: str,
    public: PublicAddresses,
) -> list[Part]:
    sections = end(phrases, address, public, writer.unread and not writer.machine)
    # a sheet names its signs under its table
    return list(writer.parts(sections[-1:] if kind in _SHEETS else sections, 1))


# -- the index: texts by name and by official number, organisations, topics, States and
# terms, each with the address that the typesetter finds the pages of; what is not in a
# volume is left out there

_OWN = re.compile(r"(?:ILO )?([^;]+)")
"""The first of the numbers of a text, as it is asked for: of the ILO without its name."""

Named = Iterable[tuple[Runs, str]]
"""What stands in the index, and the address that it leads to."""


def _index(phrases: Phrases, writer: PaperWriter) -> Iterator[Part]:
    """The index of a volume with chapters; none of any other."""
    if writer.targets:
        groups = (
            (phrases.ui("Texts"), _texts(phrases)),
            (phrases.ui("Organisations"), _names(phrases, phrases.corpus.mechanisms)),
            (phrases.ui("Topics"), _listed(phrases, "topic", "topics")),
            (phrases.ui("States"), _states(phrases)),
            (phrases.ui("Terms"), _listed(phrases, "term", "terms")),
        )
        made = [
            {"t": writer.runs(label), "items": _items(writer, named)}
            for label, named in groups
        ]
        yield {"k": "index", "t": writer.runs(phrases.ui("Index")), "groups": made}


def _items(writer: PaperWriter, named: Named) -> list[Part]:
    ordered = sorted(named, key=lambda each: sort_key(letters(each[0])))
    return [{"t": writer.runs(runs), "to": to} for runs, to in ordered]


def _texts(phrases: Phrases) -> Iterator[tuple[Runs, str]]:
    yield from _names(phrases, phrases.corpus.records)
    for name, model in phrases.corpus.records.items():
        if number := _OWN.match(model.number or ""):
            said = phrases.plain(phrases.localizer.short(name))
            yield (
                phrases.labelled(phrases.number_of(number[1]), said),
                address(Target("record", name)),
            )


def _names(phrases: Phrases, owners: Iterable[str]) -> Iterator[tuple[Runs, str]]:
    for name in owners:
        yield (
            phrases.plain(phrases.localizer.short(name)),
            address(Target("record", name)),
        )


def _listed(phrases: Phrases, kind: str, of: str) -> Iterator[tuple[Runs, str]]:
    for code in phrases.corpus.vocabularies.of(of):
        yield (
            phrases.label(of, code),
            f"#{code}" if kind == "term" else address(Target(kind, code)),
        )


def _states(phrases: Phrases) -> Iterator[tuple[Runs, str]]:
    for code in phrases.corpus.all_states:
        yield [phrases.localizer.state(code)], address(Target("state", code))
