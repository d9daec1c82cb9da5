"""What stands in the head of a page beside what all pages have there: the files that say the same, and what
the page is about.
"""

from __future__ import annotations

from generators import data
from generators.corpus.addresses import WEB_APP, Target
from generators.data import linked_data
from generators.site.shell import ShellContext


def head(shell: ShellContext, target: Target) -> str:
    """The lines in the head of the page of a target, as markup."""
    beside = data.beside(target).items()
    links = [f'<link rel="alternate" type="{form}" href="{name}">\n' for name, form in beside]
    if target == Target("page", "kept"):
        links.append(f'<link rel="manifest" href="{WEB_APP.rpartition("/")[2]}">\n')
    node = linked_data.page(shell.localizer, shell.here.path, target)
    return f"{''.join(links)}{linked_data.script(shell.site, node)}"


def by_hand(shell: ShellContext, address: str) -> str:
    """The same for a hand-written page, by its address below the folder of its language."""
    return head(shell, Target("page", address.removesuffix("/")))
