"""Portuguese, by the European norm of the African Union, ECOWAS, SADC and the EU.

CLDR's plain tag and gettext's plural rule are Brazilian.
"""

from __future__ import annotations

import re

from generators.languages.language import (
    Grammar,
    Language,
    Modal,
    Stemmer,
    by_word,
    changes,
)

LANGUAGE = Language(
    norm="pt-PT",
    dates="pt-PT",
    plurals="nplurals=2; plural=(n != 1);",
    typed_months=(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro "
        "novembro dezembro",
    ),
    yes=("sim",),
    no=("não", "nao"),
    modal=Modal(re.compile(r"\b(deve|devem)\b"), "deveria, deveriam"),
    negations="não nem nunca jamais nenhum nenhuma sem salvo exceto",
    numbers=by_word(
        "0 zero 1 um uma primeiro primeira 2 dois duas segundo segunda 3 três terceiro "
        "terceira 4 quatro quarto quarta 5 cinco quinto quinta 6 seis sexto sexta 7 "
        "sete sétimo sétima 8 oito oitavo oitava 9 nove nono nona 10 dez décimo décima "
        "11 onze 12 doze 13 treze 14 catorze quatorze 15 quinze 16 dezasseis dezesseis "
        "17 dezassete dezessete 18 dezoito 19 dezanove dezenove 20 vinte 30 trinta 40 "
        "quarenta 50 cinquenta 60 sessenta 70 setenta 80 oitenta 90 noventa 100 cem "
        "cento 200 duzentos duzentas 300 trezentos trezentas 400 quatrocentos "
        "quatrocentas 500 quinhentos quinhentas 600 seiscentos seiscentas 700 "
        "setecentos setecentas 800 oitocentos oitocentas 900 novecentos novecentas"
    ),
    scales=by_word(
        "1_000_000_000 mil_milhões bilhão bilhões 1_000 mil milhares 1_000_000 milhão "
        "milhões"
    ),
    number_joints=("e",),
    grammar=Grammar(
        row=", ",
        last=" e ",
        to=" a ",
        then=", e ",
        inserted=("-A", "-B", "-C"),
        against=" c. ",
        others=" e outros",
        paragraph="n.º {n}",
        paragraphs="n.os {n}",
        within="{whole}, {part}",
        letter="alínea {x}",
        letters="alíneas {x}",
        points="alínea {letter}, {points}",
        with_letter="{whole}, {part}",
        ordinal="{n}.º",
    ),
    article_words=("art", "arts", "artigo", "artigos"),
    # the stemmer takes -ção and -ções for two words
    stemmer=Stemmer("portuguese", before=changes(("[õã]es$", "ão"))),
    idle=(
        "a ao aos as com como da das de do dos e em entre na nas no nos o onde os ou "
        "para pela pelas pelo pelos por qual quando quanto que se sem seu seus sua "
        "suas um uma eu me meu minha meus minhas tu te ele ela eles elas voce lhe mas "
        "ja muito mais foi ser esta estao este isto isso essa esse ha tem ter contra "
        "tenho pode podem posso deve devem quero quais quantos quantas quem ainda art "
        "arts artigo artigos tambem nem segundo estou ate vs"
    ),
)
