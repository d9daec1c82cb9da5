"""One record: what it is, its status, what it says, who is bound, where that was read.

To the side are its dates, what identifies it, and its lineage. In all functions ``name``
is the id of the record, and ``model`` the record itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import official_text, order, record_profile
from generators.document import (
    before_and_after,
    bound_regions,
    changes,
    citation,
    commonmark,
    monitoring,
    parties,
    recognise,
    sentences,
)
from generators.document.blocks import (
    Block,
    Document,
    Fact,
    Facts,
    Fold,
    List,
    ListItem,
    Paragraph,
    Section,
    facts,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.plan_evaluations import evaluations as evaluations

# Tables of plans ask this module for it.
from generators.document.plan_evaluations import (
    evaluations_in_short as evaluations_in_short,
)
from generators.document.record_lines import (
    point_sections,
    provisions_section,
    steps_section,
)
from generators.document.runs import Run, Runs, Text, joined
from generators.model.citations import Source, last_read
from generators.model.records import Record, Reporting, Unreadable
from generators.translate.readings import has_unread_lines

# -- its titles --------------------------------------------------------------------------


def headline(phrases: Phrases, owner: str) -> list[Run]:
    """The headline of a record or mechanism (``owner`` is its id).

    It is the short title of a record that has one as well as a whole title. Else it is
    the whole title or name, with the sign of its translation.
    """
    if subtitle(phrases, owner):
        return phrases.plain(phrases.localizer.short(owner))
    return phrases.title(owner)


def subtitle(phrases: Phrases, owner: str) -> list[Run]:
    """A record's whole title, where its headline is another; else empty."""
    if owner not in phrases.corpus.records:
        return []
    whole_title = phrases.localizer.title(owner)
    if phrases.localizer.short(owner).text == whole_title.text:
        return []
    return phrases.text(whole_title)


def translated(phrases: Phrases, owner: str) -> list[Run]:
    """The sign of the translation of a headline, with its words.

    For pages that set a headline apart from all signs. It is empty where the whole title
    follows below the headline, or where there is nothing to say.
    """
    if subtitle(phrases, owner):
        return []
    sign = phrases.translation_sign(phrases.localizer.title(owner))
    return [sign, " ", sign.words] if sign else []


def official_names(
    phrases: Phrases, by_language: dict[str, str], counted: Runs
) -> list[Fold]:
    """A fold of official titles or names, each in its language; none without a name.

    ``by_language`` has the names by their language tags. ``counted`` says how many there
    are, such as "2 official titles".
    """
    rows = [
        Fact(phrases.language_name(tag), [Text(name, tag)])
        for tag, name in sorted(by_language.items())
    ]
    if not rows:
        return []
    return [Fold(counted, [Facts(rows, "titles")], role="titles")]


# -- the whole ---------------------------------------------------------------------------


def document(
    phrases: Phrases, name: str, pages: bool = False, brief: bool = False
) -> Document:
    """All that the Compendium has of a record, without its headline.

    With ``pages`` a long list of parties is only linked: it has a page of its own
    (``parties.document``). ``brief`` is for a volume of many records. There, parties have
    only the year, and official titles and how to cite are left out.
    """
    model = phrases.corpus.records[name]
    head = list(_head(phrases, name, model, pages))
    sections = _sections(phrases, name, model, pages, brief)
    gone = [former.id for former in model.former_lines if not former.now]
    if gone and sections:
        sections[0] = sections[0]._replace(former=gone)
    sections += sources(phrases, model.sources)
    if not brief:
        number = len(model.official_titles)
        counted = phrases.counted("{n} official title", "{n} official titles", number)
        head += official_names(phrases, model.official_titles, counted)
        sections.append(citation.of_record(phrases, name))
    return Document(head, sections, list(identity(phrases, name, model)))


def _sections(
    phrases: Phrases, name: str, model: Record, pages: bool, brief: bool
) -> list[Section]:
    """The sections of a record down to its sources, in order; those without anything to
    say are left out.

    How to recognise a victim follows the steps of a case; it comes last where there are
    no steps.
    """
    steps = steps_section(phrases, name, model)
    recognising = recognise.of_record(phrases, name, model)
    sections = [
        _summary(phrases, name, model),
        before_and_after.section(phrases, name),
        provisions_section(phrases, name),
        *point_sections(phrases, name),
        evaluations(phrases, name, model),
        steps,
        *(recognising if steps else []),
        _reporting(phrases, name, model.reporting),
        parties.section(phrases, name, model, pages=pages, brief=brief),
        _topics_not_covered(phrases, model),
        _answers(phrases, name),
        *([] if steps else recognising),
    ]
    return [section for section in sections if section]


