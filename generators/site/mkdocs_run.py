"""What is asked of MkDocs beside its hooks: the settings of mkdocs.yml, looked at before
MkDocs reads them and as it reads them, and one build.

What MkDocs refuses by itself is left to it. Light until a build is asked for: MkDocs
itself is loaded then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.utils.yaml import yaml_load

from generators.corpus import cldr
from generators.corpus.publisher import Publisher
from generators.text import files
from generators.text.problems import Problem, Rule
from generators.text.sayings import Saying, say
from generators.translate import messages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

CONFIG = "mkdocs.yml"

_PUBLIC = re.compile(r"https?://[^\s\"'<>\\`/?#@]+(?:/[^\s\"'<>\\`?#]*)?")
"""Without a name and password, which would stand on all pages, and without a query."""

_PASSWORD = re.compile(r"//[^/@]*@")
_REPORT = re.compile(
    r"[A-Za-z0-9.+_-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|https://[^\s\"'<>\\`/?#@]+(?:[/?#][^\s\"'<>\\`]*)?"
)


RULE = "settings"
RULES = (
    Rule(
        RULE,
        "mkdocs.yml can be read, and names the address of the site; what it says of the publisher can be "
        "shown.",
    ),
)


def problems(root: Path) -> list[Problem]:
    """What is wrong with the settings of the project in ``root``: with the file, or,
    where that is sound, with the addresses that it or the environment names.
    """
    text, found = files.text(root / CONFIG, CONFIG)
    if text is None:
        return found
    try:
        named = settings(root)
    except (ConfigurationError, ValueError) as error:
        mark = getattr(error.__cause__ or error.__context__, "problem_mark", None)
        line = min(mark.line, text.count("\n")) + 1 if mark else 1
        told = say("YAML that cannot be read ({why})", why=" ".join(str(error).split()))
        return [Problem(CONFIG, line, "-", told, "", RULE)]
    known = named if isinstance(named, dict) else {}
    if not (wrong := _wrong_address(known) or _wrong_publisher(known, root)):
        return []
    field, what, hint = wrong
    key = f"{field.rpartition('.')[2]}:"
    lines = enumerate(text.split("\n"), 1)
    line = next((number for number, typed in lines if typed.lstrip().startswith(key)), 1)
    return [Problem(CONFIG, line, field, what, hint, RULE)]


def settings(root: Path) -> dict[str, Any]:
    """The settings of the project in ``root``, with what they inherit and what the
    environment says.

    Raises ConfigurationError where there are none, or none that can be read.
    """
    try:
        with (root / CONFIG).open("rb") as file:
            return yaml_load(file)
    except OSError as error:
        raise ConfigurationError(f"{CONFIG}: {error.strerror}") from None


def public_addresses(root: Path) -> tuple[str, str]:
    """The addresses of the site, with a slash at its end, and of its repository, without
    (empty where there is none), where the settings have no problem.
    """
    found = settings(root)
    return f"{found['site_url'].rstrip('/')}/", (found.get("repo_url") or "").rstrip("/")


def publisher(root: Path) -> Publisher:
    """Who keeps the site, where the settings have no problem."""
    said = _publisher_settings(settings(root))
    names = _by_language(said.get("name"))
    about = _by_language(said.get("about"))
    return Publisher(names, about, said.get("address") or "", said.get("logo") or "")


def _publisher_settings(named: Mapping[str, Any]) -> Mapping[str, Any]:
    extra = named.get("extra")
    said = extra.get("publisher") if isinstance(extra, dict) else None
    return said if isinstance(said, dict) else {}


def _by_language(typed: object) -> dict[str, str]:
    """A text that was typed for each language, or once; once means in the language of the
    default.
    """
    if isinstance(typed, str):
        return {cldr.LANGUAGES[0]: typed} if typed else {}
    return (
        {tag: text for tag, text in typed.items() if text}
        if isinstance(typed, dict)
        else {}
    )


def _wrong_address(named: Mapping[str, Any]) -> tuple[str, Saying, Saying] | None:
    """Which setting names no address of the site or of its repository that can be one,
    what is wrong with it, and the remedy; None where both can be.
    """
    if not named.get("site_url"):
        hint = say("links between languages and codes on paper need the site's address")
        return "site_url", say("missing"), hint
    for name in ("site_url", "repo_url"):
        value = named.get(name)
        if value and not (isinstance(value, str) and _PUBLIC.fullmatch(value)):
            what = say(
                "'{value}' is not an address", value=_PASSWORD.sub("//…@", str(value))
            )
            return (
                name,
                what,
                say(
                    "expected https://, a host and a path, without a password or a query"
                ),
            )
    return None


_PUBLISHER_KEYS = ("name", "about", "address", "logo")
_LOGO = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.(?:svg|png|jpg|webp)")


def _wrong_publisher(
    named: Mapping[str, Any], root: Path
) -> tuple[str, Saying, Saying] | None:
    """Which setting of the publisher cannot be shown, what is wrong with it, and the
    remedy; None where all can be.
    """
    said = _publisher_settings(named)
    for key, value in said.items():
        field = f"extra.publisher.{key}"
        if key not in _PUBLISHER_KEYS:
            known = ", ".join(_PUBLISHER_KEYS)
            return (
                field,
                say("unknown key '{key}'", key=key),
                say("known keys: {keys}", keys=known),
            )
        if key in ("name", "about") and not _is_text_by_language(value):
            hint = say(
                "expected a text, or one for each language: {example}",
                example="{en: …, fr: …}",
            )
            return field, say("not a text"), hint
    address = said.get("address")
    if address and not (isinstance(address, str) and _REPORT.fullmatch(address)):
        mail, page = "errors@example.org", "https://example.org/report"
        hint = say("expected one such as {first} or {second}", first=mail, second=page)
        return (
            "extra.publisher.address",
            say("'{value}' is not an address", value=address),
            hint,
        )
    logo = said.get("logo")
    if logo and not (
        isinstance(logo, str) and _LOGO.fullmatch(logo) and _is_there(root, logo)
    ):
        hint = say(
            "expected a picture below {folder}, such as {example}",
            folder="overrides/",
            example=LOGO,
        )
        return "extra.publisher.logo", say("'{value}' is not there", value=logo), hint
    return None


LOGO = "assets/images/logo.svg"


def _is_there(root: Path, logo: str) -> bool:
    return (root / "overrides" / logo).is_file()


def _is_text_by_language(value: object) -> bool:
    """Whether a value is a text, nothing, or texts by languages of the site."""
    if value is None or isinstance(value, str):
        return True
    return isinstance(value, dict) and all(
        tag in cldr.LANGUAGES and isinstance(text, str) for tag, text in value.items()
    )


def code_host(config: MkDocsConfig) -> tuple[str, str]:
    """The address of the repository, without a slash at its end, and what the addresses
    begin with at which it lets a file of the project be edited; empty where there is
    none.
    """
    repository = (config.repo_url or "").rstrip("/")
    branch = (config.edit_uri or "").removesuffix("docs/")
    return repository, f"{repository}/{branch}" if repository and branch else ""


def agree_on_languages(config: MkDocsConfig) -> None:
    """Raises PluginError where mkdocs.yml names other languages than the code, or none."""
    i18n = config.plugins.get("i18n")
    named = tuple(each.locale for each in i18n.config.languages) if i18n else ()
    if named != cldr.LANGUAGES:
        told = say(
            "{file}: plugins.i18n.languages: {named}; expected {languages}, in this order",
            file=CONFIG,
            named=named,
            languages=cldr.LANGUAGES,
        )
        raise PluginError(messages.told(told))


def leave_out_languages(config: MkDocsConfig, only: str) -> None:
    """Have only some languages shown, named by their codes (``fr``, ``fr pt``), and the
    default one. Raises PluginError where the site does not speak one.
    """
    wanted = only.replace(",", " ").split()
    if unknown := [code for code in wanted if code not in cldr.LANGUAGES]:
        told = say(
            "ONLY={only}: no language of the site: {unknown}; expected some of {languages}",
            only=only,
            unknown=tuple(unknown),
            languages=cldr.LANGUAGES,
        )
        raise PluginError(messages.told(told))
    for language in config.plugins["i18n"].config.languages:
        language.build = not wanted or language.default or language.locale in wanted


def build(root: Path, folder: Path) -> None:
    """Build the site of the project into a folder, strictly, and log as MkDocs does;
    raises whatever MkDocs raises (Abort, where it has said what is wrong).
    """
    from mkdocs.__main__ import cli

    named = [
        "--config-file",
        str((root / CONFIG).resolve()),
        "--site-dir",
        str(folder.resolve()),
    ]
    cli(["build", "--strict", *named], standalone_mode=False)
