"""Making volumes: what is made again and what is not, what is listed, what is kept and
removed; the names that a user may give; and ``compendium pdf``: what it makes, what it
says, where its codes lead.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool

import pytest
from commands import run

from generators.corpus import downloads
from generators.pdf import factory, typeset, volumes, workers
from generators.pdf.volumes import PublicAddresses
from tests.conftest import BASE

PUBLIC = PublicAddresses("https://example.org/", "https://example.org/code")
PDFS = factory.pdfs(PUBLIC)
TOPICS = "instruments/vocabulary/topics.yml"
RETURN = {
    TOPICS: (BASE / TOPICS).read_text("utf-8").replace("id: assistance", "id: return")
}
for _path in ("alpha/convention.yml", "alpha/plan.yml", "beta/procedures.yml"):
    RETURN[f"instruments/{_path}"] = (
        (BASE / "instruments" / _path).read_text("utf-8").replace("assistance", "return")
    )
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def test_pages_need_no_typesetter():
    """A page can link to volumes without loading what makes them."""
    code = (
        "import sys, generators.pdf.volumes; "
        "sys.exit(bool({'typst', 'pikepdf', 'segno'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("name", "volume"),
    [
        ("alpha/plan", ["records/alpha/plan"]),
        ("alpha", ["mechanisms/alpha"]),
        ("BEN", ["states/ben", "first-days/ben"]),
        ("ben", ["states/ben", "first-days/ben"]),
        ("compendium", ["compendium"]),
        ("states/nga", ["states/nga"]),
        ("return", ["topics/return", "pathway/return"]),
        ("gamma", []),
    ],
)
def test_a_volume_is_found_by_the_name_that_people_know(corpus_of, name, volume):
    """The id of a record, mechanism, topic … is enough; all volumes that it may mean are
    found.
    """
    assert [*volumes.find(corpus_of(RETURN), name)] == volume


def test_what_has_not_changed_is_not_made_again(corpus_of, tmp_path):
    """The second run makes nothing; after a translation only the volumes that it stands
    in.
    """
    volumes, languages = ["records/alpha/convention", "records/alpha/plan"], ["en", "fr"]
    first = factory.build(PDFS, corpus_of(), tmp_path / "pdf", volumes, languages)
    assert (first.made, first.unchanged, first.problems) == (4, 0, set())
    second = factory.build(PDFS, corpus_of(), tmp_path / "pdf", volumes, languages)
    assert (second.made, second.unchanged, second.pages) == (0, 4, first.pages)
    changed = {
        "instruments/alpha/fr.po": f'{HEADER}msgid "30 days at least."\nmsgstr "Au moins 30 jours."\n'
    }
    third = factory.build(PDFS, corpus_of(changed), tmp_path / "pdf", volumes, languages)
    assert (third.made, third.unchanged) == (1, 3)


def test_the_manifest_lists_what_stands_there(corpus_of, tmp_path):
    """Size, pages and digest of each file, and the day of the data."""
    factory.build(PDFS, corpus_of(), tmp_path, ["states/ben"], ["zh"])
    assert (
        json.loads((tmp_path / downloads.MANIFEST).read_bytes())["date"] == "2026-11-24"
    )
    entry = downloads.read(tmp_path)[
        "pdf/zh/states/ben.pdf"
    ]  # whose size and digest are those of the file
    assert (entry.id, entry.language, entry.pages > 0) == ("states/ben", "zh", True)


def test_a_volume_of_nothing_is_removed(corpus_of, tmp_path):
    """When a record goes, so does its volume; what was not asked for this time stays, and
    stays listed.
    """
    factory.build(
        PDFS, corpus_of(), tmp_path, ["records/alpha/plan", "states/ben"], ["en"]
    )
    stray = tmp_path / "en/records/alpha/gone.pdf"
    stray.write_bytes(b"old")
    report = factory.build(PDFS, corpus_of(), tmp_path, ["topics/assistance"], ["en"])
    assert (report.dropped, stray.exists()) == (1, False)
    assert (tmp_path / "en/records/alpha/plan.pdf").exists()
    report = factory.build(PDFS, corpus_of(), tmp_path, ["topics/assistance"], ["fr"])
    assert (report.dropped, len(downloads.read(tmp_path))) == (0, 4)


PHO = 'msgid "30 days at least."\nmsgstr "30 ก."\n'
VOLUME, ADDRESS = "records/alpha/convention", "pdf/fr/records/alpha/convention.pdf"


def test_a_volume_that_cannot_be_made_is_a_problem_of_one_line(corpus_of, tmp_path):
    """A letter that no font has stops its volume, none of the others; the file is named
    that it is about.
    """
    changed = {"instruments/alpha/fr.po": f"{HEADER}{PHO}"}
    volumes = [VOLUME, "mechanisms/alpha", "records/alpha/plan"]
    report = factory.build(PDFS, corpus_of(changed), tmp_path, volumes, ["en", "fr"])
    assert (report.made, report.refused) == (4, 2)
    said = sorted(map(str, report.problems))
    assert [each.partition(": -: ")[0] for each in said] == [
        "instruments/alpha/convention.yml:1",
        "instruments/alpha/mechanism.yml:1",
    ]
    assert all("ก" in each for each in said)


def test_of_a_refused_volume_the_last_good_file_stays(corpus_of, tmp_path):
    """It is listed as stale, and made again when it can be."""
    factory.build(PDFS, corpus_of(), tmp_path, [VOLUME], ["fr"])
    good = (tmp_path / "fr/records/alpha/convention.pdf").read_bytes()
    changed = corpus_of({"instruments/alpha/fr.po": f"{HEADER}{PHO}"})
    for _ in range(2):
        report = factory.build(
            PDFS, changed, tmp_path, [VOLUME], ["fr"], inputs="the same"
        )
        assert (report.made, report.unchanged, report.refused, report.dropped) == (
            0,
            0,
            1,
            0,
        )
        assert (tmp_path / "fr/records/alpha/convention.pdf").read_bytes() == good
        assert downloads.read(tmp_path)[ADDRESS].stale
    (tmp_path / "instruments/alpha/fr.po").unlink()
    report = factory.build(PDFS, corpus_of(), tmp_path, [VOLUME], ["fr"])
    assert (report.unchanged, report.refused) == (1, 0)
    assert not downloads.read(tmp_path)[ADDRESS].stale


def test_a_file_that_is_not_what_the_list_says_is_made_again(corpus_of, tmp_path):
    """Whether it was cut off, changed in place, or is gone."""
    factory.build(PDFS, corpus_of(), tmp_path, [VOLUME], ["fr"], inputs="the same")
    file = tmp_path / "fr/records/alpha/convention.pdf"
    good = file.read_bytes()
    for bad in (b"", good[:-1] + b"!", None):
        file.unlink() if bad is None else file.write_bytes(bad)
        report = factory.build(
            PDFS, corpus_of(), tmp_path, [VOLUME], ["fr"], inputs="the same"
        )
        assert report.made == 1
        assert file.read_bytes() == good


def test_a_run_that_was_cut_off_goes_on_where_it_stopped(
    corpus_of, tmp_path, monkeypatch
):
    """What was made before Ctrl+C is listed, and not made again."""
    volumes = [VOLUME, "records/alpha/plan", "states/ben"]

    def cut_off(done, total):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        factory.build(PDFS, corpus_of(), tmp_path, volumes, ["en"], progress=cut_off)
    report = factory.build(PDFS, corpus_of(), tmp_path, volumes, ["en"])
    assert (report.made, report.unchanged) == (1, 2)


def test_the_list_is_written_while_a_run_goes_on(corpus_of, tmp_path, monkeypatch):
    """A run that is killed has lost the last few volumes only."""
    monkeypatch.setattr(factory, "_SAVED", 2)
    listed = []
    factory.build(
        PDFS,
        corpus_of(),
        tmp_path,
        [VOLUME, "records/alpha/plan", "states/ben"],
        ["en"],
        progress=lambda done, total: listed.append(len(downloads.read(tmp_path))),
    )
    assert listed == [0, 0, 2, 3]


def test_what_nothing_decides_anew_is_not_even_compared(corpus_of, tmp_path, monkeypatch):
    """With the same inputs no document is made; with others, documents are compared, and
    no code is drawn.
    """
    factory.build(PDFS, corpus_of(), tmp_path, [VOLUME], ["en", "fr"], inputs="one")

    def drawn(address):
        raise AssertionError(f"a code was drawn for {address}")

    monkeypatch.setattr(typeset, "square", drawn)
    assert (
        factory.build(
            PDFS, corpus_of(), tmp_path, [VOLUME], ["en", "fr"], inputs="two"
        ).unchanged
        == 2
    )

    def document(*arguments):
        raise AssertionError("a document was made")

    monkeypatch.setattr(volumes, "document", document)
    assert (
        factory.build(
            PDFS, corpus_of(), tmp_path, [VOLUME], ["en", "fr"], inputs="two"
        ).unchanged
        == 2
    )


def test_many_processes_make_the_same_bytes_as_one(corpus_of, tmp_path):
    """How many hands there are makes no difference."""
    records = [
        volume for volume in volumes.volumes(corpus_of()) if volume.startswith("records/")
    ]
    for jobs in (1, 2):
        factory.build(
            factory.pdfs(PUBLIC, jobs),
            corpus_of(),
            tmp_path / str(jobs),
            records,
            ["en", "ar"],
        )
    one, two = (
        {
            address: each.sha256
            for address, each in downloads.read(tmp_path / str(jobs)).items()
        }
        for jobs in (1, 2)
    )
    assert len(one) == 2 * len(records)
    assert one == two


def test_a_name_that_nobody_knows_makes_nothing(corpus_of, tmp_path):
    """A typing error is answered with the name that was meant."""
    summary, problems = factory.run(
        PDFS, corpus_of(), tmp_path, ["alpha/conventoin"], ["xx", "xx"]
    )
    assert summary == "nothing was made"
    assert "did you mean 'alpha/convention'?" in problems[0]
    assert "no such language: xx" in problems[1]
    assert len(problems) == 2
    assert not (tmp_path / ".build" / "pdf").exists()


def test_a_name_of_two_volumes_makes_neither(corpus_of, tmp_path):
    """A topic and a step of one name are both listed, and each can be named."""
    summary, problems = factory.run(PDFS, corpus_of(RETURN), tmp_path, ["return"], ["en"])
    assert (summary, problems) == (
        "nothing was made",
        ["several volumes have the id return; say which: topics/return, pathway/return"],
    )
    made, problems = factory.run(
        PDFS, corpus_of(RETURN), tmp_path, ["pathway/return"], ["en"]
    )
    assert (made.startswith("1 made"), problems) == (True, [])


def test_who_names_a_kind_of_volume_is_told_which_there_are(corpus_of, tmp_path):
    """Of sheets and of all others; nothing is made."""
    told = {
        "first-days": "first-days/ben, first-days/nga",
        "pathway": "pathway/identification, pathway/return",
    }
    for name, ids in told.items():
        line = f"there are 2 volumes of {name}; say which one, such as {ids}"
        assert factory.run(PDFS, corpus_of(), tmp_path, [name], ["en"]) == (
            "nothing was made",
            [line],
        )


# -- the command -------------------------------------------------------------------------


@pytest.fixture
def project(library_folder):
    """The base library with the settings of a site."""
    return library_folder({"mkdocs.yml": "site_url: https://a.test/\n"})


def test_the_command_makes_one_volume_in_one_language(project):
    """What a secretariat types: the id of its folder, and its language. A second run
    makes nothing.
    """
    first = run(project, "pdf", "alpha", "--language", "fr")
    assert (first.exit_code, first.output.startswith("1 made, 0 unchanged")) == (0, True)
    assert (
        (project / ".build/pdf/fr/mechanisms/alpha.pdf")
        .read_bytes()
        .startswith(b"%PDF-1.7")
    )
    assert run(project, "pdf", "alpha", "--language", "fr").output.startswith(
        "0 made, 1 unchanged"
    )
    assert run(project, "pdf", "alhpa").exit_code == 1


def test_codes_lead_to_the_address_in_the_settings(project, monkeypatch):
    """The site's address is that which MkDocs reads, from the environment or a list of
    variables; another one makes the volume anew.
    """
    monkeypatch.delenv("SITE_URL", raising=False)
    settings = 'site_url: !ENV [NONE_SUCH, SITE_URL, "https://b.example/x"]\n'
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    drawn = []
    square = typeset.square
    monkeypatch.setattr(
        typeset, "square", lambda address: drawn.append(address) or square(address)
    )
    for _ in range(2):
        run(project, "pdf", "states/ben", "--language", "fr")
    monkeypatch.setenv("SITE_URL", "https://c.example")
    run(project, "pdf", "states/ben", "--language", "fr")
    assert drawn == [
        "https://b.example/x/fr/states/ben/",
        "https://c.example/fr/states/ben/",
    ]


def test_codes_that_lead_nowhere_are_told(project):
    """While the address of the site is still that of the example, in one line; with a
    real one nothing is.
    """
    assert "site_url" not in run(project, "pdf", "states/ben", "--language", "fr").stderr
    (project / "mkdocs.yml").write_text("site_url: https://a.example/\n", "utf-8")
    said = "site_url in mkdocs.yml is still the example https://a.example/: "
    assert said in run(project, "pdf", "states/ben", "--language", "fr").stderr


def test_volumes_are_listed_with_their_titles(project):
    """Ids as the command takes them, in the language that is asked for, else in the
    first; none is made.
    """
    lines = run(project, "pdf", "--list", "--language", "fr").stdout.splitlines()
    assert "first-days/ben\tLes premiers jours\u00a0: Bénin" in lines
    assert (
        "records/alpha/convention\tAlpha Convention"
        in run(project, "pdf", "--list").stdout.splitlines()
    )
    assert not (project / ".build/pdf").exists()


def test_without_the_address_of_the_site_nothing_is_made(project):
    """Paper that bears a wrong address cannot be called back: one line says what is
    missing (``test_settings`` has what may be wrong).
    """
    (project / "mkdocs.yml").unlink()
    done = run(project, "pdf", "states/ben")
    assert done.exit_code == 1
    assert done.stdout.startswith("mkdocs.yml:1: -: ")
    assert done.stderr.count("\n") == 1
    assert not (project / ".build/pdf").exists()


def test_a_refused_volume_is_told_and_counted(project):
    """The exit status is 1, the line says where, and the last good file is kept."""
    run(project, "pdf", VOLUME, "--language", "fr")
    (project / "instruments/alpha/fr.po").write_text(f"{HEADER}{PHO}", "utf-8")
    done = run(project, "pdf", VOLUME, "--language", "fr")
    assert done.exit_code == 1
    assert done.stdout.startswith(
        "instruments/alpha/fr.po:4: 30 days at least.: a letter that no font"
    )
    assert "nothing was written" in done.stderr
    assert (project / f".build/pdf/fr/{VOLUME}.pdf").is_file()


def test_a_site_offers_what_no_other_volume_holds(corpus_of):
    """Without a name neither texts nor regions are made, which the volumes of
    organisations hold; a State's volume and sheet are made in its own languages and in
    the default one.
    """
    offered = {tag: {*volumes.offered(corpus_of(), tag)} for tag in ("en", "fr", "ar")}
    kinds = {volumes.split(volume)[0] for volume in offered["fr"]}
    assert not kinds & {volumes.RECORDS, volumes.REGIONS}
    assert {"compendium", "numbers", "mechanisms/alpha", "topics/assistance"} <= offered[
        "ar"
    ]
    for volume in ("states/ben", "first-days/ben"):
        languages = [tag for tag, names in offered.items() if volume in names]
        assert languages == ["en", "fr"]


def test_without_a_name_what_is_offered_is_made(corpus_of, tmp_path, monkeypatch):
    """A volume that is not offered is made when somebody names it."""
    asked: list[tuple[str, str]] = []
    press = PDFS._replace(make=lambda shelf, pairs: asked.extend(pairs) or iter(()))
    factory.run(press, corpus_of(), tmp_path, [], ["ar"])
    assert asked == [(volume, "ar") for volume in volumes.offered(corpus_of(), "ar")]
    asked.clear()
    factory.run(press, corpus_of(), tmp_path, ["alpha/plan"], ["ar"])
    assert asked == [("records/alpha/plan", "ar")]


def kill_this_process(task: int) -> int:
    """What a system does that has no memory left."""
    os.kill(os.getpid(), signal.SIGKILL)
    return task


def test_a_killed_process_ends_the_work():
    """It is an error at once; nobody waits for its result."""
    with pytest.raises(BrokenProcessPool):
        list(workers.results_of(kill_this_process, iter(range(8)), 2))


def test_processes_are_renewed(monkeypatch):
    """Each does a number of tasks at most, and no result is lost."""
    monkeypatch.setattr(workers, "MOST_TASKS", 2)
    assert sorted(workers.results_of(abs, iter(range(9)), 2)) == [*range(9)]
