"""What many pages of a language show, so that a writer writes it once.

A name, a status or a line of a list stands on hundreds of pages. The writers keep what
they wrote of a ``Shared`` thing (``html.runs.RunWriter.shared``).
"""

from __future__ import annotations

from generators.document.runs import Run, Shared


def shared_line(line: list[Run]) -> list[Run]:
    """A line that many pages show, as one run; of an empty line nothing."""
    return [Shared(line)] if line else []
