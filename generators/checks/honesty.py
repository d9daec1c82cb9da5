"""What a record may claim: graded facts with their sources, statuses that were decided,
silence only after reading; and of a list of parties how many there are, why fewer are
named, and where the list was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from pydantic import BaseModel

from generators.checks.codes import broken
from generators.checks.rules import (
    FieldValue,
    File,
    cited,
    files,
    owners,
    records,
    rule,
    values,
)
from generators.corpus import status
from generators.corpus.article_places import places_of
from generators.corpus.corpus import Corpus
from generators.languages import facts
from generators.model.citations import Source
from generators.model.fields import Address, Code, Loc, Ref, walk
from generators.model.parties import Parties
from generators.text.problems import Problem
from generators.text.sayings import say

_GRADE = Code("confidences")
_SOURCE = "- {title: …, url: https://…, kind: primary, seen: 2026-01-31}"
_NEEDS_SOURCE = ("verified", "confirmed", "reported")


@rule(cited)
def confidence_source(_: Corpus, file: File) -> Iterator[Problem]:
    """What is graded verified, confirmed or reported names a source in the same file."""
    if file.model.sources:
        return
    for loc, value in _grades(file.model):
        if value in _NEEDS_SOURCE:
            hint = say(
                "name it under 'sources' ({line}), or grade it 'recalled'", line=_SOURCE
            )
            yield file.problem(loc, say("'{value}' without a source", value=value), hint)


@rule(owners)
def confidence_read(_: Corpus, file: File) -> Iterator[Problem]:
    """If a grade is verified, the file names a primary source and the day on which it was
    read. If it is confirmed, the file names two sources.
    """
    sources = file.model.sources
    primary = [source for source in sources if source.kind == "primary"]
    wrong = {}
    if not primary:
        wrong["verified"] = say("no primary source: the text itself was not read")
    elif not any(source.seen for source in primary):
        wrong["verified"] = say(
            "no primary source says on which day it was read ('seen')"
        )
    if len(sources) < 2:
        wrong["confirmed"] = say("fewer than two sources")
    for loc, value in _grades(file.model) if sources and wrong else ():
        if value in wrong:
            grades = (
                "'reported'" if len(sources) < 2 else say("'confirmed' or 'reported'")
            )
            hint = (
                say(
                    "say in 'seen' on which day you read the text, or grade it {grades}",
                    grades=grades,
                )
                if value == "verified" and primary
                else say("read the text and name it, or grade it {grades}", grades=grades)
            )
            yield file.problem(
                loc, say("'{value}', but {wrong}", value=value, wrong=wrong[value]), hint
            )


def _grades(model: BaseModel) -> Iterator[tuple[Loc, str]]:
    """The grades of a file's own values, each with its place; a line that names a record
    has its source there.
    """
    named = set()
    for loc, mark, value in walk(model):
        if isinstance(mark, Ref):
            named.add(loc[:-1])
        elif mark == _GRADE and loc[:-1] not in named:
            yield loc, value


_UPLOADS = frozenset(
    "123dok 5y1 abcdocz academia calameo coursehero docdroid docest docplayer docsbay "
    "docslib docstoc documentop documents.pub documentsn doczz dokumen expydoc "
    "fdocumente fdocumentos fdocuments issuu kipdf lawsdocbox livrozilla paperzz "
    "passeidireto pdfcoffee pdfroom pdfslide ptdocz readkong scribd skal.fun "
    "slideplayer slideshare studylib vdocument vdocuments yumpu aassone".split()
)
"""Sites where anybody puts up documents, or copies of other sites, by the name or the end
of the host: what stands there may be cut, changed or gone, and is nobody's page.
"""


def _on_uploads(url: str) -> str:
    """The host of an address that is a site of uploads; empty where it is none."""
    host = "" if broken(url) else (urlsplit(url).hostname or "").strip(".")
    parts = host.split(".")
    names = {*parts, ".".join(parts[-2:])}
    return "" if names.isdisjoint(_UPLOADS) else host


@rule(files)
def source_place(_: Corpus, file: File) -> Iterator[Problem]:
    """A source has an address, or a repository and a path in it, or neither."""
    for loc, source in _cited(file):
        if bool(source.repo) != bool(source.path):
            have, lacks = ("repo", "path") if source.repo else ("path", "repo")
            hint = say("add '{lacks}'", lacks=lacks)
            yield file.problem(
                (*loc, have),
                say("'{have}' without '{lacks}'", have=have, lacks=lacks),
                hint,
            )
        if source.url and source.repo:
            message = say("both an address and a repository")
            yield file.problem((*loc, "url"), message, say("keep the one that was read"))


@rule(values, Address)
def upload_linked(_: Corpus, found: FieldValue) -> Iterator[Problem]:
    """No address leads readers to a site where anybody puts up documents. A source that
    was read there gives it as 'upload', for editors, and says 'copy: true'.
    """
    if host := _on_uploads(found.value):
        message = say("a page on a site of uploads ({host})", host=host)
        hint = say(
            "give the address of the official text; else call the key 'upload', or "
            "leave it out"
        )
        yield found.problem(message, hint)


@rule(files)
def source_copy(_: Corpus, file: File) -> Iterator[Problem]:
    """A source that was read on a site of uploads says 'copy: true', and gives no other
    address.
    """
    for loc, source in _cited(file):
        if source.upload and not source.copy_:
            message = say("a third party's copy")
            yield file.problem((*loc, "upload"), message, say("add 'copy: true'"))
        if source.upload and (source.url or source.repo):
            message = say("an upload next to the address of what was read")
            yield file.problem(
                (*loc, "upload"), message, say("keep the one that was read")
            )


def _cited(file: File) -> Iterator[tuple[Loc, Source]]:
    """The sources of one file, each with its place."""
    listed = enumerate(getattr(file.model, "sources", ()))
    found = [((*file.loc, "sources", number), source) for number, source in listed]
    found.append(((*file.loc, "source"), getattr(file.model, "source", None)))
    return ((loc, source) for loc, source in found if isinstance(source, Source))


@rule(records)
def status_derived(corpus: Corpus, file: File) -> Iterator[Problem]:
    """A status that follows from dates and relations (superseded, expired, extended) is
    never typed.
    """
    known = corpus.vocabularies.entries_of("statuses")
    entry = known.get(file.model.status)
    if entry and entry.derived:
        decided = ", ".join(code for code, other in known.items() if not other.derived)
        hint = say(
            "say what was decided ({decided}); the rest follows from relations and "
            "period",
            decided=decided,
        )
        yield file.problem(("status",), say("'{id}' is derived", id=entry.id), hint)


@rule(records)
def status_fits(corpus: Corpus, file: File) -> Iterator[Problem]:
    """A status agrees with the record's force and dates. A day is in the future only if
    the data and the clock are both older.
    """
    model = file.model
    today, latest = (status.decided(model, day) for day in (corpus.today, corpus.latest))
    made, typed, day = model.adopted and model.adopted.date, model.status, model.in_force
    hint = say(
        "expected '{word}' or '{other}'", word=status.ADOPTED, other=status.IN_FORCE
    )
    if typed == status.IN_FORCE and not model.binding:
        wrong = say("'{status}' for a text that does not bind", status=typed)
        hint = say("expected '{word}', or 'binding: true'", word=status.ADOPTED)
    elif typed == status.PUBLISHED and model.binding:
        wrong = say("'{status}' for a text that binds", status=typed)
    elif typed == status.DRAFT and (day or made):
        wrong = say(
            "'{status}' for a text with a date of adoption or entry into force",
            status=typed,
        )
    elif typed in (today, latest):
        return
    elif latest == status.DRAFT:
        wrong = say(
            "'{status}' for a text that was made on a day in the future", status=typed
        )
        hint = say("expected '{word}', or an earlier day", word=latest)
    elif latest == status.IN_FORCE:
        wrong = say("'{status}', yet in force since {day}", status=typed, day=day)
        hint = say("expected '{word}'", word=latest)
    else:
        wrong = say(
            "'{status}', yet in force on {day}, which is in the future",
            status=typed,
            day=day,
        )
        hint = say("expected '{word}', or an earlier day", word=latest)
    yield file.problem(("status",), wrong, hint)


@rule(records)
def strength_force(corpus: Corpus, file: File) -> Iterator[Problem]:
    """A text that does not bind is at most an encouragement, however firm its wording."""
    rank = corpus.vocabularies.rank
    most = rank("strengths", "encouragement")
    for number, provision in enumerate(
        () if file.model.binding else file.model.provisions
    ):
        if rank("strengths", provision.strength) < most:
            message = say(
                "'{strength}' in a text that does not bind", strength=provision.strength
            )
            hint = say("expected 'encouragement', or 'binding: true'")
            yield file.problem(("provisions", number, "strength"), message, hint)


@rule(records)
def still_guides(_: Corpus, file: File) -> Iterator[Problem]:
    """A plan that still guides after its end says why in its notes."""
    if file.model.period and file.model.period.still_guides and not file.model.notes:
        hint = say("say in 'notes' what shows that it still guides")
        yield file.problem(("period", "still_guides"), say("no reason given"), hint)


@rule(records)
def silent_unread(_: Corpus, file: File) -> Iterator[Problem]:
    """Only a text that was read in full is recorded as silent."""
    if file.model.silent and not file.model.read_in_full:
        hint = say("read it all and add 'read_in_full: true', or leave 'silent' out")
        yield file.problem(("silent",), say("silence of a text not read in full"), hint)


@rule(records)
def silent_said(_: Corpus, file: File) -> Iterator[Problem]:
    """A text is not recorded as silent on a topic on which it has a provision."""
    for number, topic in enumerate(file.model.silent):
        said = [
            place
            for place, line in enumerate(file.model.provisions)
            if topic in line.topics
        ]
        if said:
            line = file.source.line(("provisions", said[-1]))
            message = say(
                "'{topic}' has a provision on line {line}", topic=topic, line=line
            )
            yield file.problem(("silent", number), message, say("remove one of them"))


@rule(records)
def read_or_not(_: Corpus, file: File) -> Iterator[Problem]:
    """A text that was read in full is not one that could not be read."""
    if file.model.read_in_full and file.model.could_not_read:
        message = say("the text was read in full ('read_in_full')")
        yield file.problem(("could_not_read",), message, say("remove one of them"))


@rule(records)
def amended_verified(corpus: Corpus, file: File) -> Iterator[Problem]:
    """A line of a text that another one amends is verified only where it was compared
    with the amendment.
    """
    amending, compared = (
        corpus.inverse["amends"].get(file.name, ()),
        file.model.compared_with,
    )
    others = (name for name in amending if name not in compared)
    later = [
        name
        for name in others
        if status.has_taken_effect(corpus.records[name], corpus.today)
    ]
    for number, line in enumerate(file.model.provisions if later else ()):
        sure = corpus.confidence_of(file.name, line)
        if sure == "verified" and not (line.from_ or line.until):
            message = say("'verified', yet '{name}' amends the text", name=later[0])
            hint = say(
                "compare the line and add '{name}' to 'compared_with', say 'from' or "
                "'until', or grade it lower",
                name=later[0],
            )
            yield file.problem(("provisions", number), message, hint)


_FIRST = 3
"""Among so many words at its beginning a sentence that forbids says so."""


@rule(records)
def never_negative(corpus: Corpus, file: File) -> Iterator[Problem]:
    """What a helper must never do is a whole negative sentence, in each language."""
    message = say("a prohibition that does not begin with a negation")
    hint = say("begin with words such as 'Do not' or 'Never'")
    for number, each in enumerate(file.model.never):
        if not _forbids(each.says, file.model.language):
            yield file.problem(("never", number, "says"), message, hint)
        for language in corpus.languages:
            catalog = corpus.library.catalogs.get((file.folder, language))
            entry = catalog.entries.get(("", each.says)) if catalog else None
            if entry and entry.text and not _forbids(entry.text, language):
                yield Problem(catalog.path, entry.line, each.says[:40], message, hint)


def _forbids(text: str, language: str) -> bool:
    known = facts(language)
    if known.negating_signs:
        return any(sign in text[:_FIRST] for sign in known.negating_signs)
    words = re.findall(r"\w+", text.casefold())[:_FIRST]
    return not known.negations or any(word in known.negations.split() for word in words)


# -- parties -----------------------------------------------------------------------------


def named(parties: Parties) -> int:
    """How many parties are named and have not left, organisations among them."""
    return sum(each.until is None for each in (*parties.states, *parties.organisations))


def with_parties(corpus: Corpus) -> Iterator[File]:
    """Every record that says who or how many are party."""
    return (file for file in records(corpus) if file.model.parties)


@rule(with_parties)
def parties_number(_: Corpus, file: File) -> Iterator[Problem]:
    """Parties are a list of States (parties or signatories), the members of an
    organisation, or a number that was read. A list that is not complete can have both.
    """
    parties = file.model.parties
    listed = parties.states or parties.signatories or parties.members_of
    if not listed and parties.count is None:
        hint = say("add 'states', 'signatories' or 'count', or leave 'parties' out")
        yield file.problem(("parties",), say("neither States nor a number"), hint)
    if parties.states and parties.count is not None and parties.count <= named(parties):
        message = say("the list names {named} parties", named=named(parties))
        hint = say(
            "the site counts the list: remove 'count', which is only for parties that "
            "are not named"
        )
        yield file.problem(("parties", "count"), message, hint)
    if parties.count_as_of and (parties.count is None or not parties.states):
        hint = say("the day of the only number is 'as_of'")
        yield file.problem(
            ("parties", "count_as_of"),
            say("there is no number together with a list"),
            hint,
        )


@rule(with_parties)
def parties_incomplete(_: Corpus, file: File) -> Iterator[Problem]:
    """A list that names fewer parties than there are says why."""
    parties = file.model.parties
    if parties.states and parties.count is not None and not parties.incomplete:
        hint = say("say under 'incomplete' why, or name them and remove 'count'")
        yield file.problem(
            ("parties", "count"), say("more parties than the list names"), hint
        )
    if parties.incomplete and not (parties.states or parties.signatories):
        hint = say("add 'states' or 'signatories', or leave it out")
        yield file.problem(
            ("parties", "incomplete"), say("no list that could be incomplete"), hint
        )


@rule(with_parties)
def parties_source(_: Corpus, file: File) -> Iterator[Problem]:
    """The source of a list of parties, and of a reservation, is one of the record's
    sources.
    """
    known = [source.id for source in file.model.sources if source.id]
    for loc, source in _sources(file.model.parties):
        if source not in known:
            message = say("no source has the id '{source}'", source=source)
            hint = (
                say("one of: {known}", known=", ".join(known))
                if known
                else say("give the source an 'id'")
            )
            yield file.problem(loc, message, hint)


def _sources(parties: Parties) -> Iterator[tuple[Loc, str]]:
    """The ids of sources that a list of parties names, each with its place."""
    if parties.source:
        yield ("parties", "source"), parties.source
    if parties.reservations_sought:
        yield (
            ("parties", "reservations_sought", "source"),
            parties.reservations_sought.source,
        )
    for number, party in enumerate(parties.states):
        for at, reservation in enumerate(party.reservations):
            if reservation.source:
                yield (
                    ("parties", "states", number, "reservations", at, "source"),
                    reservation.source,
                )


@rule(with_parties)
def reservation_excludes(_: Corpus, file: File) -> Iterator[Problem]:
    """A reservation that excludes articles names them and says that they do not bind."""
    for number, party in enumerate(file.model.parties.states):
        for at, reservation in enumerate(party.reservations):
            if reservation.excludes and not (
                places_of(reservation.refs or "") and reservation.says
            ):
                loc = ("parties", "states", number, "reservations", at, "excludes")
                hint = say(
                    "name the articles in 'refs' (Arts. 2(f), 9) and say in 'says' "
                    "what it does"
                )
                yield file.problem(
                    loc, say("it does not say which articles do not bind the State"), hint
                )


@rule(records)
def later_counts(_: Corpus, file: File) -> Iterator[Problem]:
    """The rule from when a State is bound counts days or months."""
    threshold = file.model.entry_into_force
    later = threshold.later if threshold else None
    if (
        later
        and later.days is None
        and later.months is None
        and later.calendar_months is None
    ):
        hint = say("write 'days: 0' where a State is bound on the day on which it joins")
        yield file.problem(
            ("entry_into_force", "later"), say("neither days nor months"), hint
        )


@rule(with_parties)
def party_signed(_: Corpus, file: File) -> Iterator[Problem]:
    """A State that joined a text is not also among those that only signed it."""
    listed = {party.state for party in file.model.parties.states if party.until is None}
    for number, each in enumerate(file.model.parties.signatories):
        if each.state in listed:
            message = say("'{state}' is also under 'states'", state=each.state)
            yield file.problem(
                ("parties", "signatories", number, "state"),
                message,
                say("remove it here"),
            )


@rule(with_parties)
def party_named(_: Corpus, file: File) -> Iterator[Problem]:
    """A State that is listed as a party is not also among those of unknown
    ratification.
    """
    listed = {party.state for party in file.model.parties.states}
    for number, state in enumerate(file.model.named_parties):
        if state in listed:
            message = say("'{state}' is also under 'parties'", state=state)
            yield file.problem(("named_parties", number), message, say("remove it here"))
