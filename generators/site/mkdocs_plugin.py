"""The door to MkDocs: hands the generated pages to a build, and the shell to every page.
Only this module, ``mkdocs_run`` and ``mkdocs_seam`` import mkdocs. Here are its hooks
only; what they do not offer is in ``mkdocs_seam``.

MkDocs reads and writes the hand-written pages. static-i18n builds each language in turn:
it calls ``build`` of MkDocs again. ``overrides/`` replaces the templates of Material.
Generated pages never pass through MkDocs. Its template is rendered to a few shells for
each language (``shell``). When MkDocs has done its part of the last language, each page
is written as a shell and its content (``build``).
"""

from __future__ import annotations

import gc
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
"""The tab that hand-written pages stand under."""


class Options(Config):
    """What mkdocs.yml may say of the plugin: how many processes write the site, 0 for one
    a processor. How many they are makes no difference to what they write. ``serve_only``
    names languages (``fr pt``) beside the default one; the preview leaves out all others.
    """

    jobs = Type(int, default=0)
    serve_only = Type(str, default="")


class CompendiumPlugin(BasePlugin[Options]):
    """Generated pages for MkDocs; stands after i18n in mkdocs.yml."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Once for a run; that this hook exists makes MkDocs keep one plugin while
        serving.
        """
        self.state = BuildState(
            command == "serve", self.config.jobs or parallel.processors()
        )
        # A build keeps most of what it makes: at the usual threshold garbage is looked
        # for far too often.
        gc.set_threshold(20_000)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        mkdocs_seam.leave_out_templates(config.theme)
        i18n = config.plugins.get("i18n")
        if i18n is None or not i18n.building:
            if wrong := mkdocs_run.problems(
                Path(config.config_file_path).resolve().parent
            ):
                raise _nothing_written(log_problems(wrong))
            mkdocs_run.agree_on_languages(config)
            if self.state.serving and self.config.serve_only:
                mkdocs_run.leave_out_languages(config, self.config.serve_only)
            first = self.state.serving and not self.state.snapshot
            if first and (wrong := preview.port_problem(*config.dev_addr)):
                raise PluginError(messages.told(wrong))
            self._open(config)
        return config

    def _open(self, config: MkDocsConfig) -> None:
        """Read and check the records where they changed; the languages of one run share
        one reading. Nothing is written where there are problems.
        """
        root, docs = Path(config.config_file_path).resolve().parent, Path(config.docs_dir)
        kept_by = mkdocs_run.publisher(root)
        snapshot, problems = read(root, self.state.snapshot, config.site_url, kept_by)
        ids = None if self.state.stopped_by(problems) else snapshot.ids()
        former = (
            ()
            if ids is None
            else {old for old, _ in published.redirects(snapshot.corpus)}
        )
        problems += handwritten.problems(docs, root, ids, former)
        problems += handwritten.lost(docs, root)
        counted, self.state.problems = log_problems(problems), problems
        if self.state.stopped_by(problems):
            raise _nothing_written(counted)
        self.state.begin(snapshot, ids, Path(config.site_dir))

    @event_priority(-110)  # after i18n, which would build files of ours anew from disk
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        site_language = _language(config)
        if not site_language.path:
            self.state.assets = _assets(files, config)
        for file in [file for file in files if not _wanted(file, config)]:
            files.remove(file)
        self.state.folder.expected |= {
            file.dest_uri: _listed_as(file, site_language) for file in files
        }
        if not site_language.path:
            build.begin_indexes(self.state)
        return files

    def on_nav(
        self, nav: Navigation, *, config: MkDocsConfig, files: Files
    ) -> Navigation:
        mkdocs_seam.name_home_page(nav, config, _language(config).path)
        return nav

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Take title and description as they were typed, where MkDocs makes numbers, days
        and truths of them.
        """
        page.meta = handwritten.front_matter(page.file.content_string, page.file.src_uri)[
            0
        ]
        return markdown

    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        linked = handwritten.resolve(html, _address(page.file), self.state.ids)
        if handwritten.PUBLISHER in linked:
            here = _language(config)
            up = "../" * (_address(page.file).count("/") + bool(here.path))
            speaks = speaking(self.state.snapshot.corpus, here.code)
            linked = linked.replace(
                handwritten.PUBLISHER, publisher.paragraphs(speaks, up)
            )
        # a long line is scrolled to, also by keyboard: a wrapped line of YAML would look
        # like two
        return linked.replace("<pre><code", '<pre><code tabindex="0"')

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the theme's template, to render shells with."""
        template = env.get_template("main.html")
        frame = _frame(self.state, config)

        def render(frame: ShellContext, page_context: PageContext) -> str:
            return template.render(
                shell=frame, page_context=page_context, _=frame.gettext
            )

        self.state.shells[frame.language] = Shells(frame, render)
        if not frame.here.path:
            sitemaps = build.listing(
                self.state, frame, map(_address, files.documentation_pages())
            )
            missing = shell.without_indentation(render(frame, shell.not_found(frame)))
            not_there = Output(
                build.NOT_FOUND, missing, manifest.NOT_FOUND, frame.language
            )
            manifest.write([*sitemaps, not_there, *policy.outputs()], self.state.folder)

    def on_page_context(
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
        """Put the content of a hand-written page into its shell, which was made
        without_indentation without it.
        """
        return shell.split(output).fill({"content": page.content})

    @event_priority(-110)  # after i18n, which builds the other languages in its own
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the generated files of all languages, when MkDocs has done its part of
        the last one; while serving, each is written when it is asked for.
        """
        if self.state.serving or config.plugins["i18n"].building:
            return
        for language, pages in build.write(self.state):
            log.info("%s: %d pages", language, pages)
        build.finish(self.state)

    def on_serve(
        self, server: Server, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> Server:
        config_file = Path(config.config_file_path)
        docs = Path(config.docs_dir)
        preview.attach(server, builder, self.state, config_file, docs, log_problems)
        return server


def log_problems(problems: list[Problem]) -> Saying:
    """Log each problem on a line, and return how many they are, in words."""
    for problem in messages.in_locale(problems):
        log.error("%s", problem)
    return say_n("{n} problem", "{n} problems", len(problems))


def _nothing_written(counted: Saying) -> PluginError:
    return PluginError(
        messages.told(say("{problems}; nothing was written", problems=counted))
    )


def _language(config: MkDocsConfig) -> SiteLanguage:
    return site_language(config.plugins["i18n"].current_language)


def _address(file: File) -> str:
    """The address of a hand-written page below the folder of its language."""
    return build.place(file.dest_uri)[1]


def _listed_as(file: File, here: SiteLanguage) -> tuple[str, str | None]:
    """Kind and language of a file that MkDocs writes; one in the folder of a language is
    of that alone.
    """
    page = file.is_documentation_page()
    own = page or (here.path and file.dest_uri.startswith(here.path))
    return manifest.PAGE if page else manifest.ASSET, here.code if own else None


def _wanted(file: File, config: MkDocsConfig) -> bool:
    """Whether a file goes into the site: pages and their pictures always, assets of ours
    with the first language; nothing that a link leads to or an editor made.
    """
    of_docs = file.src_dir == config.docs_dir
    ours = of_docs or file.src_dir == config.theme.custom_dir
    if ours and not handwritten.is_published(
        Path(file.src_dir, file.src_uri), Path(file.src_dir)
    ):
        return False
    return file.is_documentation_page() or (
        ours and (of_docs or not _language(config).path)
    )


def _assets(files: Files, config: MkDocsConfig) -> Assets:
    """The style sheets and scripts of pages. Raises PluginError where mkdocs.yml names a
    missing one.
    """
    scripts = [str(script) for script in config.extra_javascript]
    if missing := [
        each
        for each in (*config.extra_css, *scripts)
        if files.get_file_from_path(each) is None
    ]:
        told = say(
            "{file}: extra_css, extra_javascript: no such file below overrides/ or "
            "docs/: {files}",
            file=mkdocs_run.CONFIG,
            files=tuple(missing),
        )
        raise PluginError(messages.told(told))
    ours = [
        file
        for file in files
        if file.src_uri.startswith("assets/") and _wanted(file, config)
    ]
    for file in ours:
        file.content_bytes = assets.sent(file.src_uri, file.content_bytes)
    contents = {file.src_uri: file.content_bytes for file in ours}
    return assets.assets(contents, config.extra_css, scripts)


def _frame(state: BuildState, config: MkDocsConfig) -> ShellContext:
    own_words = localizer.Localizer(state.snapshot.corpus, _language(config).code)
    repository, edit = mkdocs_run.code_host(config)
    return ShellContext(
        localizer=own_words,
        tabs=shell.tabs(own_words),
        site=state.snapshot.site,
        repository=repository,
        edit=edit,
        assets=state.assets,
        policy=""
        if state.serving
        else policy.IN_PAGE,  # the preview reloads pages by a script in them
    )


def _page_context(page: Page, frame: ShellContext) -> PageContext:
    """What differs of a hand-written page. Where a translation is missing i18n hands over
    the default language's file, and its text says so.
    """
    address = _address(page.file)
    written_in = site_language(page.file.locale)
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
