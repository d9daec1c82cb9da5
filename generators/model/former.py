"""What was published once and stands no more: its address leads on."""

from __future__ import annotations

from pydantic import BaseModel

from generators.model.fields import CLOSED, Id


class FormerLine(BaseModel):
    """A line of a record that was published and is no more: its address leads on."""

    model_config = CLOSED
    id: Id
    """Its anchor, as it was published, such as art-13."""
    now: Id | None = None
    """The anchor of the line that took its place; without one the old address leads to the page."""
