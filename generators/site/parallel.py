"""Work done side by side by processes that were copied from this one, with all that it
had read and worked out.

A copy of a process is cheap and needs nothing handed over; that is why what is common is
worked out first. Where a system cannot copy processes, all is done here.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection
from multiprocessing.pool import ExceptionWithTraceback
from threading import Thread
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


def processors() -> int:
    """How many processors this process may use."""
    return (
        len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else os.cpu_count() or 1
    )


def each(
    work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int
) -> Iterator[Result]:
    """The result of each task, in the order of the tasks, from ``jobs`` processes; tasks
    and results go between processes, ``work`` and what it knows do not.

    What ``work`` raises is raised here, with the traceback of the process that it was
    raised in as its cause. Raises BrokenProcessPool where a process was killed.
    """
    yield from (
        begin(work, tasks, jobs)() if min(jobs, len(tasks)) > 1 else map(work, tasks)
    )


def begin(
    work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int
) -> Callable[[], Sequence[Result]]:
    """Begin the tasks in ``jobs`` processes and come back at once, to do something else
    meanwhile; what comes back waits for the results, in the order of the tasks, and
    raises what ``work`` raised there. Without jobs nothing is begun before it is waited
    for. Processes that nobody waits for end with this one.
    """
    jobs = min(jobs, len(tasks))
    if jobs < 1 or "fork" not in multiprocessing.get_all_start_methods():
        return lambda: [work(task) for task in tasks]
    gc.freeze()  # a collector that looks through what is shared makes a copy of it
    context = multiprocessing.get_context("fork")
    answers = []
    for number in range(jobs):
        here, there = context.Pipe(duplex=False)
        process = context.Process(
            target=_answer, args=(work, tasks[number::jobs], there), daemon=True
        )
        process.start()
        there.close()
        answers.append((process, here))

    def results() -> Sequence[Result]:
        found: dict[int, Result] = {}
        for number, (process, here) in enumerate(answers):
            found |= zip(range(number, len(tasks), jobs), _received(here), strict=True)
            process.join()
        return [found[number] for number in range(len(tasks))]

    return results


def _received(here: Connection) -> Sequence[Any]:
    try:
        answer = here.recv()
    except EOFError:
        raise BrokenProcessPool("a process ended before its work was done") from None
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _answer(work: Callable[[Any], Any], tasks: Sequence[Any], there: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()  # what is made here has few circles; ``Snapshot.forget`` looks for them
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        there.send([work(task) for task in tasks])
    except Exception as error:  # noqa: BLE001 - it is raised again where the results are waited for
        there.send(ExceptionWithTraceback(error, error.__traceback__))


def _end_with_parent() -> None:
    multiprocessing.parent_process().join()
    os._exit(1)
