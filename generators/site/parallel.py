"""Work that several processes do at the same time, each a copy of this one.

A copy of a process is cheap and has all that this one read and worked out. That is why
what is common is worked out first. Where a system cannot copy processes, all is done
here.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import pool
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar, cast

from generators.text.processes import serve_parent

Task = TypeVar("Task")
Result = TypeVar("Result")


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def results_of(
    work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int
) -> Iterator[Result]:
    """The result of each task, in the order of the tasks, from ``jobs`` processes.

    Tasks and results go between processes, ``work`` and what it knows do not. What
    ``work`` raises is raised here; its cause has the traceback of the other process.
    Raises BrokenProcessPool where a process was killed.
    """
    if min(jobs, len(tasks)) > 1:
        wait_for_results = begin(work, tasks, jobs)
        yield from wait_for_results()
    else:
        yield from map(work, tasks)


def begin(
    work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int
) -> Callable[[], Sequence[Result]]:
    """Begin the tasks in ``jobs`` processes, and come back at once.

    The function that comes back waits for the results, in the order of the tasks. It
    raises what ``work`` raised there. Without jobs nothing is begun before somebody waits
    for it. Processes that nobody waits for end with this one.
    """
    jobs = min(jobs, len(tasks))
    if jobs < 1 or "fork" not in multiprocessing.get_all_start_methods():
        return lambda: [work(task) for task in tasks]
    gc.freeze()  # a collector that looks through what is shared makes a copy of it
    context = multiprocessing.get_context("fork")
    workers: dict[Connection, tuple[int, BaseProcess]] = {}
    for number in range(jobs):
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(
            target=_work_and_send, args=(work, tasks[number::jobs], sender), daemon=True
        )
        process.start()
        sender.close()
        workers[receiver] = (number, process)

    def wait_for_results() -> Sequence[Result]:
        results: dict[int, Result] = {}
        try:
            while workers:
                # the first that has something to say, for it may be that it was killed
                receiver = cast(Connection, wait([*workers])[0])
                number, process = workers[receiver]
                task_numbers = range(number, len(tasks), jobs)
                results |= zip(task_numbers, _received_results(receiver), strict=True)
                process.join()
                workers.pop(receiver)
        finally:
            _end(process for _, process in workers.values())
        return [results[number] for number in range(len(tasks))]

    return wait_for_results


def _end(processes: Iterable[BaseProcess]) -> None:
    """End some processes: as long as one runs, it has the lock of its parent, too."""
    for process in processes:
        process.kill()
        process.join()


def _received_results(receiver: Connection) -> Sequence[Any]:
    """The results that a process sends. Raises what it raised, or BrokenProcessPool."""
    try:
        answer = receiver.recv()
    except EOFError:
        raise BrokenProcessPool("a process ended before its work was done") from None
    if isinstance(answer, BaseException):
        raise answer
    results: Sequence[Any] = answer
    return results


def _work_and_send(
    work: Callable[[Any], Any], tasks: Sequence[Any], sender: Connection
) -> None:
    """What a copied process does: it sends its results, or the error that it met."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()  # what is made here has few circles; ``Snapshot.forget`` looks for them
    serve_parent()
    try:
        sender.send([work(task) for task in tasks])
    except Exception as error:  # noqa: BLE001 - raised again where results are awaited
        # the types of the standard library do not know this class
        with_traceback = pool.ExceptionWithTraceback  # type: ignore[attr-defined]
        sender.send(with_traceback(error, error.__traceback__))
