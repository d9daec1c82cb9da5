"""What tests of the form share: its own scripts under node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

RUN = Path(__file__).parent / "edit_run.js"


def run(*asked: tuple[Any, ...], facts: Any = None) -> list[Any]:
    """What functions of the form answer: each is asked by its name and its arguments (``tests/edit_run.js``
    has the names); those that check need the ``facts`` of ``edit/fields.json``.
    """
    node = shutil.which("node")
    if node is None:
        pytest.fail("the scripts of the form are tested under node; install it: sudo apt-get install nodejs")
    given = json.dumps({"facts": facts, "calls": asked})
    done = subprocess.run([node, RUN], input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
