"""What a translator is told to do next, in the order of what harms readers most; what a
mistake can turn.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from commands import run
from translating import catalog

from generators.corpus.corpus import Corpus
from generators.model.fields import Loc
from generators.model.records import Record
from generators.text import gettext_files
from generators.text.memory import Memory
from generators.translate.to_do import risks
from generators.translate.units import Unit


@pytest.fixture
def root(library_folder: Callable[..., Path]) -> Path:
    """The base library with catalogs, all texts missing."""
    root = library_folder({})
    run(root, "translations", "update")
    return root


def unit(text: str, language: str = "en", loc: Loc = ("provisions", 0, "says")) -> Unit:
    return Unit("", "", text, language, loc=loc)


def translate(root: Path, text: str, translation: str) -> None:
    """Translate one text, as read."""
    file = polib.pofile(str(root / "instruments/alpha/fr.po"), wrapwidth=0)
    file.find(text).msgstr = translation
    file.save()


def told(root: Path, *arguments: str) -> list[str]:
    """The blocks that the command prints."""
    result = run(root, "translations", "next", "fr", *arguments)
    assert result.exit_code == 0, result.output
    return result.stdout.rstrip().split("\n\n")


def test_what_misleads_comes_first_then_what_binds(root: Path) -> None:
    """A stale translation of a plan stands before the missing ones of a binding text, and
    these before the rest; each block names file and line, place, source, and what the
    translation translates.
    """
    translate(root, "Train the police in each State.", "Former la police de chaque État.")
    plan = root / "instruments/alpha/plan.yml"
    plan.write_text(
        plan.read_text().replace("Train the police in each State.", "Train judges.")
    )
    run(root, "translations", "update")
    first, second, *more, count = told(root, "--limit", "1000")
    line = catalog(root, "instruments/alpha/fr.po")["Train judges."].linenum
    assert first.splitlines() == [
        f"instruments/alpha/fr.po:{line}: out of date, misleads",
        "  at  objectives, Aim: says — fr/instruments/alpha/plan/#objectives-aim",
        "  en  Train judges.",
        "  was Train the police in each State.",
        "  fr  Former la police de chaque État.",
    ]
    assert ": missing, is in a text that binds, a duty, a number or a date\n" in second
    order = ["is in a text that binds", ""]
    heads = [block.splitlines()[0].rpartition("missing")[2] for block in (second, *more)]
    whys = [head.removeprefix(", ").partition(",")[0] for head in heads]
    assert whys == sorted(whys, key=order.index)
    assert set(whys) == set(order)
    assert (
        count
        == f"texts to be translated or read in fr: {len(whys) + 1}; printed: {len(whys) + 1}"
    )


def test_what_was_read_is_not_named(root: Path) -> None:
    """A reviewed translation is done; the limit holds."""
    before = told(root, "--limit", "1")
    assert len(before) == 2
    said = before[0].splitlines()[2].removeprefix("  en  ")
    translate(root, said, "30 jours au moins.")
    assert f"  en  {said}" not in "\n".join(told(root, "--limit", "100")).splitlines()


def test_what_binds_and_nobody_has_read_misleads(root: Path) -> None:
    """What is new comes first. Of what nobody has read, a duty with a number stands before
    a sentence of a plan.
    """
    file = polib.pofile(str(root / "instruments/alpha/fr.po"), wrapwidth=0)
    for text, translation in (
        ("30 days at least.", "30 jours au moins."),
        ("Train the police in each State.", "X"),
    ):
        entry = file.find(text)
        entry.msgstr, entry.flags = translation, ["fuzzy"]
    file.save()
    blocks = told(root, "--limit", "1000")[:-1]
    states = [block.splitlines()[0].partition(": ")[2] for block in blocks]
    unread = [state.startswith("not yet reviewed") for state in states]
    assert unread == sorted(unread)
    first_unread = blocks[unread.index(True)].splitlines()
    assert first_unread[0].endswith(
        ": not yet reviewed, misleads, a duty, a number or a date"
    )
    assert first_unread[-1] == "  fr  30 jours au moins."
    plan = next(block for block in blocks if "Train the police" in block)
    assert plan.splitlines()[0].endswith(": not yet reviewed")


def test_an_unknown_language_is_named(root: Path) -> None:
    """A user's mistake is one line."""
    result = run(root, "translations", "next", "xx")
    assert result.exit_code == 1
    assert "no such language: xx" in result.stderr


def test_a_text_without_a_translation_has_its_line(tmp_path: Path) -> None:
    """The line of an entry that is empty is known, the second time from memory."""
    file = tmp_path / "fr.po"
    texts = ((("", "A"), "B"), (("topics", "C"), ""))
    lines = [
        gettext_files.NewEntry(key, gettext_files.Translation(text))
        for key, text in texts
    ]
    file.write_text(gettext_files.text_of("fr", lines), "utf-8")
    memory = Memory(tmp_path / "memory", "code")
    whole = file.read_text("utf-8").split("\n")
    for _ in range(2):
        found, _ = gettext_files.read(file, tmp_path, "fr", memory)
        assert list(found.empty) == [("topics", "C")]
        assert whole[found.empty["topics", "C"] - 1] == 'msgctxt "topics"'
        memory.save()
        memory = Memory(tmp_path / "memory", "code")


RECORD = """\
kind: instrument
type: convention
official_titles: {{en: A}}
status: in-force
binding: {binding}
provisions:
  - {{topics: [return], ref: Art. 1, says: Text., {line}}}
confidence: recalled
"""
MAY, MUST = "strength: permission", "strength: obligation"


@pytest.fixture
def model(corpus_of: Callable[..., Corpus]) -> Callable[..., Record]:
    """Makes a record with one provision."""

    def made(line: str, binding: str = "true") -> Record:
        text = RECORD.format(line=line, binding=binding)
        return corpus_of({"instruments/alpha/text.yml": text}).records["alpha/text"]

    return made


@pytest.mark.parametrize(
    ("line", "text", "language", "found"),
    [
        (MUST, "Help them.", "en", ("duty",)),
        ("strength: conditional-obligation", "Help them.", "en", ("duty",)),
        (MAY, "Help them.", "en", ()),
        (MAY, "Help 3 of them.", "en", ("number",)),
        (f"{MAY}, value: {{days: 30}}", "Help them.", "en", ("number",)),
        (f"{MAY}, until: 2030", "Help them.", "en", ("number",)),
        (MAY, "Until the end of June.", "en", ("number",)),
        (MAY, "States may help.", "en", ()),
        (MAY, "Nobody is sent back without a hearing.", "en", ("negation",)),
        (MAY, "A note on notaries.", "en", ()),
        (MAY, "Nul n'est renvoyé.", "fr", ("negation",)),
        (MAY, "不得遣返。", "zh", ("negation",)),
        (MUST, "No return within ٣٠ days.", "en", ("duty", "number", "negation")),
    ],
)
def test_what_a_mistake_turns_round(
    model: Callable[..., Record],
    line: str,
    text: str,
    language: str,
    found: tuple[str, ...],
) -> None:
    """Duties, numbers and dates, negations: by the line and by whole words of the text."""
    assert tuple(risks(model(line), unit(text, language))) == found


def test_what_does_not_bind_misleads_nobody(model: Callable[..., Record]) -> None:
    """Nor does a summary, or what is no record."""
    assert not [*risks(model(MUST, "false"), unit("No."))]
    assert not [*risks(model(MUST), unit("No.", loc=("summary",)))]
    assert not [*risks(None, unit("No."))]
