"""One thing changed in a file, as a slip of the hand, a merge or somebody hostile changes it; what is
changed, and how, follows from a ``random.Random`` alone, so that it can be done again.
"""

from __future__ import annotations

from random import Random

SIGNS = (
    *"\t:-#\"'{}[],&*!|>%@`?~\\<",
    *"\xa0\u3000：，“”–•\u200b\u202e\u2028\x85\x07\ufeff😀",
    *("\n", " ", "  ", ": ", " #", "\r", "\x00", "\ud800"),
)
"""What somebody types, pastes or leaves by mistake."""

VALUES = (
    *("", "~", "null", '""', "'  '", "[]", "{}", "[[[[[]]]]]", "{a: {b: {c: d}}}", "- x", "? x", "<<"),
    *("&a b", "*a", "!!str x", "!!python/object/apply:os.system [id]", "|", ">-", '"open', "'open", "[open"),
    *("14/07/2009", "0201-01-01", "9999", "2009-13-45", "9" * 5000, "-1", "1e9", "NO", "on", "0x1F", "12:30"),
    *("http://127.0.0.1", "javascript:alert(1)", "https://example.org/" + "x" * 3000, "x" * 3000),
    *('"\\n::error ::x"', "../../etc/passwd", "<b>", "{n}", "{{ x }}", "![](https://evil.example/x)"),
    *(
        '"\\uD800"',
        '"\\U000E0041"',
        "en",
        "tet",
        "BEN",
        "true",
        "30",
        "id:search-page",
        "[" * 500,
        "a/" * 300,
    ),
)
"""What stands where a value belongs."""

STRINGS = (
    *(
        '""',
        '" "',
        '"\u200b"',
        '"{"',
        '"{x}"',
        '"}{"',
        '"\\q"',
        '"\\x00"',
        '"<b>"',
        '"![](https://evil.example/x)"',
    ),
    *('"open', 'open"', '"a" "b"', f'"{"1" * 5000}"', f'"{"[" * 500}"', '"\\n::error ::x"', '"%s %(x)d"'),
)
"""What stands where a string of a catalog belongs."""

HEADS = (
    *(
        "#, fuzzy",
        "#, python-format",
        '#| msgid "x"',
        '#~ msgid "x"',
        "#: nowhere",
        'msgctxt "x"',
        'msgid ""',
    ),
    *(
        'msgid_plural "x"',
        'msgstr[0] "x"',
        'msgstr[9] "x"',
        '"Plural-Forms: nplurals=9; plural=n;\\n"',
        "msgid",
    ),
    *('"Content-Type: text/plain; charset=latin-1\\n"', '"Language: xx\\n"', "domain x"),
)
"""Lines of a catalog in a wrong place."""

BLOCKS = (
    *(
        "# x",
        "![x](https://evil.example/p.png)",
        "<script>x</script>",
        "<iframe src=x>",
        "<a href='javascript:x'>x</a>",
    ),
    *(
        "[x](id:nothing)",
        "[x](nothing.md)",
        "[x](#nowhere)",
        "[x](/x)",
        "---",
        "title: 2010",
        "{: onclick=x }",
        "<!--",
    ),
    *(
        '!!! note "x',
        "```",
        "<div markdown>",
        "&#0;",
        "[x]: javascript:x",
        "> " * 40,
        "[" * 400,
        "|a|b|\n|-|",
        "<x-y>",
    ),
)
"""Lines of a hand-written page."""


def changed(text: str, chance: Random, ending: str = ".yml") -> str:
    """A text with one thing changed: a letter, a value, an indentation, a line, its end …; ``ending`` is that
    of the file's name, and decides what else may be put into it.
    """
    if not text:
        return chance.choice(SIGNS)
    lines, at = text.split("\n"), chance.randrange(len(text))
    n = chance.randrange(len(lines))
    return _WAYS[chance.choice(_OF.get(ending, _COMMON))](text, lines, at, n, chance)


def bytes_changed(raw: bytes, chance: Random) -> bytes:
    """Bytes of which one, or some in a row, are others, or missing."""
    at, length = chance.randrange(len(raw) or 1), chance.choice((1, 1, 1, 4, 64))
    instead = chance.choice((chance.randbytes(length), b"", raw[at : at + length][::-1]))
    return raw[:at] + instead + raw[at + length :]


def _joined(lines: list[str], n: int, line: str) -> str:
    return "\n".join([*lines[:n], line, *lines[n + 1 :]])


def _value(text: str, lines: list[str], at: int, n: int, chance: Random) -> str:
    key, colon, _ = lines[n].partition(": ")
    return _joined(lines, n, f"{key}{colon}{chance.choice(VALUES)}")


def _string(text: str, lines: list[str], at: int, n: int, chance: Random) -> str:
    key, _, _ = lines[n].partition('"')
    return _joined(lines, n, f"{key}{chance.choice(STRINGS)}")


def _moved(text: str, lines: list[str], at: int, n: int, chance: Random) -> str:
    rest = [*lines[:n], *lines[n + 1 :]]
    rest.insert(chance.randrange(len(lines)), lines[n])
    return "\n".join(rest)


_WAYS = {
    "out": lambda text, lines, at, n, chance: text[:at] + text[at + 1 :],
    "in": lambda text, lines, at, n, chance: text[:at] + chance.choice(SIGNS) + text[at:],
    "deeper": lambda text, lines, at, n, chance: _joined(lines, n, " " * chance.randrange(1, 5) + lines[n]),
    "less deep": lambda text, lines, at, n, chance: _joined(lines, n, lines[n][chance.randrange(1, 4) :]),
    "tab": lambda text, lines, at, n, chance: _joined(lines, n, "\t" + lines[n].lstrip()),
    "no dash": lambda text, lines, at, n, chance: _joined(lines, n, lines[n].replace("- ", "", 1)),
    "no blank": lambda text, lines, at, n, chance: _joined(lines, n, lines[n].replace(": ", ":", 1)),
    "gone": lambda text, lines, at, n, chance: "\n".join(lines[:n] + lines[n + 1 :]),
    "twice": lambda text, lines, at, n, chance: _joined(lines, n, f"{lines[n]}\n{lines[n]}"),
    "moved": _moved,
    "one line": lambda text, lines, at, n, chance: _joined(
        lines[:n] + lines[n + 1 :], n, " ".join(lines[n : n + 2])
    ),
    "cut off": lambda text, lines, at, n, chance: text[:at],
    "conflict": lambda text, lines, at, n, chance: _joined(
        lines, n, f"<<<<<<< HEAD\n{lines[n]}\n=======\n{lines[n]}\n>>>>>>> theirs"
    ),
    "value": _value,
    "string": _string,
    "head": lambda text, lines, at, n, chance: _joined(lines, n, f"{chance.choice(HEADS)}\n{lines[n]}"),
    "block": lambda text, lines, at, n, chance: _joined(lines, n, f"{lines[n]}\n{chance.choice(BLOCKS)}\n"),
}
_COMMON = tuple(name for name in _WAYS if name not in ("value", "string", "head", "block"))
_OF = {
    ".yml": (*_COMMON, "value", "value", "value"),
    ".po": (*_COMMON, "string", "string", "string", "head", "head"),
    ".md": (*_COMMON, "block", "block", "block"),
}
