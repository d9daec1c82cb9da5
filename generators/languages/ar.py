"""Arabic."""

from __future__ import annotations

import re

from generators.languages.language import (
    Clitics,
    Grammar,
    Language,
    Modal,
    by_word,
    changes,
    near,
)
from generators.text.sayings import say

LETTERS = "\u0600-\u06ff"
"""The letters of the script, as they stand in a class of a regular expression."""

_PLURALS = {
    "ضحايا": "ضحيه", "اطفال": "طفل", "تدابير": "تدبير", "دول": "دوله", "حقوق": "حق",
    "نساء": "امراه", "شهود": "شاهد", "جرائم": "جريمه", "حدود": "حد", "مواد": "ماده", "خطط": "خطه",
    "اسر": "اسره", "اشخاص": "شخص", "ملاجئ": "ملجا", "ملاجي": "ملجا", "محاكم": "محكمه",
    "عقوبات": "عقوبه", "مبادئ": "مبدا", "مبادي": "مبدا", "معايير": "معيار", "تقارير": "تقرير",
    "اجراءات": "اجراء", "مهاجرون": "مهاجر", "فتيات": "فتاه", "صكوك": "صك", "قوانين": "قانون",
    "لجان": "لجنه", "مراكز": "مركز", "شركاء": "شريك", "ادله": "دليل",
    "منازل": "منزل", "عمال": "عامل", "خدم": "خادم", "اسئله": "سؤال", "جوازات": "جواز", "علامات": "علامه",
}  # fmt: skip
"""Broken plurals of the field, which no rule of endings finds, folded."""

LANGUAGE = Language(
    norm="ar", dates="ar",
    # as the United Nations writes them: by both of the names that they have in Arab
    # States
    month_names=tuple((
        "كانون الثاني/يناير|شباط/فبراير|آذار/مارس|نيسان/أبريل|أيار/مايو|حزيران/يونيه|"
        "تموز/يوليه|آب/أغسطس|أيلول/سبتمبر|تشرين الأول/أكتوبر|تشرين الثاني/نوفمبر|كانون الأول/ديسمبر"
    ).split("|")),
    menu="ع", language_names={"en": "الإنكليزية"},
    # Babel numbers the last two forms the other way round than CLDR orders its
    # categories, which localizers follow: many (11 to 99), other
    plurals="nplurals=6; "
            "plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    typed_months=(
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "يناير شباط آذار نيسان أيار يونيه يوليه آب أيلول أكتوبر نوفمبر ديسمبر"),
    yes=("نعم",), no=("لا",),
    modal=Modal(re.compile(r"(?<!\w)[وف]?(يجب|يتعين|يلزم)(?!\w)"), "ينبغي"),
    neighbours=(
        near("anonym(?:is|ous)", r"مجهول\w*", say("that is 'of unknown identity'; write 'مُغفَل الهوية'")),),
    negations="لا لم لن ليس ليست غير دون بدون إلا عدم",
    numbers=by_word(
        "0 صفر 1 واحد واحدة أحد إحدى أول أولى 2 اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثاني "
        "ثانية 3 ثلاثة ثلاث ثالث ثالثة 4 أربعة أربع رابع رابعة 5 خمسة خمس خامس خامسة 6 ستة ست سادس سادسة "
        "7 سبعة سبع سابع سابعة 8 ثمانية ثماني ثمان ثامن ثامنة 9 تسعة تسع تاسع تاسعة 10 عشرة عشر عاشر "
        "عاشرة 20 عشرون عشرين 30 ثلاثون ثلاثين 40 أربعون أربعين 50 خمسون خمسين 60 ستون ستين 70 سبعون "
        "سبعين 80 ثمانون ثمانين 90 تسعون تسعين 100 مائة مئة 200 مائتان مائتين مئتان مئتين مائتا مائتي "
        "مئتا مئتي 300 ثلاثمائة ثلاثمئة 400 أربعمائة أربعمئة 500 خمسمائة خمسمئة 600 ستمائة ستمئة 700 "
        "سبعمائة سبعمئة 800 ثمانمائة ثمانمئة ثمانيمائة 900 تسعمائة تسعمئة 2_000 ألفان ألفين"),
    scales=by_word("1_000 ألف ألفا آلاف 1_000_000 مليون ملايين 1_000_000_000 مليار مليارات"),
    number_joints=("و",), article="ال",
    # a number such as 2011/36/EU, whose parts a right-to-left line would put in the other
    # order
    typography=changes((r"(?<![\w/])\d[\d/.-]*/[A-Z]{1,4}\b(?![/\w])", "\u2066\\g<0>\u2069")),
    grammar=Grammar(
        row=" و", last=" و", to=" إلى ", then=" و",
        duals=(("المادة ", "المادتان "), ("الفقرة ", "الفقرتان ")),
        paragraph="الفقرة {n}", paragraphs="الفقرات {n}",
        within="{whole}، {part}", letter="{x}", letters="{x}", beside="{whole} {part}", mark="({x})",
        point="‘{n}’", against=" ضد ", others=" وآخرون", inserted=(" مكرراً", " مكرراً ثانياً", " مكرراً ثالثاً"),
        alphabet=tuple("أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض".split()),
        romans=tuple(
            "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة".split()),
        comma="، ", semicolon="؛ "),
    article_words=("*ماده",), irregular=_PLURALS,
    endings=("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"),
    idle=(
        "الذي التي الى او اين ان عن على في كم كيف لا ما متى من هذا هذه هل و ذلك هي هو انا نحن انت هم لي له "
        "لها لهم كان كانت يكون قد لم لن ليس لكن ثم اذا بعد قبل عند مع بين كل اي ماذا لماذا يمكن يجب اريد "
        "شو ايش وين ليش مش مو بلا اللي ابغى ابي بدي ماده مواد بدون دون تحت فوق خلال حتي غير ايضا"),
    # conjunction, preposition and article
    clitics=(Clitics(LETTERS, ((("و",), 4), (("فال", "بال", "كال", "لل", "ال"), 2))),),
    loose=(Clitics(LETTERS, ((("ل", "ب", "ك", "ف", "س"), 3),)),),
)  # fmt: skip
