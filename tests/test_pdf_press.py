"""The press: what is made again and what is not, what is listed, what is removed; and the names that a user
may give.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from generators.cli.main import main
from generators.pdf import build, catalogue, command
from generators.pdf.volumes import Public

PUBLIC = Public("https://example.org/", "https://example.org/code")
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def test_volumes_of_every_kind(corpus_of):
    """There is a volume of each record, mechanism, region, topic, stage and State, and one of everything."""
    volumes = catalogue.volumes(corpus_of())
    assert volumes[0] == "compendium"
    assert {
        "records/alpha/convention",
        "mechanisms/beta",
        "regions/africa",
        "topics/assistance",
        "pathway/return",
        "states/nga",
    } <= set(volumes)
    assert len(volumes) == len(set(volumes))


def test_an_entry_leads_to_the_file_and_to_its_page(corpus_of):
    """What a list of downloads needs of a volume."""
    found = catalogue.entry(corpus_of(), "fr", "records/alpha/convention")
    assert (found.title, found.address) == ("Convention Alpha", "pdf/fr/records/alpha/convention.pdf")
    assert (found.kind, found.page) == ("records", "instruments/alpha/convention/")


def test_pages_need_no_typesetter():
    """A page can link to volumes without loading what makes them."""
    code = "import sys, generators.pdf.catalogue; sys.exit(bool({'typst', 'pikepdf', 'segno'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("name", "volume"),
    [
        ("alpha/plan", "records/alpha/plan"),
        ("alpha", "mechanisms/alpha"),
        ("BEN", "states/ben"),
        ("gamma", None),
    ],
)
def test_a_volume_is_found_by_the_name_that_people_know(corpus_of, name, volume):
    """The id of a record, mechanism, topic … is enough."""
    assert catalogue.find(corpus_of(), name) == volume


def test_what_has_not_changed_is_not_made_again(corpus_of, tmp_path):
    """The second run makes nothing; after a translation only the volumes that it stands in."""
    volumes, languages = ["records/alpha/convention", "records/alpha/plan"], ["en", "fr"]
    first = build.build(corpus_of(), tmp_path / "pdf", PUBLIC, volumes, languages)
    assert (first.made, first.unchanged, first.problems) == (4, 0, [])
    second = build.build(corpus_of(), tmp_path / "pdf", PUBLIC, volumes, languages)
    assert (second.made, second.unchanged, second.pages) == (0, 4, first.pages)
    changed = {"instruments/alpha/fr.po": f'{HEADER}msgid "30 days at least."\nmsgstr "Au moins 30 jours."\n'}
    third = build.build(corpus_of(changed), tmp_path / "pdf", PUBLIC, volumes, languages)
    assert (third.made, third.unchanged) == (1, 3)


def test_the_manifest_lists_what_stands_there(corpus_of, tmp_path):
    """Size, pages and digest of each file, and the day of the data."""
    build.build(corpus_of(), tmp_path, PUBLIC, ["states/ben"], ["zh"])
    manifest = json.loads((tmp_path / build.MANIFEST).read_text(encoding="utf-8"))
    entry = manifest["files"]["pdf/zh/states/ben.pdf"]
    assert manifest["date"] == "2026-11-24"
    assert entry["size"] == (tmp_path / "zh/states/ben.pdf").stat().st_size
    assert (entry["id"], entry["language"], entry["pages"] > 0, len(entry["sha256"])) == (
        "states/ben",
        "zh",
        True,
        64,
    )


def test_a_volume_of_nothing_is_removed(corpus_of, tmp_path):
    """When a record goes, so does its volume; what was not asked for this time stays."""
    build.build(corpus_of(), tmp_path, PUBLIC, ["records/alpha/plan", "states/ben"], ["en"])
    stray = tmp_path / "en/records/alpha/gone.pdf"
    stray.write_bytes(b"old")
    report = build.build(corpus_of(), tmp_path, PUBLIC, ["topics/assistance"], ["en"])
    assert (report.dropped, stray.exists()) == (1, False)
    assert (tmp_path / "en/records/alpha/plan.pdf").exists()


def test_a_volume_that_cannot_be_made_is_a_problem_of_one_line(corpus_of, tmp_path):
    """A letter that no font has stops its volume, by name, and none of the others."""
    changed = {"instruments/alpha/fr.po": f'{HEADER}msgid "30 days at least."\nmsgstr "30 ก."\n'}
    report = build.build(corpus_of(changed), tmp_path, PUBLIC, ["records/alpha/convention"], ["en", "fr"])
    assert report.made == 1
    assert len(report.problems) == 1
    assert str(report.problems[0]).startswith(
        "pdf/fr/records/alpha/convention.pdf:1: -: no font has 'ก' (U+0E01); write it otherwise, or add a font"
    )


def test_many_processes_make_the_same_bytes_as_one(corpus_of, tmp_path):
    """How many hands there are makes no difference."""
    volumes = [volume for volume in catalogue.volumes(corpus_of()) if volume.startswith("records/")]
    for jobs in (1, 2):
        build.build(corpus_of(), tmp_path / str(jobs), PUBLIC, volumes, ["en", "ar"], jobs)
    one, two = (
        {each["address"]: each["sha256"] for each in build.read_manifest(tmp_path / str(jobs)).values()}
        for jobs in (1, 2)
    )
    assert len(one) == 2 * len(volumes)
    assert one == two


def test_a_name_that_nobody_knows_makes_nothing(corpus_of, tmp_path):
    """A typing error is answered with the name that was meant."""
    summary, problems = command.run(corpus_of(), tmp_path, ["alpha/conventoin"], ["xx"])
    assert summary == "nothing was made"
    assert "did you mean 'alpha/convention'?" in problems[0]
    assert "no such language: xx" in problems[1]
    assert not (tmp_path / ".build" / "pdf").exists()


def test_public_addresses_come_from_the_settings(tmp_path, monkeypatch):
    """mkdocs.yml says where the site stands; the environment may say otherwise."""
    for variable in ("SITE_URL", "REPO_URL"):
        monkeypatch.delenv(variable, raising=False)
    (tmp_path / "mkdocs.yml").write_text(
        'site_url: !ENV [SITE_URL, "https://a.example/"]\nrepo_url: https://b.example/c/\n', encoding="utf-8"
    )
    assert command.public(tmp_path) == Public("https://a.example/", "https://b.example/c")
    monkeypatch.setenv("SITE_URL", "https://d.example")
    assert command.public(tmp_path).site == "https://d.example/"


def test_the_command_makes_one_volume_in_one_language(library_folder):
    """What a secretariat types: the id of its folder, and its language."""
    root = library_folder()
    done = CliRunner().invoke(main, ["pdf", "alpha", "--language", "fr", "--root", str(root)])
    assert (done.exit_code, done.output.startswith("1 made, 0 unchanged")) == (0, True)
    assert (root / ".build/pdf/fr/mechanisms/alpha.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert CliRunner().invoke(main, ["pdf", "alhpa", "--root", str(root)]).exit_code == 1
