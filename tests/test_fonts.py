"""Which letters the PDFs can show, and where a letter that they cannot is said."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generators.corpus import fonts
from generators.document.phrases import Phrases
from generators.pdf import typeset, volumes
from generators.translate.localizer import Localizer
from tests.conftest import TODAY

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
SAYS = "Housing and compensation."
PUBLIC = volumes.Public("https://example.org/", "https://example.org/code")


def test_what_is_taken_for_common_is_in_the_fonts():
    """No font need be opened for what the site's languages are written with, for all of it is there."""
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
    common = set(re.findall(f"[{fonts.COMMON}]", every)) - set("\t\n")
    assert {letter for letter in common if ord(letter) not in fonts.covered()} == set()
    assert len(common) > 20_000


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Housing, 30 days – “so”", []),
        ("السكن والتعويض", []),
        ("住房和赔偿。", []),
        ("Nguyễn ǝ ⅔ №", []),
        ("a\u200fb\u200bc\u2060d\ufe0f", []),
        ("🦒 and 🦒, א", ["א", "🦒"]),
        ("a\ufeffb", ["\ufeff"]),
        ("กรุงเทพ", ["ก", "ง", "ท", "พ", "ร", "ุ", "เ"]),
    ],
)
def test_letters_without_a_font_are_named_once(text, missing):
    """Letters that no font has are told, unseen marks are not."""
    assert fonts.missing(text) == missing


@pytest.mark.parametrize("letter", ["א", "ก", "🦒", "ǝ", "ễ", "⅔", "\u200d", "◇", "鿕", "𠮷"])
def test_the_typesetter_agrees(corpus_of, letter):
    """What is said to be missing is refused on paper, and what is not is typeset."""
    record = (
        "kind: instrument\ntype: convention\nofficial_titles: {en: Alpha Convention}\nstatus: in-force\n"
        "binding: true\n"
        f'in_force: 2008\nnumber: "N {letter}"\nconfidence: verified\n'
    )
    corpus = corpus_of({"instruments/alpha/convention.yml": record})
    document = json.dumps(
        volumes.document(Phrases(Localizer(corpus, "en")), "records/alpha/convention", PUBLIC)
    )
    if not fonts.missing(letter):
        assert typeset.typeset(document, TODAY).pages
        return
    with pytest.raises(typeset.Refused):
        typeset.typeset(document, TODAY)


def test_a_sound_corpus_opens_no_font(library_folder, tmp_path: Path):
    """A check does not wait for the fonts while nothing is typed that they might not have."""
    root = library_folder()
    code = (
        "import sys; from pathlib import Path; from generators import checks\n"
        f"from generators.corpus.loading import open_corpus\n"
        f"checks.run(open_corpus(Path({str(root)!r}))[0])\n"
        "sys.exit('fontTools' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