# -- what opens it -----------------------------------------------------------------------


def _head(phrases: Phrases, name: str, model: Record, pages: bool) -> Iterator[Block]:
    """What opens the page of a record: its whole title, facts, and whom it is about.

    Then it says where nothing was read of it, and where to read it. With ``pages`` it
    leads to the sheet on which somebody who has the text checks the lines.
    """
    whole_title = subtitle(phrases, name)
    if whole_title:
        yield Paragraph(whole_title, "title")
    if model.language not in model.official_titles:
        descriptive = phrases.ui(
            "Descriptive title: no official title in this language of the record was "
            "seen."
        )
        yield from notes(descriptive)
    yield Paragraph(sentences.facts(phrases, name), "facts")
    yield from bound_regions.bars(phrases, name)
    groups = order.groups_of(phrases.corpus, name)
    yield from notes(sentences.of_groups(phrases, groups))
    yield from recognise.example(phrases, model)
    if phrases.corpus.confidence_shown(name) == "recalled":
        yield Paragraph(phrases.confidence("recalled"))
    yield from _where_to_read(phrases, model)
    if model.could_not_read:
        yield from notes(_could_not_read(phrases, model.could_not_read))
    if pages and has_unread_lines(phrases.corpus, name):
        words = phrases.ui("You have this text? Check these lines")
        yield Paragraph(phrases.linked("review", name, words), "facts")


def _where_to_read(phrases: Phrases, model: Record) -> Iterator[Block]:
    """The addresses of the text itself; where there are none, why we link to none."""
    addresses = [
        _text_address(phrases, place)
        for place in official_text.places(model, phrases.language)
    ]
    if addresses:
        line = phrases.labelled(phrases.ui("Read the text"), joined(addresses))
        yield Paragraph(line, "facts")
    elif any(source.upload for source in model.sources):
        only_uploaded = phrases.ui(
            "The only copy that we found is on a site where anybody puts up documents. "
            "It is among our sources, and we do not link to it."
        )
        yield from notes(only_uploaded)
    else:
        yield from notes(phrases.ui("No copy of the text itself was found."))


def _text_address(phrases: Phrases, place: official_text.TextPlace) -> list[Run]:
    """A link to a text by its publisher, with its language.

    It says where it is a third party's copy, and where we made the address ourselves.
    """
    address = place.address
    facts = [
        phrases.outside(address.url, phrases.english(address.publisher)),
        phrases.language_name(address.language),
    ]
    if address.copy_:
        facts.append(phrases.ui("a third party's copy"))
    if place.by_rule:
        facts.append(phrases.ui("address made from its number, not yet opened"))
    return joined(facts, phrases.localizer.comma)


def _could_not_read(phrases: Phrases, search: Unreadable) -> list[Run]:
    """That somebody looked for a text and could not read all of it: when, and where."""
    places = joined(map(phrases.english, search.tried), phrases.localizer.comma)
    return phrases.ui(
        "We looked for this text on {day} and could not read the whole of it: {places}.",
        day=phrases.date(search.looked),
        places=places,
    )


# -- its sections ------------------------------------------------------------------------


def _summary(phrases: Phrases, name: str, model: Record) -> Section | None:
    """The summary, with the sign of its translation at its end; None without one."""
    if not model.summary:
        return None
    summary = phrases.localizer.text_of(name, model.summary)
    *paragraphs, last = commonmark.paragraphs(summary, phrases.language)
    signed = [*last, *phrases.sign_of(summary)]
    blocks = [*map(Paragraph, paragraphs), Paragraph(signed)]
    return Section(phrases.ui("Summary"), blocks, "summary")


def _reporting(phrases: Phrases, name: str, duty: Reporting | None) -> Section | None:
    """Who reports on a text, to whom, how often and when.

    Then what the body that gets the reports may do. None where there is no such duty.
    """
    if duty is None:
        return None
    rows = [
        (phrases.ui("Who reports"), phrases.label("roles", duty.by)),
        (phrases.ui("To whom"), monitoring.to_whom(phrases, name, duty)),
        (phrases.ui("How often"), monitoring.how_often(phrases, duty)),
        (phrases.ui("When"), phrases.text_of(name, duty.cadence)),
        (phrases.ui("Last report"), phrases.date(duty.last)),
        (phrases.ui("Next due"), monitoring.next_report(phrases, duty)),
        (phrases.ui("Where it says so"), phrases.reference(duty.ref, name)),
        *monitoring.powers(phrases, name, duty),
    ]
    return Section(phrases.ui("Reporting"), [facts(rows)], "reporting")


