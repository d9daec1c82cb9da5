"""The code is plain line by line: what a formatter and a linter do not ask.

Each test names the lines that are not plain. They hold the program, and not the tests.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generators.checks import plain

PROJECT = Path(__file__).parent.parent
PROGRAM = sorted((PROJECT / "generators").rglob("*.py"))

VAGUE = {
    *("each", "found", "said", "told", "of", "beside"),
    *("asked", "left", "kept", "one", "other"),
}
"""Names that do not say what a thing is."""

SAME_CLASS: dict[str, str] = {}
"""Public class names that several modules use, each with its reason."""

PUBLISHED = {
    "generators/model/vocabulary.py": {"of", "beside"},  # keys of YAML files
    "generators/data/kinds.py": {"left", "told"},  # fields of published JSON
    "generators/document/open_data/record_tables.py": {"other"},  # a column
}
"""Names that go out, and so stay as they are."""

MEMOS = {"cache", "cached_property", "once"}
"""The decorators that keep a result: of arguments, of an object, of a corpus or language
(``corpus/memo.py``).
"""

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@cache
def tree(file: Path) -> ast.Module:
    """A file, parsed once."""
    return ast.parse(file.read_text("utf-8"))


def nodes(*kinds: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    """The nodes of some kinds in the program, each with its file and line."""
    for file in PROGRAM:
        path = file.relative_to(PROJECT).as_posix()
        for node in ast.walk(tree(file)):
            if isinstance(node, kinds):
                yield f"{path}:{getattr(node, 'lineno', 1)}", node


def test_an_assignment_says_one_thing():
    """No assignment packs two values into one line; to unpack one thing is no such."""
    packed = [
        place
        for place, node in nodes(ast.Assign)
        if isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple)
    ]
    assert packed == []


def test_a_comprehension_can_be_read_at_once():
    """A comprehension has at most two ``for`` and ``if``, and assigns nothing."""
    dense = [
        place
        for place, node in nodes(*COMPREHENSIONS)
        if sum(1 + len(part.ifs) for part in node.generators) > 2
        or any(isinstance(inner, ast.NamedExpr) for inner in ast.walk(node))
    ]
    assert dense == []


def test_a_name_says_the_thing():
    """No variable, argument or function has a name that fits everything."""
    vague = {}
    for place, node in nodes(ast.Name, ast.arg, ast.FunctionDef):
        path = place.partition(":")[0]
        name = stored_name(node).strip("_")
        if name in VAGUE - PUBLISHED.get(path, set()):
            vague.setdefault(path.removeprefix("generators/"), set()).add(name)
    assert vague == {}


def stored_name(node: ast.AST) -> str:
    """The name that a node gives to something; empty where it gives none."""
    if isinstance(node, ast.Name):
        return node.id if isinstance(node.ctx, ast.Store) else ""
    return node.arg if isinstance(node, ast.arg) else node.name


def test_a_public_class_has_a_name_of_its_own():
    """A public class name is used once in the package, but for those with a reason."""
    modules = defaultdict(list)
    for place, node in nodes(ast.ClassDef):
        if not node.name.startswith("_"):
            modules[node.name].append(place)
    repeated = {name: places for name, places in modules.items() if len(places) > 1}
    assert repeated.keys() == SAME_CLASS.keys(), repeated


def test_there_is_one_memo():
    """What keeps a result is one of three decorators."""
    spellings = {
        ast.unparse(decorator).partition("(")[0].rpartition(".")[2]
        for _, node in nodes(ast.FunctionDef)
        for decorator in node.decorator_list
    }
    assert {
        name for name in spellings if re.search("cache|once|shared|memo", name)
    } == MEMOS


def test_docstrings_are_in_plain_words():
    """A docstring keeps the rule of plain words that our pages keep; examples and names
    in code do not count.
    """
    odd = defaultdict(list)
    for place, node in nodes(ast.Module, ast.ClassDef, ast.FunctionDef):
        for message, _ in plain.odd(words_of(node), plain.ON_PAGES):
            odd[place].append(str(message))
    assert odd == {}


def words_of(node: ast.AST) -> str:
    """The words of a docstring, without its examples and names in code."""
    text = ast.get_docstring(node) or ""
    text = re.sub(r"::\n\n(?: +.*\n?|\n)+", ".\n", text)  # a drawing
    text = re.sub(r">>>.*?(?=\n\s*\n|\Z)", "", text, flags=re.DOTALL)
    return re.sub(r"``[^`]*``", "X", text)
