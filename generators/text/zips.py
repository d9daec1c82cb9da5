"""Files in one ZIP: the same files give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Set
from datetime import date


def zipped(entries: Mapping[str, bytes], day: date, stored: Set[str] = frozenset()) -> bytes:
    """A ZIP of files by their paths, in the order in which they are given, all of one day; those of
    ``stored`` are not compressed.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in entries.items():
            info = zipfile.ZipInfo(path, (day.year, day.month, day.day, 12, 0, 0))
            info.create_system, info.external_attr = 3, 0o644 << 16  # as on Unix, wherever it is made
            info.compress_type = zipfile.ZIP_STORED if path in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=9)
    return packed.getvalue()
