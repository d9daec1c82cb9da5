"""What search engines and old bookmarks ask for: the sitemap with every page in every language, and pages
that lead on from a former address.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from generators.corpus import addresses
from generators.site.shell import SiteLanguage


def sitemap(site: str, languages: tuple[SiteLanguage, ...], pages: Iterable[str], day: str) -> str:
    """A sitemap of all languages × addresses, each with its twins; ``day`` is the day of the data."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for address in sorted(pages):
        twins = "".join(
            _twin(site_language.code, f"{site}{site_language.path}{address}") for site_language in languages
        ) + _twin("x-default", site + address)
        lines += [
            f"<url><loc>{escape(f'{site}{site_language.path}{address}')}</loc><lastmod>{day}</lastmod>{twins}</url>"
            for site_language in languages
        ]
    return "\n".join([*lines, "</urlset>", ""])


def _twin(language: str, url: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(url)}"/>'


def redirect(site_language: SiteLanguage, old: str, new: str, site: str, title: str) -> str:
    """A page at a former address that leads on, with the place on the page that was asked for; it works
    without a script too.
    """
    link = escape(addresses.relative(old, new))
    return (
        f'<!doctype html>\n<html lang="{site_language.code}" dir="{site_language.direction}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="robots" content="noindex"><link rel="canonical" href="{escape(site + site_language.path + new)}">'
        f'<script>location.replace("{link}"+location.hash)</script><meta http-equiv="refresh" content="0; url={link}"></head>'
        f'<body><p><a href="{link}">{escape(title)}</a></p></body></html>\n'
    )
