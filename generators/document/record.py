"""One record: what it is, where it stands, what it says, who is bound, where that was
read; aside its dates, what identifies it, and its lineage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from generators.corpus import official_text, order, record_profile
from generators.corpus.addresses import Target
from generators.corpus.located import Located
from generators.document import blocks as block
from generators.document import (
    changes,
    citation,
    commonmark,
    monitoring,
    parties,
    recognise,
    sentences,
)
from generators.document.blocks import (
    Entries,
    Entry,
    Facts,
    List,
    ListItem,
    Paragraph,
    Section,
    facts,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, Runs, Strong, Text, joined
from generators.model.citations import Source, last_read
from generators.model.records import Evaluation, Record, Reporting


def headline(phrases: Phrases, owner: str) -> list[Run]:
    """A record's short title, where it has one that is not its whole title; else the
    whole title or name, with the sign of its translation.
    """
    if subtitle(phrases, owner):
        return phrases.plain(phrases.localizer.short(owner))
    return phrases.title(owner)


def subtitle(phrases: Phrases, owner: str) -> list[Run]:
    """A record's whole title, where its headline is another; else empty."""
    localizer = phrases.localizer
    if owner not in phrases.corpus.records:
        return []
    whole = localizer.title(owner)
    return phrases.text(whole) if localizer.short(owner).text != whole.text else []


def translated(phrases: Phrases, owner: str) -> list[Run]:
    """Where a title is set apart from all signs: the sign of its translation, with its
    words; empty where the whole title stands below it, or where there is nothing to say.
    """
    if subtitle(phrases, owner):
        return []
    sign = phrases.translation_sign(phrases.localizer.title(owner))
    return [sign, " ", sign.words] if sign else []


def document(
    phrases: Phrases, name: str, pages: bool = False, brief: bool = False
) -> block.Document:
    """All that is recorded of a record (``name`` is its id), without its headline. With
    ``pages`` a long list of parties is led to, for it has a page of its own
    (``parties.document``); else all stands in one. In ``brief``, for a volume of many,
    parties have the year alone, and titles and how to cite are left out.
    """
    model = phrases.corpus.records[name]
    found = [
        _summary(phrases, name, model),
        _provisions(phrases, name),
        *_points(phrases, name),
        evaluations(phrases, name, model),
        _steps(phrases, name, model),
        _reporting(phrases, name, model.reporting),
        parties.section(phrases, name, model, pages=pages, brief=brief),
        _silent(phrases, model),
        _answers(phrases, name),
    ]
    sections = [section for section in found if section]
    steps = next(
        (at for at, each in enumerate(sections, 1) if each.anchor == "steps"),
        len(sections),
    )
    sections[steps:steps] = recognise.of_record(phrases, name, model)
    if gone := [each.id for each in model.former_lines if not each.now]:
        sections[:1] = [each._replace(former=gone) for each in sections[:1]]
    head, sections = (
        [*_head(phrases, name, model)],
        [*sections, *sources(phrases, model.sources)],
    )
    if not brief:
        counted = phrases.counted(
            "{n} official title", "{n} official titles", len(model.official_titles)
        )
        head += official_names(phrases, model.official_titles, counted)
        sections.append(citation.of_record(phrases, name))
    return block.Document(head, sections, [*identity(phrases, name, model)])


def _head(phrases: Phrases, name: str, model: Record) -> Iterator[block.Block]:
    if whole := subtitle(phrases, name):
        yield Paragraph(whole, "title")
    if model.language not in model.official_titles:
        words = phrases.ui(
            "Descriptive title: no official title in this language of the record was seen."
        )
        yield from notes(words)
    yield Paragraph(sentences.facts(phrases, name), "facts")
    yield from notes(sentences.of_groups(phrases, order.groups_of(phrases.corpus, name)))
    yield from recognise.example(phrases, model)
    if phrases.corpus.confidence_shown(name) == "recalled":
        yield Paragraph(phrases.confidence("recalled"))
    yield from _where_to_read(phrases, model)
    if looked := model.could_not_read:
        places = joined(map(phrases.english, looked.tried), phrases.localizer.comma)
        of = {"day": phrases.date(looked.looked), "places": places}
        said = phrases.ui(
            "We looked for this text on {day} and could not read the whole of it: {places}.",
            **of,
        )
        yield from notes(said)


