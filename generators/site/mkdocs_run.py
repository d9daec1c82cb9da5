"""What is asked of MkDocs beside its hooks: the settings of mkdocs.yml, looked at before MkDocs reads them
and as it reads them, one build, and that it does not do the same for each language.

MkDocs takes the last of two equal keys and ends in a traceback where a plugin that pages need is missing, and
pages are made for one theme and its folders; what it refuses by itself is left to it. Light until a build is
asked for: MkDocs itself is loaded then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
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

_PUBLIC = re.compile(r"https?://[^\s\"'<>\\`/?#]+(?:[/?#][^\s\"'<>\\`]*)?")

_REPORT = re.compile(
    r"[A-Za-z0-9.+_-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|https://[^\s\"'<>\\`/?#@]+(?:[/?#][^\s\"'<>\\`]*)?"
)


def problems(root: Path) -> list[Problem]:
    """What is wrong with the settings of the project in ``root``: with the file, or, where that is sound,
    with the addresses that it or the environment names.
    """
    if found := of_file(root):
        return found
    try:
        named = settings(root)
    except (ConfigurationError, ValueError) as error:
        told = say("YAML that cannot be read ({why})", why=" ".join(str(error).split()))
        return [Problem(CONFIG, 1, "-", told, "", RULE)]
    if not (wrong := _wrong_address(named)):
        return []
    field, what, hint = wrong
    lines = (root / CONFIG).read_text("utf-8").split("\n")
    key = f"{field.rpartition('.')[2]}:"
    line = next((number for number, typed in enumerate(lines, 1) if typed.lstrip().startswith(key)), 1)
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
    is none). Raises ConfigurationError where they are missing or no addresses.
    """
    found = settings(root)
    if wrong := _wrong_address({name: found.get(name) for name in ("site_url", "repo_url")}):
        field, what, hint = wrong
        told = say(
            "{file}: {field}: {what}; {hint}; nothing was made",
            file=CONFIG,
            field=field,
            what=what,
            hint=hint,
        )
        raise ConfigurationError(told)
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
            return (
                name,
                say("'{value}' is not an address", value=value),
                say("expected https://, a host and a path"),
            )
    extra = named.get("extra")
    report = extra.get("report_address") if isinstance(extra, dict) else None
    if report and not (isinstance(report, str) and _REPORT.fullmatch(report)):
        hint = say(
            "expected one such as {first} or {second}",
            first="errors@example.org",
            second="https://example.org/report",
        )
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
    """Raises PluginError where mkdocs.yml names other languages than the code."""
    named = tuple(each.locale for each in config.plugins["i18n"].config.languages)
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


RULE = "settings"
RULES = (
    Rule(
        RULE,
        "mkdocs.yml is a mapping of settings, each named once, with the theme and the plugins that pages "
        "need.",
    ),
)

OF_ONE_RUN = ("jobs", "serve_only")
"""What is said of one run, and makes no difference to any page: how many processes write, and of which
languages.
"""
_PLUGINS = ("i18n", "compendium")
_FROM_HERE = {"docs_dir": "docs", "theme.name": "material", "theme.custom_dir": "overrides"}
_PATH = re.compile(r"[\w.~@%+,=-]+(?:/[\w.~@%+,=-]+)*/?")


def of_file(root: Path, pages: bool = True) -> list[Problem]:
    """What is wrong with the settings of the project in ``root``, in the order of lines; where no ``pages``
    are made, theme, folders and plugins do not matter.
    """
    text, found = files.text(root / CONFIG, CONFIG)
    if text is None:
        return found
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = min(mark.line, text.count("\n")) + 1 if mark else 1
        why = getattr(error, "problem", None) or "?"
        return [_problem(line, "-", say("YAML that cannot be read ({why})", why=why), "")]
    if not isinstance(node, yaml.MappingNode):
        return [_problem(1, "-", say("not a mapping"), say("expected 'site_name: …' and other settings"))]
    return sorted([*_twice(node), *(_chosen(node) if pages else ())])


def _problem(line: int, field: str, message: Saying, hint: str) -> Problem:
    return Problem(CONFIG, line, field, message, hint, RULE)


def _twice(node: yaml.MappingNode, above: str = "") -> Iterator[Problem]:
    """Settings that stand twice, and those of the theme."""
    seen: dict[str, int] = {}
    for key, value in node.value:
        name = f"{above}{key.value}"
        if name in seen:
            message = say("already in line {line}", line=seen[name])
            yield _problem(_line(key), name, message, say("leave one of the two"))
        seen[name] = _line(key)
        if name == "theme" and isinstance(value, yaml.MappingNode):
            yield from _twice(value, "theme.")


def _chosen(node: yaml.MappingNode) -> Iterator[Problem]:
    """Theme, folders, plugins and addresses of files other than those that the pages are made for."""
    settings = _by_key(node)
    theme = settings.get("theme")
    inner = _by_key(theme) if isinstance(theme, yaml.MappingNode) else {}
    values = {"docs_dir": settings.get("docs_dir")}
    values |= {f"theme.{name}": inner.get(name) for name in ("name", "custom_dir")}
    for name, value in values.items():
        if value is None and name == "docs_dir":
            continue  # MkDocs' own is the same
        if value is None or value.value != _FROM_HERE[name]:
            hint = say("expected {value}", value=_FROM_HERE[name])
            message = say("pages are made for another value") if value else say("missing")
            yield _problem(_line(value or theme or node), name, message, hint)
    yield from _plugins(settings.get("plugins"), _line(settings.get("plugins") or node))
    edit = settings.get("edit_uri")
    if edit and not (isinstance(edit.value, str) and _PATH.fullmatch(edit.value)):
        yield _problem(
            _line(edit), "edit_uri", say("not a path"), say("expected {value}", value="edit/main/docs/")
        )
    for name in ("extra_css", "extra_javascript"):
        listed = settings.get(name)
        for each in listed.value if isinstance(listed, yaml.SequenceNode) else ():
            if isinstance(each.value, str) and (":" in each.value or each.value.startswith("//")):
                hint = say("put the file into overrides/assets/")
                yield _problem(_line(each), name, say("a file from another host"), hint)


def _plugins(node: yaml.Node | None, line: int) -> Iterator[Problem]:
    entries = node.value if isinstance(node, yaml.SequenceNode) else ()
    names = [
        str(each.value[0][0].value) if isinstance(each, yaml.MappingNode) and each.value else str(each.value)
        for each in entries
    ]
    if [name for name in names if name in _PLUGINS] != [*_PLUGINS]:
        message = say("{plugins} are not listed once each, in this order", plugins=_PLUGINS)
        hint = say("list {first}, then {second}", first=_PLUGINS[0], second=_PLUGINS[1])
        yield _problem(line, "plugins", message, hint)


def _by_key(node: yaml.MappingNode) -> dict[str, yaml.Node]:
    return {key.value: value for key, value in node.value if isinstance(key.value, str)}


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1
