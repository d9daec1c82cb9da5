"""What search knows of languages and of scripts, in one place.

``words`` cuts, folds and stems by it, and the core of every index carries what the script of the site needs
of it (``facts``), so that no script names a language. A language that does not stand here is searched all
the same, by whole words: without stems, words that say nothing, and its own word for an article.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# -- of scripts ----------------------------------------------------------------------------------------------

ARABIC = "\u0600-\u06ff"
"""The letters of the Arabic script, as they stand in a class of a regular expression."""
UNSPACED = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Characters of scripts without spaces between words, as they stand in a class of a regular expression."""
PARTICLES = "和与及的"
"""Characters of such scripts that two writings of one term may differ in."""
_FIGURES = {chr(base + n): str(n) for base in (0x660, 0x6F0) for n in range(10)}
LETTERS = {**dict(zip("ىةٱیکۀ", "يهايكه", strict=True)), "\u0640": "", **_FIGURES}
"""What a letter or figure is folded to, beside what Unicode says of case and of accents."""


@dataclass(frozen=True, slots=True)
class Clitics:
    """What is written together with a word and is none of its own: of each round the first prefix goes that
    leaves so many letters. ``letters`` are those of the script, as in a class of a regular expression.
    """

    letters: str
    rounds: tuple[tuple[tuple[str, ...], int], ...]


CLITICS = (Clitics(ARABIC, ((("و",), 4), (("فال", "بال", "كال", "لل", "ال"), 2))),)
"""Conjunction, preposition and article of Arabic."""
LOOSE = (Clitics(ARABIC, ((("ل", "ب", "ك", "ف", "س"), 3),)),)
"""What may be written together with a word and may be its own first letter: it goes from a word that is not
found with it.
"""
ALIKE = (("abcehkmoptxy", "авсенкмортху"),)
"""Letters of two scripts that look alike, folded, each under the other."""
NUMERALS = "一二三四五六七八九"
"""The numerals from 1 to 9 of unspaced scripts; ``TEN`` counts by ten."""
TEN = "十"

# -- of languages --------------------------------------------------------------------------------------------

ARTICLE_WORDS = {
    "en": ("art", "arts", "article", "articles"),
    "ar": ("*ماده",),
    "es": ("art", "arts", "articulo", "articulos"),
    "fr": ("art", "article", "articles"),
    "pt": ("art", "arts", "artigo", "artigos"),
    "ru": ("ст", "стат*"),
    "zh": ("第_条",),
}
"""How readers write the word for an article before its number, folded. A star stands for any letters that
follow, or for up to three that go before; ``_`` for the number, where something stands after it.
"""
SNOWBALL = {"en": "english", "es": "spanish", "fr": "french", "pt": "portuguese", "ru": "russian"}
"""The stemmers of Snowball, by language."""
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
    "ضحايا": "ضحيه", "اطفال": "طفل", "تدابير": "تدبير", "دول": "دوله", "حقوق": "حق", "نساء": "امراه",
    "شهود": "شاهد", "جرائم": "جريمه", "حدود": "حد", "مواد": "ماده", "خطط": "خطه", "اسر": "اسره",
    "اشخاص": "شخص", "ملاجئ": "ملجا", "ملاجي": "ملجا", "محاكم": "محكمه", "عقوبات": "عقوبه",
    "مبادئ": "مبدا", "مبادي": "مبدا", "معايير": "معيار", "تقارير": "تقرير", "اجراءات": "اجراء",
    "مهاجرون": "مهاجر", "فتيات": "فتاه", "صكوك": "صك", "قوانين": "قانون", "لجان": "لجنه",
    "مراكز": "مركز", "شركاء": "شريك", "ادله": "دليل",
}  # fmt: skip
SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
"""Endings of Arabic, the longest first."""
IDLE = {
    "en": "a an and are as at be by for from in is it its of on or that the their them they this to was "
    "were which with who has have must shall how what when where many i me my mine we us our you your "
    "he him his she her hers do does did done been being can could would should will may might if "
    "then than so but not because there here these those into onto after before about any some all "
    "just only very much against get got goes went am im dont doesnt cant wont whats please want "
    "wants",
    "es": "a al como con cual cuando cuanto de del donde el en es la las lo los no o para por que se sin "
    "sobre son su sus un una y me mi mis te tu tus le les nos yo ella ellas ellos usted si pero "
    "porque ya muy mas cuantos cuantas cuales quien quienes hay ha han he fue ser esta estan este "
    "esto eso esa ese estos contra desde hasta delante tiene tienen tengo puede pueden puedo debe "
    "deben quiero sigue",
    "fr": "a au aux avec c ce ces cette combien comment d dans de des du en est et l la le les leur leurs n "
    "ne ou par pas pour qu quand que quel quelle quelles quels qui s se sont sur un une je j me m mon "
    "ma mes tu te t ton ta tes il elle ils elles on nous vous notre votre son sa ses lui si mais donc "
    "car y ai contre pendant apres avant chez as ont avait etait etre avoir fait faire peut peuvent "
    "doit doivent dit veut veux cela ca cet ceux quoi plus tres",
    "pt": "a ao aos as com como da das de do dos e em entre na nas no nos o onde os ou para pela pelas pelo "
    "pelos por qual quando quanto que se sem seu seus sua suas um uma eu me meu minha meus minhas tu "
    "te ele ela eles elas voce lhe mas ja muito mais foi ser esta estao este isto isso essa esse ha "
    "tem ter contra tenho pode podem posso deve devem quero quais quantos quantas quem ainda",
    "ru": "в во для до его за и из или их к как какая какие какой ко когда на не о об от по при с сколько "
    "со у что это где который которая которые я меня мне мой моя мы нас нам наш ты вы вас вам он она "
    "они ее им ей но же ли бы а уже еще там тут если чтобы был была было были есть быть может можно "
    "нужно надо должен должна хочу очень этот эта эти кто чем кому",
    "ar": "الذي التي الى او اين ان عن على في كم كيف لا ما متى من هذا هذه هل و ذلك هي هو انا نحن انت هم لي "
    "له لها لهم كان كانت يكون قد لم لن ليس لكن ثم اذا بعد قبل عند مع بين كل اي ماذا لماذا يمكن يجب "
    "اريد شو ايش وين ليش مش مو اللي ابغى ابي بدي",
    "zh": "谁 什么 哪些 哪个 哪里 如何 怎样 怎么 多久 多少 是否 可以 可否 能否 吗 呢 为何 为什么 何时 "
    "应该 需要 能不能 有没有 是不是 我们 他们 她们 我的 他的 她的 我 你 您 他 她 了 着 吧 啊 被 "
    "把 之后 以后 之前",
}
"""Folded words that say nothing about what a text is on."""


def facts() -> dict[str, Any]:
    """What the script of the site reads of all this: the value of ``language`` in the core of an index.

    ``letters`` {letter: folded}; ``unspaced`` and ``particles`` characters; ``clitics`` a list of
    [letters, [[prefixes, letters left at least], …]], and so ``loose``; ``articles`` a list of words as in
    ARTICLE_WORDS; ``alike`` pairs of strings of letters; ``numerals`` those from 1 to 9, and the ten.
    """
    return {
        "letters": LETTERS,
        "unspaced": UNSPACED,
        "particles": PARTICLES,
        "clitics": [[each.letters, each.rounds] for each in CLITICS],
        "loose": [[each.letters, each.rounds] for each in LOOSE],
        "alike": ALIKE,
        "numerals": NUMERALS + TEN,
        "articles": sorted({word for words in ARTICLE_WORDS.values() for word in words}),
    }
