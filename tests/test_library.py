"""The files of ``instruments/`` (what is wrong with their names is in ``golden/problems``)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generators.corpus import library
from generators.text.gettext_files import UNREVIEWED

FR = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n#, fuzzy\nmsgid "30 days at least."\n'
    'msgstr "Au moins 30 jours."\n'
)


def test_everything_stands_under_its_id(read_library):
    """Records and items are known by their path, mechanisms by their folder, lists by their name."""
    item = "kind: lesson\ntitle: A lesson\nref: p. 1\nsays: Learn.\nconfidence: recalled\n"
    read, problems = read_library({"instruments/dakar-2010/lesson-a.yml": item})
    assert problems == []
    assert sorted(read.records) == ["alpha/convention", "alpha/plan", "beta/procedures"]
    assert sorted(read.mechanisms) == ["alpha", "beta"]
    assert sorted(read.items) == ["dakar-2010/lesson-a"]
    assert set(read.vocabularies.of("regions")) == {"africa", "europe"}
    assert read.vocabularies.state_names["MMR"].names["en"] == "Myanmar"
    assert {"alpha/mechanism", "alpha/plan", "dakar-2010/lesson-a", "vocabulary/states"} <= set(read.sources)


def test_catalogs_stand_under_folder_and_language(read_library):
    """A catalog beside the records is read with its states."""
    read, problems = read_library({"instruments/alpha/fr.po": FR})
    assert problems == []
    assert read.catalogs["alpha", "fr"].find("30 days at least.").state == UNREVIEWED


def test_entries_keep_the_order_of_their_file(read_library):
    """The order of a list is its file's."""
    words = read_library()[0].vocabularies
    assert list(words.of("topics")) == ["assistance", "reflection-period", "investigation"]
    assert [words.rank("topics", code) for code in ("investigation", "assistance", "nowhere")] == [2, 0, 3]


def test_what_can_be_read_is_read_beside_what_cannot(read_library):
    """One broken file is its own problem and takes nothing with it."""
    read, problems = read_library(
        {"instruments/alpha/plan.yml": "kind: [", "instruments/beta/mechanism.yml": "kind: process\n"}
    )
    assert sorted(read.records) == ["alpha/convention", "beta/procedures"]
    assert sorted(read.mechanisms) == ["alpha"]
    assert [Path(problem.path).name for problem in problems] == ["plan.yml", "mechanism.yml", "mechanism.yml"]


EDITORS_OWN = (
    *(".plan.yml.swp", ".plan.yml.swo", "4913", "plan.yml~", "fr.po~", ".#plan.yml", "#plan.yml#"),
    *(".DS_Store", "Thumbs.db", ".~lock.fr.po#", "plan.yml.bak", "plan.yml___jb_tmp___", "fr.mo"),
)


@pytest.mark.parametrize("folder", ["", "alpha/"])
@pytest.mark.parametrize("name", EDITORS_OWN)
def test_files_of_editors_are_nobodys_mistake(library_folder, folder, name):
    """A swap file, a lock and a backup beside the records are passed over, whatever they hold; even a link
    that leads nowhere, as emacs makes them.
    """
    root = library_folder({f"instruments/{folder}{name}": b"\x00\xff"})
    (root / "instruments" / folder / ".#convention.yml").symlink_to("somebody@machine.1234:1700000000")
    read, problems = library.read(root, ("en", "fr"))
    assert problems == []
    assert sorted(read.records) == ["alpha/convention", "alpha/plan", "beta/procedures"]


@pytest.mark.parametrize(
    "name", ["plan.txt", "4914", "plan.yml.orig", ".hidden", "swp", "plan-backup.yml.old"]
)
def test_other_strange_files_are_a_problem(library_folder, name):
    """What somebody may have meant as a record is not passed over in silence."""
    _, problems = library.read(library_folder({f"instruments/alpha/{name}": "x"}), ("en",))
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
    """A record, a catalog or a mechanism stands at one address, and nothing from outside is brought in."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.yml").write_text(SECRET)
    root = library_folder()
    (root / "instruments" / name).symlink_to(target.format(outside=outside))
    read, problems = library.read(root, ("en", "fr"))
    assert [(each.path, each.message, each.rule) for each in problems] == [
        (f"instruments/{name}", "a symbolic link", "file-inside")
    ]
    assert {key.partition("/")[0] for key in read.sources} <= {"alpha", "beta", "vocabulary"}
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
    assert "instruments/alpha:1: -: cannot be read (Permission denied)" in str(problems[0])
    assert [*read.records] == ["beta/procedures"]


def test_a_project_without_records_is_a_problem(tmp_path):
    """An empty folder is told from a fine one."""
    _, problems = library.read(tmp_path, ("en",))
    assert problems[0].message == "the folder of records is not there"


def test_reading_twice_gives_the_same(library_folder):
    """Order follows the names of files, never the file system."""
    root = library_folder()
    assert (
        list(library.read(root, ("en",))[0].sources)
        == list(library.read(root, ("en",))[0].sources)
        == sorted(library.read(root, ("en",))[0].sources)
    )
