"""The tables of provisions, of their topics, and of topics on which nothing stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generators.corpus.addresses import Target, address
from generators.corpus.comparisons import in_days
from generators.corpus.corpus import Corpus
from generators.corpus.groups import group_of
from generators.corpus.located import LocatedProvision
from generators.corpus.order import nearness
from generators.document import sentences
from generators.document.open_data.adherences import SOURCE
from generators.document.open_data.columns import (
    RECORD,
    Column,
    Columns,
    Link,
    Own,
    Table,
    day,
    own,
    source_ids,
    together,
)
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.model.citations import last_read
from generators.model.records import Provision, Record, Step

_PROVISION = Link(("record", "id"), "provisions", ("record", "id"))


def provisions(phrases: Phrases, base: str = "") -> Table:
    """A row a provision."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "provisions", lambda: _provisions(corpus), base)
    made.record()
    made.line()
    made.places()
    made.several("regions", "regions", ui("Regions"))
    made.several("topics", "topics", ui("Topics"))
    made.coded("strength", "strengths", ui("Strength"))
    made.coded("about", "nearness", ui("How near to trafficking"))
    made.reference()
    made.said("says", "record", ui("What it says"))
    made.only_for()
    numbers(phrases, made)
    made.holds("holds_from", "holds_until")
    made.plain("current", "yes", ui("Whether it is the version that holds on the day of the data."))
    made.standing()
    made.source()
    made.sure()
    return made.table(
        ui("Provisions"),
        ui("What each place of a text says, a row each."),
        "record id",
        (RECORD, SOURCE),
        ("says", "reference", "record_name", "topics_label"),
    )


def numbers(phrases: Phrases, made: Columns) -> None:
    """The number that a line sets, the time within which it must be done, and both in words."""
    ui = phrases.localizer.gettext
    made.measured("value", "", ui("A number that the text sets; none where it sets several at once."))
    meaning = ui("least if the text says at least so much, most if it says at most so much.")
    made.plain("value_is", "text", meaning)
    made.measured("within", ui("Within what time"))
    words = Column("value_words", "text", ui("How many"), ui("How many"))
    made.add(words, lambda: [_in_words(phrases, line) for line in made.of("_line")])


def _in_words(phrases: Phrases, line: Provision | Step) -> str | None:
    return letters(sentences.value(phrases, line)) or None if line.value or line.within else None


NUMBERS = "value value_unit value_days value_is within within_unit within_days _line"


def measured(line: Provision | Step) -> tuple:
    """The columns of ``NUMBERS``."""
    return (*_measure(line.value), line.value_is, *_measure(line.within), line)


def _measure(of: Mapping[str, int] | None) -> tuple[int | None, str | None, float | None]:
    """A number with its unit, and in days; several units are one length, and no number."""
    if of and len(of) == 1:
        (unit, number) = next(iter(of.items()))
        return number, unit, in_days(of)
    return None, None, in_days(of)


def read_in(model: Record) -> str | None:
    """The id of the source in which a record was read: the first that is the text itself; None where none
    is.
    """
    named = zip(source_ids(model.sources), model.sources, strict=True)
    return next((name for name, each in named if each.kind == "primary"), None)


STANDING = "binding binds status"


def standing(corpus: Corpus, record: str) -> tuple[bool, bool, str]:
    """The columns of ``STANDING``."""
    return corpus.records[record].binding, corpus.binds(record), corpus.status(record)


def _provisions(corpus: Corpus) -> Own:
    return own(
        f"record id address regions topics strength about ref says only_for {NUMBERS} holds_from holds_until "
        f"current {STANDING} source confidence as_of",
        _each(corpus),
    )


def _each(corpus: Corpus) -> Iterator[tuple]:
    for name, model in sorted(corpus.records.items()):
        rest = (*standing(corpus, name), read_in(model))
        regions, as_of = together(corpus.regions(name)), day(last_read(model.sources))
        for anchor, line in zip(corpus.anchors[name].provisions, model.provisions, strict=True):
            yield (
                name,
                anchor,
                address(Target("record", name, anchor)),
                regions,
                together(line.topics),
                line.strength,
                nearness(corpus, LocatedProvision(name, anchor, line)),
                line.ref,
                line.says,
                group_of(corpus, LocatedProvision(name, anchor, line)) or None,
                *measured(line),
                day(line.from_),
                day(line.until),
                corpus.current(line),
                *rest,
                corpus.confidence_of(name, line),
                as_of,
            )


def provision_topics(phrases: Phrases, base: str = "") -> Table:
    """A row a provision and topic."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext

    def rows() -> Iterator[tuple[str, str, str]]:
        for name, model in sorted(corpus.records.items()):
            for anchor, line in zip(corpus.anchors[name].provisions, model.provisions, strict=True):
                yield from ((name, anchor, topic) for topic in line.topics)

    made = Columns(phrases, "provision_topics", lambda: own("record id topic", rows()), base)
    made.id("record")
    made.line()
    made.coded("topic", "topics", ui("Topic"))
    meaning = ui("Which provision is on which topic.")
    return made.table(ui("Topics"), meaning, "record id topic", (_PROVISION,), joins=True)


def silence(phrases: Phrases, base: str = "") -> Table:
    """A row a record and topic on which no provision stands."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext

    def rows() -> Iterator[tuple[str, str, str]]:
        for name, model in sorted(corpus.records.items()):
            spoken, silent = {topic for line in model.provisions for topic in line.topics}, {*model.silent}
            for topic in corpus.vocabularies.of("topics"):
                if topic in silent:
                    yield name, topic, "read-silent"
                elif topic not in spoken:
                    yield name, topic, "not-recorded"

    made = Columns(phrases, "silence", lambda: own("record topic absence", rows()), base)
    made.id("record")
    made.coded("topic", "topics", ui("Topic"))
    meaning = ui("Whether the text, read in full, says nothing, or nobody has looked.")
    made.coded("absence", "absences", ui("Silence"), meaning)
    return made.table(
        ui("Silence"),
        ui("Topics on which no provision of a record stands, and why."),
        "record topic",
        (RECORD,),
    )
