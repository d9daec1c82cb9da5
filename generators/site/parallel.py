"""Work done side by side by processes that were copied from this one, with all that it had read and worked
out.

A copy of a process is cheap and needs nothing handed over; that is why what is common is worked out first.
Where a system cannot copy processes, all is done here.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from threading import Thread
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

_work: Callable[[Any], Any] | None = None


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int) -> Iterator[Result]:
    """The result of each task, in the order of the tasks, from ``jobs`` processes; tasks and results go
    between processes, ``work`` and what it knows do not.

    What ``work`` raises is raised here, with the traceback of the process that it was raised in as its cause;
    tasks that have not begun by then are given up. Raises BrokenProcessPool where a process was killed.
    """
    jobs = min(jobs, len(tasks))
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, tasks)
        return
    gc.freeze()  # a collector that looks through what is shared makes a copy of it
    context = multiprocessing.get_context("fork")
    processes = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(work,))
    try:
        yield from processes.map(_do, tasks)
    finally:
        processes.shutdown(cancel_futures=True)


def _begin(work: Callable[[Any], Any]) -> None:
    """In a new process: take the work, leave Ctrl+C to the parent, and end when the parent is gone."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    multiprocessing.parent_process().join()
    os._exit(1)


def _do(task: Any) -> Any:
    return _work(task)
