"""What the interactive terminal offers while a line is typed: commands, options, documents, words."""

import re
from collections.abc import AsyncGenerator, Iterable, Mapping
from typing import Final

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document as Typed

from bot.answers.offers import Offers
from bot.app import App
from bot.console.arguments import options_of
from bot.console.literal import literal_line
from bot.console.typed import HERE, LEAVING
from bot.console.verbs import CITATIONS, FORMATS, QUOTES, VERBS, Verb, Words
from bot.errors import UserError
from bot.models import SHARED, Kind, Method
from bot.store.search import Filters

_CHOICES: Final[Mapping[str, Iterable[str]]] = {
    "--length": ("headline", "short", "medium", "long"),
    "--method": tuple(Method),
    "--kind": (*Kind, "auto"),
    "--format": FORMATS,
}
_OWN: Final[Mapping[tuple[str, str], Iterable[str]]] = {
    ("quote", "--kind"): ("passages", "quotations"),
    ("cite", "--format"): CITATIONS,
    ("quote", "--format"): QUOTES,
}
_ACTIONS: Final = ("merge", "rename", "forget")
_BEGUN: Final = re.compile(r"\s*D?\s*(\d{1,9})\s*[¶:P]\s*(\d{0,7})\s*", re.IGNORECASE | re.ASCII)
# a name of several words between quotation marks, as far as it has been typed
_NAMED: Final = re.compile(r'--speaker\s+("[^"]*)\Z')
_NAME: Final = re.compile(r'("[^"]*)\Z')
_TWO: Final = 2
_MOST: Final = 25  # suggestions; more is a list to read


class Completions(Completer):
    """Completes from what the store holds now, another process's imports included."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._offers = Offers(app.store)

    def get_completions(self, document: Typed, complete_event: CompleteEvent) -> Iterable[Completion]:  # noqa: ARG002 - the interface of prompt_toolkit
        """Nothing: the store is only asked from within the event loop."""
        return ()

    async def get_completions_async(
        self,
        document: Typed,
        complete_event: CompleteEvent,  # noqa: ARG002 - the interface of prompt_toolkit
    ) -> AsyncGenerator[Completion, None]:
        """What may stand at the cursor."""
        try:
            found = await self._suggested(document.text_before_cursor)
        except UserError:
            return  # a busy store is no reason to disturb somebody who types
        for each in found[:_MOST]:
            yield each

    async def _suggested(self, line: str) -> list[Completion]:
        before, typed = _last_word(line)
        if not before.strip():
            return _commands(typed) or await self._words(typed)
        first, *others = before.split()
        name = first.removeprefix("/").lower()
        if name not in HERE:
            return await self._words(typed)
        after_verb = line[line.index(first) + len(first) :].lstrip()
        return await self._for_verb(VERBS[name], others, typed, after_verb)

    async def _for_verb(self, verb: Verb, others: list[str], typed: str, after_verb: str) -> list[Completion]:
        """What may follow a verb: `others` are the words between it and the one that is being typed."""
        if named := _NAMED.search(after_verb) or (verb.words is Words.SPEAKER and _NAME.match(after_verb)):
            return await self._speakers(named[1])
        last = others[-1] if others else ""
        if last in _CHOICES or typed.startswith("--"):
            names = [name for name in options_of(verb) if name != "--database"]
            return _fitting(_OWN.get((verb.name, last), _CHOICES.get(last, names)), typed)
        if last == "--document":
            return await self._documents(typed)
        if last == "--speaker":
            return await self._speakers(typed)
        if not any(word.startswith("--") for word in others):
            return await self._words_of(verb, others, typed, after_verb)
        return await self._words(typed) if verb.words is Words.TEXT or last == "--topic" else []

    async def _words_of(self, verb: Verb, others: list[str], typed: str, after_verb: str) -> list[Completion]:
        """What may follow a verb that has no option yet."""
        if verb.words in {Words.DOCUMENT, Words.DOCUMENT_OR_TOPIC}:
            return await self._documents(after_verb)
        if verb.words in {Words.REFERENCE, Words.CITED}:
            return await self._references(after_verb)
        if verb.words is Words.TWO_DOCUMENTS and len(others) < _TWO:
            return await self._documents(typed)
        if verb.words is Words.ACTION and not others:
            return _fitting(_ACTIONS, typed)
        if verb.words is Words.ACTION or (verb.words is Words.SPEAKER and not others):
            return await self._speakers(typed)
        return await self._words(typed) if verb.words is Words.TEXT else []

    async def _documents(self, typed: str) -> list[Completion]:
        """Documents whose number or title fits; what is put in is the reference, which never changes."""
        return [
            Completion(each.reference, -len(typed), display=each.reference, display_meta=literal_line(each.name))
            for each in await self._offers.documents(typed)
        ]

    async def _speakers(self, typed: str) -> list[Completion]:
        """Speakers in whose name a word begins so; a name of several words is put in between quotation marks."""
        store = self._app.store
        scope = await store.search.scope(Filters())
        found = await store.speakers.beginning(typed.lstrip('"'), scope, _MOST)
        names = [each.name for each in found if literal_line(each.name) == each.name and '"' not in each.name]
        return [Completion(f'"{name}"' if " " in name else name, -len(typed), display=name) for name in names]

    async def _references(self, typed: str) -> list[Completion]:
        """Documents; once one is named, its paragraphs by number, each with how it begins."""
        if (begun := _BEGUN.fullmatch(typed)) is None:
            return await self._documents(typed)
        if (document := await self._app.store.library.document(SHARED, int(begun[1]))) is None:
            return []
        return [
            Completion(
                f"{document.reference}¶{each.number}",
                -len(typed),
                display=f"¶{each.number}",
                display_meta=literal_line(" ".join(each.text.split())),
            )
            for each in await self._app.store.numbering.beginnings(document, begun[2], _MOST)
        ]

    async def _words(self, typed: str) -> list[Completion]:
        bare = typed.lstrip('"-')
        words = [word for word in await self._offers.words(bare) if literal_line(word) == word]
        return [Completion(word, -len(bare)) for word in words]


def _last_word(line: str) -> tuple[str, str]:
    """What stands before the word that is being typed, and that word."""
    word = "" if not line or line[-1].isspace() else line.rsplit(maxsplit=1)[-1]
    return line[: len(line) - len(word)], word


def _commands(typed: str) -> list[Completion]:
    slash = "/" if typed.startswith("/") else ""
    found = [
        Completion(slash + name, -len(typed), display_meta=VERBS[name].about)
        for name in HERE
        if name.startswith(typed.removeprefix("/").lower())
    ]
    others = [name for name in ("help", LEAVING[0]) if name.startswith(typed.removeprefix("/").lower())]
    return found + [Completion(slash + name, -len(typed)) for name in others]


def _fitting(choices: Iterable[str], typed: str) -> list[Completion]:
    return [Completion(choice, -len(typed)) for choice in choices if choice.startswith(typed.lower())]
