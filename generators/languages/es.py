"""Spanish."""

from __future__ import annotations

import re

from generators.languages.language import Grammar, Language, Modal, Stemmer, by_word, near
from generators.text.sayings import say

LANGUAGE = Language(
    norm="es",
    dates="es",
    thousands="\u00a0",  # as the United Nations writes; the comma is that of decimals
    typed_months=(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre "
        "noviembre diciembre",
    ),
    yes=("sí", "si"),
    no=("no",),
    modal=Modal(re.compile(r"\b(debe|deben)\b"), "debería, deberían"),
    neighbours=(
        near(
            r"\bdue\b",
            r"\bpendientes?\b",
            say("'pendiente' says that it is late"),
            r"overdue|pending|open|yet",
        ),
    ),
    negations="no ni nunca jamás ningún ninguno ninguna sin salvo excepto",
    numbers=by_word(
        "0 cero 1 un uno una primer primero primera 2 dos segundo segunda 3 tres "
        "tercer tercero tercera 4 cuatro cuarto cuarta 5 cinco quinto quinta 6 seis "
        "sexto sexta 7 siete séptimo séptima 8 ocho octavo octava 9 nueve noveno "
        "novena 10 diez décimo décima 11 once 12 doce 13 trece 14 catorce 15 quince 16 "
        "dieciséis 17 diecisiete 18 dieciocho 19 diecinueve 20 veinte 21 veintiún "
        "veintiuno veintiuna 22 veintidós 23 veintitrés 24 veinticuatro 25 veinticinco "
        "26 veintiséis 27 veintisiete 28 veintiocho 29 veintinueve 30 treinta 40 "
        "cuarenta 50 cincuenta 60 sesenta 70 setenta 80 ochenta 90 noventa 100 cien "
        "ciento 200 doscientos doscientas 300 trescientos trescientas 400 "
        "cuatrocientos cuatrocientas 500 quinientos quinientas 600 seiscientos "
        "seiscientas 700 setecientos setecientas 800 ochocientos ochocientas 900 "
        "novecientos novecientas"
    ),
    scales=by_word(
        "1_000_000_000 mil_millones 1_000 mil miles 1_000_000 millón millones"
    ),
    number_joints=("y",),
    grammar=Grammar(
        row=", ",
        last=" y ",
        to=" a ",
        then=", y ",
        inserted=(" bis", " ter", " quater"),
        against=" contra ",
        others=" y otros",
        paragraph="párr. {n}",
        paragraphs="párrs. {n}",
        within="{whole}, {part}",
        letter="{x}",
        letters="{x}",
        with_letter="{whole} {part}",
    ),
    article_words=("art", "arts", "articulo", "articulos"),
    stemmer=Stemmer("spanish"),
    idle=(
        "a al como con cual cuando cuanto de del donde el en es la las lo los no o "
        "para por que se sin sobre son su sus un una y me mi mis te tu tus le les nos "
        "yo ella ellas ellos usted si pero porque ya muy mas cuantos cuantas cuales "
        "quien quienes hay ha han he fue ser esta estan este esto eso esa ese estos "
        "contra desde hasta delante tiene tienen tengo puede pueden puedo debe deben "
        "quiero sigue art arts articulo articulos fuera entre tambien ni sino ante "
        "tras segun estoy eres vs"
    ),
)
