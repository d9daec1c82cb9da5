"""The tour: everything that it says to type is typed here, in its order, and the pages
are looked at.

That the real lists have the codes which it names, the schemas of the project say.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sites
import tour_pictures
import touring
import yaml
from conftest import LANGUAGES, PROJECT, mkdocs_build
from editor_reading import schema_errors
from jsonschema import Draft202012Validator
from lxml import html
from touring import (
    FILES,
    GROUPS,
    TOUR,
    blocks,
    changed,
    file_of,
    filled_in,
    page_of,
    run,
    translated,
    typed,
)

SCHEMAS = {"mechanism": "mechanism", "plan": "action-plan", "sop": "sop"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project after the whole tour; every step is judged where it is taken."""
    root = touring.project(tmp_path_factory.mktemp("tour") / "project")
    for name in FILES:
        begun = typed(root, f"begin {name}")
        assert (begun.exit_code, begun.stderr) == (0, "")
        began = yaml.load(file_of(root, name).read_text("utf-8"), yaml.BaseLoader)
        assert kept(began, yaml.load(TOUR[name], yaml.BaseLoader)), (
            f"what was begun is gone: {name}"
        )
        filled_in(root, name)
        if name == "plan":
            changed(root)
    assert typed(root, "update").exit_code == 0
    assert translated(root)
    assert typed(root, "check").output.startswith(
        "0 problems\n"
    )  # some translations of the world wait
    return root


def kept(began: Any, whole: Any) -> bool:
    """Whether what a command wrote still stands in the whole file; on another day a
    source was read.
    """
    if isinstance(began, dict):
        return all(
            key == "seen" or kept(value, whole.get(key)) for key, value in began.items()
        )
    if isinstance(began, list):
        return len(began) == len(whole) and all(map(kept, began, whole))
    return began == whole


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_types_the_same(language: str) -> None:
    """The examples are the same bytes in all languages, and so are the headings' number
    and the table's.
    """
    assert blocks(language) == blocks()
    shapes = [
        [
            line[:2]
            for line in page_of(tag).read_text("utf-8").splitlines()
            if line[:1] in "#|-!"
        ]
        for tag in ("en", language)
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_examples_fit_the_real_lists(name: str) -> None:
    """Every code that the tour names is in the lists of the project, which its schemas
    hold.
    """
    schema = json.loads(
        (PROJECT / f"schema/{SCHEMAS[name]}.schema.json").read_text("utf-8")
    )
    data = yaml.load(TOUR[name], yaml.BaseLoader)
    assert schema_errors(Draft202012Validator(schema), data) == []


# -- the pages ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page(project: Path) -> Callable[[str], str]:
    """What a reader reads at an address of the site, in one line; the site is built once."""
    site = project.parent / "site"
    done = mkdocs_build(project, site)
    assert done.returncode == 0, done.stderr

    def read(address: str) -> str:
        tree = html.fromstring((site / address / "index.html").read_bytes())
        return " ".join(
            " ".join(tree.xpath("//main//text()[not(ancestor::script)]")).split()
        )

    return read


SEEN = {
    "instruments/river-forum": "River Forum|June 2019|Plan of the River Forum|Procedures of the River Forum",
    "instruments/river-forum/plan-2026": "16 January 2026|Accra|shelter within 48 hours|two groups: teachers",
    "instruments/river-forum/procedures-2026": "asks in a safe place|food, care and a bed|Nobody returns",
    "fr/instruments/river-forum/plan-2026": "Plan du Forum du fleuve|shelter within 48 hours",
}
"""What a reader sees of the tour's files: by page, in its order."""


@pytest.mark.parametrize("address", SEEN)
def test_a_reader_sees_what_was_typed(page: Callable[[str], str], address: str) -> None:
    """The mechanism and its texts, the plan with its new date, the steps in order, a
    title that was translated.
    """
    seen = page(address)
    places = [seen.find(said) for said in SEEN[address].split("|")]
    assert -1 not in places, places
    assert "procedures" not in address or places == sorted(places)
    assert "15 January" not in seen


def test_what_was_typed_is_said_in_words(project: Path) -> None:
    """The last step says what the tour made."""
    command, serve = TOUR["look"].splitlines()
    assert serve == "make serve"
    told = run(project, *shlex.split(command)[1:]).output
    assert "River Forum" in told
    assert "river-forum/plan-2026" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tour_stands_beside_contribute(
    page: Callable[[str], str], project: Path, language: str
) -> None:
    """Contribute leads to the tour, in each language, and the tour back."""
    site = project.parent / "site" / sites.folder_of(language)
    for name, other in (("contribute", "tour"), ("tour", "contribute")):
        tree = html.fromstring((site / name / "index.html").read_bytes())
        assert f"../{other}/" in tree.xpath("//article//a/@href")


# -- pictures ----------------------------------------------------------------------------

PICTURE = re.compile(
    r"^!\[(.+)\]\(tour/([a-z]+)((?:\.[a-z]+)?\.webp)\)\{ width=(\d+) height=(\d+) loading=lazy \}$",
    re.M,
)
KILOBYTE = 1000


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_picture_is_there_with_its_words_and_its_size(language: str) -> None:
    """A page shows each picture of its language once, says what is to be seen, and leaves
    room for it.
    """
    text = page_of(language).read_text("utf-8")
    found = PICTURE.findall(text)
    assert text.count("![") == len(found)
    assert sorted(name for _, name, *_ in found) == sorted(tour_pictures.SHOTS)
    for _, name, end, *size in found:
        assert f"{name}{end}" == tour_pictures.file_name(name, language)
        data = (tour_pictures.FOLDER / f"{name}{end}").read_bytes()
        assert len(data) <= 25 * KILOBYTE
        assert tuple(map(int, size)) == tour_pictures.size_of(data)


def test_no_picture_is_left_over_and_all_are_small() -> None:
    """What lies beside the pages is shown on them, and weighs little in all."""
    names = {
        tour_pictures.file_name(name, tag)
        for name in tour_pictures.SHOTS
        for tag in LANGUAGES
    }
    assert {file.name for file in tour_pictures.FOLDER.iterdir()} == names
    assert (
        sum(file.stat().st_size for file in tour_pictures.FOLDER.iterdir())
        <= 600 * KILOBYTE
    )


# -- a mistake ---------------------------------------------------------------------------


def test_the_message_that_the_tour_shows_is_the_one_that_is_said(
    project: Path, tmp_path: Path
) -> None:
    """The message in the tour is what ``check`` prints, with the file, the line and the
    caret; the golden cases of ``yaml-syntax`` and of codes, dates and sources have all
    ten mistakes that it names.
    """
    shutil.copytree(project / "instruments", tmp_path / "instruments")
    sites.change(file_of(tmp_path, "plan"), f'"{GROUPS}"', GROUPS)
    told = run(tmp_path, "check", "--language", "en").output
    said = [
        line.rstrip()
        for line in told.splitlines()
        if line.strip() and "translations wait" not in line
    ]
    assert said == [line.rstrip() for line in TOUR["message"].splitlines()]
