"""YAML as the text that was typed, with the line of every value."""

from __future__ import annotations

import pytest

from generators.text import yaml_files
from generators.text.files import MAX_BYTES
from generators.text.sources import Source, spot


def data(text: str):
    """What a text holds, where nothing is wrong with it."""
    source, problems = yaml_files.parse(text, "a.yml")
    assert problems == []
    return source.data


def rules(text: str) -> list[str]:
    """The rules that a text breaks."""
    return [problem.rule for problem in yaml_files.parse(text, "a.yml")[1]]


@pytest.mark.parametrize(
    "typed",
    "NO on yes 1.10 12:30 010 0x1F 1e3 2024-02-30 2009-07-14 007 .5 1_000 = nan True".split(),
)
def test_scalars_stay_the_text_that_was_typed(typed):
    """What YAML 1.1 would turn into false, a float, sixty-base or octal numbers or dates is text here."""
    assert data(f"a: {typed}\nb: [{typed}]\n") == {"a": typed, "b": [typed]}


def test_quotes_and_folds_are_read():
    """Quoted texts lose their quotes, folded ones their line breaks."""
    assert data("a: \"x: y\"\nb: 'null'\nc: >-\n  one\n  two\nd: |\n  one\n  two\n") == {
        "a": "x: y",
        "b": "null",
        "c": "one two",
        "d": "one\ntwo\n",
    }


def test_every_value_has_its_line():
    """Lines are those of the values, also inside flow style; a path that is not there gets the line around
    it.
    """
    source, _ = yaml_files.parse("a: 1\nb:\n  - x\n  - {c: y,\n     d: z}\n", "a.yml")
    assert [
        source.line(loc) for loc in (("a",), ("b", 0), ("b", 1, "c"), ("b", 1, "d"), ("b", 7), ("e",), ())
    ] == [1, 3, 4, 5, 3, 1, 1]


def test_a_problem_names_path_line_and_field():
    """A problem is printed as ``path:line: field: what is wrong; what is expected``."""
    source = Source("a.yml", {}, lambda: {("b", 1): spot(7, 3)})
    assert str(source.problem(("b", 1), "wrong", "do right")) == "a.yml:7: b, item 2: wrong; do right"
    assert str(source.problem((), "wrong")) == "a.yml:1: -: wrong"


def test_an_alias_bomb_grows_nothing():
    """Aliases are refused where they stand, and what they would stand for is not put there."""
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    source, problems = yaml_files.parse(bomb, "a.yml")
    assert {problem.rule for problem in problems} == {"yaml-plain"}
    assert source.data["a29"] == [""] * 9


def test_depth_costs_no_recursion():
    """A thousand brackets are a deep list, and no traceback."""
    source, problems = yaml_files.parse("[" * 1000 + "]" * 1000, "a.yml")
    assert source is not None or [problem.rule for problem in problems] == ["yaml-syntax"]


@pytest.mark.parametrize(
    ("text", "line", "remedy"),
    [
        ("a: `x`\n", 1, 'write: a: "`x`"'),
        ("a: b\nc: %x\n", 2, 'write: c: "%x"'),
        ("a: [*Note]\n", 1, "put the text into quotes"),
    ],
)
def test_what_is_wrong_is_said_where_it_was_typed_with_its_remedy(text, line, remedy):
    """Who has never seen YAML finds the line and knows what to type."""
    _, problems = yaml_files.parse(text, "a.yml")
    assert [problem.line for problem in problems] == [line]
    assert remedy in problems[0].hint


@pytest.mark.parametrize("hidden", ["\u202a", "\u202e", "\u2066", "\u2069", "\u009f", "\u007f", "\ue000"])
def test_hidden_characters_are_named(hidden):
    """Control characters, bidirectional overrides and letters for private use (a build marks places in pages
    with some) are problems in values and in keys.
    """
    for typed in (f"a: x{hidden}y\n", f"a{hidden}b: x\n"):
        assert rules(typed) == ["text-hidden"]


@pytest.mark.parametrize("marks", ["\u200f", "\u200e", "\u200c", "\u200d"])
def test_marks_that_arabic_needs_are_allowed(marks):
    """Direction marks and joiners belong to ordinary text."""
    assert data(f"a: x{marks}y\n") == {"a": f"x{marks}y"}


