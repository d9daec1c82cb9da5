"""What stays in English although it is not plain: why, and which words or sentences."""

RIGHT = (
    (
        "alone: without other people",
        (
            *("answer alone", "child alone", "interpreter alone", "is alone", "out alone", "patient alone"),
            *("person alone", "problem alone", "Talk alone"),
        ),
    ),
    ("identity papers: the words of the treaties on refugees and on stateless persons", ("dentity papers",)),
)
"""Words that are right where they are."""

WAITING = (
    (
        "a condition or a list of the article: it is parted only by somebody who has the article open",
        (
            "Consider adopting or amending laws, by international standards",
            "Consider informing the public of the dangers of trafficking, reviewing",
            "States should enhance cooperation with international organizations and other",
            "The Commission is to step up cooperation with countries of origin",
        ),
    ),
)
"""How sentences begin that wait."""
