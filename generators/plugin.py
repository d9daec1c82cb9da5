"""The door to MkDocs: hands the generated pages to a build, and the shell to every page. Only plugin and plugin_serve import mkdocs.

MkDocs reads and writes the hand-written pages, static-i18n builds each language in turn (it calls MkDocs' own ``build`` again), and Material gives
a style sheet for Markdown and the icons. Generated pages never pass through MkDocs: its template is rendered to a few shells for each language,
and every page is written by joining a shell and its content (plugin_shell, plugin_site).
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generators import plugin_links, plugin_serve, plugin_site, publish, states
from generators.plugin_shell import Assets, Frame, Leaf, Shells, Tongue, lost, mark, split, tabs, tight, tongues
from generators.problems import Problem
from generators.publish import Output
from generators.wording import Voice

log = get_plugin_logger("compendium")

BY_HAND = "about"
"""The tab that hand-written pages stand under."""

Template = Any  # jinja2 is imported in render only


class CompendiumPlugin(BasePlugin):
    """Generated pages for MkDocs; stands after i18n in mkdocs.yml, and has no options."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Once for a run; that this hook exists makes MkDocs keep one plugin while serving."""
        del dirty
        self.shop = plugin_site.Workshop(serving=command == "serve")
        # A build lives for seconds and keeps most of what it makes: at the usual threshold its garbage is looked for many times too often.
        gc.set_threshold(20_000)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        config.theme.static_templates.clear()  # sitemap and 404 page are written here once, where each language would write them over
        if not config.plugins["i18n"].building:
            _agree_on_languages(config)
            self._open(config)
        return config

    def _open(self, config: MkDocsConfig) -> None:
        """Read and check the records where they changed; the languages of one run share one reading. Nothing is written where there are problems."""
        root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
        edition, problems = plugin_site.read(root, self.shop.edition)
        ids = {} if self.shop.stopped_by(problems) else edition.ids()
        problems += plugin_links.problems(docs, root, ids) if ids else []
        counted = say(problems)
        if self.shop.stopped_by(problems):
            raise PluginError(f"{counted}; nothing was written")
        self.shop.begin(edition, ids, Path(config.site_dir))

    @event_priority(-110)  # after i18n, which would build files of ours anew from disk
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        tongue = _tongue(config)
        if not tongue.path:
            self.shop.assets = _assets(files, config)
        for file in [file for file in files if not _wanted(file, config)]:
            files.remove(file)
        if clashes := [_clash(file) for file in files.documentation_pages() if _address(file) in self.shop.edition.pages(tongue.code)]:
            raise PluginError(f"{say(clashes)}; the site is not finished")
        self.shop.shelf.taken.update(file.dest_uri for file in files)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Show i18n a home page: ours is generated, and to i18n a language without one is a warning."""
        del files
        home = File("index.md", config.docs_dir, config.site_dir, True, dest_uri=f"{_tongue(config).path}index.html")
        nav.items.append(Page("Home", home, config))
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        del config, files
        return plugin_links.resolve(html, _address(page.file), self.shop.ids)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the theme's template, to render shells with."""
        template = env.get_template("main.html")
        frame = _frame(self.shop, config)
        self.shop.shells[frame.language] = Shells(frame, lambda frame, leaf: template.render(f=frame, leaf=leaf, _=frame.say))
        if not frame.here.path:
            sitemap = plugin_site.listing(self.shop, frame, map(_address, files.documentation_pages()))
            missing = tight(template.render(f=frame, leaf=lost(frame), _=frame.say))
            publish.write([sitemap, Output("404.html", missing)], self.shop.shelf)

    def on_page_context(self, context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
        """The shell's values for a hand-written page."""
        del nav
        frame = self.shop.shells[_tongue(config).code].frame
        return {**context, "f": frame, "leaf": _leaf(page, frame), "_": frame.say}

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put the content of a hand-written page into its shell, which was made tight without it."""
        del config
        return split(output).fill({"content": page.content})

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the generated pages of the language that was built; while serving, each is written when it is asked for."""
        if self.shop.serving:
            return
        language = _tongue(config).code
        counts = plugin_site.write(self.shop.edition, self.shop.shells[language], self.shop.shelf)
        self.shop.edition.forget(language)
        log.info("%s: %d pages", language, counts.written + counts.unchanged)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        del builder
        plugin_serve.attach(server, self.shop, Path(config.config_file_path), Path(config.docs_dir), say)
        return server


def say(problems: list[Problem]) -> str:
    """Log each problem on a line, and return the sentence that counts them."""
    for problem in problems:
        log.error("%s", problem)
    return f"{len(problems)} problem{'s' if len(problems) > 1 else ''} found"


def _agree_on_languages(config: MkDocsConfig) -> None:
    """Raises PluginError where mkdocs.yml names other languages than the code."""
    named = tuple(each.locale for each in config.plugins["i18n"].config.languages)
    if named != states.LANGUAGES:
        raise PluginError(f"mkdocs.yml: plugins.i18n.languages: {', '.join(named)}; expected {', '.join(states.LANGUAGES)}, in this order")
    if not config.site_url:
        raise PluginError("mkdocs.yml: site_url: missing; hreflang and the sitemap need the site's address")


def _tongue(config: MkDocsConfig) -> Tongue:
    return next(tongue for tongue in tongues() if tongue.code == config.plugins["i18n"].current_language)


def _address(file: File) -> str:
    """The address of a hand-written page below the folder of its language."""
    return plugin_site.place(file.dest_uri)[1]


def _clash(file: File) -> Problem:
    return Problem(f"docs/{file.src_uri}", 1, "-", f"a generated page stands at its address '{_address(file)}'", "give the file another name")


def _wanted(file: File, config: MkDocsConfig) -> bool:
    """Whether a file goes into the site: pages always; assets of ours and the theme's style sheet with the first language."""
    ours = file.src_dir in (config.docs_dir, config.theme.custom_dir)
    return file.is_documentation_page() or (not _tongue(config).path and (ours or _is_theme_style(file.src_uri)))


def _is_theme_style(uri: str) -> bool:
    return uri.startswith("assets/stylesheets/main.") and uri.endswith(".css")


def _assets(files: Files, config: MkDocsConfig) -> Assets:
    """The style sheets and scripts of every page. Raises PluginError where mkdocs.yml names one that is not there."""
    named = [*config.extra_css, *(str(script) for script in config.extra_javascript)]
    if missing := [path for path in named if files.get_file_from_path(path) is None]:
        raise PluginError(f"mkdocs.yml: extra_css, extra_javascript: no such file below overrides/ or docs/: {', '.join(missing)}")
    theme = next(file.src_uri for file in files if _is_theme_style(file.src_uri))
    versioned = {path: plugin_site.versioned(path, files.get_file_from_path(path).content_bytes) for path in (theme, *named)}
    return Assets(
        versioned[theme], tuple(versioned[path] for path in config.extra_css), tuple(versioned[str(path)] for path in config.extra_javascript)
    )


def _frame(shop: plugin_site.Workshop, config: MkDocsConfig) -> Frame:
    voice = Voice(shop.edition.corpus, _tongue(config).code)
    repository = (config.repo_url or "").rstrip("/")
    branch = (config.edit_uri or "").removesuffix("docs/")
    return Frame(
        voice=voice,
        tabs=tabs(voice),
        site=config.site_url.rstrip("/") + "/",
        repository=repository,
        edit=f"{repository}/{branch}" if repository and branch else "",
        assets=shop.assets,
    )


def _leaf(page: Page, frame: Frame) -> Leaf:
    """The leaf of a hand-written page. Where a translation is missing i18n hands over the default language's file, and its text says so."""
    address = _address(page.file)
    written_in = next(tongue for tongue in tongues() if tongue.code == page.file.locale)
    return Leaf(
        address=address,
        root="../" * address.count("/"),
        section=BY_HAND,
        title=plugin_site.escape(page.title),
        description=plugin_site.escape(page.meta.get("description", page.title)),
        edit=f"{frame.edit}docs/{page.file.src_uri}" if frame.edit else "",
        content=mark("content"),
        by_hand=True,
        fallback=None if written_in == frame.here else written_in,
    )
