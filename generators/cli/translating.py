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
    from generators.translate import update as made

    corpus = sound_corpus(root, checks.translations.OF_INTERFACE)
    # a project without catalogs of its own is shown in those of this package, which are
    # not its to keep
    own, library = interface.home(root) == root, corpus.library
    old, said = (library.interface, library.messages) if own else ({}, {})
    changes = made.update(corpus, root, corpus.languages)
    changes += made.update_interface(root, corpus.languages, old, said)
    for change in (each for each in changes if each.outdated or each.left):
        file, outdated, left = change.path, change.outdated, change.left
        tell(
            say(
                "{file}: out of date: {outdated}, obsolete: {left}",
                file=file,
                outdated=outdated,
                left=left,
            )
        )
    tell(_updated(changes))


def _updated(changes: Sequence[CatalogUpdate]) -> Saying:
    names = ("written", "outdated", "left", "texts", "missing")
    written, outdated, left, texts, missing = (
        sum(getattr(each, name) for each in changes) for name in names
    )
    return say(
        "Catalogs: {n}, written: {written}. Texts: {texts}, without translation: {missing}. Translations "
        "newly out of date: {outdated}. Kept as obsolete, for their text is gone: {left}.",
        n=len(changes),
        written=written,
        texts=texts,
        missing=missing,
        outdated=outdated,
        left=left,
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
    from generators.translate import to_do as made

    corpus = sound_corpus(root)
    expect_language(language, corpus.languages)
    doubted = {
        (each.path, each.line) for each in checks.run(corpus, checks.translations.RULES)
    }
    found = made.to_do(corpus, language, interface.home(root) == root, doubted)
    for each in found[:limit]:
        for line in (*_shown(language, each), ""):
            tell(line)
    said = say(
        "texts to be translated or read in {language}: {number}; printed: {n}",
        language=language,
        number=len(found),
        n=min(limit, len(found)),
    )
    tell(said)


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


def _shown(language: str, each: Open) -> Iterable[str]:
    from generators.translate.update import stands

    absent = say(
        "{file}: not there yet; run 'compendium translations update'", file=each.path
    )
    where = f"{each.path}:{each.line}" if each.line else told(absent)
    what = (_STATES[each.state], _WHY[each.why], *(_RISKS[risk] for risk in each.risks))
    yield f"{where}: {', '.join(told(reason) for reason in what if reason)}"
    yield f"  {told(say('at'))}  {stands(each.units, language)[0] or each.units[0].place}"
    unit, found = each.units[0], each.found
    yield f"  {unit.source_language}  {' | '.join(filter(None, (unit.text, unit.plural)))}"
    if found:
        if found.previous:
            yield f"  {told(say('was'))} {found.previous}"
        yield f"  {language}  {' | '.join(found.plural) or found.text}"
