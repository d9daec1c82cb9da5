"""What is asked of MkDocs apart from its hooks: the settings of mkdocs.yml, and a build.

The settings are looked at before MkDocs reads them, and as it reads them.

What MkDocs refuses by itself is left to it. This module is light until a build is
needed: only then it loads MkDocs itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.utils.yaml import yaml_load

from generators.corpus import cldr
from generators.corpus.publisher import Publisher
from generators.text import files
from generators.text.mail_addresses import is_mail_address
from generators.text.problems import Problem, Rule
from generators.text.sayings import Saying, say
from generators.translate import messages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

CONFIG = "mkdocs.yml"
_MAX_BYTES = 1 << 16

_PUBLIC = re.compile(r"https?://[^\s\"'<>\\`/?#@]+(?:/[^\s\"'<>\\`?#]*)?")
"""Without a name and password, which all pages would show, and without a query."""

_EDIT_PATH = "edit/main/docs/"
_EDITED = re.compile(r"(?![/\\])[^\s\"'<>\\`:]+")
"""What follows the address of the repository: a path or query, and no other address."""
_INHERITED = re.compile(r"^[\"']?INHERIT\b", re.MULTILINE)
_PASSWORD = re.compile(r"//[^/@]*@")
_REPORT = re.compile(r"https://[^\s\"'<>\\`/?#@]+(?:[/?#][^\s\"'<>\\`]*)?")
"""The page on which readers report errors, where it is no mail address."""


RULE = "settings"
RULES = (
    Rule(
        RULE,
        "mkdocs.yml can be read, and names the address of the site; "
        "what it says of the publisher can be shown.",
    ),
)


def problems(root: Path) -> list[Problem]:
    """What is wrong with the settings of the project in ``root``; at most one problem.

    The file is looked at first. Where that is sound, the addresses and the publisher are,
    as the file or the environment names them.
    """
    text, file_problems = files.text(root / CONFIG, CONFIG, _MAX_BYTES)
    if text is None:
        return file_problems
    if inherited := _INHERITED.search(text):
        line = text.count("\n", 0, inherited.start()) + 1
        hint = say("write the settings in this file")
        return [Problem(CONFIG, line, "INHERIT", say("another file"), hint, RULE)]
    try:
        values = settings(root)
    except (ConfigurationError, ValueError, TypeError, RecursionError) as error:
        mark = getattr(error.__cause__ or error.__context__, "problem_mark", None)
        line = min(mark.line, text.count("\n")) + 1 if mark else 1
        reason = " ".join(str(error).split())
        message = say("YAML that cannot be read ({why})", why=reason)
        return [Problem(CONFIG, line, "-", message, "", RULE)]
    if not isinstance(values, dict):
        values = {}
    fault = _wrong_address(values) or _wrong_publisher(values, root)
    if fault is None:
        return []
    field, message, hint = fault
    key = f"{field.rpartition('.')[2]}:"
    lines = enumerate(text.split("\n"), 1)
    line = next((number for number, typed in lines if typed.lstrip().startswith(key)), 1)
    return [Problem(CONFIG, line, field, message, hint, RULE)]


def settings(root: Path) -> dict[str, Any]:
    """The settings of the project in ``root``, with what they inherit and what the
    environment says.

    Raises ConfigurationError where there are none, or none that can be read.
    """
    try:
        with (root / CONFIG).open("rb") as file:
            values: dict[str, Any] = yaml_load(file)
            return values
    except OSError as error:
        raise ConfigurationError(f"{CONFIG}: {error.strerror}") from None


def public_addresses(root: Path) -> tuple[str, str]:
    """The addresses of the site (it ends in a slash) and of its repository (it does not).

    That of the repository is empty where there is none. The settings must be without
    problems.
    """
    values = settings(root)
    site = values["site_url"].rstrip("/")
    repository = values.get("repo_url") or ""
    return f"{site}/", repository.rstrip("/")


def publisher(root: Path) -> Publisher:
    """Who keeps the site. The settings must be without problems."""
    values = _publisher_settings(settings(root))
    names = _by_language(values.get("name"))
    about = _by_language(values.get("about"))
    address = values.get("address") or ""
    logo = values.get("logo") or ""
    return Publisher(names, about, address, logo)


def _publisher_settings(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the settings say below ``extra.publisher``; empty where that is nothing."""
    extra = values.get("extra")
    publisher_values = extra.get("publisher") if isinstance(extra, dict) else None
    return publisher_values if isinstance(publisher_values, dict) else {}


def _by_language(typed: object) -> dict[str, str]:
    """A text by language, of one that was typed for each language, or once.

    A text that was typed once is in the default language. Empty where there is no text.

    >>> _by_language("Ministry of Justice")
    {'en': 'Ministry of Justice'}
    """
    if isinstance(typed, str):
        return {cldr.LANGUAGES[0]: typed} if typed else {}
    if isinstance(typed, dict):
        return {tag: text for tag, text in typed.items() if text}
    return {}


Fault = tuple[str, Saying, Saying]
"""What is wrong with a setting: its key, with dots; the message; the remedy."""


def _wrong_address(values: Mapping[str, Any]) -> Fault | None:
    """What is wrong with the address of the site or repository; None if nothing is."""
    if not values.get("site_url"):
        hint = say("links between languages and codes on paper need the site's address")
        return "site_url", say("missing"), hint
    for name in ("site_url", "repo_url"):
        value = values.get(name)
        if value and not (isinstance(value, str) and _PUBLIC.fullmatch(value)):
            without_password = _PASSWORD.sub("//…@", _short(value))
            message = say("'{value}' is not an address", value=without_password)
            hint = say(
                "expected https://, a host and a path, without a password or a query"
            )
            return name, message, hint
    edit_uri = values.get("edit_uri")
    if edit_uri and not (isinstance(edit_uri, str) and _EDITED.fullmatch(edit_uri)):
        message = say("'{value}' is not a path", value=_short(edit_uri))
        return "edit_uri", message, say("expected one such as {path}", path=_EDIT_PATH)
    return None


