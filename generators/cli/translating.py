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
    in_readers_language,
    sound_corpus,
    tell,
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
    from generators.translate import update as catalog_updates

    corpus = sound_corpus(root, checks.translations.OF_INTERFACE)
    # a project without catalogs of its own is shown in those of this package, which are
    # not its to keep
    has_own_catalogs = interface.home(root) == root
    old_interface = corpus.library.interface if has_own_catalogs else {}
    old_messages = corpus.library.messages if has_own_catalogs else {}
    updates = catalog_updates.update(corpus, root, corpus.languages)
    updates += catalog_updates.update_interface(
        root, corpus.languages, old_interface, old_messages
    )
    for catalog in updates:
        if catalog.outdated or catalog.obsolete:
            message = say(
                "{file}: out of date: {outdated}, obsolete: {left}",
                file=catalog.path,
                outdated=catalog.outdated,
                left=catalog.obsolete,
            )
            tell(message)
    tell(_summary(updates))


def _summary(updates: Sequence[CatalogUpdate]) -> Saying:
    """The message that counts what was done to all catalogs."""
    return say(
        "Catalogs: {n}, written: {written}. "
        "Texts: {texts}, without translation: {missing}. Translations "
        "newly out of date: {outdated}. "
        "Kept as obsolete, for their text is gone: {left}.",
        n=len(updates),
        written=sum(catalog.written for catalog in updates),
        texts=sum(catalog.texts for catalog in updates),
        missing=sum(catalog.missing for catalog in updates),
        outdated=sum(catalog.outdated for catalog in updates),
        left=sum(catalog.obsolete for catalog in updates),
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
    and translation. First comes what is new: texts without a translation, those that have
    changed, and those that a check objects to. Then comes what nobody has read. In it, a
    duty, a number, a date or a negation in a text that binds comes first. Then come other
    texts that bind, then the rest.
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
        for line in (*_lines(language, open_text), ""):
            tell(line)
    message = say(
        "texts to be translated or read in {language}: {number}; printed: {n}",
        language=language,
        number=len(open_texts),
        n=min(limit, len(open_texts)),
    )
    tell(message)


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


def _lines(language: str, open_text: Open) -> Iterable[str]:
    """What is printed of a text to translate or to read, line by line.

    File and line with the reasons, place, source, the source as it was, and translation.
    """
    from generators.translate.update import places_in_words

    path = open_text.path
    place = f"{path}:{open_text.line}"
    if not open_text.line:
        place = in_readers_language(
            say("{file}: not there yet; run 'compendium translations update'", file=path)
        )
    reasons = (
        _STATES[open_text.state],
        _WHY[open_text.why],
        *(_RISKS[risk] for risk in open_text.risks),
    )
    in_words = [in_readers_language(reason) for reason in reasons if reason]
    yield f"{place}: {', '.join(in_words)}"
    unit = open_text.units[0]
    unit_place = places_in_words(open_text.units, language)[0] or unit.place
    yield f"  {in_readers_language(say('at'))}  {unit_place}"
    source = " | ".join(filter(None, (unit.text, unit.plural)))
    yield f"  {unit.source_language}  {source}"
    translation = open_text.translation
    if translation:
        if translation.previous:
            yield f"  {in_readers_language(say('was'))} {translation.previous}"
        yield f"  {language}  {' | '.join(translation.plural) or translation.text}"