def _where_to_read(phrases: Phrases, model: Record) -> Iterator[block.Block]:
    """The addresses of the text itself."""
    places = []
    for each, by_rule in official_text.places(model, phrases.language):
        said = (
            phrases.outside(each.url, phrases.english(each.publisher)),
            phrases.language_name(each.language),
            phrases.ui("a third party's copy") if each.copy_ else [],
            phrases.ui("address made from its number, not yet opened") if by_rule else [],
        )
        places.append(joined(said, phrases.localizer.comma))
    if places:
        yield Paragraph(
            phrases.labelled(phrases.ui("Read the text"), joined(places)), "facts"
        )
    elif any(source.upload for source in model.sources):
        only = phrases.ui(
            "The only copy that we found is on a site where anybody puts up documents. It is among our "
            "sources, and we do not link to it."
        )
        yield from notes(only)
    else:
        yield from notes(phrases.ui("No copy of the text itself was found."))


def official_names(
    phrases: Phrases, by_language: dict[str, str], counted: Runs
) -> list[block.Fold]:
    """Official titles or names, each in its language, behind how many they are
    (``counted``).
    """
    named = sorted(by_language.items())
    rows = [
        block.Fact(phrases.language_name(tag), [Text(text, tag)]) for tag, text in named
    ]
    return [block.Fold(counted, [Facts(rows, "titles")], role="titles")] if rows else []


def _summary(phrases: Phrases, name: str, model: Record) -> Section | None:
    if not model.summary:
        return None
    said = phrases.localizer.said(name, model.summary)
    *paragraphs, last = commonmark.paragraphs(said, phrases.language)
    sign = phrases.sign_of(said)
    return Section(
        phrases.ui("Summary"),
        [*map(Paragraph, paragraphs), Paragraph([*last, *sign])],
        "summary",
    )


# -- what it says ------------------------------------------------------------------------


def _provisions(phrases: Phrases, name: str) -> Section | None:
    pillars = []
    for pillar, topics in record_profile.by_pillar(phrases.corpus, name):
        said = (
            (topic, [_provision(phrases, line) for line in lines])
            for topic, lines in topics
        )
        sections = [
            Section(phrases.entry("topics", topic), [Entries(entries)])
            for topic, entries in said
        ]
        pillars.append(Section(phrases.label("pillars", pillar), sections))
    return Section(phrases.ui("Provisions"), pillars, "provisions") if pillars else None


def _provision(phrases: Phrases, of: Located) -> Entry:
    """A provision on its record's page, with what else it bears on."""
    each = of.line
    about = (
        phrases.strength(each.strength),
        phrases.place_of(of),
        phrases.sure(of.record, each),
        _holds(phrases, of),
        *(
            phrases.entry("topics", other)
            for other in record_profile.topics_of(phrases.corpus, each)[1:]
        ),
    )
    return _entry(phrases, of, each.says, about, value=sentences.value(phrases, each))


def _holds(phrases: Phrases, of: Located) -> list[Run]:
    """When a line holds, where it has days of its own; from which day it applies, where
    that is to come.
    """
    if later := phrases.applies_from(of.record, of.line):
        return joined((later, phrases.dated("until {date}", of.line.until)))
    return sentences.span(phrases, of.line.from_, of.line.until)


def _entry(
    phrases: Phrases, of: Located, says: str, about: Iterable[Runs], **more: Any
) -> Entry:
    """A line on its record's page, with the anchors of lines that it took the place of."""
    former = [
        each.id
        for each in phrases.corpus.former_lines(of.record)
        if each.now == of.anchor
    ]
    whom = sentences.of_groups(phrases, order.groups_of_line(phrases.corpus, of))
    text = sentences.for_whom_first(phrases, whom, phrases.text_of(of.record, says))
    return Entry(text, [joined(about)], anchor=of.anchor, former=former, **more)


def _points(phrases: Phrases, name: str) -> Iterator[Section]:
    """What a text is to reach, and what it measures."""
    headings = {
        "objectives": phrases.ui("Objectives"),
        "indicators": phrases.ui("Indicators"),
    }
    for of, heading in headings.items():
        if lines := [_point(phrases, each) for each in phrases.corpus.lines_of(name, of)]:
            yield Section(heading, [Entries(lines, of)], of)


