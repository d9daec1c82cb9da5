"""French."""

from __future__ import annotations

import re

from generators.languages.language import (
    Grammar,
    Language,
    Modal,
    Stemmer,
    by_word,
    changes,
    near,
)
from generators.text.sayings import say

LANGUAGE = Language(
    norm="fr",
    dates="fr",
    # CLDR has no ordinal for a day; French says it of the first alone
    date_changes=changes((r"^1\b", "1er")),
    typed_months=(
        "janvier février mars avril mai juin juillet août septembre octobre novembre "
        "décembre",
    ),
    yes=("oui",),
    no=("non",),
    modal=Modal(re.compile(r"\b(doit|doivent)\b"), "devrait, devraient"),
    neighbours=(
        near(
            r"checked against the text",
            r"d['’]après le texte",
            say("write 'dans le texte'"),
        ),
        near(
            r"focal institution",
            r"institutions? focales?",
            say("write 'institution nationale de référence'"),
        ),
    ),
    negations="ne n pas non jamais aucun aucune ni nul nulle sans sauf",
    numbers=by_word(
        "0 zéro 1 un une premier première 2 deux deuxième 3 trois troisième 4 quatre "
        "quatrième 5 cinq cinquième 6 six sixième 7 sept septième 8 huit huitième 9 "
        "neuf neuvième 10 dix dixième 11 onze onzième 12 douze douzième 13 treize 14 "
        "quatorze 15 quinze 16 seize 20 vingt vingtième 30 trente trentième 40 "
        "quarante 50 cinquante 60 soixante 70 septante 80 quatre_vingt quatre_vingts "
        "huitante octante 90 nonante 100 cent cents centième"
    ),
    scales=by_word(
        "1_000 mille milliers millier 1_000_000 million millions 1_000_000_000 "
        "milliard milliards"
    ),
    number_joints=("et",),
    typography=changes(
        (r"(?<=\w)'(?=\w)", "\u2019"),
        (r"[ \u00a0](?=[;!?])", "\u202f"),
        (r" (?=[:»])", "\u00a0"),
        (r"(?<=«) ", "\u00a0"),
        (r"(?<=\bn°) (?=\d)", "\u00a0"),
        (r"(?<=\d) (?=(?:ans?|mois|jours?|heures?)\b)", "\u00a0"),
    ),
    grammar=Grammar(
        row=", ",
        last=" et ",
        to=" à ",
        then=", et ",
        inserted=(" bis", " ter", " quater"),
        against=" c. ",
        others=" et autres",
        paragraph="par. {n}",
        paragraphs="par. {n}",
        within="{whole}, {part}",
        letter="{x}",
        letters="{x}",
        with_letter="{whole} {part}",
        semicolon=" ; ",
        colon=" : ",
    ),
    article_words=("art", "article", "articles"),
    stemmer=Stemmer("french"),
    idle=(
        "a au aux avec c ce ces cette combien comment d dans de des du en est et l la "
        "le les leur leurs n ne ou par pas pour qu quand que quel quelle quelles quels "
        "qui s se sont sur un une je j me m mon ma mes tu te t ton ta tes il elle ils "
        "elles on nous vous notre votre son sa ses lui si mais donc car y ai contre "
        "pendant apres avant chez as ont avait etait etre avoir fait faire peut "
        "peuvent doit doivent dit veut veux cela ca cet ceux quoi plus tres art "
        "article articles sans sous vers entre ainsi aussi alors comme sinon puis etes "
        "suis vs"
    ),
)
