"""Anchors: the places on pages that links lead to, each of them one place alone; and that
what the last release published stays, for an address is promised for good.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.checks.rules import (
    File,
    Value,
    lists,
    owners,
    records,
    rule,
    values,
    whole,
)
from generators.corpus import published_file
from generators.corpus.addresses import Target, address
from generators.corpus.anchors import FRAME, OF_PAGES, SECTIONS, Clash, clashes
from generators.corpus.corpus import LINES, Corpus
from generators.corpus.published import kept
from generators.model.fields import Plain
from generators.text.problems import Problem, near
from generators.text.sayings import say


@rule(records)
def provision_id(_: Corpus, file: File) -> Iterator[Problem]:
    """A provision's id, else its reference, is an anchor that nothing else on its page
    has.
    """
    yield from (
        _clash(file, clash)
        for clash in clashes(file.model)
        if clash.where == "provisions"
    )


@rule(owners)
def line_id(_: Corpus, file: File) -> Iterator[Problem]:
    """The id of a step, objective, indicator or source, or else its reference, is its
    anchor. Nothing else on its page has the same anchor.
    """
    yield from (
        _clash(file, clash)
        for clash in clashes(file.model)
        if clash.where != "provisions"
    )


@rule(lists)
def entry_id(_: Corpus, file: File) -> Iterator[Problem]:
    """An id is not a name that the page of its list already uses."""
    kept = OF_PAGES.get(file.model.of, ())
    for number, entry in enumerate(file.model):
        if entry.id in kept:
            message = say(
                "'{id}' is a name that the page of the list keeps for itself", id=entry.id
            )
            yield file.problem(
                ("entries", number, "id"), message, say("choose another id")
            )


_NEXT = (
    r"^(Art\. \w+(?:\(\w+\))*),? (?:§ ?|(?:paragraph|para?|letter|lit|point)\.? )"
    r"\(?(\w{1,3})\)?(?![\w.-])"
)
ARTICLE_FORMS = (
    (r"^[Aa]rt(?:icle)?\.? ?(?=\d|[IVXLC]+\b)", "Art. "),
    (r"^[Aa]rticles (?=\d|[IVXLC]+\b)", "Arts. "),
    (_NEXT, "$1($2)"),
    (_NEXT, "$1($2)"),
    (r"^(Art\. \w+(?:\(\w+\))+) (\([a-z]\))", "$1$2"),
)
"""How an article is typed, each with how it is written, in turn; browsers read these
patterns too.
"""


def article(text: str) -> str:
    """A reference to an article as records write it: ``Art. 3(1)`` for ``Article 3,
    paragraph 1``.
    """
    for pattern, written in ARTICLE_FORMS:
        text = re.sub(pattern, written.replace("$", "\\"), text)
    return text


@rule(values, Plain)
def article_form(_: Corpus, found: Value) -> Iterator[Problem]:
    """An article is written as Art. 7, Art. 3(1) or Art. 3(1)(a), because links to it are
    permanent.
    """
    if (
        found.loc[-1] == "ref"
        and found.file.model.language == "en"
        and article(found.value) != found.value
    ):
        hint = say("write: {line}", line=f"ref: {article(found.value)}")
        yield found.problem(
            say("records do not write '{value}' like this", value=found.value), hint
        )


def _clash(file: File, clash: Clash) -> Problem:
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
            "give the newer of the two its own id, such as 'id: {free}': links go to the older one",
            free=free,
        )
    return file.problem(
        (clash.where, clash.index, "id" if line.id else "ref"), message, hint
    )


# -- what a release published ------------------------------------------------------------

_STEM = "instruments/"


@rule(whole)
def published_gone(corpus: Corpus, _: Corpus) -> Iterator[Problem]:
    """What the last release published is still at its address: a record, its lines, an
    entry of a list.
    """
    if not corpus.library.published or corpus.library.unread:
        return  # what cannot be read is said at its file
    now = {address(target) for target in (*kept(corpus), *_led_on(corpus))}
    for number, each in enumerate(corpus.library.published, 1):
        page, has_anchor, _ = each.partition("#")
        of_gone = (
            has_anchor and page.startswith(_STEM) and page not in now
        )  # said once, of the record
        if each not in now and not of_gone:
            yield _gone(corpus, each, number)


@rule(records)
def former_line(corpus: Corpus, file: File) -> Iterator[Problem]:
    """No other line has the anchor of a line that is gone. The anchor leads to a line
    that is there.
    """
    lines = [name for each in LINES for name in getattr(corpus.anchors[file.name], each)]
    seen: set[str] = set()
    for number, former in enumerate(file.model.former_lines):
        place = ("former_lines", number)
        if former.id in lines or former.id in seen or former.id in (*FRAME, *SECTIONS):
            message = say(
                "'{name}' is a line of the record: it has not gone", name=former.id
            )
            if former.id in (*FRAME, *SECTIONS):
                message = say(
                    "'{name}' is a name that the page keeps for itself", name=former.id
                )
            elif former.id in seen:
                message = say("'{name}' is here twice", name=former.id)
            yield file.problem((*place, "id"), message, say("take it out here"))
        if former.now is not None and former.now not in lines:
            hint = near(former.now, lines) or say(
                "look at the address of the line on the record's page"
            )
            yield file.problem(
                (*place, "now"),
                say("the record has no line '{now}'", now=former.now),
                hint,
            )
        seen.add(former.id)


def _led_on(corpus: Corpus) -> Iterator[Target]:
    """The lines of renamed records at their former addresses, which lead on with the
    place.
    """
    for name, model in corpus.records.items():
        lines = [line for each in LINES for line in getattr(corpus.anchors[name], each)]
        lines += [each.id for each in model.former_lines]
        yield from (
            Target("record", alias, line) for alias in model.aliases for line in lines
        )


def _gone(corpus: Corpus, published: str, number: int) -> Problem:
    """An address that is there no more: at the file that it was of, where that is there."""
    page, _, anchor = published.partition("#")
    owner = page.removeprefix(_STEM).removesuffix("/")
    if anchor and owner in corpus.records:
        sample = f"former_lines: [{{id: {anchor}, now: <the line that took its place>}}]"
        message = say(
            "'{anchor}' was published and no line has it any more", anchor=anchor
        )
        hint = say(
            "give the line that says it now 'id: {name}', or write '{sample}' ('now' only where there is "
            "one)",
            name=anchor.removeprefix(_prefix(anchor)),
            sample=sample,
        )
        return corpus.library.sources[owner].problem(
            _list_of(corpus, owner, anchor), message, hint
        )
    if page.startswith(_STEM) and not anchor:
        message = say("the record '{owner}' was published and is gone", owner=owner)
        hint = say(
            "put its file back, or give the one that took its place '{line}'",
            line=f"aliases: [{owner}]",
        )
        return Problem(published_file.FILE, number, "-", message, hint)
    message = say("'/{published}' was published and is gone", published=published)
    return Problem(
        published_file.FILE,
        number,
        "-",
        message,
        say("put it back under the name that it had"),
    )


def _list_of(corpus: Corpus, owner: str, anchor: str) -> tuple[str, ...]:
    """The list that a line stood in, as far as its anchor tells; empty where the record
    has none of it.
    """
    name = _prefix(anchor).removesuffix("-") or (
        "steps" if anchor.startswith("step-") else "provisions"
    )
    return (name,) if getattr(corpus.records[owner], name) else ()


def _prefix(anchor: str) -> str:
    """What stands before the id of a line in its anchor."""
    return next(
        (
            f"{each}-"
            for each in ("objectives", "indicators")
            if anchor.startswith(f"{each}-")
        ),
        "",
    )


RELEASED = (published_gone, former_line)
"""The rules without which no release is written."""
