"""The verbs about speakers: what one says, who there is, and joining and renaming them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from bot.app import App
from bot.console import contract
from bot.console.answer import Answer, Confirm
from bot.console.arguments import Arguments, readable, unknown
from bot.console.hints import PROGRAM
from bot.errors import BadRequestError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from bot.answers.results import ListedSpeaker

# what only one verb needs is imported inside it: the others start without
# ruff: noqa: PLC0415

_NAMES: Final = {"merge": ("NAME", "INTO"), "rename": ("NAME", "NEWNAME"), "forget": ("NAME",)}


async def speaker(app: App, arguments: Arguments, _: Confirm) -> Answer:
    """What somebody says, on a topic or all of it."""
    from bot.answers.results import SpeakerRequest
    from bot.answers.speaker import speaker as answered

    name, topic = await _cut(app, [readable(word) for word in arguments.words])
    answer = await answered(app.store, SpeakerRequest(name, topic, arguments.options.limit))

    def layout() -> "RenderableType":
        from bot.console.layout import speaking

        return speaking.speaker(answer)

    return Answer(contract.said_by(answer), layout)


async def _cut(app: App, words: Sequence[str]) -> tuple[str, str]:
    """A name and a topic: the name is the first word, or as many of the first as are a full name or an alias."""
    from bot.answers.speakers import everyone
    from bot.store.speakers import name_words

    if len(words) == 1 or len(name_words(words[0])) > 1:
        return words[0], " ".join(words[1:])
    full = {tuple(name_words(name)) for each in await everyone(app.store) for name in (each.name, *each.aliases)}
    for count in range(len(words), 1, -1):
        if tuple(name_words(" ".join(words[:count]))) in full:
            return " ".join(words[:count]), " ".join(words[count:])
    return words[0], " ".join(words[1:])


async def speakers(app: App, arguments: Arguments, _: Confirm) -> Answer:
    """Who speaks; or, with an action, a change to the names under which speakers are shown."""
    from bot.answers.speakers import listed

    if not arguments.words:
        return _listed(await listed(app.store))
    action, *names = (readable(word) for word in arguments.words)
    if (wanted := _NAMES.get(action)) is None:
        raise unknown("action", action, list(_NAMES))
    if len(names) != len(wanted) or not all(name.strip() for name in names):
        usage = " ".join(("speakers", action, *wanted))
        raise BadRequestError(
            f"{action} takes {' and '.join(wanted)}, quoted if of several words: `{PROGRAM} {usage}`."
        )
    return _listed(await _changed(app, action, names))


async def _changed(app: App, action: str, names: Sequence[str]) -> "list[ListedSpeaker]":
    """Do it, and give those whom it concerns as they are now."""
    from bot.answers.speakers import everyone, listed, naming

    given = await naming(app.store, names[0])
    concerned = {given}
    if action == "forget":
        for each in await everyone(app.store):
            concerned.update(each.aliases if each.name == given else ())
        if not await app.store.aliases.forget(given):
            raise BadRequestError(f'Nothing was merged into or renamed to "{given}". See `{PROGRAM} speakers`.')
    elif action == "merge":
        into = await naming(app.store, names[1])
        await app.store.aliases.merge(given, into)
        concerned.add(into)
    else:
        await app.store.aliases.rename(given, names[1])
        concerned.add(" ".join(names[1].split()))
    return await listed(app.store, names=concerned)


def _listed(known: "Sequence[ListedSpeaker]") -> Answer:
    def layout() -> "RenderableType":
        from bot.console.layout import speaking

        return speaking.speakers(known)

    return Answer(contract.speakers(known), layout)