def _topics_not_covered(phrases: Phrases, model: Record) -> Section | None:
    """The topics on which a text, read in full, says nothing; None without any."""
    topics = joined(phrases.entry("topics", code) for code in model.silent)
    if not topics:
        return None
    note = notes(phrases.ui("The whole text was read, first to last article."))
    heading = phrases.ui("Topics not covered")
    return Section(heading, [Paragraph(["— ", *topics]), *note], "silent")


def _answers(phrases: Phrases, name: str) -> Section | None:
    """The items of the consultation of Dakar that a record answers; None without any."""
    answered = record_profile.answered_items(phrases.corpus).get(name, ())
    items = [ListItem(phrases.name(item)) for item in answered]
    heading = phrases.ui("Answers the Dakar consultation of 2010")
    return List(items).under(heading, "dakar")


def sources(phrases: Phrases, all_: tuple[Source, ...]) -> list[Section]:
    """The section of sources; none where there are no sources."""
    items = [sentences.source(phrases, source) for source in all_]
    if not items:
        return []
    note: Runs = []
    if phrases.language != "en":
        note = phrases.ui("Sources are named in English.")
    blocks: list[Block] = [*notes(note), List(items, "sources")]
    return [Section(phrases.ui("Sources"), blocks, "sources")]


# -- to the side -------------------------------------------------------------------------


def identity(phrases: Phrases, name: str, model: Record) -> Iterator[Section]:
    """The dates of a record, its identity and its lineage."""
    needed = (
        phrases.ui("Needs to enter into force"),
        _needed_ratifications(phrases, name, model),
    )
    dates = facts([*sentences.timeline(phrases, name), needed], "time")
    if dates.rows:
        yield Section(phrases.ui("Dates"), [dates])
    rows = facts(_identity_rows(phrases, name, model), "identity")
    yield Section(phrases.ui("Identity"), [rows])
    relations = record_profile.relations(phrases.corpus, name)
    if relations:
        lineage = [
            _relation_row(phrases, relation, records) for relation, records in relations
        ]
        yield Section(phrases.ui("Lineage"), [Facts(lineage, "identity")])


def _relation_row(phrases: Phrases, relation: str, records: tuple[str, ...]) -> Fact:
    """A relation of a record, with the list of the records that it leads to."""
    names = List([ListItem(phrases.name(record)) for record in records], "bare")
    return Fact(relation_words(phrases, relation), blocks=[names])


def _identity_rows(
    phrases: Phrases, name: str, model: Record
) -> Iterator[tuple[Runs, Runs]]:
    """What identifies a record: labels with their values, which may be empty."""
    yield phrases.ui("Number"), phrases.number_of(model.number, name)
    yield phrases.ui("Region"), sentences.regions(phrases, name)
    yield phrases.ui("Developed by"), sentences.names(phrases, model.developed_by)
    languages = joined(map(phrases.language_name, model.authentic_languages))
    yield phrases.ui("Authentic languages"), languages
    confidence = phrases.corpus.confidence_shown(name)
    yield phrases.ui("Confidence"), [phrases.sign("confidences", confidence)]
    yield phrases.ui("Sources last read"), phrases.date(last_read(model.sources))
    yield phrases.ui("Last changed here"), changes.last_day(phrases, name)
    next_review = model.review.due if model.review else None
    yield phrases.ui("Next review due"), phrases.date(next_review)


def _needed_ratifications(phrases: Phrases, name: str, model: Record) -> list[Run]:
    """How many ratifications a text needs, and how long after the last it is in force.

    Empty where that is not recorded.
    """
    threshold = model.entry_into_force
    if threshold is None:
        return []
    needed = phrases.some(
        "{n} ratification", "{n} ratifications", threshold.ratifications
    )
    delay = phrases.measure(threshold.after)
    if delay:
        delay = phrases.ui("{length} after the last one needed", length=delay)
    place = phrases.reference(threshold.ref, name)
    confidence = phrases.confidence(threshold.confidence)
    return joined((needed, delay, place, confidence))


def relation_words(phrases: Phrases, name: str) -> list[Run]:
    """The name of a relation (``record_profile.relations``) in words."""
    return {
        "supersedes": phrases.ui("Supersedes"),
        "is-to-supersede": phrases.ui("Is to supersede"),
        "superseded-by": phrases.ui("Superseded by"),
        "is-to-be-superseded-by": phrases.ui("Is to be superseded by"),
        "amends": phrases.ui("Amends"),
        "is-to-amend": phrases.ui("Is to amend"),
        "amended-by": phrases.ui("Amended by"),
        "is-to-be-amended-by": phrases.ui("Is to be amended by"),
        "implements": phrases.ui("Implements"),
        "implemented-by": phrases.ui("Implemented by"),
        "related": phrases.ui("Related"),
    }[name]