def _short(value: object) -> str:
    """A setting as a message shows it: a list or mapping only by its kind.

    Aliases can make a list of a few lines as long as no memory holds.
    """
    is_plain = value is None or isinstance(value, str | int | float | date)
    return str(value)[:80] if is_plain else type(value).__name__


_PUBLISHER_KEYS = ("name", "about", "address", "logo")
_LOGO = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.(?:svg|png|jpg|webp)")


def _wrong_publisher(values: Mapping[str, Any], root: Path) -> Fault | None:
    """What is wrong with the first setting of the publisher that cannot be shown.

    None where all can be. The project is in ``root``.
    """
    publisher_values = _publisher_settings(values)
    for key, value in publisher_values.items():
        if fault := _wrong_publisher_key(key, value):
            return fault
    address = publisher_values.get("address")
    if address and not _is_report_address(address):
        message = say("'{value}' is not an address", value=_short(address))
        hint = say(
            "expected one such as {first} or {second}",
            first="errors@example.org",
            second="https://example.org/report",
        )
        return "extra.publisher.address", message, hint
    logo = publisher_values.get("logo")
    if logo and not _is_logo(logo, root):
        message = say("'{value}' is not there", value=_short(logo))
        hint = say(
            "expected a picture below {folder}, such as {example}",
            folder="overrides/",
            example=LOGO,
        )
        return "extra.publisher.logo", message, hint
    return None


def _is_report_address(value: object) -> bool:
    """Whether a value is the address of a page, or a mail address."""
    if not isinstance(value, str):
        return False
    return _REPORT.fullmatch(value) is not None or is_mail_address(value)


def _wrong_publisher_key(key: str, value: object) -> Fault | None:
    """What is wrong with a key of the publisher or its text; None if nothing is."""
    field = f"extra.publisher.{key}"
    if key not in _PUBLISHER_KEYS:
        message = say("unknown key '{key}'", key=key)
        hint = say("known keys: {keys}", keys=", ".join(_PUBLISHER_KEYS))
        return field, message, hint
    if key in ("name", "about") and not _is_text_by_language(value):
        hint = say(
            "expected a text, or one for each language: {example}",
            example="{en: …, fr: …}",
        )
        return field, say("not a text"), hint
    return None


LOGO = "assets/images/logo.svg"


def _is_logo(value: object, root: Path) -> bool:
    """Whether a value is the path of a picture below ``overrides/`` that exists."""
    if not isinstance(value, str) or not _LOGO.fullmatch(value):
        return False
    return (root / "overrides" / value).is_file()


def _is_text_by_language(value: object) -> bool:
    """Whether a value is a text, nothing, or texts by languages of the site."""
    if value is None or isinstance(value, str):
        return True
    return isinstance(value, dict) and all(
        tag in cldr.LANGUAGES and isinstance(text, str) for tag, text in value.items()
    )


def code_host(config: MkDocsConfig) -> tuple[str, str]:
    """The address of the repository, and that at which its files can be edited.

    The first has no slash at its end. The second is what comes before the path of a file
    in the project. Each is empty where there is none.
    """
    repository = (config.repo_url or "").rstrip("/")
    branch = (config.edit_uri or "").removesuffix("docs/")
    if not repository or not branch:
        return repository, ""
    return repository, f"{repository}/{branch}"


def agree_on_languages(config: MkDocsConfig) -> None:
    """Raise PluginError where mkdocs.yml names other languages than the code, or none."""
    languages = tuple(language.locale for language in _i18n_languages(config))
    if languages != cldr.LANGUAGES:
        message = say(
            "{file}: plugins.i18n.languages: {named}; expected {languages}, "
            "in this order",
            file=CONFIG,
            named=languages,
            languages=cldr.LANGUAGES,
        )
        raise PluginError(messages.in_terminal_language(message))


def _i18n_languages(config: MkDocsConfig) -> list[Any]:
    """The languages that mkdocs.yml names for static-i18n; empty where it has no such."""
    i18n = config.plugins.get("i18n")
    return [*i18n.config.languages] if i18n else []


def leave_out_languages(config: MkDocsConfig, only: str) -> None:
    """Have only some languages shown (``only`` is ``fr``, or ``fr pt``), and the default.

    Raises PluginError where the site does not speak one of them.
    """
    wanted = only.replace(",", " ").split()
    if unknown := [code for code in wanted if code not in cldr.LANGUAGES]:
        message = say(
            "ONLY={only}: no language of the site: {unknown}; "
            "expected some of {languages}",
            only=only,
            unknown=tuple(unknown),
            languages=cldr.LANGUAGES,
        )
        raise PluginError(messages.in_terminal_language(message))
    for language in _i18n_languages(config):
        language.build = not wanted or language.default or language.locale in wanted


def build(root: Path, folder: Path) -> None:
    """Build the site of the project into a folder, strictly, and log as MkDocs does.

    Raises whatever MkDocs raises (Abort, where it has said what is wrong).
    """
    from mkdocs.__main__ import cli

    options = [
        "--config-file",
        str((root / CONFIG).resolve()),
        "--site-dir",
        str(folder.resolve()),
    ]
    cli(["build", "--strict", *options], standalone_mode=False)
