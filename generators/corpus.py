"""Everything together: indexes, relations in both directions, what follows from dates, and which language a text comes in.

Pages, exports, search and PDFs ask here, so that they cannot disagree. What people typed stands in the models; all that is computed stands here,
and ``today`` is handed in, so that two builds of one commit are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from generators import catalogs, states
from generators.addresses import anchors
from generators.dates import PartialDate
from generators.items import Item
from generators.library import Library
from generators.mechanisms import Mechanism, Member
from generators.placed import MISSING, OFFICIAL, SOURCE, Adherence, Localized, Membership, Placed, PlacedStep, inverted
from generators.records import Party, Provision, Record
from generators.vocabulary import Words

RELATIONS = ("supersedes", "amends", "implements", "related")


@dataclass(frozen=True)
class Corpus:
    """All that was read, indexed. ``languages`` is in the order of the menu; the first is the default."""

    library: Library
    today: date
    languages: tuple[str, ...]
    _kept: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """A value that follows from the corpus alone (``key`` names it), made once for all languages."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    @property
    def words(self) -> Words:
        return self.library.words

    @property
    def mechanisms(self) -> Mapping[str, Mechanism]:
        return self.library.mechanisms

    @property
    def records(self) -> Mapping[str, Record]:
        return self.library.records

    @property
    def items(self) -> Mapping[str, Item]:
        return self.library.items

    # -- languages -------------------------------------------------------------------------------------------------

    def text(self, text: str, folder: str, language: str, source: str = "en", context: str = "") -> Localized:
        """A text of a folder in a language: the one place where fallback is decided."""
        if source == language:
            return Localized(text, source, SOURCE)
        catalog = self.library.catalogs.get((folder, language))
        found = catalog.find(text, context) if catalog else None
        if found is None:
            return Localized(text, source, MISSING)
        if found.state == catalogs.STALE:
            return Localized(text, source, catalogs.STALE)
        return Localized(found.text, language, found.state)

    def said(self, owner: str, text: str, language: str) -> Localized:
        """A text of a record, an item or a mechanism (``owner`` is its id) in a language."""
        return self.text(text, owner.partition("/")[0], language, self._language_of(owner))

    def word(self, name: str, code: str, language: str, part: str = "label") -> Localized:
        """A part (label, definition, question …) of an entry of the vocabulary; the code itself where the list does not know it."""
        entry = self.words.of(name).get(code)
        text = getattr(entry, part) if entry else None
        if text is None:
            return Localized(code, "zxx", MISSING)
        if name == "terms" and part == "label" and language in entry.forms:
            return Localized(entry.forms[language].form, language, OFFICIAL)
        return self.text(text, "vocabulary", language, self.words.lists[name].language, name)

    def label(self, name: str, code: str, language: str) -> str:
        """The label of a code, as plain text."""
        return self.word(name, code, language).text

    def title(self, owner: str, language: str) -> Localized:
        """The title of a record or item, or the name of a mechanism."""
        model = self._model(owner)
        published = getattr(model, "official_titles", None) or getattr(model, "official_names", None) or {}
        if language in published:
            return Localized(published[language], language, OFFICIAL)
        source = model.language
        own = published.get(source) or getattr(model, "title", None) or getattr(model, "name", None)
        if own is None and published:
            source, own = next(iter(published.items()))
            return Localized(own, source, MISSING)
        return self.said(owner, own or owner, language)

    def short(self, owner: str, language: str) -> Localized:
        """The shortest usual name: an acronym of a mechanism, a short title of a record; else the whole title."""
        model = self._model(owner)
        if isinstance(model, Mechanism):
            text = model.acronyms.get(language) or model.acronyms.get("en") or next(iter(model.acronyms.values()), None)
            if text:
                return Localized(text, language if language in model.acronyms else "zxx", OFFICIAL)
            return self.said(owner, model.short_name, language) if model.short_name else self.title(owner, language)
        if isinstance(model, Record):
            if language in model.short_titles:
                return Localized(model.short_titles[language], language, OFFICIAL)
            if model.short_title and (model.language == language or language not in model.official_titles):
                return self.said(owner, model.short_title, language)
        return self.title(owner, language)

    def state_name(self, code: str, language: str) -> str:
        """A State's name."""
        return states.name(code, language, self.words.state_names)

    def _language_of(self, owner: str) -> str:
        return self._model(owner).language

    def _model(self, owner: str) -> Record | Mechanism | Item:
        return self.records.get(owner) or self.mechanisms.get(owner) or self.items[owner]

    # -- records and mechanisms ------------------------------------------------------------------------------------

    @cached_property
    def records_of(self) -> Mapping[str, tuple[str, ...]]:
        """Records by mechanism, those that adopted together included; oldest first."""
        found = defaultdict(list)
        for name in self.records:
            for owner in self.adopters(name):
                found[owner].append(name)
        return {owner: tuple(sorted(names, key=self.age)) for owner, names in found.items()}

    def adopters(self, record: str) -> tuple[str, ...]:
        """The mechanisms that adopted a record: its folder first."""
        return self._adopters[record]

    @cached_property
    def _adopters(self) -> Mapping[str, tuple[str, ...]]:
        return {name: (name.partition("/")[0], *record.with_) for name, record in self.records.items()}

    def regions(self, owner: str) -> tuple[str, ...]:
        """The regions of a mechanism, or of the mechanisms that adopted a record, in the order of the vocabulary."""
        return self._regions.get(owner, ())

    @cached_property
    def _regions(self) -> Mapping[str, tuple[str, ...]]:
        owners = {**{name: (name,) for name in self.mechanisms}, **self._adopters}
        return {owner: self._regions_of(names) for owner, names in owners.items()}

    def _regions_of(self, names: Iterable[str]) -> tuple[str, ...]:
        found = {region for name in names if name in self.mechanisms for region in self.mechanisms[name].regions}
        return tuple(sorted(found, key=lambda region: self.words.rank("regions", region)))

    @cached_property
    def mechanisms_in(self) -> Mapping[str, tuple[str, ...]]:
        """Mechanisms by region, by id."""
        return {r: tuple(m for m in sorted(self.mechanisms) if r in self.mechanisms[m].regions) for r in self.words.of("regions")}

    @cached_property
    def bodies_of(self) -> Mapping[str, tuple[str, ...]]:
        """Mechanisms that are part of a mechanism."""
        return inverted((name, model.part_of) for name, model in sorted(self.mechanisms.items()))

    def day(self, record: str) -> PartialDate | None:
        """The day by which a record is put in order of time: adopted, else signed, else in force, else the start of its period."""
        model = self.records[record]
        for event in (model.adopted, model.signature):
            if event and event.date:
                return event.date
        return model.in_force or (model.period.from_ if model.period else None)

    def age(self, record: str) -> tuple[date, str]:
        """A key that puts the oldest record first; undated ones come last."""
        day = self.day(record)
        return (day.first if day else date.max, record)

    # -- what follows from dates and relations -----------------------------------------------------------------------

    @cached_property
    def inverse(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """For each relation, the records that bear it on a record: ``inverse["supersedes"][x]`` are the successors of x."""
        return {kind: inverted((name, getattr(record.relations, kind)) for name, record in sorted(self.records.items())) for kind in RELATIONS}

    def status(self, record: str) -> str:
        """Where a record stands today: superseded, expired or extended where that follows, else what was decided."""
        return self._statuses[record]

    @cached_property
    def _statuses(self) -> Mapping[str, str]:
        return {name: self._status(name) for name in self.records}

    def _status(self, record: str) -> str:
        model = self.records[record]
        successors = self.inverse["supersedes"].get(record, ())
        if any(self.records[name].status != "draft" for name in successors):
            return "superseded"
        period = model.period
        end = (period.extended_to or period.to) if period else None
        if end and end.last < self.today:
            return model.status if period.still_guides else "expired"
        return "extended" if period and period.extended_to else model.status

    def current(self, provision: Provision) -> bool:
        """Whether a provision is the one in force today."""
        begun = provision.from_ is None or provision.from_.first <= self.today
        return begun and (provision.until is None or provision.until.first > self.today)

    def grade(self, record: str, line: object) -> str:
        """The confidence of one line (a provision, a step, a party list …): its own, else its record's."""
        return getattr(line, "confidence", None) or self._model(record).confidence

    # -- provisions, steps, States -----------------------------------------------------------------------------------

    @cached_property
    def anchors(self) -> Mapping[str, tuple[str, ...]]:
        """For each record, the anchors of its provisions in order: its id, else its reference, counted where that stands twice."""
        return {name: anchors(record.provisions) for name, record in self.records.items()}

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[Placed, ...]]:
        """The provisions in force today, by topic, oldest record first."""
        found = defaultdict(list)
        for name in sorted(self.records, key=self.age):
            for anchor, provision in zip(self.anchors[name], self.records[name].provisions, strict=True):
                for topic in provision.topics if self.current(provision) else ():
                    found[topic].append(Placed(name, anchor, provision))
        return {topic: tuple(found[topic]) for topic in self.words.of("topics")}

    @cached_property
    def by_stage(self) -> Mapping[str, tuple[PlacedStep, ...]]:
        """The steps of all SOPs, by stage, oldest record first."""
        found = defaultdict(list)
        for name in sorted(self.records, key=self.age):
            for number, step in enumerate(self.records[name].steps, 1):
                found[step.stage].append(PlacedStep(name, number, step))
        return {stage: tuple(found[stage]) for stage in self.words.of("stages")}

    @cached_property
    def memberships(self) -> Mapping[str, tuple[Membership, ...]]:
        """Memberships by State, past ones included."""
        found = defaultdict(list)
        for name, model in sorted(self.mechanisms.items()):
            for member in model.members:
                found[member.state].append(Membership(name, member))
        return {state: tuple(each) for state, each in found.items()}

    def is_member(self, member: Member) -> bool:
        """Whether a membership runs today."""
        return (member.until is None or member.until.first > self.today) and (member.since is None or member.since.first <= self.today)

    def members_today(self, mechanism: str) -> tuple[Member, ...]:
        """A mechanism's members today."""
        return tuple(member for member in self.mechanisms[mechanism].members if self.is_member(member))

    @cached_property
    def adherences(self) -> Mapping[str, tuple[Adherence, ...]]:
        """Records that list a State as a party, by State, past ones included; oldest record first."""
        found = defaultdict(list)
        for name in sorted(self.records, key=self.age):
            parties = self.records[name].parties
            for party in parties.states if parties else ():
                found[party.state].append(Adherence(name, party))
        return {state: tuple(each) for state, each in found.items()}

    def is_party(self, party: Party) -> bool:
        """Whether a State is a party today."""
        return party.until is None or party.until.first > self.today

    def party_count(self, record: str) -> int | None:
        """How many parties: those listed, else the number that was read; None where neither is known."""
        parties = self.records[record].parties
        if parties is None:
            return None
        return sum(map(self.is_party, parties.states)) or parties.count

    @cached_property
    def named(self) -> Mapping[str, tuple[str, ...]]:
        """Records that name a State as a party in their text, by State."""
        return inverted((name, model.named_parties) for name, model in self.records.items())

    @cached_property
    def all_states(self) -> tuple[str, ...]:
        """Every State that the corpus names: as member, party or named party."""
        return tuple(sorted({*self.memberships, *self.adherences, *self.named}))
