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
            "A reflection period to recover, escape the offenders' influence",
            "A refugee lawfully in the territory is expelled only",
            "A foreigner lawfully present is expelled only",
            "A stateless person lawfully in the territory is expelled only",
            "A State may end the reflection period at any time",
            "A State may let the Committee examine complaints of individuals",
            "A State may let the Committee examine individual complaints, once effective",
            "A State may let the Committee examine individual complaints, once local",
            "A State may require that the application be made in a period",
            "Anyone who, to satisfy another's passions,",
            "Before a permit: for those without sufficient means",
            "Child victims are presumed to need protection: interviews",
            "Consider adopting or amending laws, by international standards",
            "Consider informing the public of the dangers of trafficking, reviewing",
            "Criminal too, if intentional: repeated infringement",
            "During the reflection period a transfer under the Dublin rules",
            "Except for reasons of public policy or national security, a permit",
            "Intentionally employing a non-EU national who stays unlawfully",
            "It is not party to treaties on international adoption, has reserved",
            "Nothing affects the other rights, obligations and responsibilities",
            "Nothing affects the rights, obligations and responsibilities",
            "Operators may not place or make available on the EU market",
            "Refrain from and prevent, among other acts, sexual",
            "Sanctions include criminal or other fines and may include",
            "Smuggling of migrants is procuring, for a financial",
            "States set rules for permit holders' access to work",
            "States should enhance cooperation with international organizations and other",
            "Suitable measures, such as education and training, to discourage demand; prevent",
            "The Commission is to step up cooperation with countries of origin",
            "The disappeared person and anyone harmed as a direct result",
            "The maximum term is at least ten years if aggravated:",
            "The permit may be withdrawn at any time if its conditions",
            "Trafficking means recruiting, moving, harbouring or receiving persons by threat",
            "Ways to report that are safe, confidential under national law",
            "Where age is uncertain and there are reasons to believe",
            "Within the basic principles of the legal system, authorities are entitled",
            "Within the basic principles of their legal systems, States see that",
        ),
    ),
)
"""How sentences begin that wait."""
