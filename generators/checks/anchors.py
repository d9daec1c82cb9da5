"""Anchors: the places on pages that links lead to, each of them one place only.

What the last release published stays, because an address is promised permanently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from generators.checks.rules import (
    FieldValue,
    File,
    Owner,
    lists,
    owners,
    records,
    rule,
    values,
    whole,
)
from generators.corpus import published, published_file
from generators.corpus.addresses import Target, address
from generators.corpus.anchors import FRAME, OF_PAGES, SECTIONS, Clash, clashes
from generators.corpus.corpus import LINES, Corpus
from generators.model.fields import Plain
from generators.model.records import Record
from generators.model.vocabulary import Vocabulary
from generators.text.problems import Problem, near
from generators.text.sayings import say


@rule(records)
def provision_id(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A provision's id, else its reference, is an anchor that nothing else on its page
    has.
    """
    for clash in clashes(file.model):
        if clash.where == "provisions":
            yield _clash_problem(file, clash)


@rule(owners)
def line_id(_: Corpus, file: File[Owner]) -> Iterator[Problem]:
    """The id of a step, objective, indicator or source, or else its reference, is its
    anchor. Nothing else on its page has the same anchor.
    """
    for clash in clashes(file.model):
        if clash.where != "provisions":
            yield _clash_problem(file, clash)


@rule(lists)
def entry_id(_: Corpus, file: File[Vocabulary]) -> Iterator[Problem]:
    """An id is not a name that the page of its list already uses."""
    names_of_page = OF_PAGES.get(file.model.of, ())
    for number, entry in enumerate(file.model):
        if entry.id in names_of_page:
            message = say(
                "'{id}' is a name that the page of the list keeps for itself", id=entry.id
            )
            hint = say("choose another id")
            yield file.problem(("entries", number, "id"), message, hint)


_NEXT_LEVEL = (
    r"^(Art\. \w+(?:\(\w+\))*),? (?:§ ?|(?:paragraph|para?|letter|lit|point)\.? )"
    r"\(?(\w{1,3})\)?(?![\w.-])"
)
ARTICLE_FORMS = (
    (r"^[Aa]rt(?:icle)?\.? ?(?=\d|[IVXLC]+\b)", "Art. "),
    (r"^[Aa]rticles (?=\d|[IVXLC]+\b)", "Arts. "),
    (_NEXT_LEVEL, "$1($2)"),
    (_NEXT_LEVEL, "$1($2)"),
    (r"^(Art\. \w+(?:\(\w+\))+) (\([a-z]\))", "$1$2"),
)
"""How an article is typed, each with how it is written, in turn; browsers read these
patterns too.
"""


def article(text: str) -> str:
    """A reference to an article as records write it.

    >>> article("Article 3, paragraph 1")
    'Art. 3(1)'
    >>> article("Art. 7")
    'Art. 7'
    """
    for pattern, replacement in ARTICLE_FORMS:
        text = re.sub(pattern, replacement.replace("$", "\\"), text)
    return text


@rule(values, Plain)
def article_form(_: Corpus, field: FieldValue[Plain]) -> Iterator[Problem]:
    """An article is written as Art. 7, Art. 3(1) or Art. 3(1)(a), because links to it are
    permanent.
    """
    if field.loc[-1] != "ref" or field.file.model.language != "en":
        return
    reference = article(field.value)
    if reference != field.value:
        message = say("records do not write '{value}' like this", value=field.value)
        hint = say("write: {line}", line=f"ref: {reference}")
        yield field.problem(message, hint)


def _clash_problem(file: File[Owner], clash: Clash) -> Problem:
    """The problem of a line whose anchor something else on the page has."""
    line = getattr(file.model, clash.where)[clash.index]
    prefix = "source-" if clash.where == "sources" else f"{clash.where}-"
    free = clash.given if clash.where == "steps" else clash.given.removeprefix(prefix)
    if clash.taken_by is None:
        message = say(
            "'{name}' is a name that the page keeps for itself", name=clash.wanted
        )
        hint = say("give the line an id of its own, such as 'id: {free}'", free=free)
    else:
        line_taken = file.source.line(clash.taken_by)
        message = say(
            "'{name}' is also the anchor of line {line}",
            name=clash.wanted,
            line=line_taken,
        )
        hint = say(
            "give the newer of the two its own id, such as 'id: {free}': links go to "
            "the older one",
            free=free,
        )
    key = "id" if line.id else "ref"
    return file.problem((clash.where, clash.index, key), message, hint)


# -- what a release published ------------------------------------------------------------

_STEM = "instruments/"
"""How the addresses of records and mechanisms begin."""


@rule(whole)
def published_gone(corpus: Corpus, _: Corpus) -> Iterator[Problem]:
    """What the last release published is still at its address: a record, its lines, an
    entry of a list.
    """
    if not corpus.library.published or corpus.library.unread:
        return  # what cannot be read is said at its file
    targets = (*published.named_by_editors(corpus), *_former_targets(corpus))
    addresses = {address(target) for target in targets}
    for number, former_address in enumerate(corpus.library.published, 1):
        page, has_anchor, _anchor = former_address.partition("#")
        page_is_gone = page.startswith(_STEM) and page not in addresses
        if has_anchor and page_is_gone:
            continue  # said once, of the record
        if former_address not in addresses:
            yield _gone_problem(corpus, former_address, number)


