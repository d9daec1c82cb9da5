"""The files of ``instruments/`` (what is wrong with their names is in
``golden/problems``), and one of them as the text that was typed, with the line of every
value.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generators.corpus import library
from generators.text import yaml_files
from generators.text.files import MAX_BYTES
from generators.text.gettext_files import UNREVIEWED
from generators.text.problems import harmless
from generators.text.sources import SourceFile, spot

FR = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n#, fuzzy\nmsgid "30 days at least."\n'
    'msgstr "Au moins 30 jours."\n'
)


def test_everything_stands_under_its_id(read_library):
    """Records and items are known by their path, mechanisms by their folder, lists by
    their name.
    """
    item = (
        "kind: lesson\ntitle: A lesson\nref: p. 1\nsays: Learn.\nconfidence: recalled\n"
    )
    read, problems = read_library({"instruments/dakar-2010/lesson-a.yml": item})
    assert problems == []
    assert sorted(read.records) == ["alpha/convention", "alpha/plan", "beta/procedures"]
    assert sorted(read.mechanisms) == ["alpha", "beta"]
    assert sorted(read.items) == ["dakar-2010/lesson-a"]
    assert set(read.vocabularies.entries_of("regions")) == {"africa", "europe"}
    assert read.vocabularies.state_names["MMR"].names["en"] == "Myanmar"
    assert {
        "alpha/mechanism",
        "alpha/plan",
        "dakar-2010/lesson-a",
        "vocabulary/states",
    } <= set(read.sources)


def test_catalogs_stand_under_folder_and_language(read_library):
    """A catalog beside the records is read with its states."""
    read, problems = read_library({"instruments/alpha/fr.po": FR})
    assert problems == []
    assert read.catalogs["alpha", "fr"].find("30 days at least.").state == UNREVIEWED


def test_entries_keep_the_order_of_their_file(read_library):
    """The order of a list is its file's."""
    words = read_library()[0].vocabularies
    assert list(words.entries_of("topics")) == [
        "assistance",
        "reflection-period",
        "investigation",
    ]
    assert [
        words.rank("topics", code) for code in ("investigation", "assistance", "nowhere")
    ] == [2, 0, 3]


def test_what_can_be_read_is_read_beside_what_cannot(read_library):
    """One broken file is its own problem and takes nothing with it."""
    read, problems = read_library(
        {
            "instruments/alpha/plan.yml": "kind: [",
            "instruments/beta/mechanism.yml": "kind: process\n",
        }
    )
    assert sorted(read.records) == ["alpha/convention", "beta/procedures"]
    assert sorted(read.mechanisms) == ["alpha"]
    assert [Path(problem.path).name for problem in problems] == [
        "plan.yml",
        "mechanism.yml",
        "mechanism.yml",
    ]


EDITORS_OWN = (
    *(
        ".plan.yml.swp",
        ".plan.yml.swo",
        "4913",
        "plan.yml~",
        "fr.po~",
        ".#plan.yml",
        "#plan.yml#",
    ),
    *(
        ".DS_Store",
        "Thumbs.db",
        ".~lock.fr.po#",
        "plan.yml.bak",
        "plan.yml___jb_tmp___",
        "fr.mo",
    ),
)


@pytest.mark.parametrize("folder", ["", "alpha/"])
@pytest.mark.parametrize("name", EDITORS_OWN)
def test_files_of_editors_are_nobodys_mistake(library_folder, folder, name):
    """A swap file, a lock and a backup beside the records are passed over, whatever they
    hold; even a link that leads nowhere, as emacs makes them.
    """
    root = library_folder({f"instruments/{folder}{name}": b"\x00\xff"})
    (root / "instruments" / folder / ".#convention.yml").symlink_to(
        "somebody@machine.1234:1700000000"
    )
    read, problems = library.read(root, ("en", "fr"))
    assert problems == []
    assert sorted(read.records) == ["alpha/convention", "alpha/plan", "beta/procedures"]


@pytest.mark.parametrize(
    "name", ["plan.txt", "4914", "plan.yml.orig", ".hidden", "swp", "plan-backup.yml.old"]
)
def test_other_strange_files_are_a_problem(library_folder, name):
    """What somebody may have meant as a record is not passed over in silence."""
    _, problems = library.read(
        library_folder({f"instruments/alpha/{name}": "x"}), ("en",)
    )
    assert [problem.rule for problem in problems] == ["file-name"]


