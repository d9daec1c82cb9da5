"""What the texts of review sheets change in the files of a project.

A correction takes the place of the words of its line. A reading is noted in the record:
who compared which lines with which copy of the text. A line that is not in the text is
taken out. A translation that somebody read is no longer ``fuzzy``.

All is worked out before anything is written (``Changes``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generators.checks import rules
from generators.corpus.addresses import Target, address
from generators.corpus.anchors import anchors
from generators.corpus.corpus import LINES, Corpus, Lines
from generators.corpus.inputs import FOLDER
from generators.corpus.located import AnyLine
from generators.edit.review_text import (
    ABSENT,
    CORRECTION,
    ReviewedLine,
    ReviewText,
    day_of,
)
from generators.model.fields import Line, walk
from generators.model.readings import Reading
from generators.model.records import Record
from generators.text import gettext_reviews, yaml_edits, yaml_files
from generators.text.problems import Problem, near
from generators.text.sayings import Saying, say
from generators.translate.readings import digest, digest_of, words_of
from generators.translate.texts import shown


@dataclass
class Changes:
    """What some reviews change: nothing of it is written yet."""

    texts: dict[str, str] = field(default_factory=dict)
    """The new texts of files, by their paths in the project."""
    problems: list[Problem] = field(default_factory=list)
    """Why the reviews cannot be applied."""
    to_decide: list[Problem] = field(default_factory=list)
    """Lines that are not in the text and stay, because something points to them."""


class _Place(NamedTuple):
    """Where a line is in its record."""

    section: Lines
    number: int
    """Its place in its list, from 0."""
    line: AnyLine

    @property
    def path(self) -> tuple[str, int, str]:
        """The path of its words in the file."""
        return (
            self.section,
            self.number,
            "does" if self.section == "steps" else "says",
        )


def changes(
    corpus: Corpus, texts: Mapping[str, str], all_reviews: Iterable[ReviewText]
) -> Changes:
    """What some reviews change. ``texts`` has the text of each file that they are about
    (``paths``).
    """
    made = Changes(dict(texts))
    for review in all_reviews:
        problems = list(_head_problems(corpus, review))
        if problems:
            made.problems += problems
        elif review.language:
            _read_translation(corpus, review, made)
        else:
            _read_text(corpus, review, made)
    made.texts = {path: text for path, text in made.texts.items() if text != texts[path]}
    return made


def paths(corpus: Corpus, all_reviews: Iterable[ReviewText]) -> set[str]:
    """The files that some reviews are about, by their paths in the project."""
    file_paths = set()
    for review in all_reviews:
        record = review.head["Record"]
        folder = record.partition("/")[0]
        if record not in corpus.records:
            continue
        if not review.language:
            file_paths.add(corpus.library.sources[record].path)
        elif (folder, review.language) in corpus.library.catalogs:
            file_paths.add(f"{FOLDER}/{folder}/{review.language}.po")
    return file_paths


def _head_problems(corpus: Corpus, review: ReviewText) -> Iterator[Problem]:
    """What is wrong with the head of a review: its record, its days, its language."""
    head = review.head
    record = head["Record"]
    if record not in corpus.records:
        hint = near(record, corpus.records) or say("look at the address of its page")
        yield review.problem(
            review.number, say("there is no record '{id}'", id=record), hint
        )
        return
    day = day_of(head["Day"], exact=True)
    copy_day = day_of(head.get("Text date", head["Day"]), exact=False)
    expected = say("expected YYYY-MM-DD; ask the person who sent it")
    if day is None or copy_day is None:
        wrong = head["Day"] if day is None else head["Text date"]
        yield review.problem(
            review.number, say("'{day}' is not a date", day=wrong), expected
        )
    elif day.first > corpus.latest:
        message = say("{value} is in the future", value=day)
        yield review.problem(review.number, message, expected)
    elif copy_day.first > day.last:
        message = say("the copy ({day}) is newer than its reading", day=copy_day)
        yield review.problem(review.number, message, expected)
    written_in = corpus.records[record].language
    others = [tag for tag in corpus.languages if tag != written_in]
    if review.language and review.language not in others:
        message = say(
            "'{record}' is not translated into '{language}'",
            record=record,
            language=review.language,
        )
        hint = say("expected one of: {words}", words=", ".join(others))
        yield review.problem(review.number, message, hint)
    yield from _doubled_lines(review)


def _doubled_lines(review: ReviewText) -> Iterator[Problem]:
    """Lines of which a review speaks twice."""
    earlier: set[str] = set()
    for line in review.lines:
        if line.anchor in earlier:
            message = say("'{name}' is here twice", name=line.anchor)
            yield review.problem(line.number, message, say("keep one of them"))
        earlier.add(line.anchor)


def _unknown(review: ReviewText, line: ReviewedLine, known: Iterable[str]) -> Problem:
    """The problem of a line that the record does not have."""
    message = say(
        "'{record}' has no line '{line}'", record=review.head["Record"], line=line.anchor
    )
    hint = near(line.anchor, list(known)) or say(
        "take this line out of the review, if somebody took it out of the record"
    )
    return review.problem(line.number, message, hint)


def _changed(review: ReviewText, line: ReviewedLine, present: str) -> Problem:
    """The problem of a line whose words are no longer those that the sheet showed."""
    message = say(
        "'{line}' has changed since the sheet was made: it has “{before}”, and now the "
        "words are “{now}”",
        line=line.anchor,
        before=line.words,
        now=present,
    )
    if line.words == present:
        message = say(
            "'{line}' has another place or strength since the sheet was made: “{now}”",
            line=line.anchor,
            now=present,
        )
    hint = say("ask for a new sheet of this line, and take it out of the review")
    return review.problem(line.number, message, hint)


def typed(text: str) -> str:
    """Words as records hold them: one blank between two, and the signs of a keyboard.

    >>> typed("l’État\u00a0:  30 jours")
    "l'État : 30 jours"
    """
    return re.sub(r"(?<=\w)\u2019(?=\w)", "'", " ".join(text.split()))


# -- a text that was read ----------------------------------------------------------------


def _record_of(text: str) -> Record:
    """The record that a sound text holds."""
    source, _ = yaml_files.parse(text, "")
    assert source
    return Record.model_validate(source.data)


def _places(record: Record) -> dict[str, _Place]:
    """The lines of a record by their anchors."""
    names = anchors(record)
    return {
        anchor: _Place(section, index, getattr(record, section)[index])
        for section in LINES
        for index, anchor in enumerate(getattr(names, section))
    }


def _read_text(corpus: Corpus, review: ReviewText, made: Changes) -> None:
    """Add to ``made`` what a review of a text changes in its record."""
    name = review.head["Record"]
    path = corpus.library.sources[name].path
    text = made.texts[path]
    record = _record_of(text)
    places = _places(record)
    problems = list(_line_problems(review, record, places))
    made.problems += problems
    if problems:
        return
    read: dict[str, str] = {}
    for line in review.lines:
        place = places.get(line.anchor)
        if place is None or line.verdict == ABSENT:
            continue
        words = typed(line.correction)
        if words and words != words_of(place.line):
            text = yaml_edits.replaced(text, place.path, words)
        read[line.anchor] = digest_of(place.line, record.language, words)
    text, gone = _without_absent(corpus, text, review, made)
    made.texts[path] = _with_reading(text, review, read, gone)


def _without_absent(
    corpus: Corpus, text: str, review: ReviewText, made: Changes
) -> tuple[str, list[str]]:
    """A record without the lines that are not in its text, and their anchors.

    A line stays where something points to it. ``made`` then has what to decide.
    """
    name = review.head["Record"]
    record = _record_of(text)
    gone = []
    for line in review.lines:
        if line.verdict != ABSENT:
            continue
        pointing = list(_pointing(corpus, name, record, line.anchor))
        made.to_decide += [_decision(review, line, at) for at in pointing]
        if pointing:
            continue
        gone.append(line.anchor)
        if line.anchor not in _places(_record_of(text)):
            continue  # it was taken out before, by this very review
        text = _without_line(text, line.anchor)
        if _is_published(corpus, name, line.anchor):
            text = yaml_edits.with_item(text, ("former_lines",), {"id": line.anchor})
    return text, gone


def _line_problems(
    review: ReviewText, record: Record, places: Mapping[str, _Place]
) -> Iterator[Problem]:
    """The lines of a review that the record does not have, or has in other words."""
    own = [reading for reading in record.checked_by if _is_of(reading, review)]
    taken_out = {anchor for reading in own for anchor in reading.taken_out}
    for line in review.lines:
        place = places.get(line.anchor)
        if place is None:
            if line.verdict != ABSENT or line.anchor not in taken_out:
                yield _unknown(review, line, places)
            continue
        words = words_of(place.line)
        is_corrected = line.verdict == CORRECTION and typed(line.correction) == words
        if not is_corrected and digest_of(place.line, record.language) != line.digest:
            yield _changed(review, line, words)


def _is_published(corpus: Corpus, record: str, anchor: str) -> bool:
    """Whether a release published a line of a record."""
    return address(Target("record", record, anchor)) in corpus.library.published


def _pointing(
    corpus: Corpus, name: str, record: Record, anchor: str
) -> Iterator[tuple[str, int]]:
    """Where something points to a line: the files, each with the number of the line."""
    for file in rules.files(corpus):
        for loc, mark, value in walk(file.model, file.loc):
            if isinstance(mark, Line) and value == f"{name}#{anchor}":
                yield file.source.path, file.source.line(loc)
    source = corpus.library.sources[name]
    for number, former in enumerate(record.former_lines):
        if former.now == anchor:
            yield source.path, source.line(("former_lines", number, "now"))


def _decision(review: ReviewText, line: ReviewedLine, at: tuple[str, int]) -> Problem:
    """What an editor must decide before a line can be taken out."""
    message = say(
        "'{line}' is not in the text, says {office}; this points to it",
        line=f"{review.head['Record']}#{line.anchor}",
        office=review.head["Office"],
    )
    hint = say("take it out here, or name another line; then apply the review again")
    return Problem(*at, "-", message, hint)


def _without_line(text: str, anchor: str) -> str:
    """A record without a line. Each line after it keeps the anchor that it had."""
    before = _record_of(text)
    place = _places(before)[anchor]
    wanted = list(getattr(anchors(before), place.section))
    del wanted[place.number]
    text = yaml_edits.without_item(text, (place.section,), place.number)
    prefix = "" if place.section in ("provisions", "steps") else f"{place.section}-"
    for index, name in enumerate(wanted):
        if getattr(anchors(_record_of(text)), place.section)[index] != name:
            own = name.removeprefix(prefix)
            text = yaml_edits.with_first_key(text, (place.section, index), "id", own)
    return text


def _is_of(reading: Reading, review: ReviewText) -> bool:
    """Whether a reading of a record is the one that a review tells."""
    values = {
        key: getattr(getattr(reading, key), "text", getattr(reading, key)) or ""
        for key in _KEYS.values()
    }
    head = review.head
    return all(values[key] == head.get(name, "") for name, key in _KEYS.items())


_KEYS = {
    "Name": "name",
    "Office": "office",
    "Text": "text",
    "Text language": "text_language",
    "Text date": "text_date",
    "Day": "date",
}
"""The keys of a reading by the names of the lines of a review."""


def _with_reading(
    text: str, review: ReviewText, read: Mapping[str, str], gone: list[str]
) -> str:
    """A record with who read what: ``read`` has the digests of lines by their anchors.

    ``gone`` are the anchors of lines that were taken out. What was confirmed is not
    added to: the organisation has not confirmed more.
    """
    readings = [*enumerate(_record_of(text).checked_by)]
    own = [(number, reading) for number, reading in readings if _is_of(reading, review)]
    known = {
        (checked.line, checked.words) for _, reading in own for checked in reading.lines
    }
    known_gone = {anchor for _, reading in own for anchor in reading.taken_out}
    new = {
        anchor: words for anchor, words in read.items() if (anchor, words) not in known
    }
    new_gone = [anchor for anchor in gone if anchor not in known_gone]
    if not new and not new_gone:
        return text
    items = [{"line": anchor, "words": words} for anchor, words in new.items()]
    open_ones = [number for number, reading in own if not reading.confirmed]
    if not open_ones:
        head = review.head
        entry: dict[str, Any] = {
            key: head[name] for name, key in _KEYS.items() if head.get(name)
        }
        entry |= {key: part for key, part in _parts(items, new_gone) if part}
        return yaml_edits.with_item(text, ("checked_by",), entry)
    here = ("checked_by", open_ones[-1])
    listed = [checked.line for checked in readings[open_ones[-1]][1].lines]
    for item in items:
        if item["line"] in listed:
            place = (*here, "lines", listed.index(item["line"]), "words")
            text = yaml_edits.replaced(text, place, item["words"])
        else:
            text = yaml_edits.with_item(text, (*here, "lines"), item)
    for anchor in new_gone:
        text = yaml_edits.with_item(text, (*here, "taken_out"), anchor)
    return text


def _parts(items: list[Any], gone: list[str]) -> tuple[tuple[str, list[Any]], ...]:
    """The lists of a reading, by their keys."""
    return ("lines", items), ("taken_out", gone)


# -- a translation that was read ---------------------------------------------------------


def _read_translation(corpus: Corpus, review: ReviewText, made: Changes) -> None:
    """Add to ``made`` what a review of a translation changes in its catalog."""
    name = review.head["Record"]
    folder = name.partition("/")[0]
    path = f"{FOLDER}/{folder}/{review.language}.po"
    record = corpus.records[name]
    places = _places(record)
    read: dict[str, str] = {}
    for line in review.lines:
        place = places.get(line.anchor)
        if place is None:
            made.problems.append(_unknown(review, line, places))
            continue
        source = words_of(place.line)
        present = gettext_reviews.translation_in(made.texts.get(path, ""), source)
        texts = (shown(source, record.language), shown(present, review.language))
        correction = shown(" ".join(line.correction.split()), review.language)
        read[source] = correction or present
        is_corrected = bool(present) and correction == present
        if not is_corrected and digest(*texts) != line.digest:
            made.problems.append(_changed(review, line, present or source))
    if path in made.texts and not made.problems:
        reviewer = review.head.get("Name", "").replace(";", ",")
        made.texts[path] = gettext_reviews.reviewed(made.texts[path], read, reviewer)


def counted(all_reviews: Iterable[ReviewText]) -> Saying:
    """How many reviews and lines there are, in words."""
    every = list(all_reviews)
    lines = sum(len(review.lines) for review in every)
    return say("reviews: {n}, lines: {lines}", n=len(every), lines=lines)
