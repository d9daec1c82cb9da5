"""Work that several empty processes do at the same time, in no order.

They start empty: one that is copied from a process with threads may wait for a lock for
ever. If one of them is killed, for example because memory ran out, that is an error here
and nobody waits.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import chain, islice
from typing import TypeVar

from generators.text.processes import serve_parent

Task = TypeVar("Task")
Result = TypeVar("Result")

MOST_TASKS = 150
"""Tasks that a process does before another takes its place: the typesetter remembers
what it has laid out, and grows.
"""
_AHEAD = 3
"""Tasks of each process that wait, so that none is idle."""


def results_of(
    work: Callable[[Task], Result], tasks: Iterator[Task], jobs: int
) -> Iterator[Result]:
    """What ``work`` makes of tasks in ``jobs`` processes, in no order.

    Raises what ``work`` raised, and BrokenProcessPool where a process was killed.
    """
    for first in tasks:
        some_tasks = chain([first], islice(tasks, jobs * MOST_TASKS - 1))
        yield from _by_new_processes(work, some_tasks, jobs)


def _by_new_processes(
    work: Callable[[Task], Result], tasks: Iterable[Task], jobs: int
) -> Iterator[Result]:
    """The results of some tasks, by processes that end with the last of them."""
    context = multiprocessing.get_context("spawn")
    workers = ProcessPoolExecutor(jobs, context, serve_parent)
    pending: set[Future[Result]] = set()
    try:
        for task in tasks:
            pending.add(_begun(workers, work, task))
            if len(pending) >= jobs * _AHEAD:
                done, pending = wait(pending, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        while pending:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        workers.shutdown(cancel_futures=True)


def _begun(
    workers: ProcessPoolExecutor, work: Callable[[Task], Result], task: Task
) -> Future[Result]:
    """A task that was handed to the processes. They are begun with the first one, and
    Ctrl+C does not reach them even then.
    """
    here = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return workers.submit(work, task)
    finally:
        signal.signal(signal.SIGINT, here)
