"""What the disk refuses a command, in one line: where, why, and what to do. It is no fault of ours, so it is
no traceback.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

from generators.text.sayings import say

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_IN_THE_WAY = {
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.EEXIST,
    errno.ENOTDIR,
    errno.EISDIR,
}
"""What somebody who put something else in a place of ours is to blame for, or who let nobody write there."""


def refusal(error: OSError) -> str:
    """What a refusal of the disk is to be told as; empty where it is our own mistake."""
    where = os.fsdecode(error.filename2 or error.filename or Path.cwd())
    if error.errno == errno.ENAMETOOLONG:
        return say("{place}: {why}; type a shorter one", place=where, why=error.strerror)
    if error.errno in _FULL:
        return say("{place}: {why}; make room", place=where, why=error.strerror)
    if error.errno in _IN_THE_WAY:
        return say("{place}: {why}; move it away, or let it be written", place=where, why=error.strerror)
    return ""
