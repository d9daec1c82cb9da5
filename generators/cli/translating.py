"""The commands of translators: catalogs brought up to date, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generators.cli.project import (
    Commands,
    command,
    expect_language,
    sound_corpus,
    tell,
    told,
)
from generators.text.sayings import Saying, say

if TYPE_CHECKING:
    from generators.translate.to_do import Open
    from generators.translate.update import CatalogUpdate


@click.group(cls=Commands)
def translations() -> None:
    """Keep the catalogs (.po) up to date with the texts, and say what to do next."""


@command(speaks=True, group=translations)
def update(root: Path) -> None:
    """Update all catalogs, also those of the interface, with what records and templates
    say. A text that changed keeps its old translation, marked as out of date. The
    translation of a text that is gone is kept as obsolete, until the text returns.
    Nothing is written while a file cannot be read.
    """
    from generators import checks
    from generators.corpus import interface
    from generators.translate import update as catalogs

    corpus = sound_corpus(root, checks.translations.OF_INTERFACE)
    # a project without catalogs of its own is shown in those of this package, which are
    # not its to keep
    library = corpus.library
    has_own = interface.home(root) == root
    updates = catalogs.update(corpus, root, corpus.languages)
    updates += catalogs.update_interface(
        root,
        corpus.languages,
        library.interface if has_own else {},
        library.messages if has_own else {},
    )
    for change in updates:
        if change.outdated or change.left:
            message = say(
                "{file}: out of date: {outdated}, obsolete: {left}",
                file=change.path,
                outdated=change.outdated,
                left=change.left,
            )
            tell(message)
    tell(_summary(updates))


def _summary(updates: Sequence[CatalogUpdate]) -> Saying:
    """What was done to all catalogs together."""
    return say(
        "Catalogs: {n}, written: {written}. "
        "Texts: {texts}, without translation: {missing}. "
        "Translations newly out of date: {outdated}. "
        "Kept as obsolete, for their text is gone: {left}.",
        n=len(updates),
        written=sum(change.written for change in updates),
        texts=sum(change.texts for change in updates),
        missing=sum(change.missing for change in updates),
        outdated=sum(change.outdated for change in updates),
        left=sum(change.left for change in updates),
    )


@command("next", speaks=True, group=translations)
@click.argument("language")
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="How many to print.",
)
def next_(root: Path, language: str, limit: int) -> None:
    """Print what to translate or read next in LANGUAGE, with file and line, place, source
    and translation. First comes what misleads: translations of texts that have changed,
    and those that a check objects to. So do unread ones of a duty, a number or date, or a
    negation in a text that binds. Then comes the rest of the texts that bind, then the
    rest.
    """
    from generators import checks
    from generators.corpus import interface
    from generators.translate.to_do import to_do

    corpus = sound_corpus(root)
    expect_language(language, corpus.languages)
    problems = checks.run(corpus, checks.translations.RULES)
    doubted = {(problem.path, problem.line) for problem in problems}
    open_texts = to_do(corpus, language, interface.home(root) == root, doubted)
    for open_text in open_texts[:limit]:
        for line in (*_lines_of(language, open_text), ""):
            tell(line)
    summary = say(
        "texts to be translated or read in {language}: {number}; printed: {n}",
        language=language,
        number=len(open_texts),
        n=min(limit, len(open_texts)),
    )
    tell(summary)


_WHY = {"misleads": say("misleads"), "binds": say("is in a text that binds"), "rest": ""}
_RISKS = {
    "duty": say("a duty"),
    "number": say("a number or a date"),
    "negation": say("a negation"),
}
_STATES = {
    "stale": say("out of date"),
    "doubted": say("a check objects"),
    "missing": say("missing"),
    "unreviewed": say("not yet reviewed"),
}


def _lines_of(language: str, open_text: Open) -> Iterable[str]:
    """The lines that are printed of a text: where and why, its place, and its words."""
    from generators.translate.update import stands

    absent = say(
        "{file}: not there yet; run 'compendium translations update'", file=open_text.path
    )
    file = f"{open_text.path}:{open_text.line}" if open_text.line else told(absent)
    risks = [_RISKS[risk] for risk in open_text.risks]
    reasons = (_STATES[open_text.state], _WHY[open_text.why], *risks)
    yield f"{file}: {', '.join(told(reason) for reason in reasons if reason)}"
    unit = open_text.units[0]
    place = stands(open_text.units, language)[0] or unit.place
    yield f"  {told(say('at'))}  {place}"
    source = " | ".join(filter(None, (unit.text, unit.plural)))
    yield f"  {unit.source_language}  {source}"
    translation = open_text.found
    if translation is None:
        return
    if translation.previous:
        yield f"  {told(say('was'))} {translation.previous}"
    yield f"  {language}  {' | '.join(translation.plural) or translation.text}"
