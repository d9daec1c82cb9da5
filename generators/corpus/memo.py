"""The one memo of what follows from a corpus, or from a corpus and a language: ``once``.

What follows from nothing but its arguments has ``functools.cache``, and a property of one
object ``functools.cached_property``; there is no fourth way.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial, wraps
from inspect import isgeneratorfunction
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Memo(dict[Callable, Callable]):
    """The results of functions of one ``owner`` (a corpus, or what is said in a
    language): each function with a cache of its own.

    Functions are asked a million times in a build. A cache for each takes a third of the
    time that one cache for all of them takes.
    """

    def __init__(self, owner: object) -> None:
        self._owner = owner

    def __missing__(self, function: Callable) -> Callable:
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
    result until it forgets (``Corpus.forget``, ``Phrases.forget``). Of a generator the
    results are kept as a tuple.
    """
    whole: Callable[..., Any] = function
    if isgeneratorfunction(function):

        def whole(*arguments: Any) -> tuple:
            return tuple(function(*arguments))

    @wraps(function)
    def remembered(
        owner: Owner, *arguments: Arguments.args, **named: Arguments.kwargs
    ) -> Result:
        return owner.memo[whole](*arguments, **named)

    return remembered
