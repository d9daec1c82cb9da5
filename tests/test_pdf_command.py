"""``compendium pdf``: what it makes, what it says, where its codes lead."""

from __future__ import annotations

import pytest
from commands import run

from generators.pdf import typeset

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
PHO = 'msgid "30 days at least."\nmsgstr "30 ก."\n'
VOLUME = "records/alpha/convention"


@pytest.fixture
def project(library_folder):
    """The base library with the settings of a site."""
    return library_folder({"mkdocs.yml": "site_url: https://a.test/\n"})


def test_the_command_makes_one_volume_in_one_language(project):
    """What a secretariat types: the id of its folder, and its language. A second run makes nothing."""
    first = run(project, "pdf", "alpha", "--language", "fr")
    assert (first.exit_code, first.output.startswith("1 made, 0 unchanged")) == (0, True)
    assert (project / ".build/pdf/fr/mechanisms/alpha.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert run(project, "pdf", "alpha", "--language", "fr").output.startswith("0 made, 1 unchanged")
    assert run(project, "pdf", "alhpa").exit_code == 1


def test_codes_lead_to_the_address_in_the_settings(project, monkeypatch):
    """The site's address is that which MkDocs reads, from the environment or a list of variables; another one
    makes the volume anew.
    """
    monkeypatch.delenv("SITE_URL", raising=False)
    settings = 'site_url: !ENV [NONE_SUCH, SITE_URL, "https://b.example/x"]\n'
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    drawn = []
    square = typeset.square
    monkeypatch.setattr(typeset, "square", lambda address: drawn.append(address) or square(address))
    for _ in range(2):
        run(project, "pdf", "states/ben", "--language", "fr")
    monkeypatch.setenv("SITE_URL", "https://c.example")
    run(project, "pdf", "states/ben", "--language", "fr")
    assert drawn == ["https://b.example/x/fr/states/ben/", "https://c.example/fr/states/ben/"]


def test_codes_that_lead_nowhere_are_told(project):
    """While the address of the site is still that of the example, in one line; with a real one nothing is."""
    assert "site_url" not in run(project, "pdf", "states/ben", "--language", "fr").stderr
    (project / "mkdocs.yml").write_text("site_url: https://a.example/\n", "utf-8")
    said = "site_url in mkdocs.yml is still the example https://a.example/: "
    assert said in run(project, "pdf", "states/ben", "--language", "fr").stderr


def test_volumes_are_listed_with_their_titles(project):
    """Ids as the command takes them, in the language that is asked for, else in the first; none is made."""
    lines = run(project, "pdf", "--list", "--language", "fr").stdout.splitlines()
    assert "first-days/ben\tLes premiers jours\u00a0: Bénin" in lines
    assert "records/alpha/convention\tAlpha Convention" in run(project, "pdf", "--list").stdout.splitlines()
    assert not (project / ".build/pdf").exists()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("repo_url: https://b.example/\n", "mkdocs.yml:1: site_url: missing; "),
        (
            "site_url: dakar.example\n",
            "mkdocs.yml:1: site_url: 'dakar.example' is not an address; expected https://",
        ),
        ("site_url: 5\n", "mkdocs.yml:1: site_url: '5' is not an address; "),
        (None, "mkdocs.yml:1: -: "),
    ],
)
def test_without_the_address_of_the_site_nothing_is_made(project, settings, said):
    """Paper that bears a wrong address cannot be called back: one line says what is missing."""
    (project / "mkdocs.yml").unlink()
    if settings:
        (project / "mkdocs.yml").write_text(settings, "utf-8")
    done = run(project, "pdf", "states/ben")
    assert done.exit_code == 1
    assert done.stdout.startswith(said)
    assert done.stderr.count("\n") == 1
    assert not (project / ".build/pdf").exists()


def test_a_refused_volume_is_told_and_counted(project):
    """The exit status is 1, the line says where, and the last good file is kept."""
    run(project, "pdf", VOLUME, "--language", "fr")
    (project / "instruments/alpha/fr.po").write_text(f"{HEADER}{PHO}", "utf-8")
    done = run(project, "pdf", VOLUME, "--language", "fr")
    assert done.exit_code == 1
    assert done.stdout.startswith("instruments/alpha/fr.po:4: 30 days at least.: a letter that no font")
    assert "nothing was written" in done.stderr
    assert (project / f".build/pdf/fr/{VOLUME}.pdf").is_file()
