"""How a text becomes words that can be compared: no case, no accents, one form of each Arabic letter, Chinese
in pairs of characters.

``fold``, ``words`` and ``compounds`` have twins in the script of the site; a test holds them together. Stems
are made here only: the index carries the forms that share one, so that no stemmer runs in the browser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from snowballstemmer import stemmer

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")
_COMPOUND = re.compile(rf"[^\W_{_CJK}]+(?:[/.()-]+[^\W_{_CJK}]+)+")
_JOINT = re.compile(r"[/.()-]+")
_ARABIC = {**dict(zip(map(ord, "ىةٱیکۀ"), "يهايكه", strict=True)), 0x640: None}
_DIGITS = {base + n: str(n) for base in (0x660, 0x6F0) for n in range(10)}
_ARABIC_LETTER = re.compile("[\u0600-\u06ff]")
_LETTERS = _ARABIC | _DIGITS
_SNOWBALL = {"en": "english", "es": "spanish", "fr": "french", "pt": "portuguese", "ru": "russian"}
_PREFIXES = ("وال", "فال", "بال", "كال", "لل", "ال")
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_ARTICLE = re.compile(r"(?<![^\W_])arts?(?:icles?)?\.?\s*")
_PLACE = re.compile(r"(?<![^\W_])(\d+|[ivxlc]+(?![^\W\d_]))([a-z]?)(?:\s*-\s*(\d+))?(?![^\W_])")
_ASIDE = re.compile(r"\((?![^()]*art)[^()]*\)")

IRREGULAR = {
    "людьм": "люд",
    "детьм": "дет",
    "дет": "ребенк",
    "children": "child",
    "women": "woman",
    "men": "man",
}
"""Stems that belong together and that the rules of the language keep apart."""
PLURALS = {  # broken plurals of the field, which no rule of endings finds
    "ضحايا": "ضحيه", "اطفال": "طفل", "تدابير": "تدبير", "دول": "دوله", "حقوق": "حق", "نساء": "امراه", "شهود": "شاهد", "جرائم": "جريمه",
    "حدود": "حد", "مواد": "ماده", "خطط": "خطه", "اسر": "اسره", "اشخاص": "شخص", "ملاجئ": "ملجا", "ملاجي": "ملجا", "محاكم": "محكمه",
    "عقوبات": "عقوبه", "مبادئ": "مبدا", "مبادي": "مبدا", "معايير": "معيار", "تقارير": "تقرير", "اجراءات": "اجراء", "مهاجرون": "مهاجر",
    "فتيات": "فتاه", "صكوك": "صك", "قوانين": "قانون", "لجان": "لجنه", "مراكز": "مركز", "شركاء": "شريك", "ادله": "دليل",
}  # fmt: skip


def fold(text: str) -> str:
    """A text without case, accents, Arabic vowel signs and variants of letters, with Western figures."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    return "".join(c for c in plain if not unicodedata.category(c).startswith("M")).translate(_LETTERS)


def words(folded: str) -> Iterator[str]:
    """The words of a folded text; a run of Chinese characters gives every pair of neighbours, and its last
    character.
    """
    for run in _RUN.findall(folded):
        if _is_chinese(run):
            yield from (run[n : n + 2] for n in range(len(run)))
        else:
            yield run


def compounds(folded: str) -> Iterator[str]:
    """Numbers as they are cited (2011/36/EU, A/RES/55/25, 13(1)(b)), with one sign for every joint."""
    for found in _COMPOUND.findall(folded):
        if any(c.isdigit() for c in found):
            yield _JOINT.sub("/", found)


def articles(ref: str) -> Iterator[str]:
    """``art:13`` for each article that a reference names; ranges are filled in."""
    folded = _ASIDE.sub("", fold(ref))
    found = _ARTICLE.search(folded)
    for number, letter, end in _PLACE.findall(folded[found.end() :]) if found else ():
        yield f"art:{number}{letter}"
        if end and number.isdigit() and 0 < int(end) - int(number) < 60:
            yield from (f"art:{n}" for n in range(int(number) + 1, int(end) + 1))


def forms(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Each word of a text as folded form and the stem that inflections share."""
    if language in _SNOWBALL and not _ARABIC_LETTER.search(
        text
    ):  # a stemmer wants accents, which fold takes away
        for word in _RUN.findall(unicodedata.normalize("NFKC", text).lower()):
            yield from _inflected(word, language)
    else:
        for word in words(fold(text)):
            yield from _inflected(word, language)


@lru_cache(maxsize=200_000)
def _inflected(word: str, language: str) -> tuple[tuple[str, str], ...]:
    form = fold(word)
    if _is_chinese(form) or not form.isalpha():
        return tuple((each, each) for each in words(form))
    if "\u0600" <= form[0] <= "\u06ff":
        bare = bare_arabic(form)
        return ((bare, _arabic_stem(bare)),)
    if language in _SNOWBALL and _is_cyrillic(form) == (language == "ru"):
        if language == "pt" and word.endswith(
            ("ões", "ães")
        ):  # the stemmer takes -ção and -ções for two words
            word = word[:-3] + "ão"
        stem = fold(_stemmer(language).stemWord(word))
        return ((form, IRREGULAR.get(stem, stem)),)
    return ((form, form),)


def bare_arabic(form: str) -> str:
    """A folded Arabic word without conjunction, preposition and article: the first of them that leaves a
    word.
    """
    if form.startswith("و") and len(form) > 4 and not form.startswith("وال"):
        form = form[1:]
    for prefix in _PREFIXES:
        if form.startswith(prefix) and len(form) - len(prefix) >= 2:
            return form[len(prefix) :]
    return form


def _arabic_stem(bare: str) -> str:
    if bare in PLURALS:
        return _arabic_stem(PLURALS[bare])
    for suffix in _SUFFIXES:
        if bare.endswith(suffix) and len(bare) - len(suffix) >= 3:
            return bare[: -len(suffix)]
    return bare[:-1] if bare.endswith("ه") and len(bare) > 2 else bare


def _is_chinese(text: str) -> bool:
    return "\u3400" <= text[0] <= "\u9fff" or "\uf900" <= text[0] <= "\ufaff"


def _is_cyrillic(text: str) -> bool:
    return "\u0400" <= text[0] <= "\u04ff"


@cache
def _stemmer(language: str) -> stemmer:
    return stemmer(_SNOWBALL[language])


_IDLE = {
    "en": "a an and are as at be by for from in is it its of on or that the their them they this to was were which with who has have must shall "
    "how what when where many",
    "es": "a al como con cual cuando cuanto de del donde el en es la las lo los no o para por que se sin sobre son su sus un una y",
    "fr": "a au aux avec ce ces cette combien comment d dans de des du en est et l la le les leur leurs n ne ou ou par pas pour qu quand que quel "
    "quelle quelles quels qui s se sont sur un une",
    "pt": "a ao aos as com como da das de do dos e em entre na nas no nos o onde os ou para pela pelas pelo pelos por qual quando quanto que se "
    "sem seu seus sua suas um uma",
    "ru": "в во для до его за и из или их к как какая какие какой ко когда на не о об от по при с сколько со у что это где который",
    "ar": "الذي التي الى او اين ان عن على في كم كيف لا ما متى من هذا هذه هل و ذلك",
}


@cache
def idle(language: str) -> frozenset[str]:
    """Folded words that say nothing about what a text in a language is on: they are not indexed, and a query
    loses nothing without them.
    """
    return frozenset(_IDLE.get(language, "").split())
