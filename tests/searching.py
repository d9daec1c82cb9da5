"""What tests of search share: the query sets, and the site's own scripts under node."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import node

from generators import search
from generators.languages import LANGUAGES

QUERIES = Path(__file__).parent / "search"
RUN = QUERIES / "run.js"
ASKED = tuple(tag for tag in LANGUAGES if (QUERIES / f"queries.{tag}.yml").exists())
"""The languages that there is a set of queries for."""
CONVENTION = "instruments/alpha/convention/"

Index = Callable[..., Path]


@cache
def queries(language: str) -> list[dict[str, Any]]:
    """What readers of a language ask, and what must come first."""
    if language not in ASKED:
        pytest.skip(
            f"tests/search/queries.{language}.yml is not there: search in it is not tried"
        )
    return yaml.safe_load((QUERIES / f"queries.{language}.yml").read_text("utf-8"))


@cache
def unseen(language: str) -> list[dict[str, Any]]:
    """What readers may type, as written down before the search was tried with it, and
    what they want.
    """
    by_language = yaml.safe_load((QUERIES / "unseen.yml").read_text("utf-8"))
    if language not in by_language:
        pytest.skip(
            f"tests/search/unseen.yml has no '{language}': search in it is not tried"
        )
    return by_language[language]


@cache
def questions(language: str) -> list[dict[str, Any]]:
    """What people typed in their own words, and what answers it."""
    by_language = yaml.safe_load((QUERIES / "questions.yml").read_text("utf-8"))
    if language not in by_language:
        pytest.skip(
            f"tests/search/questions.yml has no '{language}': search in it is not tried"
        )
    return by_language[language]


def run(given: dict[str, Any]) -> list[Any]:
    """What the scripts of search answer under node; ``tests/search/run.js`` says what
    they may be given.
    """
    return node(RUN, given=given)


def answers_to(folder: Path, *requests: str | dict[str, Any]) -> list[dict[str, Any]]:
    """The answers to queries of the index in a folder, each with its parts by name.

    ``found`` has the address and score of each hit. ``some`` are hits that hold some of
    the words. ``counts`` says how many hits each filter would leave. ``lost`` are words
    that no hit holds. ``offered`` are the addresses of answers.
    """
    given = [
        {"query": request} if isinstance(request, str) else request
        for request in requests
    ]
    return run({"folder": str(folder), "queries": given})


def named(address: str) -> str:
    """How the query sets name a page: a record or mechanism by its id, another page by
    its address.
    """
    matched = re.fullmatch(r"instruments/(.+?)/(?:#.*)?", address)
    return matched[1] if matched else address


def addresses(answer: dict) -> list[str]:
    """The addresses of an answer, in order."""
    return [hit["address"] for hit in answer["found"]]


@pytest.fixture
def index_of(corpus_of: Callable, tmp_path: Path) -> Index:
    """Writes the index of the base library with some files changed; gives its folder."""

    def make(files: dict[str, str] | None = None, language: str = "en") -> Path:
        folder = tmp_path / "index"
        folder.mkdir()
        for path, content in search.outputs(corpus_of(files), language):
            (folder / path.removeprefix(search.FOLDER)).write_bytes(content)
        return folder

    return make
