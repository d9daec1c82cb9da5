"""Mail addresses: whether a text is one, and the address of a link that writes to it.

The library that judges them takes its time to load, so it is loaded where one is judged.
Nobody is asked whether an address exists.
"""

from __future__ import annotations

from urllib.parse import quote

_AS_TYPED = "@+'"
"""The signs that a link has as they were typed, next to letters, figures, '-._~'."""


def is_mail_address(text: str) -> bool:
    """Whether a text is one plain mail address, in Latin letters without accents.

    It has no name before it and no headers after it, such as a hidden copy.

    >>> is_mail_address("info@example.org")
    True
    >>> is_mail_address("info@example.org?bcc=spy@example.com")
    False
    """
    from email_validator import EmailNotValidError, validate_email

    try:
        address = validate_email(
            text, check_deliverability=False, allow_smtputf8=False
        ).normalized
    except EmailNotValidError:
        return False
    # an address in another alphabet looks like one that it is not
    return address == text.lower() and mailto(text) == f"mailto:{text}"


def mailto(address: str) -> str:
    """The address of a link that writes to a mail address and says nothing more.

    >>> mailto("a?bcc=b@example.org")
    'mailto:a%3Fbcc%3Db@example.org'
    """
    return f"mailto:{quote(address, safe=_AS_TYPED)}"
