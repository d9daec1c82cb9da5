"""The examples in docstrings are true: what parses or writes a form shows one."""

import doctest
import re
from importlib import import_module
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
WITH_EXAMPLES = sorted(
    ".".join(file.relative_to(PROJECT).with_suffix("").parts)
    for file in (PROJECT / "generators").rglob("*.py")
    if re.search(r"^ *>>> ", file.read_text("utf-8"), re.MULTILINE)
)


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_examples_are_true(module):
    """What an example prints is what the code gives back."""
    result = doctest.testmod(import_module(module))
    assert (result.attempted > 0, result.failed) == (True, 0)