def _point(phrases: Phrases, of: Located) -> Entry:
    measured = phrases.label("indicators", getattr(of.line, "measures", None))
    about = phrases.place_of(of), measured, phrases.sure(of.record, of.line)
    return _entry(phrases, of, of.line.says, about)


def _steps(phrases: Phrases, name: str, model: Record) -> Section | None:
    if not model.steps:
        return None
    ours = phrases.ui("Who acts is our reading: the source does not name the actors.")
    inferred = notes(ours) if model.who_inferred else []
    entries = [_step(phrases, each) for each in phrases.corpus.lines_of(name, "steps")]
    return Section(
        phrases.ui("Steps of a case"), [*inferred, Entries(entries, "steps")], "steps"
    )


def _step(phrases: Phrases, of: Located) -> Entry:
    """A step of a procedure on its record's page."""
    each = of.line
    place, who = phrases.place_of(of), sentences.labels(phrases, "roles", each.who)
    within = sentences.value(phrases, each), phrases.text_of(of.record, each.time_limit)
    about = (place, who, *within, phrases.sure(of.record, each))
    label, number = (
        phrases.entry("stages", each.stage),
        phrases.localizer.number(of.number),
    )
    return _entry(phrases, of, each.does, about, label=label, number=number)


def _reporting(phrases: Phrases, name: str, duty: Reporting | None) -> Section | None:
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


# -- what it does not say, and where that was read ---------------------------------------


def _silent(phrases: Phrases, model: Record) -> Section | None:
    topics = joined(phrases.entry("topics", code) for code in model.silent)
    read = notes(phrases.ui("The whole text was read, first to last article."))
    heading = phrases.ui("Topics not covered")
    return (
        Section(heading, [Paragraph(["— ", *topics]), *read], "silent")
        if topics
        else None
    )


def _answers(phrases: Phrases, name: str) -> Section | None:
    answered = record_profile.answered_items(phrases.corpus).get(name, ())
    answers = [ListItem(phrases.name(item)) for item in answered]
    return List(answers).under(
        phrases.ui("Answers the Dakar consultation of 2010"), "dakar"
    )


def sources(phrases: Phrases, all_: tuple[Source, ...]) -> list[Section]:
    """The section of sources; none where there are no sources."""
    items = [sentences.source(phrases, each) for each in all_]
    if not items:
        return []
    said = phrases.ui("Sources are named in English.") if phrases.language != "en" else []
    return [
        Section(phrases.ui("Sources"), [*notes(said), List(items, "sources")], "sources")
    ]


def identity(phrases: Phrases, name: str, model: Record) -> Iterator[Section]:
    """The dates of a record, its identity and its lineage."""
    needed = phrases.ui("Needs to enter into force"), _threshold(phrases, name, model)
    dates = facts([*sentences.timeline(phrases, name), needed], "time")
    if dates.rows:
        yield Section(phrases.ui("Dates"), [dates])
    yield Section(
        phrases.ui("Identity"), [facts(_identity(phrases, name, model), "identity")]
    )
    if lineage := record_profile.relations(phrases.corpus, name):
        lists = [
            (each, List([ListItem(phrases.name(other)) for other in of], "bare"))
            for each, of in lineage
        ]
        rows = [
            block.Fact(relation_words(phrases, each), blocks=[of]) for each, of in lists
        ]
        yield Section(phrases.ui("Lineage"), [Facts(rows, "identity")])


def _identity(phrases: Phrases, name: str, model: Record) -> Iterator[tuple[Runs, Runs]]:
    yield phrases.ui("Number"), phrases.number_of(model.number, name)
    yield phrases.ui("Region"), sentences.regions(phrases, name)
    yield phrases.ui("Developed by"), sentences.names(phrases, model.developed_by)
    yield (
        phrases.ui("Authentic languages"),
        joined(map(phrases.language_name, model.authentic_languages)),
    )
    yield (
        phrases.ui("Confidence"),
        [phrases.sign("confidences", phrases.corpus.confidence_shown(name))],
    )
    yield phrases.ui("Sources last read"), phrases.date(last_read(model.sources))
    yield phrases.ui("Last changed here"), changes.last_day(phrases, name)
    yield phrases.ui("Next review due"), phrases.date(model.review and model.review.due)