@rule(records)
def former_line(corpus: Corpus, file: File[Record]) -> Iterator[Problem]:
    """No other line has the anchor of a line that is gone. The anchor leads to a line
    that is there.
    """
    lines = _line_anchors(corpus, file.name)
    earlier_ids: set[str] = set()
    for number, former in enumerate(file.model.former_lines):
        loc = ("former_lines", number)
        message = ""
        if former.id in (*FRAME, *SECTIONS):
            message = say(
                "'{name}' is a name that the page keeps for itself", name=former.id
            )
        elif former.id in earlier_ids:
            message = say("'{name}' is here twice", name=former.id)
        elif former.id in lines:
            message = say(
                "'{name}' is a line of the record: it has not gone", name=former.id
            )
        if message:
            yield file.problem((*loc, "id"), message, say("take it out here"))
        if former.now is not None and former.now not in lines:
            message = say("the record has no line '{now}'", now=former.now)
            hint = near(former.now, lines) or say(
                "look at the address of the line on the record's page"
            )
            yield file.problem((*loc, "now"), message, hint)
        earlier_ids.add(former.id)


def _line_anchors(corpus: Corpus, name: str) -> list[str]:
    """The anchors of the lines of a record, by its id."""
    anchors = corpus.anchors[name]
    return [anchor for lines in LINES for anchor in getattr(anchors, lines)]


def _former_targets(corpus: Corpus) -> Iterator[Target]:
    """The lines of renamed records at their former addresses.

    The former address leads on to the new one, and takes the anchor along.
    """
    for name, record in corpus.records.items():
        anchors = _line_anchors(corpus, name)
        anchors += [line.id for line in record.former_lines]
        for alias in record.aliases:
            for anchor in anchors:
                yield Target("record", alias, anchor)


def _gone_problem(corpus: Corpus, published_address: str, number: int) -> Problem:
    """The problem of a published address that has gone.

    It is in the file of its record, if that is there. Otherwise it is in the list of
    what was published, on line ``number``.
    """
    page, _, anchor = published_address.partition("#")
    owner = page.removeprefix(_STEM).removesuffix("/")
    if anchor and owner in corpus.records:
        return _gone_line_problem(corpus, owner, anchor)
    if page.startswith(_STEM) and not anchor:
        message = say("the record '{owner}' was published and is gone", owner=owner)
        hint = say(
            "put its file back, or give the one that took its place '{line}'",
            line=f"aliases: [{owner}]",
        )
    else:
        message = say(
            "'/{published}' was published and is gone", published=published_address
        )
        hint = say("put it back under the name that it had")
    return Problem(published_file.FILE, number, "-", message, hint)


def is_said_to_be_gone(corpus: Corpus, record: str, anchor: str) -> bool:
    """Whether ``published_gone`` speaks of a line of a record; then others keep silent.

    Its remedy puts right what they would find.
    """
    model = corpus.records[record]
    if anchor in {former.id for former in model.former_lines}:
        return False
    published_address = address(Target("record", record, anchor))
    is_there = anchor in _line_anchors(corpus, record)
    return published_address in corpus.library.published and not is_there


def _gone_line_problem(corpus: Corpus, owner: str, anchor: str) -> Problem:
    """The problem of a line that was published and has gone from its record."""
    sample = f"former_lines: [{{id: {anchor}, now: <the line that took its place>}}]"
    message = say("'{anchor}' was published and no line has it any more", anchor=anchor)
    hint = say(
        "give the line that says it now 'id: {name}', or write '{sample}' ('now' only "
        "where there is one)",
        name=anchor.removeprefix(_prefix(anchor)),
        sample=sample,
    )
    loc = _loc_of_gone(corpus, owner, anchor)
    return corpus.library.sources[owner].problem(loc, message, hint)


def _loc_of_gone(corpus: Corpus, owner: str, anchor: str) -> tuple[str | int, ...]:
    """The path of the line that was probably the one with an anchor that is gone.

    That is the line without a published anchor whose own is most like it. One of the same
    article comes first. Else it is the list that the line was in, if the anchor tells;
    else it is empty.
    """
    name = _prefix(anchor).removesuffix("-")
    if not name:
        name = "steps" if anchor.startswith("step-") else "provisions"
    if not getattr(corpus.records[owner], name):
        return ()
    anchors = getattr(corpus.anchors[owner], name)
    new_anchors = [
        line_anchor
        for line_anchor in anchors
        if address(Target("record", owner, line_anchor)) not in corpus.library.published
    ]
    article = anchor.rpartition("-")[0]
    of_article = [new for new in new_anchors if new.startswith(f"{article}-")]
    alike = get_close_matches(anchor, of_article or new_anchors, n=1)
    return (name, anchors.index(alike[0])) if alike else (name,)


def _prefix(anchor: str) -> str:
    """What comes before the id of a line in its anchor; empty where nothing does.

    >>> _prefix("objectives-shelter")
    'objectives-'
    >>> _prefix("art-3")
    ''
    """
    for name in ("objectives", "indicators"):
        if anchor.startswith(f"{name}-"):
            return f"{name}-"
    return ""


RELEASED = (published_gone, former_line)
"""The rules without which no release is written."""
