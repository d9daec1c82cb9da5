"""A page, before any theme: its address, its title, and a function that writes its content when it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generators.corpus.downloads import Download
from generators.html import jinja
from generators.html.desk import Desk
from generators.translate.localizer import Localizer


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One generated page. ``address`` is below the folder of its language and ends in a slash (home: empty);
    ``section`` is the tab it stands under; ``source`` is the file that the edit link leads to, below the
    project.
    """

    address: str
    section: str
    title: str
    description: str
    source: str | None = None
    render: Callable[[], str]


class Press:
    """Makes the pages of one language: hands each template its desk, the interface's strings, and the view it
    asks for.
    """

    def __init__(self, localizer: Localizer, downloads: Mapping[str, Download]) -> None:
        self.localizer = localizer
        self.downloads = downloads  # by the address of their page
        self._marks: dict[tuple, Markup] = {}

    def desk(self, address: str) -> Desk:
        return Desk(self.localizer, address, self._marks)

    def _legend(self, desk: Desk) -> Markup:
        """What each sign means: the same on every page of a language."""
        return desk.once(("legend",), lambda: Markup(jinja.page("legend.html.j2", d=desk, _=desk.say)))

    def page(
        self,
        template: str,
        address: str,
        section: str,
        title: str,
        view: Callable[[Desk], dict[str, Any]],
        description: str = "",
        source: str | None = None,
    ) -> Page:
        """A page whose ``view`` is asked only when the page is written."""

        def write() -> str:
            desk = self.desk(address)
            body = jinja.page(
                template,
                d=desk,
                _=desk.say,
                n_=desk.numbered,
                title=title,
                legend=self._legend(desk),
                **view(desk),
            )
            own = self.downloads.get(address)
            words = desk.say("This page as a PDF")
            # joined as texts: markup beside a plain string would escape it
            return f'{body}<p class="tools">{desk.download(own, words)}</p>\n' if own else body

        return Page(
            address=address,
            section=section,
            title=title,
            description=description or title,
            source=source,
            render=write,
        )
