"""Work done side by side: in order, with what is known, and with the traceback of what
went wrong.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
import traceback
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from generators.site import parallel

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
"""A build has one thread when it copies itself; pytest's workers have more, of which
newer Pythons warn.
"""


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_tasks(jobs: int):
    """However many work, and whoever is done first, the first result is that of the first
    task; the work knows what stood here when it began.
    """
    known = {"a": 1, "b": 2, "c": 3}

    def work(name: str) -> int:
        time.sleep(0.05 / known[name])
        return known[name]

    assert list(parallel.results_of(work, ["a", "b", "c"], jobs)) == [1, 2, 3]


def test_others_do_the_work():
    """With two jobs, none is done in this process; with one, all."""
    assert os.getpid() not in set(
        parallel.results_of(lambda _: os.getpid(), [1, 2, 3], 2)
    )
    assert {*parallel.results_of(lambda _: os.getpid(), [1, 2, 3], 1)} == {os.getpid()}


def broken(task: int) -> int:
    return {1: 1}[task]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_raised_there_is_raised_here(jobs: int):
    """An error keeps its type and the lines where it happened."""
    with pytest.raises(KeyError) as raised:
        list(parallel.results_of(broken, [1, 2], jobs))
    said = "".join(traceback.format_exception(raised.value))
    assert "return {1: 1}[task]" in said


def test_a_process_that_was_killed_is_an_error():
    """Where the system ends a process, the work is not taken for done."""
    with pytest.raises(BrokenProcessPool):
        list(
            parallel.results_of(lambda _: os.kill(os.getpid(), signal.SIGKILL), [1, 2], 2)
        )


def test_no_process_outlives_its_parent():
    """Where the parent is killed in the midst of it, the others end too."""
    code = (
        "import os, time\n"
        "from generators.site import parallel\n"
        "def work(task):\n"
        "    os.write(1, b'begun\\n')\n"
        "    time.sleep(60)\n"
        "list(parallel.results_of(work, [1, 2], 2))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    ) as parent:
        begun = [parent.stdout.readline() for _ in range(2)]
        parent.kill()
        assert begun == ["begun\n"] * 2
        ended, _, _ = select.select([parent.stdout], [], [], 10)
        assert ended, "somebody still holds the output of a parent that is gone"
        assert parent.stdout.read() == ""


# -- begun, and waited for later ---------------------------------------------------------


@pytest.mark.parametrize("jobs", [0, 1, 2, 5])
def test_what_was_begun_is_in_the_order_of_tasks(jobs: int):
    """However many work; with no job, the work is done when it is waited for."""
    results = parallel.begin(lambda task: (task, os.getpid()), ["a", "b", "c"], jobs)()
    assert [task for task, _ in results] == ["a", "b", "c"]
    assert len({process for _, process in results}) == max(1, min(jobs, 3))
    assert (os.getpid() in {process for _, process in results}) == (jobs == 0)


def test_what_was_begun_goes_on_meanwhile(tmp_path: Path):
    """It is begun at once, and not when it is waited for."""
    results = parallel.begin(lambda name: (tmp_path / name).touch(), ["a"], 1)
    end = time.monotonic() + 10
    while not (tmp_path / "a").exists() and time.monotonic() < end:
        time.sleep(0.01)
    assert (tmp_path / "a").exists()
    assert results() == [None]