SECRET = "kind: process\nregions: [africa]\nname: Secret\nconfidence: recalled\n"


@pytest.mark.parametrize(
    ("name", "target"),
    [
        *(
            ("alpha/copy.yml", "plan.yml"),
            ("alpha/fr.po", "es.po"),
            ("gamma", "alpha"),
            ("alpha/a.yml", "a.yml"),
        ),
        *(("alpha/link.yml", "{outside}/secret.yml"), ("gamma", "{outside}")),
    ],
)
def test_no_link_is_followed(library_folder, tmp_path_factory, name, target):
    """A record, a catalog or a mechanism stands at one address, and nothing from outside
    is brought in.
    """
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.yml").write_text(SECRET)
    root = library_folder()
    (root / "instruments" / name).symlink_to(target.format(outside=outside))
    read, problems = library.read(root, ("en", "fr"))
    assert [(each.path, each.message, each.rule) for each in problems] == [
        (f"instruments/{name}", "a symbolic link", "file-inside")
    ]
    assert {key.partition("/")[0] for key in read.sources} <= {
        "alpha",
        "beta",
        "vocabulary",
    }
    assert not {"alpha/copy", "alpha/a", "alpha/link"} & {*read.sources}


def test_records_that_stand_elsewhere_are_not_followed(library_folder):
    """The folder of records itself is no link either."""
    root = library_folder()
    (root / "instruments").rename(root / "elsewhere")
    (root / "instruments").symlink_to("elsewhere")
    assert "instruments:1: -: a symbolic link" in str(library.read(root, ("en",))[1][0])


@pytest.mark.parametrize("name", ["changes.tsv", "published.txt"])
@pytest.mark.parametrize("kind", ["pipe", "folder", "link to itself"])
def test_lists_that_are_no_files_are_a_problem(library_folder, name, kind):
    """They are not taken for lists that are not there, and a pipe is not waited for."""
    place = library_folder() / name
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "folder":
        place.mkdir()
    else:
        place.symlink_to(name)
    found = library.read(place.parent, ("en",))[1]
    assert [(problem.path, problem.rule) for problem in found] == [(name, "file-inside")]


def test_a_folder_that_may_not_be_read_is_a_problem(library_folder, monkeypatch):
    """It is named, and what else there is is read."""
    root, listed = library_folder(), Path.iterdir

    def refuse(self):
        if self.name == "alpha":
            raise PermissionError(13, "Permission denied", str(self))
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", refuse)
    read, problems = library.read(root, ("en",))
    assert "instruments/alpha:1: -: cannot be read (Permission denied)" in str(
        problems[0]
    )
    assert [*read.records] == ["beta/procedures"]


def test_a_project_without_records_is_a_problem(tmp_path):
    """An empty folder is told from a fine one."""
    _, problems = library.read(tmp_path, ("en",))
    assert problems[0].message == "the folder of records is not there"


def test_reading_twice_gives_the_same(library_folder):
    """Order follows the names of files, never the file system."""
    root = library_folder()
    for _ in range(2):
        read = [*library.read(root, ("en",))[0].sources]
        assert read == sorted(read)


# -- one file, with the line of every value ----------------------------------------------


def data(text: str):
    """What a text holds, where nothing is wrong with it."""
    source, problems = yaml_files.parse(text, "a.yml")
    assert problems == []
    return source.data


@pytest.mark.parametrize(
    "typed",
    "NO on yes 1.10 12:30 010 0x1F 1e3 2024-02-30 2009-07-14 007 .5 1_000 = nan True".split(),
)
def test_scalars_stay_the_text_that_was_typed(typed):
    """What YAML 1.1 would turn into false, a float, sixty-base or octal numbers or dates
    is text here.
    """
    assert data(f"a: {typed}\nb: [{typed}]\n") == {"a": typed, "b": [typed]}


