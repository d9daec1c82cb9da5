"""What kind of file a file of data is, as browsers, catalogues and hosts name it (media types of IANA)."""

from __future__ import annotations

MEDIA_TYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sqlite": "application/vnd.sqlite3",
    "ics": "text/calendar",
    "xml": "application/atom+xml",
}
"""By the end of a file's name; ``xml`` is a feed."""


def media_type(path: str) -> str:
    """The media type of a file of data by its path. Raises KeyError where it is of no kind named here."""
    return MEDIA_TYPES[path.rpartition(".")[2]]
