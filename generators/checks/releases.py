"""What the last release published stays: an address is promised for good."""

from __future__ import annotations

from collections.abc import Iterator

from generators.checks.rules import File, records, rule, rules_of, whole
from generators.corpus import published_file
from generators.corpus.addresses import Target, address
from generators.corpus.anchors import FRAME, SECTIONS
from generators.corpus.corpus import Corpus
from generators.corpus.published import LINES, kept
from generators.text.problems import Problem, near
from generators.text.sayings import say

_STEM = "instruments/"


@rule(
    "What the last release published is still at its address: a record, its lines, an entry of a list.", whole
)
def published_gone(corpus: Corpus, _: Corpus) -> Iterator[Problem]:
    if not corpus.library.published or corpus.library.unread:
        return  # what cannot be read is said at its file
    now = {address(target) for target in (*kept(corpus), *_led_on(corpus))}
    for number, each in enumerate(corpus.library.published, 1):
        page, has_anchor, _ = each.partition("#")
        of_gone = has_anchor and page.startswith(_STEM) and page not in now  # said once, of the record
        if each not in now and not of_gone:
            yield _gone(corpus, each, number)


@rule(
    "No other line has the anchor of a line that is gone. The anchor leads to a line that is there.", records
)
def former_line(corpus: Corpus, file: File) -> Iterator[Problem]:
    lines = [name for each in LINES for name in getattr(corpus.anchors[file.name], each)]
    seen: set[str] = set()
    for number, former in enumerate(file.model.former_lines):
        if former.id in lines or former.id in seen or former.id in (*FRAME, *SECTIONS):
            message = say("'{name}' is a line of the record: it has not gone", name=former.id)
            if former.id in (*FRAME, *SECTIONS):
                message = say("'{name}' is a name that the page keeps for itself", name=former.id)
            elif former.id in seen:
                message = say("'{name}' is here twice", name=former.id)
            loc = ("former_lines", number, "id")
            yield file.problem(loc, message, say("take it out here"))
        if former.now is not None and former.now not in lines:
            hint = near(former.now, lines) or say("look at the address of the line on the record's page")
            loc = ("former_lines", number, "now")
            yield file.problem(loc, say("the record has no line '{now}'", now=former.now), hint)
        seen.add(former.id)


def _led_on(corpus: Corpus) -> Iterator[Target]:
    """The lines of renamed records at their former addresses, which lead on with the place."""
    for name, model in corpus.records.items():
        lines = [line for each in LINES for line in getattr(corpus.anchors[name], each)]
        lines += [each.id for each in model.former_lines]
        yield from (Target("record", alias, line) for alias in model.aliases for line in lines)


def _gone(corpus: Corpus, published: str, number: int) -> Problem:
    """An address that is there no more: at the file that it was of, where that is there."""
    page, _, anchor = published.partition("#")
    owner = page.removeprefix(_STEM).removesuffix("/")
    if anchor and owner in corpus.records:
        sample = f"former_lines: [{{id: {anchor}, now: <the line that took its place>}}]"
        return corpus.library.sources[owner].problem(
            _list_of(corpus, owner, anchor),
            say("'{anchor}' was published and no line has it any more", anchor=anchor),
            say(
                "give the line that says it now 'id: {name}', or write '{sample}' ('now' only where there is "
                "one)",
                name=anchor.removeprefix(_prefix(anchor)),
                sample=sample,
            ),
        )
    if page.startswith(_STEM) and not anchor:
        message = say("the record '{owner}' was published and is gone", owner=owner)
        hint = say(
            "put its file back, or give the one that took its place '{line}'", line=f"aliases: [{owner}]"
        )
        return Problem(published_file.FILE, number, "-", message, hint)
    message = say("'/{published}' was published and is gone", published=published)
    return Problem(published_file.FILE, number, "-", message, say("put it back under the name that it had"))


def _list_of(corpus: Corpus, owner: str, anchor: str) -> tuple[str, ...]:
    """The list that a line stood in, as far as its anchor tells; empty where the record has none of it."""
    name = _prefix(anchor).removesuffix("-") or ("steps" if anchor.startswith("step-") else "provisions")
    return (name,) if getattr(corpus.records[owner], name) else ()


def _prefix(anchor: str) -> str:
    """What stands before the id of a line in its anchor."""
    return next((f"{each}-" for each in ("objectives", "indicators") if anchor.startswith(f"{each}-")), "")


RULES = rules_of(globals())