def test_every_value_has_its_line():
    """Lines are those of the values, also inside flow style; a path that is not there
    gets the line around it.
    """
    source, _ = yaml_files.parse("a: 1\nb:\n  - x\n  - {c: y,\n     d: z}\n", "a.yml")
    assert [
        source.line(loc)
        for loc in (("a",), ("b", 0), ("b", 1, "c"), ("b", 1, "d"), ("b", 7), ("e",), ())
    ] == [1, 3, 4, 5, 3, 1, 1]


def test_a_problem_names_path_line_and_field():
    """A problem is printed as ``path:line: field: what is wrong; what is expected``."""
    source = SourceFile("a.yml", {}, lambda: {("b", 1): spot(7, 3)})
    assert (
        str(source.problem(("b", 1), "wrong", "do right"))
        == "a.yml:7: b, item 2: wrong; do right"
    )
    assert str(source.problem((), "wrong")) == "a.yml:1: -: wrong"


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


@pytest.mark.parametrize(
    "hidden", ["\u202a", "\u202e", "\u2066", "\u2069", "\u009f", "\u007f", "\ue000"]
)
def test_hidden_characters_are_named(hidden):
    """Control characters, bidirectional overrides and letters for private use (a build
    marks places in pages with some) are problems in values and in keys.
    """
    for typed in (f"a: x{hidden}y\n", f"a{hidden}b: x\n"):
        assert [problem.rule for problem in yaml_files.parse(typed, "a.yml")[1]] == [
            "text-hidden"
        ]


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
    """A byte order mark and another encoding are problems, with the line of the first
    byte that is not UTF-8.
    """
    source, problems = read_bytes(tmp_path, raw)
    assert source is None
    assert [(problem.line, problem.message, problem.rule) for problem in problems] == [
        (line, message, "file-encoding")
    ]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"\x1f\x8b\x08\x00abc", "no text, but a document or picture"),
        ("kind: a".encode("utf-16-le"), "not UTF-8 (byte 0x00)"),
        ("kind: a".encode("utf-16-be"), "not UTF-8 (byte 0x00)"),
    ],
)
def test_what_is_no_text_is_said_so(tmp_path, raw, message):
    """A packed file, and another encoding without a mark, are named as what they are."""
    source, problems = read_bytes(tmp_path, raw)
    assert source is None
    assert [problem.message for problem in problems] == [message]


def test_letters_without_width_are_printed_by_number():
    """A name that looks like another one is told apart."""
    assert harmless("a\u200bb\ufeff\xad") == r"a\u200bb\ufeff\xad"


def test_a_file_over_one_mebibyte_is_not_read(tmp_path):
    """1 MiB is read, a byte more is a problem."""
    text = b"a: x # " + b"x" * (MAX_BYTES - 8) + b"\n"
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
def test_a_character_that_readers_take_for_a_line_break_is_named(
    tmp_path, character, name
):
    """What some readers take for the end of a line, and what nobody sees, is refused at
    its line before anybody parses.
    """
    text = f"a: ضحايا\nb: plan\nc: x{character}y{character}\nd: z\ne: {character}f\n"
    source, problems = read_bytes(tmp_path, text.encode())
    assert source is None
    assert [(problem.line, problem.rule) for problem in problems] == [
        (3, "text-hidden"),
        (5, "text-hidden"),
    ]
    assert {problem.message for problem in problems} == {
        f"a character that does not belong in a text ({name})"
    }


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_end_as_on_unix_or_windows(tmp_path, end):
    """Files of both are read, with the same lines."""
    source, problems = read_bytes(tmp_path, f"a: b{end}c: d{end}".encode())
    assert problems == []
    assert (source.data, source.line(("c",))) == ({"a": "b", "c": "d"}, 2)


def test_what_is_no_file_is_a_problem(tmp_path):
    """A folder or a dangling link with the name of a record is a problem."""
    (tmp_path / "folder.yml").mkdir()
    (tmp_path / "dangling.yml").symlink_to(tmp_path / "nothing.yml")
    (tmp_path / "circle.yml").symlink_to(tmp_path / "circle.yml")
    for name in ("folder.yml", "dangling.yml", "circle.yml"):
        assert [
            problem.rule for problem in yaml_files.read(tmp_path / name, tmp_path)[1]
        ] == ["file-inside"]
