"""English, the language in which most records and the whole interface are written."""

from __future__ import annotations

from generators.languages.language import Language, Stemmer, by_word

LANGUAGE = Language(
    norm="en",
    # the United Nations writes 14 July 2009; CLDR's plain "en" is American
    dates="en-GB",
    state_article="the ",
    states_with_article=frozenset(
        "ALA ARE ATF BES BHS CAF CCK COD COG COK COM CYM DOM ESH FLK FRO GBR GMB HMD "
        "IMN IOT KOR LAO MDA MDV MHL MNP NLD PCN PHL PRK PSE RUS SGS SLB SYR TCA TZA "
        "UMI USA VAT VGB VIR".split()
    ),
    typed_months=(
        "january february march april may june july august september october november "
        "december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    ),
    yes=("yes",),
    no=("no",),
    modal=None,  # translations are held against English, and never it against them
    negations="no not never none nor neither non without unless except cannot",
    numbers=by_word(
        "0 zero 1 one once first 2 two twice second half both 3 three thrice third "
        "thirds 4 four fourth quarter quarters 5 five fifth 6 six sixth 7 seven "
        "seventh 8 eight eighth 9 nine ninth 10 ten tenth 11 eleven eleventh 12 twelve "
        "twelfth dozen 13 thirteen thirteenth 14 fourteen fourteenth fortnight 15 "
        "fifteen fifteenth 16 sixteen sixteenth 17 seventeen seventeenth 18 eighteen "
        "eighteenth 19 nineteen nineteenth 20 twenty twentieth 30 thirty thirtieth 40 "
        "forty fortieth 50 fifty fiftieth 60 sixty sixtieth 70 seventy seventieth 80 "
        "eighty eightieth 90 ninety ninetieth 100 hundred hundredth"
    ),
    scales=by_word(
        "100 hundred hundreds 1_000 thousand thousands 1_000_000 million millions "
        "1_000_000_000 billion billions"
    ),
    number_joints=("and", "a"),
    article_words=("art", "arts", "article", "articles"),
    stemmer=Stemmer("english"),
    irregular={"children": "child", "women": "woman", "men": "man"},
    idle=(
        "a an and are as at be by for from in is it its of on or that the their them "
        "they this to was were which with who has have must shall how what when where "
        "many i me my mine we us our you your he him his she her hers do does did done "
        "been being can could would should will may might if then than so but not "
        "because there here these those into onto after before about any some all just "
        "only very much against get got goes went am im dont doesnt cant wont whats "
        "please want wants art arts article articles without also too up out off over "
        "under such vs versus let tell say says"
    ),
)
