"""What search engines and old bookmarks ask for: the sitemap with every page in every language, and pages
that lead on from a former address.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape

from generators.corpus import addresses
from generators.site.shell import ShellContext, SiteLanguage


def sitemap(site: str, languages: tuple[SiteLanguage, ...], pages: Mapping[str, date | None]) -> str:
    """A sitemap of all languages × addresses, each with the day on which what the page is about was changed
    last, where that is known. Each page names its twins in other languages itself.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for address, day in sorted(pages.items()):
        changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines += [
            f"<url><loc>{escape(f'{site}{site_language.path}{address}')}</loc>{changed}</url>"
            for site_language in languages
        ]
    return "\n".join([*lines, "</urlset>", ""])


def redirect(shell: ShellContext, old: str, new: str, title: str) -> str:
    """A page at a former address that leads on, with the place on the page that was asked for; without a
    script to the page.
    """
    here = shell.here
    to = escape(addresses.relative(old, new))
    script = f"{'../' * old.count('/')}{shell.up}{shell.assets.first}"
    allowed = f'<meta http-equiv="Content-Security-Policy" content="{shell.policy}">' if shell.policy else ""
    return (
        f'<!doctype html>\n<html lang="{here.code}" dir="{here.direction}" data-to="{to}"><head>'
        f'<meta charset="utf-8">{allowed}<title>{escape(title)}</title><meta name="robots" content="noindex">'
        f'<link rel="canonical" href="{escape(shell.site + here.path + new)}">'
        f'<script src="{script}"></script>'
        f'<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript></head>'
        f'<body><p><a href="{to}">{escape(title)}</a></p></body></html>\n'
    )
