"""The one memo of what follows from a corpus, or from a corpus and a language: ``once``.

What follows from nothing but its arguments has ``functools.cache``, and a property of one
object ``functools.cached_property``. There is no fourth way.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Memo(dict[Callable[..., Any], Callable[..., Any]]):
    """The results of functions of one ``owner`` (a corpus, or what is said in a
    language).

    Each function has a cache of its own.

    Functions are asked a million times in a build. A cache for each takes a third of the
    time that one cache for all of them takes.
    """

    def __init__(self, owner: object) -> None:
        self._owner = owner

    def __missing__(self, function: Callable[..., Any]) -> Callable[..., Any]:
        cached = cache(partial(function, self._owner))
        self[function] = cached
        return cached


class Remembering(Protocol):
    """What keeps the results of functions of it."""

    memo: Memo


Owner = TypeVar("Owner", bound=Remembering)


def once(
    function: Callable[Concatenate[Owner, Arguments], Result],
) -> Callable[Concatenate[Owner, Arguments], Result]:
    """Decorate a function of an owner and of hashable arguments: the owner keeps each
    result until it forgets (``Corpus.forget``, ``Phrases.forget``). The function returns
    a value that can be read again: no generator.
    """

    @wraps(function)
    def remembered(
        owner: Owner, *arguments: Arguments.args, **named: Arguments.kwargs
    ) -> Result:
        result: Result = owner.memo[function](*arguments, **named)
        return result

    return remembered
