"""What tests of search share: the query sets, and the site's own scripts under node."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

QUERIES = Path(__file__).parent / "search"
RUN = QUERIES / "run.js"


@cache
def queries(language: str) -> list[dict[str, Any]]:
    """What readers of a language ask, and what must come first."""
    return yaml.safe_load((QUERIES / f"queries.{language}.yml").read_text("utf-8"))


def run(given: dict[str, Any]) -> list[Any]:
    """What the scripts of search answer under node; ``tests/search/run.js`` says what they may be given."""
    node = shutil.which("node")
    if node is None:
        pytest.fail("the scripts of search are tested under node; install it: sudo apt-get install nodejs")
    asked = json.dumps(given)
    done = subprocess.run([node, RUN], input=asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def found(folder: Path, *asked: str | dict[str, Any]) -> list[dict[str, Any]]:
    """The answers to queries of the index that lies in a folder: ``found`` (address and score of each hit),
    ``counts``, ``lost`` and ``offered`` (the addresses of answers).
    """
    wanted = [{"query": each} if isinstance(each, str) else each for each in asked]
    return run({"folder": str(folder), "queries": wanted})


def named(address: str) -> str:
    """How the query sets name a page: a record or mechanism by its id, another page by its address."""
    matched = re.fullmatch(r"instruments/(.+?)/(?:#.*)?", address)
    return matched[1] if matched else address
