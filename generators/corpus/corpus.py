"""Everything together: indexes, relations in both directions, what follows from dates,
and which language a text comes in.

Pages, exports, search and PDFs ask here, so that they cannot disagree. What people typed
stands in the models; all that is computed stands here, and ``today`` is handed in, so
that two builds of one commit are the same. What is shown follows from ``today`` alone;
``latest`` is for checks, which refuse only a later day.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any, Literal, ParamSpec, TypeVar, get_args

from generators.corpus import membership, status
from generators.corpus.anchors import Anchors, anchors
from generators.corpus.library import Library
from generators.corpus.located import Adherence, Located, Membership, grouped, inverted
from generators.corpus.memo import Memo, once
from generators.corpus.publisher import NOBODY, Publisher
from generators.model.citations import FormerLine
from generators.model.items import Item
from generators.model.mechanisms import Mechanism, Member
from generators.model.parties import Organisation, Party
from generators.model.records import Provision, Record
from generators.text.partial_dates import PartialDate

Named, Result = ParamSpec("Named"), TypeVar("Result")

_UNMADE: Any = object()
STANDING = "standing"
RELATIONS = ("supersedes", "amends", "implements", "related")
Lines = Literal["provisions", "steps", "objectives", "indicators"]
LINES: tuple[Lines, ...] = get_args(Lines)
"""The kinds of lines of a record, which others link to."""


class Corpus:
    """All that was read, indexed. ``languages`` is in the order of the menu; the first is
    the default. ``latest`` is the last day that can have come when something is checked
    (``inputs.latest``); ``today``, where nobody hands it in. ``publisher`` keeps the site
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
        self.library, self.today, self.languages = library, today, languages
        self.latest = latest or today
        self.publisher = publisher
        self.vocabularies, self.contacts = library.vocabularies, library.contacts
        self.mechanisms, self.items = library.mechanisms, library.items
        self.records = membership.filled(library.records, library.mechanisms)
        self._cache: dict[Hashable, Any] = {}
        self.memo = Memo(self)

    def cached(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """A value that follows from the corpus alone (``key`` names it), made once for
        all languages.
        """
        found = self._cache.get(key, _UNMADE)
        if found is _UNMADE:
            found = self._cache[key] = make()
        return found

    def forget(self) -> None:
        """Give up what was worked out for all languages, where none follows; who asks
        again has it made.
        """
        self._cache.clear()
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
        found = {region for mechanism in known for region in mechanism.regions}
        return tuple(
            sorted(found, key=lambda region: self.vocabularies.rank("regions", region))
        )

    def region(self, owner: str) -> str:
        """The first region of a record or mechanism; empty where it has none."""
        return next(iter(self.regions(owner)), "")

    @cached_property
    def mechanisms_in(self) -> Mapping[str, tuple[str, ...]]:
        """Mechanisms by region, by id."""
        return {
            r: tuple(
                m for m in sorted(self.mechanisms) if r in self.mechanisms[m].regions
            )
            for r in self.vocabularies.of("regions")
        }

    @cached_property
    def bodies_of(self) -> Mapping[str, tuple[str, ...]]:
        """Mechanisms that are part of a mechanism."""
        return inverted(
            (name, model.part_of) for name, model in sorted(self.mechanisms.items())
        )

    def day(self, record: str) -> PartialDate | None:
        """The day by which a record is put in order of time: adopted, else signed, else
        in force, else the start of its period.
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
        every = sorted(self.records.items())
        return {
            kind: inverted((name, getattr(each.relations, kind)) for name, each in every)
            for kind in RELATIONS
        }

    @once
    def status(self, record: str) -> str:
        """Where a record stands today: superseded, expired or extended where that
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
        return status.group(self.status(record), self.vocabularies.of("statuses"))

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
        """Whether a line of a record (a provision; of anything else its record) binds
        today: its text does, and the line applies; or the line applies before its text
        does.
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

    def _over(self, provision: Provision) -> bool:
        """Whether a provision has ended."""
        return status.phase(provision.from_, provision.until, self.today) == "past"

    def confidence_of(self, owner: str, line: object) -> str:
        """The confidence of one value of a record, mechanism or item: its own, else its
        owner's. ``line`` is the value (a provision, a step, an event, a party list …), or
        the key of one that has its confidence beside it (``in_force``, ``founded``,
        ``members``).
        """
        model = self.model(owner)
        held, key = (
            (model, f"{line}_confidence")
            if isinstance(line, str)
            else (line, "confidence")
        )
        return getattr(held, key, None) or model.confidence

    @once
    def confidence_shown(self, owner: str) -> str:
        """The confidence that is shown for a record, mechanism or item as a whole. A
        record's is the best that more than half of its provisions, steps, objectives and
        indicators have or exceed, and its own where it has no such lines.
        """
        model = self.model(owner)
        lines = [line for key in LINES for line in getattr(model, key, ())]
        counted = Counter(self.confidence_of(owner, line) for line in lines)
        reached = 0
        for grade in self.vocabularies.of("confidences"):
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
        return {
            name: anchors(model)
            for name, model in {**self.records, **self.mechanisms}.items()
        }

    def former_lines(self, owner: str) -> tuple[FormerLine, ...]:
        """The lines of a record that were published and are no more; a mechanism has
        none.
        """
        return self.records[owner].former_lines if owner in self.records else ()

    def lines_of(self, record: str, of: Lines) -> Iterator[Located]:
        """The lines of a kind of a record, each with its place."""
        pairs = zip(
            getattr(self.anchors[record], of),
            getattr(self.records[record], of),
            strict=True,
        )
        return (
            Located(record, anchor, line, number)
            for number, (anchor, line) in enumerate(pairs, 1)
        )

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[Located, ...]]:
        """The provisions in force today and those to come, by topic, oldest record first;
        without those of an amending act that stand in the amended text, and of one
        State's own text.
        """
        found = defaultdict(list)
        for name in sorted(self.standards, key=self.age):
            amended = self.amended_topics(name)
            for located in self.lines_of(name, "provisions"):
                for topic in () if self._over(located.line) else located.line.topics:
                    if topic not in amended:
                        found[topic].append(located)
        return {topic: tuple(found[topic]) for topic in self.vocabularies.of("topics")}

    def by_pillar(self, topics: Iterable[str]) -> list[tuple[str, list[str]]]:
        """Pillars with those of some topics, both in the order of the vocabulary."""
        rank, entries = self.vocabularies.rank, self.vocabularies.of("topics")
        pillars = {
            code: entries[code].pillar or "" if code in entries else "" for code in topics
        }
        ordered = sorted(
            pillars,
            key=lambda code: (rank("pillars", pillars[code]), rank("topics", code)),
        )
        return [
            (pillar, [*own]) for pillar, own in groupby(ordered, key=pillars.__getitem__)
        ]

    def amended_topics(self, record: str) -> Mapping[str, str]:
        """The topics on which a text that a record amends already says what it says since
        it was amended, each with that text.
        """
        return {
            topic: name
            for name in self.records[record].relations.amends
            if name in self.records
            for provision in self.records[name].provisions
            if provision.from_ and self.current(provision)
            for topic in provision.topics
        }

    @cached_property
    def standards(self) -> Mapping[str, Record]:
        """The records that are not one State's own text, which is an example and asks
        nothing of others.
        """
        return {name: model for name, model in self.records.items() if not model.model_of}

    @cached_property
    def by_stage(self) -> Mapping[str, tuple[Located, ...]]:
        """The steps of all SOPs but those of single States, by stage, oldest record
        first.
        """
        steps = (
            each
            for name in sorted(self.standards, key=self.age)
            for each in self.lines_of(name, "steps")
        )
        found = grouped((each.line.stage, each) for each in steps)
        return {stage: found.get(stage, ()) for stage in self.vocabularies.of("stages")}

    @cached_property
    def memberships(self) -> Mapping[str, tuple[Membership, ...]]:
        """Memberships by State, past ones included."""
        return grouped(
            (member.state, Membership(name, member))
            for name, model in sorted(self.mechanisms.items())
            for member in model.members
        )

    def phase(self, line: Member | Party | Organisation) -> status.Phase:
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

    def bound_since(self, record: str, party: Party) -> status.BoundSince | None:
        """From which day a record binds a State that joined it; None where that is not
        known.
        """
        key = ("bound since", record, party.state, party.since, party.in_force_since)
        return self.cached(key, lambda: status.bound_since(self.records[record], party))

    def binds_state(self, record: str, state: str) -> bool:
        """Whether a record can bind a State today: a successor frees only the States that
        are bound by it; one whose parties are not all known frees every State. An
        organisation has no code, and is freed too.
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
        """Whether a record binds today, if only some States that no successor has freed."""
        return self.binds(record) or record in self._bound_somewhere

    @cached_property
    def _bound_somewhere(self) -> frozenset[str]:
        return frozenset().union(*map(self.bound_by, self.adherences))

    def _frees(self, successor: str, state: str) -> bool:
        parties = self.records[successor].parties
        if parties is None or not parties.states or parties.incomplete:
            return True
        return any(
            each.state == state and self.is_bound(successor, each)
            for each in parties.states
        )

    @once
    def bound_by(self, state: str) -> frozenset[str]:
        """The records that bind a State (alpha-3 code) today."""
        joined = self.adherences.get(state, ())
        return frozenset(
            each.record for each in joined if self.is_bound(each.record, each.party)
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
            each for each in self.adherences.get(state, ()) if self.is_now(each.party)
        )
        return frozenset(
            each.record for each in joined if self.applies_in_part(each.record)
        )

    @cached_property
    def all_states(self) -> tuple[str, ...]:
        """Every State that the corpus names: as member, party, signatory or named party."""
        named = {
            state for model in self.records.values() for state in model.named_parties
        }
        lists = (model.parties for model in self.records.values() if model.parties)
        signed = {each.state for parties in lists for each in parties.signatories}
        return tuple(sorted({*self.memberships, *self.adherences, *named, *signed}))
