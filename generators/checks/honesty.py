"""What a record may claim.

Facts have grades with their sources, statuses were decided, and silence is claimed only
after reading.
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
    Owner,
    cited,
    files,
    owners,
    records,
    rule,
    values,
)
from generators.corpus import status
from generators.corpus.corpus import Corpus
from generators.languages import facts
from generators.model.citations import Source
from generators.model.fields import Address, Code, Loc, Ref, walk
from generators.model.records import Record
from generators.model.vocabulary import Vocabulary
from generators.text.problems import Problem
from generators.text.sayings import Saying, say

_GRADE = Code("confidences")
_SOURCE = "- {title: …, url: https://…, kind: primary, seen: 2026-01-31}"
_NEEDS_SOURCE = ("verified", "confirmed", "reported")


@rule(cited)
def confidence_source(_: Corpus, file: File[Owner | Vocabulary]) -> Iterator[Problem]:
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
def confidence_read(_: Corpus, file: File[Owner]) -> Iterator[Problem]:
    """If a grade is verified, the file names a primary source and the day on which it was
    read. If it is confirmed, the file names two sources.
    """
    sources = file.model.sources
    if not sources:
        return  # said by confidence_source
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
    for loc, grade in _grades(file.model):
        if grade in wrong:
            message = say("'{value}', but {wrong}", value=grade, wrong=wrong[grade])
            day_is_missing = grade == "verified" and bool(primary)
            hint = _remedy_for_grade(day_is_missing, len(sources))
            yield file.problem(loc, message, hint)


def _remedy_for_grade(day_is_missing: bool, number_of_sources: int) -> str:
    """What to do about a grade that the sources do not bear."""
    grades: str = "'reported'"
    if number_of_sources >= 2:
        grades = say("'confirmed' or 'reported'")
    if day_is_missing:
        return say(
            "say in 'seen' on which day you read the text, or grade it {grades}",
            grades=grades,
        )
    return say("read the text and name it, or grade it {grades}", grades=grades)


def _grades(model: BaseModel) -> Iterator[tuple[Loc, str]]:
    """The grades of a file's own values, each with its place.

    A line that names a record has its source there, so its grade is none of these.
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
of the host. What is there may be cut, changed or gone, and is nobody's page.
"""


def _on_uploads(url: str) -> str:
    """The host of an address that is a site of uploads; empty where it is none.

    >>> _on_uploads("https://www.scribd.com/document/1")
    'www.scribd.com'
    """
    if broken(url):
        return ""
    host = (urlsplit(url).hostname or "").strip(".")
    parts = host.split(".")
    names = {*parts, ".".join(parts[-2:])}
    return "" if names.isdisjoint(_UPLOADS) else host


@rule(files)
def source_place(_: Corpus, file: File[BaseModel]) -> Iterator[Problem]:
    """A source has an address, or a repository and a path in it, or neither."""
    for loc, source in _sources_of_file(file):
        if bool(source.repo) != bool(source.path):
            present = "repo" if source.repo else "path"
            absent = "path" if source.repo else "repo"
            message = say("'{have}' without '{lacks}'", have=present, lacks=absent)
            hint = say("add '{lacks}'", lacks=absent)
            yield file.problem((*loc, present), message, hint)
        if source.url and source.repo:
            message = say("both an address and a repository")
            yield file.problem((*loc, "url"), message, say("keep the one that was read"))


@rule(values, Address)
def upload_linked(_: Corpus, field_value: FieldValue[Address]) -> Iterator[Problem]:
    """No address leads readers to a site where anybody puts up documents. A source that
    was read there gives it as 'upload', for editors, and says 'copy: true'.
    """
    if host := _on_uploads(field_value.value):
        message = say("a page on a site of uploads ({host})", host=host)
        hint = say(
            "give the address of the official text; else call the key 'upload', or "
            "leave it out"
        )
        yield field_value.problem(message, hint)


@rule(files)
def source_copy(_: Corpus, file: File[BaseModel]) -> Iterator[Problem]:
    """A source that was read on a site of uploads says 'copy: true', and gives no other
    address.
    """
    for loc, source in _sources_of_file(file):
        if source.upload and not source.copy_:
            message = say("a third party's copy")
            yield file.problem((*loc, "upload"), message, say("add 'copy: true'"))
        if source.upload and (source.url or source.repo):
            message = say("an upload next to the address of what was read")
            hint = say("keep the one that was read")
            yield file.problem((*loc, "upload"), message, hint)


def _sources_of_file(file: File[BaseModel]) -> Iterator[tuple[Loc, Source]]:
    """The sources of one file, each with its place."""
    for number, source in enumerate(getattr(file.model, "sources", ())):
        if isinstance(source, Source):
            yield (*file.loc, "sources", number), source
    single_source = getattr(file.model, "source", None)
    if isinstance(single_source, Source):
        yield (*file.loc, "source"), single_source


@rule(records)
def status_derived(corpus: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A status that follows from dates and relations (superseded, expired, extended) is
    never typed.
    """
    statuses = corpus.vocabularies.entries_of("statuses")
    entry = statuses.get(file.model.status)
    if entry and entry.derived:
        decided = ", ".join(
            code for code, status_entry in statuses.items() if not status_entry.derived
        )
        hint = say(
            "say what was decided ({decided}); the rest follows from relations and "
            "period",
            decided=decided,
        )
        if entry.id == status.SUPERSEDED:
            line = f"relations: {{supersedes: [{file.name}]}}"
            hint = say(
                "keep the status that was decided, and write '{line}' in the file of the "
                "newer text",
                line=line,
            )
        yield file.problem(("status",), say("'{id}' is derived", id=entry.id), hint)