def read_bytes(tmp_path, raw: bytes):
    file = tmp_path / "a.yml"
    file.write_bytes(raw)
    return yaml_files.read(file, tmp_path)


@pytest.mark.parametrize(
    ("raw", "line", "message"),
    [
        (b"\xef\xbb\xbfa: b\n", 1, "starts with a byte order mark"),
        ("a: b\n".encode("utf-16"), 1, "starts with a byte order mark"),
        (b"a: b\nc: d\xe9j\xe0\n", 2, "not UTF-8 (byte 0xe9)"),
        (b"a: \xff\n", 1, "not UTF-8 (byte 0xff)"),
        (b"PK\x03\x04\x14\x00", 1, "no text, but a document or picture"),
        (b"\x89PNG\r\n\x1a\n", 1, "no text, but a document or picture"),
        (b"%PDF-1.7\n", 1, "no text, but a document or picture"),
    ],
)
def test_only_utf8_without_byte_order_mark_is_read(tmp_path, raw, line, message):
    """A byte order mark and another encoding are problems, with the line of the first byte that is not
    UTF-8.
    """
    source, problems = read_bytes(tmp_path, raw)
    assert source is None
    assert [(problem.line, problem.message, problem.rule) for problem in problems] == [
        (line, message, "file-encoding")
    ]


def test_a_file_over_one_mebibyte_is_not_read(tmp_path):
    """1 MiB is read, a byte more is a problem."""
    text = b"a: " + b"x" * (MAX_BYTES - 4) + b"\n"
    assert read_bytes(tmp_path, text)[1] == []
    source, problems = read_bytes(tmp_path, text + b"\n")
    assert source is None
    assert [problem.rule for problem in problems] == ["file-size"]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000, control character"),
        ("\x0b", "U+000B, control character"),
        ("\u2028", "U+2028, control character"),
        ("\r", "U+000D, control character"),
    ],
)
def test_a_character_that_readers_take_for_a_line_break_is_named(tmp_path, character, name):
    """What some readers take for the end of a line, and what nobody sees, is refused at its line before
    anybody parses.
    """
    text = f"a: ضحايا\nb: plan\nc: x{character}y{character}\nd: z\ne: {character}f\n"
    source, problems = read_bytes(tmp_path, text.encode())
    assert source is None
    assert [(problem.line, problem.rule) for problem in problems] == [(3, "text-hidden"), (5, "text-hidden")]
    assert {problem.message for problem in problems} == {
        f"a character that does not belong in a text ({name})"
    }


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_end_as_on_unix_or_windows(tmp_path, end):
    """Files of both are read, with the same lines."""
    source, problems = read_bytes(tmp_path, f"a: b{end}c: d{end}".encode())
    assert problems == []
    assert (source.data, source.line(("c",))) == ({"a": "b", "c": "d"}, 2)


def test_no_link_is_followed(tmp_path):
    """A symbolic link is a problem, whether it leads to a file outside the project or to one inside, which
    would stand at two addresses.
    """
    inside, outside = tmp_path / "inside", tmp_path / "secret.yml"
    inside.mkdir()
    outside.write_text("a: b\n")
    (inside / "true.yml").write_text("a: b\n")
    (inside / "link.yml").symlink_to(outside)
    (inside / "own.yml").symlink_to(inside / "true.yml")
    for name in ("link.yml", "own.yml"):
        source, problems = yaml_files.read(inside / name, inside)
        assert source is None
        assert [problem.rule for problem in problems] == ["file-inside"]


def test_what_is_no_file_is_a_problem(tmp_path):
    """A folder or a dangling link with the name of a record is a problem."""
    (tmp_path / "folder.yml").mkdir()
    (tmp_path / "dangling.yml").symlink_to(tmp_path / "nothing.yml")
    (tmp_path / "circle.yml").symlink_to(tmp_path / "circle.yml")
    for name in ("folder.yml", "dangling.yml", "circle.yml"):
        assert [problem.rule for problem in yaml_files.read(tmp_path / name, tmp_path)[1]] == ["file-inside"]
