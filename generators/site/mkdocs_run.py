"""What is asked of MkDocs beside its hooks: the settings of mkdocs.yml, looked at before MkDocs reads them
and as it reads them, one build, and that it does not do the same for each language.

What MkDocs refuses by itself is left to it. Light until a build is asked for: MkDocs itself is loaded then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.utils.yaml import yaml_load

from generators.corpus import cldr
from generators.text import files
from generators.text.problems import Problem, Rule
from generators.text.sayings import Saying, say
from generators.translate import messages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.theme import Theme

CONFIG = "mkdocs.yml"

_PUBLIC = re.compile(r"https?://[^\s\"'<>\\`/?#@]+(?:/[^\s\"'<>\\`?#]*)?")
"""Without a name and password, which would stand on all pages, and without a query."""

_PASSWORD = re.compile(r"//[^/@]*@")
_REPORT = re.compile(
    r"[A-Za-z0-9.+_-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|https://[^\s\"'<>\\`/?#@]+(?:[/?#][^\s\"'<>\\`]*)?"
)


RULE = "settings"
RULES = (Rule(RULE, "mkdocs.yml can be read, and names the address of the site."),)


def problems(root: Path) -> list[Problem]:
    """What is wrong with the settings of the project in ``root``: with the file, or, where that is sound,
    with the addresses that it or the environment names.
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
    if not (wrong := _wrong_address(named if isinstance(named, dict) else {})):
        return []
    field, what, hint = wrong
    key = f"{field.rpartition('.')[2]}:"
    lines = enumerate(text.split("\n"), 1)
    line = next((number for number, typed in lines if typed.lstrip().startswith(key)), 1)
    return [Problem(CONFIG, line, field, what, hint, RULE)]


def settings(root: Path) -> dict[str, Any]:
    """The settings of the project in ``root``, with what they inherit and what the environment says.

    Raises ConfigurationError where there are none, or none that can be read.
    """
    try:
        with (root / CONFIG).open("rb") as file:
            return yaml_load(file)
    except OSError as error:
        raise ConfigurationError(f"{CONFIG}: {error.strerror}") from None


def public_addresses(root: Path) -> tuple[str, str]:
    """The addresses of the site, with a slash at its end, and of its repository, without (empty where there
    is none), where the settings have no problem.
    """
    found = settings(root)
    return f"{found['site_url'].rstrip('/')}/", (found.get("repo_url") or "").rstrip("/")


def _wrong_address(named: Mapping[str, Any]) -> tuple[str, Saying, Saying] | None:
    """Which setting names no address of the site, of its repository or for errors that can be one, what is
    wrong with it, and the remedy; None where all can be.
    """
    if not named.get("site_url"):
        hint = say("links between languages and codes on paper need the site's address")
        return "site_url", say("missing"), hint
    for name in ("site_url", "repo_url"):
        value = named.get(name)
        if value and not (isinstance(value, str) and _PUBLIC.fullmatch(value)):
            what = say("'{value}' is not an address", value=_PASSWORD.sub("//…@", str(value)))
            return name, what, say("expected https://, a host and a path, without a password or a query")
    extra = named.get("extra")
    report = extra.get("report_address") if isinstance(extra, dict) else None
    if report and not (isinstance(report, str) and _REPORT.fullmatch(report)):
        mail, page = "errors@example.org", "https://example.org/report"
        hint = say("expected one such as {first} or {second}", first=mail, second=page)
        return "extra.report_address", say("'{value}' is not an address", value=report), hint
    return None


def code_host(config: MkDocsConfig) -> tuple[str, str]:
    """The address of the repository, without a slash at its end, and what the addresses begin with at which
    it lets a file of the project be edited; empty where there is none.
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
    """Have only some languages shown, named by their codes (``fr``, ``fr pt``), and the default one. Raises
    PluginError where the site does not speak one.
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
    for each in config.plugins["i18n"].config.languages:
        each.build = not wanted or each.default or each.locale in wanted


def build(root: Path, folder: Path) -> None:
    """Build the site of the project into a folder, strictly, and log as MkDocs does; raises whatever MkDocs
    raises (Abort, where it has said what is wrong).
    """
    from mkdocs.__main__ import cli

    named = ["--config-file", str((root / CONFIG).resolve()), "--site-dir", str(folder.resolve())]
    cli(["build", "--strict", *named], standalone_mode=False)


def share_environment(theme: Theme) -> None:
    """Let all languages share one environment of templates, and its list of the theme's files leave out the
    fifteen thousand icons, which are never files of the site: MkDocs makes both anew for each language.
    """
    make = theme.get_env

    @cache
    def environment() -> Any:
        made = make()
        names = [name for name in made.list_templates() if not name.startswith(".")]
        made.loader.list_templates = lambda: names
        return made

    theme.get_env = environment