@rule(records)
def status_fits(corpus: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A status agrees with the record's force and dates. A day is in the future only if
    the data and the clock are both older.
    """
    model = file.model
    typed = model.status
    decided_today = status.decided(model, corpus.today)
    decided_latest = status.decided(model, corpus.latest)
    is_dated = model.in_force or (model.adopted and model.adopted.date)
    hint = say(
        "expected '{word}' or '{other}'", word=status.ADOPTED, other=status.IN_FORCE
    )
    if typed == status.IN_FORCE and not model.binding:
        message = say("'{status}' for a text that does not bind", status=typed)
        hint = say("expected '{word}', or 'binding: true'", word=status.ADOPTED)
    elif typed == status.PUBLISHED and model.binding:
        message = say("'{status}' for a text that binds", status=typed)
    elif typed == status.DRAFT and is_dated:
        message = say(
            "'{status}' for a text with a date of adoption or entry into force",
            status=typed,
        )
    elif typed in (decided_today, decided_latest):
        return
    else:
        message, hint = _status_by_dates(model, decided_latest)
    yield file.problem(("status",), message, hint)


def _status_by_dates(model: Record, decided: str) -> tuple[Saying, Saying]:
    """What is wrong with a status that its dates contradict, and the remedy.

    ``decided`` is the status that follows from the dates by the last day that can have
    come.
    """
    expected = say("expected '{word}'", word=decided)
    expected_or_day = say("expected '{word}', or an earlier day", word=decided)
    if decided == status.DRAFT:
        message = say(
            "'{status}' for a text that was made on a day in the future",
            status=model.status,
        )
        return message, expected_or_day
    if decided == status.IN_FORCE:
        message = say(
            "'{status}', yet in force since {day}",
            status=model.status,
            day=model.in_force,
        )
        return message, expected
    message = say(
        "'{status}', yet in force on {day}, which is in the future",
        status=model.status,
        day=model.in_force,
    )
    return message, expected_or_day


@rule(records)
def strength_force(corpus: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A text that does not bind is at most an encouragement, however firm its wording."""
    if file.model.binding:
        return
    rank = corpus.vocabularies.rank
    most = rank("strengths", "encouragement")
    for number, provision in enumerate(file.model.provisions):
        if rank("strengths", provision.strength) < most:
            message = say(
                "'{strength}' in a text that does not bind", strength=provision.strength
            )
            hint = say("expected 'encouragement', or 'binding: true'")
            yield file.problem(("provisions", number, "strength"), message, hint)


@rule(records)
def still_guides(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A plan that still guides after its end says why in its notes."""
    if file.model.period and file.model.period.still_guides and not file.model.notes:
        hint = say("say in 'notes' what shows that it still guides")
        yield file.problem(("period", "still_guides"), say("no reason given"), hint)


@rule(records)
def silent_unread(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """Only a text that was read in full is recorded as silent."""
    if file.model.silent and not file.model.read_in_full:
        hint = say("read it all and add 'read_in_full: true', or leave 'silent' out")
        yield file.problem(("silent",), say("silence of a text not read in full"), hint)


@rule(records)
def silent_said(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A text is not recorded as silent on a topic on which it has a provision."""
    for number, topic in enumerate(file.model.silent):
        on_topic = [
            index
            for index, provision in enumerate(file.model.provisions)
            if topic in provision.topics
        ]
        if on_topic:
            line = file.source.line(("provisions", on_topic[-1]))
            message = say(
                "'{topic}' has a provision on line {line}", topic=topic, line=line
            )
            yield file.problem(("silent", number), message, say("remove one of them"))


@rule(records)
def read_or_not(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A text that was read in full is not one that could not be read."""
    if file.model.read_in_full and file.model.could_not_read:
        message = say("the text was read in full ('read_in_full')")
        yield file.problem(("could_not_read",), message, say("remove one of them"))


@rule(records)
def amended_verified(corpus: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A line of a text that another one amends is verified only where it was compared
    with the amendment.
    """
    amending = corpus.inverse["amends"].get(file.name, ())
    not_compared = [name for name in amending if name not in file.model.compared_with]
    in_effect = [
        name
        for name in not_compared
        if status.has_taken_effect(corpus.records[name], corpus.today)
    ]
    if not in_effect:
        return
    message = say("'verified', yet '{name}' amends the text", name=in_effect[0])
    hint = say(
        "compare the line and add '{name}' to 'compared_with', say 'from' or 'until', "
        "or grade it lower",
        name=in_effect[0],
    )
    for number, line in enumerate(file.model.provisions):
        grade = corpus.confidence_of(file.name, line)
        if grade == "verified" and not (line.from_ or line.until):
            yield file.problem(("provisions", number), message, hint)


_FIRST = 3
"""A sentence that forbids says so in as many words at its beginning."""


@rule(records)
def never_negative(corpus: Corpus, file: File[Record]) -> Iterator[Problem]:
    """What a helper must never do is a whole negative sentence, in each language."""
    message = say("a prohibition that does not begin with a negation")
    hint = say("begin with words such as 'Do not' or 'Never'")
    catalogs = corpus.library.catalogs
    for number, prohibition in enumerate(file.model.never):
        text = prohibition.says
        if not _forbids(text, file.model.language):
            yield file.problem(("never", number, "says"), message, hint)
        for language in corpus.languages:
            catalog = catalogs.get((file.folder, language))
            entry = catalog.find(text) if catalog else None
            if catalog and entry and entry.text and not _forbids(entry.text, language):
                yield Problem(catalog.path, entry.line, text[:40], message, hint)


def _forbids(text: str, language: str) -> bool:
    """Whether a sentence begins with a negation; true where we know none of a language.

    >>> _forbids("Do not call the family.", "en")
    True
    """
    own = facts(language)
    if own.negating_signs:
        return any(sign in text[:_FIRST] for sign in own.negating_signs)
    if not own.negations:
        return True
    words = re.findall(r"\w+", text.casefold())[:_FIRST]
    return any(word in own.negations.split() for word in words)
