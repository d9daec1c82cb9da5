"""The pages of topics, States and mechanisms for Hugo, as Markdown: what stands on them is worked out here,
so Hugo is spared the comparing.

They hold what ours hold: every provision on a topic with its article, grade and link, the records not yet
looked at, what binds a State by topic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bench.markdown import escaped, link
from bench.synthetic import Clone
from generators.corpus.addresses import Target, address
from generators.model.records import Provision
from generators.translate.localizer import Localizer

Page = tuple[
    str, str, Iterator[str]
]  # its path below the language's content, its title, the lines of its Markdown


def pages(localizer: Localizer, made: Sequence[Clone], mechanisms: Mapping[str, str]) -> Iterator[Page]:
    """All of them; ``mechanisms`` are the real ones behind the folders of the clones."""
    author = Author(localizer, made, mechanisms)
    for code in localizer.corpus.vocabularies.of("topics"):
        yield f"topics/{code}", localizer.label("topics", code), author.topic(code)
    for state in localizer.corpus.all_states:
        yield address(Target("state", state)).rstrip("/"), localizer.state(state), author.state(state)
    for folder, source in mechanisms.items():
        yield f"instruments/{folder}/_index", localizer.title(source).text, author.mechanism(folder, source)


class Author:
    """Writes the Markdown of one language over one set of clones."""

    def __init__(self, localizer: Localizer, made: Sequence[Clone], mechanisms: Mapping[str, str]) -> None:
        self.localizer, self.records, self.mechanisms = localizer, localizer.corpus.records, mechanisms
        self.models = {clone: self.records[clone.source] for clone in made}
        self.shorts = {clone: self._short(clone) for clone in made}
        self.lines = {clone: self._line(clone) for clone in made}
        self.of_folder: dict[str, list[Clone]] = defaultdict(list)
        self.bound: dict[str, list[Clone]] = defaultdict(list)
        for clone, model in self.models.items():
            self.of_folder[clone.name.partition("/")[0]].append(clone)
            for party in model.parties.states if model.parties else ():
                self.bound[party.state].append(clone)

    def topic(self, code: str) -> Iterator[str]:
        say, word = self.localizer.gettext, self.localizer.word
        yield f"{word('topics', code, 'question').text}\n\n{word('topics', code, 'definition').text}\n"
        yield "|  |  |  |\n| --- | --- | --- |"
        unread = []
        for clone, model in self.models.items():
            found = [each for each in model.provisions if code in each.topics]
            if found:
                cells = " ".join(self._cell(clone, each) for each in found)
                yield f"| {self.shorts[clone]} | {cells} | {self._status(clone)} |"
            else:
                unread.append(self.shorts[clone])
        yield f"\n## {say('Not yet looked at')}\n\n{' · '.join(unread)}\n"

    def state(self, state: str) -> Iterator[str]:
        say, bound = self.localizer.gettext, self.bound[state]
        yield f"## {say('Binding texts it is party to')}\n"
        yield from (self.lines[clone] for clone in bound)
        for topic, lines in self._by_topic(bound).items():
            yield f"\n### {link(self.localizer, 'topics', topic, up='../../')}\n"
            yield from lines
        members = self.localizer.corpus.mechanisms
        own = [
            folder
            for folder, source in self.mechanisms.items()
            if any(each.state == state for each in members[source].members)
        ]
        yield f"\n## {say('Memberships')}\n"
        yield from (
            f"- [{escaped(self.localizer.title(self.mechanisms[folder]).text)}](../../instruments/{folder}/)"
            for folder in own
        )
        yield f"\n## {say('Standards of its mechanisms, not binding')}\n"
        yield from (
            self.lines[clone]
            for folder in own
            for clone in self.of_folder[folder]
            if not self.models[clone].binding
        )
        yield f"\n## {say('Not recorded here')}\n"
        yield " · ".join(
            self.shorts[clone] for clone, model in self.models.items() if model.binding and not model.parties
        )

    def mechanism(self, folder: str, source: str) -> Iterator[str]:
        localizer, own = self.localizer, self.of_folder[folder]
        model = localizer.corpus.mechanisms[source]
        yield from (
            f"{escaped(localizer.said(source, text).text)}\n"
            for text in (model.trafficking_body, model.powers)
            if text
        )
        yield from (self.lines[clone] for clone in own)
        topics = dict.fromkeys(
            topic for clone in own for each in self.models[clone].provisions for topic in each.topics
        )
        yield f"\n{' · '.join(link(localizer, 'topics', topic, up='../../') for topic in topics)}\n"
        yield from (
            f"- [{localizer.state(member.state)}](../../{address(Target('state', member.state))})"
            for member in model.members
        )
        yield from (
            f"- [{escaped(each.title or each.url or '-')}]({each.url or '#'})" for each in model.sources
        )

    def _by_topic(self, bound: Sequence[Clone]) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for clone in bound:
            for each in self.models[clone].provisions if self.models[clone].binding else ():
                strength = self.localizer.label("strengths", each.strength)
                for topic in each.topics:
                    found[topic].append(f"- *{strength}* {self.shorts[clone]}, {escaped(each.ref)}")
        return found

    def _cell(self, clone: Clone, each: Provision) -> str:
        said = escaped(self.localizer.said(clone.source, each.says).text).replace("|", "\\|")
        grade = self.localizer.label("confidences", self.localizer.corpus.confidence_of(clone.source, each))
        strength = self.localizer.label("strengths", each.strength)
        place = f"{self.shorts[clone]}, {escaped(each.ref)}"
        return f"*{strength}* {said} {place} · {self._force(clone)} · {grade}<br>"

    def _line(self, clone: Clone) -> str:
        day = self.localizer.corpus.day(clone.source)
        title = escaped(self.localizer.title(clone.source).text)
        kind = self.localizer.label("types", self.models[clone].type)
        named = f"- {day.year if day else ''} [{title}](../../instruments/{clone.name}/) {kind}"
        return f"{named} · {self._status(clone)} · {self._force(clone)}"

    def _short(self, clone: Clone) -> str:
        return (
            f"[{escaped(self.localizer.short(clone.source).text)}](../../instruments/{clone.name}/)".replace(
                "|", "\\|"
            )
        )

    def _status(self, clone: Clone) -> str:
        return self.localizer.label("statuses", self.localizer.corpus.status(clone.source))

    def _force(self, clone: Clone) -> str:
        return self.localizer.label("forces", "binding" if self.models[clone].binding else "not-binding")
