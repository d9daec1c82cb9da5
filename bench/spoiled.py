"""One thing changed in a file, as a slip of the hand, a merge or somebody hostile changes it; what is
changed, and how, follows from a ``random.Random`` alone, so that it can be done again.
"""

from __future__ import annotations

from random import Random

SIGNS = [*"\t:-#\"'{}[],&*!|>%@`?~\\<\xa0\u3000：，“”–•\u200b\u202e\u2028\x85\x07\ufeff😀\n \r\x00\ud800"]
SIGNS += ["  ", ": ", " #"]
"""What somebody types, pastes or leaves by mistake."""

VALUES = (
    *(
        r"""¦~¦null¦""¦'  '¦[]¦{}¦[[[[[]]]]]¦{a: {b: {c: d}}}¦- x¦? x¦<<¦&a b¦*a¦!!str x¦|¦>-¦"open¦'open"""
        r"""¦14/07/2009¦0201-01-01¦9999¦2009-13-45¦-1¦1e9¦NO¦on¦true¦30¦0x1F¦12:30¦en¦tet¦BEN¦id:search-page¦<b>"""
        r"""¦!!python/object/apply:os.system [id]¦http://127.0.0.1¦javascript:alert(1)¦"\n::error ::x"¦{n}"""
        r"""¦[open¦{{ x }}¦../../etc/passwd¦![](https://evil.example/x)¦"\U000E0041"¦"\uD800" """
    ).split("¦"),
    *("9" * 5000, "x" * 3000, "https://example.org/" + "x" * 3000, "[" * 500, "a/" * 300),
)
"""What stands where a value belongs."""

STRINGS = (
    r"""msgstr "¦msgstr "{"¦msgstr "{x}"¦msgid "}{"¦msgid "\q"¦msgstr "\x00"¦msgstr "<b>"¦msgstr "open"""
    r"""¦msgid open"¦msgstr "a" "b"¦msgstr "\n::error ::x"¦msgid "%s %(x)d"¦"![](https://evil.example/x)" """
    r"""¦#, fuzzy¦#, python-format¦#| msgid "x"¦#~ msgid "x"¦#: nowhere¦msgctxt "x"¦msgid ""¦msgid¦domain x"""
    r"""¦msgid_plural "x"¦msgstr[0] "x"¦msgstr[9] "x"¦"Plural-Forms: nplurals=9; plural=n;\n" """
    r"""¦"Language: xx\n"¦"Content-Type: text/plain; charset=latin-1\n" """
).split("¦")
"""Lines of a catalog, in place of one or before it."""

BLOCKS = (
    *(
        "# x¦![x](https://evil.example/p.png)¦<script>x</script>¦<iframe src=x>¦<a href='javascript:x'>x</a>"
        "¦[x](id:nothing)¦[x](nothing.md)¦[x](#nowhere)¦[x](/x)¦---¦title: 2010¦{: onclick=x }¦<!--¦<x-y>¦```"
        '¦!!! note "x¦<div markdown>¦&#0;¦[x]: javascript:x¦|a|b|\n|-|'
    ).split("¦"),
    *("> " * 40, "[" * 400),
)
"""Lines of a hand-written page."""


def changed(text: str, chance: Random, ending: str = ".yml") -> str:
    """A text with one thing changed: a letter, a value, an indentation, a line, its end …; ``ending`` is that
    of the file's name, and decides what else may be put into it.
    """
    if not text:
        return chance.choice(SIGNS)
    at, lines = chance.randrange(len(text)), text.split("\n")
    n = chance.randrange(len(lines))
    line, sign = lines[n], chance.choice(SIGNS)
    of_letter = (text[:at] + text[at + 1 :], text[:at] + sign + text[at:], text[:at])
    of_lines = (
        [" " * chance.randrange(1, 5) + line],
        [line[chance.randrange(1, 4) :]],
        ["\t" + line.lstrip()],
        [line.replace("- ", "", 1)],
        [line.replace(": ", ":", 1)],
        [],
        [line, line],
        [f"{line} {''.join(lines[n + 1 : n + 2])}"],
        ["<<<<<<< HEAD", line, "=======", line, ">>>>>>> theirs"],
        [chance.choice(lines), line],
    )
    in_place = {
        ".yml": [["".join(line.partition(": ")[:2]) + chance.choice(VALUES)]],
        ".po": [[chance.choice(STRINGS)], [chance.choice(STRINGS), line]],
        ".md": [[line, chance.choice(BLOCKS), ""]],
    }.get(ending, [])
    made = chance.choice((*of_letter, *of_lines, *3 * in_place))
    return made if isinstance(made, str) else "\n".join([*lines[:n], *made, *lines[n + 1 :]])


def bytes_changed(raw: bytes, chance: Random) -> bytes:
    """Bytes of which one, or some in a row, are others, or missing."""
    at, length = chance.randrange(len(raw) or 1), chance.choice((1, 1, 1, 4, 64))
    instead = chance.choice((chance.randbytes(length), b"", raw[at : at + length][::-1]))
    return raw[:at] + instead + raw[at + length :]