def _threshold(phrases: Phrases, name: str, model: Record) -> list[Run]:
    threshold = model.entry_into_force
    if threshold is None:
        return []
    number, after = threshold.ratifications, phrases.measure(threshold.after)
    needed = phrases.some("{n} ratification", "{n} ratifications", number)
    later = (
        phrases.ui("{length} after the last one needed", length=after) if after else []
    )
    place, sure = (
        phrases.reference(threshold.ref, name),
        phrases.confidence(threshold.confidence),
    )
    return joined((needed, later, place, sure))


def relation_words(phrases: Phrases, name: str) -> list[Run]:
    """The name of a relation (``record_profile.relations``)."""
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


# -- what a plan achieved, as evaluations, reviews and reports say it --------------------


def evaluations(phrases: Phrases, name: str, model: Record) -> Section | None:
    """The evaluations of a plan (``name`` is its id), the newest first; that none was
    found, where somebody looked; None where nobody did.
    """
    blocks: list[block.Block] = []
    if model.evaluations:
        blocks += [
            List(
                [_evaluation(phrases, name, each) for each in _newest_first(model)],
                "plain",
            )
        ]
        blocks += notes(_looked_for(phrases, model))
    elif model.evaluations_looked:
        blocks += [Paragraph(_looked_for(phrases, model))]
    heading = phrases.ui("Evaluations, reviews and meetings")
    return Section(heading, blocks, "evaluations") if blocks else None


def _looked_for(phrases: Phrases, model: Record) -> list[Run]:
    """On which day somebody looked for evaluations, and whether one was found."""
    if not model.evaluations_looked:
        return []
    day = phrases.date(model.evaluations_looked)
    if _found_result(model):
        return phrases.ui("We looked for evaluations on {day}.", day=day)
    return phrases.ui("We looked on {day} and found no evaluation.", day=day)


def _found_result(model: Record) -> bool:
    """Whether anything but meetings is known of how a plan was carried out."""
    return any(evaluation.what != "meeting" for evaluation in model.evaluations)


def evaluations_in_short(phrases: Phrases, name: str) -> list[Run]:
    """One line for a plan in a table, with a link to its evaluations; empty where nobody
    looked.
    """
    model = phrases.corpus.records[name]
    looked_in_vain = model.evaluations_looked and not _found_result(model)
    none = phrases.ui("We found no evaluation.") if looked_in_vain else []
    if not model.evaluations:
        return none
    dated = joined(_dated(phrases, each) for each in _newest_first(model))
    return joined(([Link(dated, Target("record", name, "evaluations"))], none))


def _newest_first(model: Record) -> list[Evaluation]:
    """The evaluations of a plan in order of time; those without a day stand last."""
    return sorted(
        model.evaluations,
        key=lambda each: each.when.last if each.when else date.min,
        reverse=True,
    )


def _dated(phrases: Phrases, each: Evaluation) -> list[Run]:
    """Its kind and its day."""
    kind = _kind_of(phrases, each.what)
    return phrases.labelled(kind, phrases.date(each.when)) if each.when else kind


def _evaluation(phrases: Phrases, name: str, evaluation: Evaluation) -> ListItem:
    """What was found, then by whom, when, on which page of which day, and how sure that
    is.
    """
    kind: list[Run] = [Strong(_kind_of(phrases, evaluation.what))]
    finding = phrases.text_of(name, evaluation.finding)
    finding = finding or phrases.ui("we have not read its findings")
    page = (phrases.host(evaluation.url), phrases.date(evaluation.page_date))
    about = (
        phrases.text_of(name, evaluation.by),
        phrases.date(evaluation.when),
        joined(page, phrases.localizer.comma),
        phrases.sure(name, evaluation),
    )
    return ListItem(phrases.labelled(kind, finding), joined(about))


def _kind_of(phrases: Phrases, what: str) -> list[Run]:
    return {
        "meeting": phrases.ui("Meeting"),
        "evaluation": phrases.ui("Evaluation"),
        "review": phrases.ui("Review of progress"),
        "progress-report": phrases.ui("Progress report"),
        "survey": phrases.ui("Survey"),
        "baseline-study": phrases.ui("Baseline study"),
    }[what]
