"""English that somebody reads is plain: in the documents, in the help of commands, and on hand-written pages;
what is excepted needs it.
"""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from generators.checks import plain
from generators.checks.plain import RIGHT, WAITING
from generators.checks.rules import values
from generators.cli.main import main
from generators.corpus.loading import open_corpus
from generators.model.fields import Prose
from generators.site import handwritten
from tests.conftest import PROJECT


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Whoever reads it stands beside it.", ["Whoever", "stands", "beside"]),
        ("Heed it where fitting, and mend it anew.", ["Heed", "fitting", "mend", "anew"]),
        (
            "It is no party, save where women above all are alone.",
            ["is no", "save where", "above all", "alone"],
        ),
        ("There is no list. It is no longer hand in hand with a standing body.", []),
        ("The child is alone. It has identity papers.", []),
    ],
)
def test_house_words_are_found(text: str, words: list[str]):
    """Each word that a learner does not know is named, and the same letters in plain words are not."""
    assert [message.slots["word"] for message, _ in plain.odd(text, plain.ON_PAGES)] == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Of 20 more we know nothing.", "a sentence that begins with 'Of'"),
        ("One is here; one is there; one is gone.", "a sentence with two semicolons"),
        (
            "See Art. 13, which says in so many words that " + "very " * 11 + "long is too long.",
            "a sentence of 25 words",
        ),
        ("{n} texts bind it. {m} texts " + "do " * 16 + "not.", ""),
        ("Sex; age group; citizenship", ""),
    ],
)
def test_shapes_are_found(text: str, found: str):
    """A sentence is said to be odd by how it begins, by its semicolons and by its length; a list is none."""
    assert [str(message) for message, _ in plain.odd(text, plain.ON_PAGES)] == ([found] if found else [])


def test_a_page_is_read_without_its_code():
    """Of a page, what a reader reads counts: no code, no address, each cell and item by itself."""
    page = "# T\n\n```sh\nwhoever\n```\n\nSee `whoever` and [it](stands.md).\n\n| one | it stands |\n"
    assert [(line, str(message)) for line, message, _ in plain.odd_lines(page)] == [
        (9, "'stands' is not plain English")
    ]


def test_a_page_in_english_is_plain(tmp_path):
    """A hand-written page in English breaks the rule at its line; its translation is another language."""
    for name in ("guide.md", "guide.fr.md"):
        file = tmp_path / "docs" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("---\ntitle: Guide\n---\n\n# Guide\n\nThis stands here.\n", "utf-8")
    assert [str(each) for each in handwritten.problems(tmp_path / "docs", tmp_path, None)] == [
        "docs/guide.md:7: -: 'stands' is not plain English; write 'is'"
    ]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "HACKING.md"])
def test_documents_are_plain(name: str):
    """What editors and programmers read keeps the rule too, and HACKING fits on a few screens."""
    text = (PROJECT / name).read_text("utf-8")
    assert [(line, str(message)) for line, message, _ in plain.odd_lines(text)] == []
    assert name != "HACKING.md" or text.count("\n") <= 120


def helps(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    """The help of a command, of its options and of the commands within."""
    yield name, " ".join((command.help or "").split())
    for option in command.params:
        yield f"{name} {option.name}", getattr(option, "help", "") or ""
    for key, within in command.commands.items() if isinstance(command, click.Group) else ():
        yield from helps(within, f"{name} {key}")


def test_help_is_plain():
    """What ``--help`` says keeps the rule."""
    odd = {name: [str(each) for each, _ in plain.odd(text, plain.ON_PAGES)] for name, text in helps(main, "")}
    assert {name: found for name, found in odd.items() if found} == {}


def test_exceptions_are_few_and_needed():
    """Each exception is met by a text of the records that would break the rule; there are fewer than 60."""
    read, problems = open_corpus(PROJECT)
    assert problems == []
    texts = [each.value for each in values(read) if isinstance(each.mark, Prose)]
    odd = [text for text in texts if any(plain.odd(text, plain.IN_RECORDS, excepting=False))]
    words = [word for _, group in RIGHT for word in group]
    beginnings = [each for _, group in WAITING for each in group]
    assert len(words) + len(beginnings) < 60
    assert [word for word in words if not any(word in text for text in odd)] == []
    assert [each for each in beginnings if not any(text.startswith(each) for text in odd)] == []
