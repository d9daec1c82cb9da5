"""What translators' tools are given beside the catalogs: templates without a language, and the components of
a Weblate project. Both follow from the texts, so they are made when they are asked for and kept nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from generators.corpus.corpus import Corpus
from generators.corpus.interface import LOCALE, MESSAGES
from generators.corpus.library import FOLDER
from generators.text import gettext_files
from generators.translate.units import Unit
from generators.translate.update import INTERFACE, SAID_TO_EDITORS, by_text, line_of

_PLURALS = "nplurals=INTEGER; plural=EXPRESSION;"
_ABOVE = {INTERFACE: LOCALE, SAID_TO_EDITORS: MESSAGES}


def folder_of(name: str) -> str:
    """Where the catalogs of a folder stand, below the project; ``name`` may be ``interface`` or
    ``messages``.
    """
    return _ABOVE.get(name, f"{FOLDER}/{name}")


def template(units: Sequence[Unit], languages: Sequence[str]) -> str:
    """The texts of a folder without translations (``.pot``): all that any of these languages has in its
    catalog.
    """
    wanted = [unit for unit in units if any(map(unit.wanted, languages))]
    lines = [line_of(key, found, "") for key, found in by_text(wanted).items()]
    return gettext_files.text_of("", lines, _PLURALS if any(line.plural for line in lines) else "")


def components(
    corpus: Corpus, texts: Mapping[str, Sequence[Unit]], repository: str, branch: str, project: str
) -> str:
    """The components of a Weblate project as JSON, one a folder, as ``weblate import_json`` reads them: the
    first clones ``repository``, the others use its copy. No line is wrapped.
    """
    return json.dumps(
        list(_components(corpus, texts, repository, branch, project)), ensure_ascii=False, indent=2
    )


def _components(
    corpus: Corpus, texts: Mapping[str, Sequence[Unit]], repository: str, branch: str, project: str
) -> Iterator[dict[str, object]]:
    first, languages = "", "|".join(corpus.languages)
    for folder in texts:
        own = corpus.mechanisms.get(folder)
        yield {
            "name": (own and (own.name or own.official_names.get(corpus.languages[0]))) or folder,
            "slug": folder,
            "vcs": "git",
            "repo": f"weblate://{project}/{first}" if first else repository,
            **({} if first else {"branch": branch}),
            "file_format": "po",
            "file_format_params": {"po_line_wrap": -1},
            "filemask": f"{folder_of(folder)}/*.po",
            "language_regex": f"^({languages})$",
            "new_base": "",
            "new_lang": "none",
            "edit_template": False,
            "license": "CC-BY-4.0",
        }
        first = first or folder
