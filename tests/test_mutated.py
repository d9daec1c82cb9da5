"""Records broken at random: whatever was typed, the check says where and goes on, and never stops with a
traceback. The mutations are made from a seed, so a failure can be tried again.
"""

from __future__ import annotations

import random
import shutil

import pytest
from conftest import LANGUAGES, TODAY
from golden_case import GOLDEN

from generators import checks
from generators.corpus import library
from generators.corpus.corpus import Corpus

RECORDS = sorted(
    file.relative_to(GOLDEN / "world").as_posix()
    for file in (GOLDEN / "world" / "instruments").glob("*/*.yml")
    if file.parent.name != "vocabulary"
)
COPIES = 6
ROUNDS = -(-500 // (len(RECORDS) * COPIES))

SIGNS = [
    *"\t:-#\"'{}[],&*!|>%@`?~\\<",
    *"\xa0\u3000：，“”–•\u200b\u202e\u2028\x85\x07\ufeff😀",
    "\n",
    " ",
    "  ",
    ": ",
    " #",
    "\r",
]
VALUES = (
    *(
        "",
        "~",
        "null",
        '""',
        "'  '",
        "[]",
        "{}",
        "[[[[[]]]]]",
        "{a: {b: {c: d}}}",
        "- x",
        "? x",
        "<<",
        "&a b",
        "*a",
        "!!str x",
    ),
    *("14/07/2009", "0201-01-01", "9999", "2009-13-45", "9" * 5000, "-1", "1e9", "NO", "on", "0x1F", "12:30"),
    *(
        "http://127.0.0.1",
        "javascript:alert(1)",
        "https://example.org/" + "x" * 3000,
        "x" * 3000,
        '"\\n::error ::x"',
    ),
    *(
        "../../etc/passwd",
        "<b>",
        "{n}",
        "{{ x }}",
        "![](https://evil.example/x)",
        '"\\uD800"',
        "en",
        "BEN",
        "true",
        "30",
    ),
)


def changed(text: str, chance: random.Random) -> str:
    """A text with one thing changed."""
    lines, at = text.split("\n"), chance.randrange(len(text))
    n = chance.randrange(len(lines))
    key, colon, _ = lines[n].partition(": ")
    ways = {
        "out": lambda: text[:at] + text[at + 1 :],
        "in": lambda: text[:at] + chance.choice(SIGNS) + text[at:],
        "value": lambda: joined(n, f"{key}{colon}{chance.choice(VALUES)}"),
        "value twice": lambda: joined(n, f"{key}{colon}{chance.choice(VALUES)}"),
        "deeper": lambda: joined(n, " " * chance.randrange(1, 5) + lines[n]),
        "less deep": lambda: joined(n, lines[n][chance.randrange(1, 4) :]),
        "tab": lambda: joined(n, "\t" + lines[n].lstrip()),
        "no dash": lambda: joined(n, lines[n].replace("- ", "", 1)),
        "no blank": lambda: joined(n, lines[n].replace(": ", ":", 1)),
        "gone": lambda: "\n".join(lines[:n] + lines[n + 1 :]),
        "twice": lambda: joined(n, f"{lines[n]}\n{lines[n]}"),
        "one line": lambda: "\n".join([*lines[:n], " ".join(lines[n : n + 2]), *lines[n + 2 :]]),
        "cut off": lambda: text[:at],
        "conflict": lambda: joined(n, f"<<<<<<< HEAD\n{lines[n]}\n=======\n{lines[n]}\n>>>>>>> theirs"),
    }

    def joined(place: int, line: str) -> str:
        return "\n".join([*lines[:place], line, *lines[place + 1 :]])

    return ways[chance.choice(sorted(ways))]()


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_record_broken_at_random_is_a_finding(tmp_path, seed):
    """Each round breaks copies of every record of the world: no traceback, each finding is one line and names
    a line that its file has, and most mutations are found.
    """
    chance = random.Random(seed)
    shutil.copytree(GOLDEN / "world", tmp_path, dirs_exist_ok=True)
    typed = {}
    for path in RECORDS:
        text = (tmp_path / path).read_text("utf-8")
        for number in range(COPIES):
            copy = path if not number else path.replace(".yml", f"-{number}.yml")
            typed[copy] = changed(text, chance)
            (tmp_path / copy).write_bytes(typed[copy].encode("utf-8", "surrogatepass"))
    read, problems = library.read(tmp_path, LANGUAGES)
    problems += checks.run(Corpus(read, TODAY, LANGUAGES))
    for problem in problems:
        assert len(str(problem).splitlines()) == 1
        if problem.path in typed:
            assert 1 <= problem.line <= len(typed[problem.path].splitlines()) + 1, str(problem)
    assert len({problem.path for problem in problems} & typed.keys()) >= len(typed) // 2
