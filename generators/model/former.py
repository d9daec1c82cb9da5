"""What was published once and stands no more: its address leads on."""

from __future__ import annotations

from pydantic import BaseModel

from generators.model.fields import CLOSED, Id


class FormerLine(BaseModel):
    """A line that was published and has been removed: its address leads to another."""

    model_config = CLOSED
    id: Id
    """Its anchor, as it was published, such as art-13."""
    now: Id | None = None
    """The anchor of the line that took its place; without one the old address leads to the page."""
