"""Who is asked to look at a change of a folder, as a code host reads it (CODEOWNERS)."""

from __future__ import annotations

from generators.corpus.corpus import Corpus
from generators.corpus.inputs import FOLDER

FILE = ".github/CODEOWNERS"
_HEAD = (
    "# 'compendium owners' writes this from 'editors' in each mechanism.yml; what is changed here is lost.\n"
)


def text(corpus: Corpus) -> str:
    """The file: a line a folder that names its editors, in the order of folders; a folder that names nobody
    has none, and falls to whoever keeps the project.
    """
    lines = [
        f"/{FOLDER}/{name}/ {' '.join(f'@{each}' for each in model.editors)}\n"
        for name, model in sorted(corpus.mechanisms.items())
        if model.editors
    ]
    return _HEAD + "".join(lines)
