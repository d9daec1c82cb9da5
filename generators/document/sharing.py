"""What many pages of a language show, so that a writer writes it once.

A name, a status or an item of a list is on hundreds of pages. Writers keep what they
wrote of something ``Shared`` (``html.runs.RunWriter.shared``).

Measured on 2 December 2026: all 903 French pages, with sharing and without, two runs
each. Without it the pages took 1.02 times the time and 0.91 times the memory (148 MB for
162 MB). With 1,000 records, most of them copies, it was 1.05 times the time and 0.87
times the memory. So sharing hardly pays any more.

It stays because pages would not be the same without it. What is shared has no link of
the form ``#anchor``, for it is on other pages too. Without sharing, 85 English pages
would link to places on themselves in that form.
"""

from __future__ import annotations

from generators.document.runs import Run, Shared


def shared_line(line: list[Run]) -> list[Run]:
    """A line that many pages show, as one shared run; an empty line stays empty."""
    return [Shared(line)] if line else []
