"""The door to MkDocs: hands the generated pages to a build, and the shell to every page.

Only this module, ``mkdocs_run`` and ``mkdocs_seam`` import mkdocs. Here are its hooks
only. What they do not offer is in ``mkdocs_seam``.

MkDocs reads and writes the hand-written pages. static-i18n builds each language in turn:
it calls ``build`` of MkDocs again. ``overrides/`` replaces the templates of Material.
Generated pages never pass through MkDocs. Its template is rendered to a few shells for
each language (``shell``). When MkDocs has done its part of the last
language, ``build`` writes each page: a shell and its content.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generators.corpus import published
from generators.corpus.addresses import Target
from generators.corpus.inputs import EPOCH
from generators.document.phrases import speaking
from generators.html import publisher
from generators.site import (
    assets,
    build,
    handwritten,
    manifest,
    mkdocs_run,
    mkdocs_seam,
    parallel,
    policy,
    preview,
    shell,
)
from generators.site.assets import Assets
from generators.site.manifest import Output
from generators.site.mkdocs_seam import Server
from generators.site.shell import (
    PageContext,
    ShellContext,
    Shells,
    SiteLanguage,
    site_language,
)
from generators.site.snapshot import BuildState, read
from generators.text.problems import Problem
from generators.text.sayings import Saying, say, say_n
from generators.translate import localizer, messages

log = get_plugin_logger("compendium")

BY_HAND = "about"
"""The tab of hand-written pages."""


class Options(Config):
    """What mkdocs.yml may say of the plugin."""

    jobs = Type(int, default=0)
    """How many processes write the site; 0: one for each processor.

    It makes no difference to what they write.
    """
    serve_only = Type(str, default="")
    """The languages of the preview (``fr pt``); the default one always belongs to it.

    Empty: all languages.
    """


class CompendiumPlugin(BasePlugin[Options]):
    """Generated pages for MkDocs; it comes after i18n in mkdocs.yml."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Begin a run.

        That this hook exists makes MkDocs keep one plugin while it serves.
        """
        if not os.environ.get(EPOCH):
            # MkDocs would stop at an empty one, which says as little as none
            os.environ.pop(EPOCH, None)
        jobs = self.config.jobs or parallel.processors()
        self.state = BuildState(command == "serve", jobs)
        # A build keeps most of what it makes: at the usual threshold garbage is looked
        # for far too often.
        gc.set_threshold(20_000)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the settings and the records, once for all languages of a build.

        Raises PluginError where something is wrong.
        """
        mkdocs_seam.leave_out_templates(config.theme)
        i18n: Any = config.plugins.get("i18n")
        is_inner_build = i18n is not None and i18n.building
        if is_inner_build:
            return config
        setting_problems = mkdocs_run.problems(_root(config))
        if setting_problems:
            raise _nothing_written(log_problems(setting_problems))
        mkdocs_run.agree_on_languages(config)
        if self.state.serving and self.config.serve_only:
            mkdocs_run.leave_out_languages(config, self.config.serve_only)
        if self.state.serving and not self.state.snapshot:
            port_problem = preview.port_problem(*config.dev_addr)
            if port_problem:
                raise PluginError(messages.in_terminal_language(port_problem))
        self._open(config)
        return config

    def _open(self, config: MkDocsConfig) -> None:
        """Read and check the records where they changed, and begin a build.

        The languages of one run share one reading. Raises PluginError where problems stop
        the build; then nothing is written.
        """
        root = _root(config)
        docs = Path(config.docs_dir)
        site = config.site_url or ""
        publisher = mkdocs_run.publisher(root)
        snapshot, problems = read(root, self.state.snapshot, site, publisher)
        if self.state.stopped_by(problems):
            ids = None
            former = set()
        else:
            ids = snapshot.ids()
            former = {old for old, _ in published.redirects(snapshot.corpus)}
        problems += handwritten.problems(docs, root, ids, former)
        problems += handwritten.lost(docs, root)
        self.state.problems = problems
        count = log_problems(problems)
        if ids is None or self.state.stopped_by(problems):
            raise _nothing_written(count)
        self.state.begin(snapshot, ids, Path(config.site_dir))

    @event_priority(-110)  # after i18n, which would build files of ours anew from disk
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Remove the files that the site does not have, and list the others.

        With the first language the assets are packed, and the search indexes begun.
        """
        here = _language(config)
        is_first = not here.path
        if is_first:
            self.state.assets = _assets(files, config)
        for file in [*files]:
            if not _is_wanted(file, config):
                files.remove(file)
        expected = build.output_folder(self.state).expected
        for file in files:
            expected[file.dest_uri] = _listed_as(file, here)
        if is_first:
            build.begin_indexes(self.state)
        return files

    def on_nav(
        self, nav: Navigation, *, config: MkDocsConfig, files: Files
    ) -> Navigation:
        """Tell i18n which page is home."""
        mkdocs_seam.name_home_page(nav, config, _language(config).path)
        return nav

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Take title and description as they were typed.

        MkDocs makes numbers, days and truths of them.
        """
        file = page.file
        values, _ = handwritten.front_matter(file.content_string, file.src_uri)
        page.meta = values
        return markdown

    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Finish the content of a hand-written page: its links, and who keeps the site.

        Code can be reached by keyboard.
        """
        address = _address(page.file)
        content = handwritten.resolve(html, address, self.state.ids)
        if handwritten.PUBLISHER in content:
            here = _language(config)
            up = "../" * (address.count("/") + bool(here.path))
            speech = speaking(build.current_snapshot(self.state).corpus, here.code)
            sentences = publisher.paragraphs(speech, up)
            content = content.replace(handwritten.PUBLISHER, sentences)
        # a long line is scrolled to, also by keyboard: a wrapped line of YAML would look
        # like two
        return content.replace("<pre><code", '<pre><code tabindex="0"')

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the theme's template, to render shells with.

        With the first language the sitemaps and the page for lost readers are written.
        """
        template = env.get_template("main.html")
        frame = _frame(self.state, config)

        def render(frame: ShellContext, page_context: PageContext) -> str:
            markup: str = template.render(
                shell=frame, page_context=page_context, _=frame.gettext
            )
            return markup

        self.state.shells[frame.language] = Shells(frame, render)
        is_first = not frame.here.path
        if is_first:
            written_by_hand = map(_address, files.documentation_pages())
            sitemaps = build.listing(self.state, frame, written_by_hand)
            markup = shell.without_indentation(render(frame, shell.not_found(frame)))
            not_found = Output(
                build.NOT_FOUND, markup, manifest.NOT_FOUND, frame.language
            )
            outputs = [*sitemaps, not_found, *policy.outputs()]
            manifest.write(outputs, build.output_folder(self.state))

    def on_page_context(  # type: ignore[override]  # the context gets our values too
        self,
        context: dict[str, Any],
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> dict[str, Any]:
        """The shell's values for a hand-written page."""
        frame = self.state.shells[_language(config).code].shell
        return {
            **context,
            "shell": frame,
            "page_context": _page_context(page, frame),
            "_": frame.gettext,
        }

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put the content of a hand-written page into its shell.

        The shell was rendered without it, for the content keeps its indentation.
        """
        return shell.split(output).fill({"content": page.content or ""})

    @event_priority(-110)  # after i18n, which builds the other languages in its own
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the generated files, when MkDocs has done its part of all languages.

        The preview writes each when a browser asks for it.
        """
        i18n: Any = config.plugins["i18n"]
        if self.state.serving or i18n.building:
            return
        for language, pages in build.write(self.state):
            log.info("%s: %d pages", language, pages)
        build.finish(self.state)

    def on_serve(
        self, server: Server, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> Server:
        """Make the server of MkDocs a live preview."""
        config_file = Path(config.config_file_path)
        docs = Path(config.docs_dir)
        preview.attach(server, builder, self.state, config_file, docs, log_problems)
        return server


def log_problems(problems: list[Problem]) -> Saying:
    """Log each problem on a line, and return how many they are, in words."""
    for problem in messages.in_locale(problems):
        log.error("%s", problem)
    return say_n("{n} problem", "{n} problems", len(problems))


def _nothing_written(count: Saying) -> PluginError:
    """The error that ends a build; ``count`` says how many problems there are."""
    message = say("{problems}; nothing was written", problems=count)
    return PluginError(messages.in_terminal_language(message))


def _root(config: MkDocsConfig) -> Path:
    """The folder of the project, in which its settings are."""
    return Path(config.config_file_path).resolve().parent


def _language(config: MkDocsConfig) -> SiteLanguage:
    """The language that i18n builds now."""
    i18n: Any = config.plugins["i18n"]
    return site_language(i18n.current_language)


def _address(file: File) -> str:
    """The address of a hand-written page below the folder of its language."""
    return build.place(file.dest_uri)[1]


def _listed_as(file: File, here: SiteLanguage) -> tuple[str, str | None]:
    """The kind and language in the manifest of a file that MkDocs writes.

    A page is in one language, and so is a file in the folder of a language. The language
    of any other is None.
    """
    if file.is_documentation_page():
        return manifest.PAGE, here.code
    if here.path and file.dest_uri.startswith(here.path):
        return manifest.ASSET, here.code
    return manifest.ASSET, None


def _is_wanted(file: File, config: MkDocsConfig) -> bool:
    """Whether a file goes into the site with the language that is built now.

    Pages and their pictures do always, our assets with the first language. Nothing does
    that a link leads to, or that an editor made.
    """
    is_in_docs = file.src_dir == config.docs_dir
    is_ours = is_in_docs or file.src_dir == config.theme.custom_dir
    if is_ours:
        folder = Path(str(file.src_dir))
        if not handwritten.is_published(folder / file.src_uri, folder):
            return False
    if file.is_documentation_page() or is_in_docs:
        return True
    is_first = not _language(config).path
    return is_ours and is_first


def _assets(files: Files, config: MkDocsConfig) -> Assets:
    """The style sheets and scripts of pages, packed as they are sent.

    Raises PluginError where mkdocs.yml names a missing one.
    """
    scripts = [str(script) for script in config.extra_javascript]
    paths = (*config.extra_css, *scripts)
    missing = [path for path in paths if files.get_file_from_path(path) is None]
    if missing:
        message = say(
            "{file}: extra_css, extra_javascript: "
            "no such file below overrides/ or docs/: {files}",
            file=mkdocs_run.CONFIG,
            files=tuple(missing),
        )
        raise PluginError(messages.in_terminal_language(message))
    contents = {}
    for file in files:
        if file.src_uri.startswith("assets/") and _is_wanted(file, config):
            file.content_bytes = assets.sent(file.src_uri, file.content_bytes)
            contents[file.src_uri] = file.content_bytes
    return assets.assets(contents, config.extra_css, scripts)


def _frame(state: BuildState, config: MkDocsConfig) -> ShellContext:
    """What the shells of the language that is built now have in common."""
    snapshot = build.current_snapshot(state)
    own_words = localizer.Localizer(snapshot.corpus, _language(config).code)
    repository, edit = mkdocs_run.code_host(config)
    assert state.assets  # they come with the first language
    return ShellContext(
        localizer=own_words,
        tabs=shell.tabs(own_words),
        site=snapshot.site,
        repository=repository,
        edit=edit,
        assets=state.assets,
        # the preview reloads pages by a script in them
        policy="" if state.serving else policy.IN_PAGE,
    )


def _page_context(page: Page, frame: ShellContext) -> PageContext:
    """What differs between pages, of a hand-written page.

    Where a translation is missing, i18n hands over the file of the default language.
    Then the page says so.
    """
    address = _address(page.file)
    file: Any = page.file  # i18n adds the language
    written_in = site_language(file.locale)
    return PageContext(
        address=build.escape(address),
        root="../" * address.count("/"),
        section=BY_HAND,
        title=frame.window_title(page.title, address),
        description=build.escape(page.meta.get("description", page.title)),
        edit=build.escape(f"{frame.edit}docs/{page.file.src_uri}") if frame.edit else "",
        content=shell.placeholder("content"),
        head=build.head(frame, Target("page", address.removesuffix("/"))),
        by_hand=True,
        fallback=None if written_in == frame.here else written_in,
    )
