"""Parts that are put together: files shared or copied, and nothing put together that does not belong
together.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_parts import content
from test_serve import change

from generators.cli.main import main
from generators.site import command, manifest, merge, parts
from generators.site.parts import Part

FIRST = Part(("en",), ("en", "fr"), "records", "settings", "program")


def a_part(folder: Path, part: Part = FIRST, date: str = "2026-11-24", **files: str) -> Path:
    """A part with an index for each language, a sheet, and further files by name."""
    texts = {f"{'' if each == 'en' else f'{each}/'}index.html": each for each in part.languages}
    texts |= {"sheet.css": "all"} | {f"{name}.txt": text for name, text in files.items()}
    listed = []
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
        language = part.languages[0] if path.endswith(".html") else None
        listed.append(manifest.listed(path, text.encode(), "page" if language else "asset", language))
    (folder / manifest.NAME).write_text(manifest.text(listed, date), "utf-8")
    parts.seal(folder, part)
    return folder


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two parts that make a site, in a project."""
    (tmp_path / "instruments").mkdir()
    return a_part(tmp_path / "one"), a_part(tmp_path / "two", replace(FIRST, languages=("fr",)))


def merged(*places: Path) -> Result:
    root = places[0].parent
    asked = ["merge", *map(str, places), "--root", str(root), "--to", str(root / "site")]
    return CliRunner().invoke(main, asked, catch_exceptions=False)


def test_two_parts_make_a_site(two: tuple[Path, Path]):
    """What both hold is there once; files of one disk are shared, and the parts stay as they were."""
    assert merged(*two).exit_code == 0
    site = two[0].parent / "site"
    assert content(site).keys() == {"index.html", "fr/index.html", "sheet.css", "manifest.json"}
    assert manifest.read_whole(site).part is None
    assert (site / "index.html").samefile(two[0] / "index.html")
    assert all(map(manifest.holds, (site, *two)))
    assert not (two[0].parent / command.FOLDER).exists()


def test_another_disk_knows_no_links(two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch):
    """Then files are copied."""

    def refused(*names: Path) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(merge.os, "link", refused)
    assert merged(*two).exit_code == 0
    assert not (two[0].parent / "site/index.html").samefile(two[0] / "index.html")


def other(**changed: object) -> Callable[[Path, Path], object]:
    """Makes the second part one of something else."""
    date = changed.pop("date", "2026-11-24")
    return lambda one, two: a_part(two, replace(FIRST, **{"languages": ("fr",), **changed}), date)


def listing(old: str, new: str) -> Callable[[Path, Path], object]:
    """Changes the manifest of the second part."""
    return lambda one, two: change(two / manifest.NAME, old, new)


def replaced_by_a_link(one: Path, two: Path) -> None:
    (two / "empty.txt").write_text("")
    a_part(two, replace(FIRST, languages=("fr",)), empty="")
    (two / "empty.txt").unlink()
    (two / "empty.txt").symlink_to("/dev/null")


