"""What stands around each page: the links and the title in its head."""

from __future__ import annotations

import re
from collections.abc import Callable

from generators.corpus.corpus import Corpus
from generators.site.shell import ShellContext
from generators.translate.localizer import Localizer


def test_a_page_leads_to_the_feed_and_the_calendar_beside_it(
    corpus_of: Callable[..., Corpus],
):
    """Named by the page in words that are escaped."""
    feeds = {"regions/africa/feed.xml", "changes/feed.xml"}
    shell = ShellContext(
        Localizer(corpus_of(), "fr"), (), "https://a.example/", "", "", None
    )
    files = {*feeds, "regions/africa/calendar.ics"}
    links = shell.alternates("regions/africa/", "<Alpha>", files)
    assert re.findall('type="([^"]+)".*href="([^"]+)"', links) == [
        ("application/atom+xml", "feed.xml"),
        ("text/calendar", "calendar.ics"),
    ]
    assert links.count("&lt;Alpha&gt;") == 2
    assert shell.alternates("regions/africa/", "x", feeds).count("<link") == 1
    assert shell.alternates("changes/", "x", feeds).count("<link") == 1
    assert shell.alternates("states/ben/", "x", feeds) == ""


def test_the_title_of_a_window_is_escaped(corpus_of: Callable[..., Corpus]):
    """The head of a page has the name of its record, and a browser would run markup
    there.
    """
    shell = ShellContext(
        Localizer(corpus_of(), "en"), (), "https://a.example/", "", "", None
    )
    title = shell.window_title('</title><script>"', "states/ben/")
    assert title == "&lt;/title&gt;&lt;script&gt;&quot; · Dakar Compendium"
    assert shell.window_title("<b>", "") == "&lt;b&gt;"
    assert shell.window_title("<b>", "kept/") == "&lt;b&gt;"
