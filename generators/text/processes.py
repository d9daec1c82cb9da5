"""Processes that work for another one: they end when it ends, and leave Ctrl+C to it."""

from __future__ import annotations

import multiprocessing
import os
import signal
from threading import Thread


def serve_parent() -> None:
    """Have this process leave Ctrl+C to the one that began it, and end with that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process as soon as the one that began it has ended."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