REFUSED = {
    "other records": (
        other(records="other"),
        "{one} and {two} are of different records; build all parts from one commit, with one day "
        "(SOURCE_DATE_EPOCH) and the same settings",
    ),
    "other settings": (
        other(settings="other"),
        "{one} and {two} are of different settings or hand-written pages; ",
    ),
    "another program": (other(program="other"), "{one} and {two} are of different versions of the program; "),
    "another day": (other(date="2026-11-25"), "{one} and {two} are of different days; "),
    "other languages": (
        other(of=("en", "fr", "ar")),
        "{one} and {two} are of different lists of languages; ",
    ),
    "a language is missing": (
        other(languages=("en",)),
        "no part holds fr; build it with: compendium site --only fr\n",
    ),
    "one file, two contents": (
        lambda one, two: a_part(two, replace(FIRST, languages=("fr",)), **{"a": "x"}) and a_part(one, a="y"),
        "a.txt is not the same in {one} and in {two}; build both parts again\n",
    ),
    "a file that was changed": (
        lambda one, two: (two / "fr/index.html").write_text("mine"),
        "{two}/fr/index.html is not as it was built; build this part again\n",
    ),
    "a file that is gone": (
        lambda one, two: (two / "fr/index.html").unlink(),
        "{two}/fr/index.html is missing; build this part again\n",
    ),
    "a file too many": (
        lambda one, two: (two / "more.txt").write_text("mine"),
        "{two}/more.txt is not in its list of files; build this part again\n",
    ),
    "a file that became a link": (
        replaced_by_a_link,
        "{two}/empty.txt is not as it was built; build this part again\n",
    ),
    "a whole site": (
        lambda one, two: (two / manifest.NAME).write_text(manifest.text([], "2026-11-24")),
        "{two} is no part of a site; build one with: compendium site --only fr\n",
    ),
    "no site at all": (lambda one, two: shutil.rmtree(two), "{two} is no part of a site; "),
    "a list cut off": (
        lambda one, two: (two / manifest.NAME).write_text((two / manifest.NAME).read_text()[:-20]),
        "{two} is no part of a site; ",
    ),
    "a list that was changed": (listing('"size":2', '"size":3'), "{two}: its list of files is damaged; "),
    "a path that leads out": (
        listing("fr/index.html", "../index.html"),
        "{two}: its list of files is damaged; ",
    ),
    "a language that is no list": (listing('["fr"]', '"fr"'), "{two}: its list of files is damaged; "),
    "a digest that is no text": (listing('"program"', '7, "x"'), "{two} is no part of a site; "),
    "nobody knows what it was made from": (
        other(records=""),
        "{two}: a symbolic link leads to other folders, ",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_makes_no_site_is_refused_with_a_sentence(two: tuple[Path, Path], what: str):
    """It names the part and what to do; the site that stands there stays."""
    site = a_part(two[0].parent / "site", old="old")
    before = content(site)
    spoil, sentence = REFUSED[what]
    spoil(*two)
    done = merged(*two)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"Error: {sentence.format(one=two[0], two=two[1])}")
    assert done.stderr.count("\n") == 1
    assert content(site) == before
    assert not (two[0].parent / command.FOLDER).exists()


def test_a_path_out_of_the_site_is_refused_though_the_list_is_whole(two: tuple[Path, Path]):
    """Somebody may have made the list so."""
    for path in ("../x.txt", "/x.txt", "a/../x.txt", "", manifest.NAME):
        files = [manifest.listed(path, b"x", "asset", None)]
        (two[1] / manifest.NAME).write_text(manifest.text(files, "2026-11-24"), "utf-8")
        parts.seal(two[1], replace(FIRST, languages=("fr",)))
        assert "its list of files is damaged" in merged(*two).stderr


def test_without_names_all_parts_that_were_built_are_put_together(two: tuple[Path, Path]):
    """And where there are none, a line says how to build one."""
    root = two[0].parent
    asked = ["merge", "--root", str(root)]
    done = CliRunner().invoke(main, asked)
    assert done.stderr == "Error: no parts to put together; build one with: compendium site --only fr\n"
    for place in two:
        (root / parts.FOLDER).mkdir(parents=True, exist_ok=True)
        place.rename(root / parts.FOLDER / place.name)
        (root / parts.FOLDER / f"{place.name}.json").write_text("{}")
    assert CliRunner().invoke(main, asked).exit_code == 0
    assert manifest.holds(root / "site")


def test_a_refusal_is_said_in_the_language_of_the_terminal(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
):
    """Where the catalog has it."""
    folder = two[0].parent / "generators/locale/messages"
    folder.mkdir(parents=True)
    (folder / "fr.po").write_text(
        'msgid "{path} {message}; build this part again"\nmsgstr "{path} {message} ; à refaire"\n\n'
        'msgid "is missing"\nmsgstr "manque"\n',
        "utf-8",
    )
    monkeypatch.setenv("LC_ALL", "fr_SN.UTF-8")
    (two[1] / "sheet.css").unlink()
    assert merged(*two).stderr == f"Error: {two[1]}/sheet.css manque ; à refaire\n"
