"""Everything together: indexes, relations in both directions, what follows from dates,
and which language a text comes in.

Pages, exports, search and PDFs ask here, so that they cannot disagree. The models hold
what people typed; all that is computed from it is here. The caller gives ``today``, so
that two builds of one commit are the same. What pages say follows from ``today`` and from
no other day. ``latest`` is for checks, which refuse only a later day.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any, Literal, get_args

from generators.corpus import membership, status
from generators.corpus.anchors import Anchors, anchors
from generators.corpus.library import Library
from generators.corpus.located import (
    Adherence,
    AnyLine,
    Located,
    Membership,
    grouped,
    inverted,
)
from generators.corpus.memo import Memo, once
from generators.corpus.publisher import NOBODY, Publisher
from generators.corpus.status import BoundSince, Phase
from generators.model.citations import FormerLine
from generators.model.items import Item
from generators.model.mechanisms import Mechanism, Member
from generators.model.parties import Organisation, Party
from generators.model.records import Provision, Record, Step
from generators.text.partial_dates import PartialDate

STANDING = "standing"
RELATIONS = ("supersedes", "amends", "implements", "related")
Lines = Literal["provisions", "steps", "objectives", "indicators"]
LINES: tuple[Lines, ...] = get_args(Lines)
"""The kinds of lines of a record, which others link to."""


class Corpus:
    """All that was read, indexed. ``languages`` is in the order of the menu; the first is
    the default. ``latest`` is the last day that can have come when something is checked
    (``inputs.latest``); ``today``, where nobody gives it. ``publisher`` keeps the site
    that is made of it.
    """

    def __init__(
        self,
        library: Library,
        today: date,
        languages: tuple[str, ...],
        latest: date | None = None,
        publisher: Publisher = NOBODY,
    ) -> None:
        self.library = library
        self.today = today
        self.languages = languages
        self.latest = latest or today
        self.publisher = publisher
        self.vocabularies = library.vocabularies
        self.contacts = library.contacts
        self.mechanisms = library.mechanisms
        self.items = library.items
        self.records = membership.filled(library.records, library.mechanisms)
        self.memo = Memo(self)

    def forget(self) -> None:
        """Give up what was worked out for all languages, where no language follows."""
        self.memo.clear()

    def model(self, owner: str) -> Record | Mechanism | Item:
        """The record, mechanism or item of an id. Raises KeyError where there is none."""
        return self.records.get(owner) or self.mechanisms.get(owner) or self.items[owner]

    # -- records and mechanisms ----------------------------------------------------------

    @cached_property
    def records_of(self) -> Mapping[str, tuple[str, ...]]:
        """Records by mechanism, those that adopted together included; oldest first."""
        return inverted(
            (name, self.adopters(name)) for name in sorted(self.records, key=self.age)
        )

    def adopters(self, record: str) -> tuple[str, ...]:
        """The mechanisms that adopted a record: its folder first."""
        return tuple(
            dict.fromkeys((record.partition("/")[0], *self.records[record].with_))
        )

    @once
    def regions(self, owner: str) -> tuple[str, ...]:
        """The regions of a mechanism, or of the mechanisms that adopted a record, in the
        order of the vocabulary.
        """
        names = self.adopters(owner) if owner in self.records else (owner,)
        known = (self.mechanisms[name] for name in names if name in self.mechanisms)
        codes = {region for mechanism in known for region in mechanism.regions}
        return tuple(
            sorted(codes, key=lambda region: self.vocabularies.rank("regions", region))
        )

    def region(self, owner: str) -> str:
        """The first region of a record or mechanism; empty where it has none."""
        return next(iter(self.regions(owner)), "")

    @cached_property
    def mechanisms_in(self) -> Mapping[str, tuple[str, ...]]:
        """Mechanisms by region, by id."""
        return {
            region: tuple(
                name
                for name in sorted(self.mechanisms)
                if region in self.mechanisms[name].regions
            )
            for region in self.vocabularies.entries_of("regions")
        }

    @cached_property
    def bodies_of(self) -> Mapping[str, tuple[str, ...]]:
        """Mechanisms that are part of a mechanism."""
        return inverted(
            (name, model.part_of) for name, model in sorted(self.mechanisms.items())
        )

    def day(self, record: str) -> PartialDate | None:
        """The day by which a record is put in order of time.

        It is the first that is known of these: adopted, signed, in force, the start of
        its period. None where none is known.
        """
        model = self.records[record]
        for event in (model.adopted, model.signature):
            if event and event.date:
                return event.date
        return model.in_force or (model.period.from_ if model.period else None)

    def age(self, record: str) -> tuple[date, str]:
        """A key that puts the oldest record first; undated ones come last."""
        day = self.day(record)
        return (day.first if day else date.max, record)

    # -- what follows from dates and relations -------------------------------------------

    @cached_property
    def inverse(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """For each relation, the records that bear it on a record:
        ``inverse["supersedes"][x]`` are the successors of x.
        """
        models = sorted(self.records.items())
        return {
            relation: inverted(
                (name, getattr(model.relations, relation)) for name, model in models
            )
            for relation in RELATIONS
        }

    @once
    def status(self, record: str) -> str:
        """The status of a record today: superseded, expired or extended where that
        follows, else what was decided.
        """
        return status.status(
            self.records[record], bool(self.successors(record)), self.today
        )

    @once
    def period_ended(self, record: str) -> PartialDate | None:
        """The end of the period of a record whose time is over; None of any other."""
        return status.period_ended(self.records[record], self.today)

    @once
    def group(self, record: str) -> str:
        """The group of a record's status today: proposed, pending, standing or over."""
        return status.group(self.status(record), self.vocabularies.entries_of("statuses"))

    def successors(self, record: str) -> tuple[str, ...]:
        """The records that supersede a record today: drafts and texts that are only
        signed do not.
        """
        named = self.inverse["supersedes"].get(record, ())
        return status.successors(self.records[record], named, self.records, self.today)

    @once
    def binds(self, record: str) -> bool:
        """Whether a text binds today: one that is signed and not in force, or superseded,
        does not.
        """
        return status.binds(self.records[record], self.group(record), self.today)

    def applies_from(self, record: str, line: object = None) -> PartialDate | None:
        """The day from which a record, or a line of it, will apply; None where that is
        not to come.
        """
        return status.applies_later(self.records[record], self.today, line)

    def line_binds(self, record: str, line: object) -> bool:
        """Whether a line of a record binds today.

        A provision binds where its text does and it applies, or where it applies
        before its text does. For any other line its record decides.
        """
        if not isinstance(line, Provision) or (line.from_ is None and line.until is None):
            return self.binds(record)
        return status.binds(self.records[record], self.group(record), self.today, line)

    @once
    def applies_in_part(self, record: str) -> bool:
        """Whether some lines of a text bind today though the text as a whole does not
        apply yet.
        """
        model = self.records[record]
        early = self.applies_from(record) is not None
        return early and any(self.line_binds(record, line) for line in model.provisions)

    def current(self, provision: Provision) -> bool:
        """Whether a provision is the version in force today."""
        return status.runs(provision.from_, provision.until, self.today)

    def _is_over(self, provision: Provision) -> bool:
        """Whether a provision has ended."""
        return status.phase(provision.from_, provision.until, self.today) == "past"

    def confidence_of(self, owner: str, line: object) -> str:
        """The confidence of one value of a record, mechanism or item: its own, else its
        owner's.

        ``line`` is the value (a provision, a step, an event, a party list …). It may also
        be the key of a value whose confidence is a field of the owner (``in_force``,
        ``founded``, ``members``).
        """
        model = self.model(owner)
        if isinstance(line, str):
            own = getattr(model, f"{line}_confidence", None)
        else:
            own = getattr(line, "confidence", None)
        return own or model.confidence

    @once
    def confidence_shown(self, owner: str) -> str:
        """The confidence that is shown for a record, mechanism or item as a whole.

        A record's is the best that more than half of its provisions, steps, objectives
        and indicators have or exceed. Where it has no such lines, it is the record's own.
        """
        model = self.model(owner)
        lines = [line for section in LINES for line in getattr(model, section, ())]
        counted = Counter(self.confidence_of(owner, line) for line in lines)
        reached = 0
        for grade in self.vocabularies.entries_of("confidences"):
            reached += counted[grade]
            if 2 * reached > len(lines):
                return grade
        return model.confidence

    def confidence_in(self, owner: str, line: Party | Member) -> str:
        """The confidence of a line of a list of States: its own, else its list's, else
        its owner's.
        """
        parties = getattr(self.model(owner), "parties", None)
        return line.confidence or self.confidence_of(owner, parties or "members")

    # -- provisions, steps, States -------------------------------------------------------

    @cached_property
    def anchors(self) -> Mapping[str, Anchors]:
        """For each record, the anchors of its provisions, steps, objectives, indicators
        and sources; for each mechanism those of its sources.
        """
        owners: dict[str, Record | Mechanism] = {**self.records, **self.mechanisms}
        return {name: anchors(model) for name, model in owners.items()}

    def former_lines(self, owner: str) -> tuple[FormerLine, ...]:
        """The lines of a record that were published and are no more; a mechanism has
        none.
        """
        return self.records[owner].former_lines if owner in self.records else ()

    def lines_of(self, record: str, section: Lines) -> Iterator[Located[Any]]:
        """The lines of one section of a record (its id), each with its place."""
        anchors_of_lines: tuple[str, ...] = getattr(self.anchors[record], section)
        lines: tuple[AnyLine, ...] = getattr(self.records[record], section)
        pairs = zip(anchors_of_lines, lines, strict=True)
        return (
            Located(record, anchor, line, number)
            for number, (anchor, line) in enumerate(pairs, 1)
        )

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[Located[Provision], ...]]:
        """The provisions in force today and those to come, by topic, oldest record first.

        Those of an amending act that the amended text now has itself are left out. So are
        those of one State's own text. Every topic of the vocabulary has a place.
        """
        provisions: dict[str, list[Located[Provision]]] = defaultdict(list)
        for name in sorted(self.standards, key=self.age):
            amended = self.amended_topics(name)
            for located in self.lines_of(name, "provisions"):
                if self._is_over(located.line):
                    continue
                for topic in located.line.topics:
                    if topic not in amended:
                        provisions[topic].append(located)
        return {
            topic: tuple(provisions[topic])
            for topic in self.vocabularies.entries_of("topics")
        }

    def by_pillar(self, topics: Iterable[str]) -> list[tuple[str, list[str]]]:
        """Pillars with those of some topics, both in the order of the vocabulary."""
        rank = self.vocabularies.rank
        entries = self.vocabularies.entries_of("topics")
        pillars = {
            code: entries[code].pillar or "" if code in entries else "" for code in topics
        }
        ordered = sorted(
            pillars,
            key=lambda code: (rank("pillars", pillars[code]), rank("topics", code)),
        )
        return [
            (pillar, [*codes])
            for pillar, codes in groupby(ordered, key=pillars.__getitem__)
        ]

    def amended_topics(self, record: str) -> Mapping[str, str]:
        """The topics of a record's amendments that the amended text now covers itself.

        Each has the id of that text. An amended text covers a topic by a provision with a
        ``from`` of its own, if that day has come.
        """
        texts: dict[str, str] = {}
        for name in self.records[record].relations.amends:
            if name not in self.records:
                continue
            for provision in self.records[name].provisions:
                if provision.from_ and self.current(provision):
                    texts.update(dict.fromkeys(provision.topics, name))
        return texts

    @cached_property
    def standards(self) -> Mapping[str, Record]:
        """The records that are not one State's own text, which is an example and asks
        nothing of others.
        """
        return {name: model for name, model in self.records.items() if not model.model_of}

    @cached_property
    def read_in_full(self) -> tuple[str, ...]:
        """The ids of the records whose text somebody read from beginning to end."""
        return tuple(name for name, model in self.records.items() if model.read_in_full)

    @cached_property
    def by_stage(self) -> Mapping[str, tuple[Located[Step], ...]]:
        """The steps of all SOPs but those of single States, by stage, oldest record
        first. Every stage of the vocabulary has a place.
        """
        steps = (
            step
            for name in sorted(self.standards, key=self.age)
            for step in self.lines_of(name, "steps")
        )
        by_code = grouped((step.line.stage, step) for step in steps)
        return {
            stage: by_code.get(stage, ())
            for stage in self.vocabularies.entries_of("stages")
        }

    @cached_property
    def memberships(self) -> Mapping[str, tuple[Membership, ...]]:
        """Memberships by State, past ones included."""
        return grouped(
            (member.state, Membership(name, member))
            for name, model in sorted(self.mechanisms.items())
            for member in model.members
        )

    def phase(self, line: Member | Party | Organisation) -> Phase:
        """Whether a membership, or being a party, is ahead, is now, or is past."""
        return status.phase(line.since, line.until, self.today)

    def is_now(self, line: Member | Party | Organisation) -> bool:
        """Whether a membership, or being a party, runs today; whether a text binds is
        ``is_bound``.
        """
        return self.phase(line) == "now"

    def members_today(self, mechanism: str) -> tuple[Member, ...]:
        """A mechanism's members today."""
        return tuple(
            member for member in self.mechanisms[mechanism].members if self.is_now(member)
        )

    @cached_property
    def adherences(self) -> Mapping[str, tuple[Adherence, ...]]:
        """Records that list a State as a party, by State, past ones included; oldest
        record first.
        """
        lists = (
            (name, self.records[name].parties)
            for name in sorted(self.records, key=self.age)
        )
        return grouped(
            (party.state, Adherence(name, party))
            for name, parties in lists
            for party in (parties.states if parties else ())
        )

    def is_bound(self, record: str, party: Party) -> bool:
        """Whether a State that joined a record is bound by it today."""
        since = self.bound_since(record, party)
        return status.is_bound(
            party, self.binds_state(record, party.state), since and since.day, self.today
        )

    @once
    def bound_since(self, record: str, party: Party) -> BoundSince | None:
        """From which day a record binds a State that joined it; None where that is not
        known.
        """
        return status.bound_since(self.records[record], party)

    def binds_state(self, record: str, state: str) -> bool:
        """Whether a record can bind a State (alpha-3 code) today.

        A successor frees only the States that are bound by it. A successor whose parties
        are not all known frees every State. An organisation has no code (``state`` is
        empty), and is freed too.
        """
        if self.binds(record):
            return True
        successors = self.successors(record)
        return (
            bool(state and successors)
            and status.binds(self.records[record], STANDING, self.today)
            and not any(self._frees(successor, state) for successor in successors)
        )

    def binds_anyone(self, record: str) -> bool:
        """Whether a record binds today, if only States that no successor freed."""
        return self.binds(record) or record in self._bound_somewhere

    @cached_property
    def _bound_somewhere(self) -> frozenset[str]:
        return frozenset().union(*map(self.bound_by, self.adherences))

    def _frees(self, successor: str, state: str) -> bool:
        """Whether a successor frees a State from the text that it supersedes."""
        parties = self.records[successor].parties
        if parties is None or not parties.states or parties.incomplete:
            return True
        return any(
            party.state == state and self.is_bound(successor, party)
            for party in parties.states
        )

    @once
    def bound_by(self, state: str) -> frozenset[str]:
        """The records that bind a State (alpha-3 code) today."""
        return frozenset(
            record
            for record, party in self.adherences.get(state, ())
            if self.is_bound(record, party)
        )

    def line_binds_state(self, record: str, line: object, state: str) -> bool:
        """Whether a line of a record binds a State (alpha-3 code) today."""
        if record in self.bound_by(state):
            return not isinstance(line, Provision) or self.current(line)
        return record in self.bound_in_part(state) and self.line_binds(record, line)

    @once
    def bound_in_part(self, state: str) -> frozenset[str]:
        """The records of which only some lines bind a State (alpha-3 code) today, which
        apply before their text does.
        """
        joined = (
            record
            for record, party in self.adherences.get(state, ())
            if self.is_now(party)
        )
        return frozenset(record for record in joined if self.applies_in_part(record))

    @cached_property
    def all_states(self) -> tuple[str, ...]:
        """Every State (alpha-3 code) that a record or mechanism names."""
        named: set[str] = set()
        signed: set[str] = set()
        for model in self.records.values():
            named.update(model.named_parties)
            if model.parties:
                signed.update(signatory.state for signatory in model.parties.signatories)
        return tuple(sorted({*self.memberships, *self.adherences, *named, *signed}))
