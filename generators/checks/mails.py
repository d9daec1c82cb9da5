"""Mail addresses of offices: people in danger write to them."""

from __future__ import annotations

from collections.abc import Iterator

from generators.checks.rules import File, mechanisms, rule
from generators.corpus.corpus import Corpus
from generators.model.mechanisms import Mechanism
from generators.text.mail_addresses import is_mail_address
from generators.text.problems import Problem
from generators.text.sayings import say


@rule(mechanisms)
def mail_address(_: Corpus, file: File[Mechanism]) -> Iterator[Problem]:
    """A mail address is one plain address in Latin letters. It has no name before it, and
    nothing after it that would send a copy to somebody else.
    """
    mail = file.model.contact.mail if file.model.contact else None
    if mail and not is_mail_address(mail):
        message = say("'{value}' is not a mail address", value=mail)
        hint = say("expected one such as {example}", example="office@example.org")
        yield file.problem(("contact", "mail"), message, hint)
