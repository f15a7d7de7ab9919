"""Finding the speaker that somebody names."""

from collections.abc import Collection, Sequence
from typing import Final

from bot.answers.results import ListedSpeaker
from bot.documents.quotations.lexicon import TITLES
from bot.errors import BadRequestError
from bot.models import SHARED
from bot.store.search import Filters, Scope
from bot.store.speakers import KnownSpeaker, name_words
from bot.store.store import Reading

_SHOWN: Final = 80  # characters of what was typed that an error repeats
_CLOSEST: Final = 3
_ALIKE: Final = 60  # of 100: from here on a slip of the keyboard, or of memory, is likely
_JOINING: Final = frozenset({"and", "&"})


async def everyone(store: Reading, collections: Sequence[str] = (SHARED,)) -> list[KnownSpeaker]:
    """Everybody who speaks in the documents that answer: names first, then mere descriptions, each the most first."""
    return await store.speakers.everyone(await store.search.scope(Filters(collections)), collections)


async def listed(
    store: Reading, collections: Sequence[str] = (SHARED,), names: Collection[str] | None = None
) -> list[ListedSpeaker]:
    """The same with their documents; only those with one of `names`, as shown or as an alias, where some are given."""
    scope = await store.search.scope(Filters(collections))
    known = [
        each
        for each in await store.speakers.everyone(scope, collections)
        if names is None or not {each.name, *each.aliases}.isdisjoint(names)
    ]
    documents = await store.speakers.documents(known, scope)
    return [
        ListedSpeaker(each.name, each.aliases, each.quotations, each.reported, tuple(documents.get(each.name, ())))
        for each in known
    ]


async def find(
    store: Reading, typed: str, collections: Sequence[str] = (SHARED,), scope: Scope | None = None
) -> KnownSpeaker:
    """The speaker that `typed` names: a full name or an alias of one, or how one single name begins or ends.

    Case, accents, typography and titles do not count. "Quill" is Ada Quill as long as she is the only one of that name
    and no document leaves it at "Quill".

    Args:
        store: Where to look.
        typed: The name as typed.
        collections: The collections that are searched.
        scope: Where the speaker must speak; all that answers in the collections when None.

    Raises:
        BadRequestError: Nobody fits, or several do; the closest are named.
    """
    words = name_words(typed)
    if not words:
        raise BadRequestError("Name a speaker: the whole name, or as much of it as tells one from all others.")
    if scope is None:
        scope = await store.search.scope(Filters(collections))
    found = await fitting(store, typed, scope, collections)
    if len(found) == 1:
        return found[0]
    shown = typed if len(typed) <= _SHOWN else f"{typed[:_SHOWN]}…"
    if found:
        raise BadRequestError(f'"{shown}" fits several speakers: {_named(found)}. Write the full name.', see="speakers")
    if not (hint := await nearest(store, typed, scope, collections)):
        raise BadRequestError(f'No speaker "{shown}": nobody is known to speak in these documents.')
    raise BadRequestError(f'No speaker "{shown}". {hint}', see="speakers")


async def nearest(store: Reading, typed: str, scope: Scope, collections: Sequence[str] = (SHARED,)) -> str:
    """A sentence with the names nearest to one that is nobody's, or with those who speak most; empty if nobody does."""
    everybody = await store.speakers.everyone(scope, collections)
    if not everybody:
        return ""
    words = bare(name_words(typed))
    near = await store.speakers.holding(" ".join(words), scope, collections)
    others = near[:_CLOSEST] or _closest(everybody, words)
    return f"Closest: {_named(others)}." if others else f"Who speaks most: {_named(everybody)}."


async def wanted(
    store: Reading, typed: str | None, collections: Sequence[str], document: int | None
) -> KnownSpeaker | None:
    """The speaker that an option names; None where it names none.

    Args:
        store: Where to look.
        typed: The option as typed.
        collections: The collections that are searched.
        document: The row id of the one document that is searched, if it is one.

    Raises:
        BadRequestError: Nobody fits, or several do.
    """
    if typed is None or not typed.strip():
        return None
    try:
        return await find(store, typed, collections)
    except BadRequestError:
        if document is None:
            raise
        # a retired digest answers only where it is named, and so do those whom only the digest knows
        return await find(store, typed, collections, await store.search.scope(Filters(collections, document)))


async def fitting(
    store: Reading, typed: str, scope: Scope, collections: Sequence[str] = (SHARED,)
) -> list[KnownSpeaker]:
    """Those whom `typed` may name, as in `find`: one, several who share a name, or nobody."""
    for name in dict.fromkeys((typed, " ".join(bare(name_words(typed))))):
        words = name_words(name)
        near = await store.speakers.holding(name, scope, collections)
        full = [each for each in near if any(name_words(own) == words for own in (each.name, *each.aliases))]
        if found := _exact(full, name) or _shortened(near, words):
            return found
    return []


def bare(words: Sequence[str]) -> list[str]:
    """The folded words of a name without the titles before it."""
    left = list(words)
    while len(left) > 1 and left[0] in TITLES:
        del left[0]
    return left


async def naming(store: Reading, typed: str, collections: Sequence[str] = (SHARED,)) -> str:
    """The name that a curator means: a full name or an alias exactly as it is kept, or the full name that `find` finds.

    Raises:
        BadRequestError: Nobody fits, or several do.
    """
    known = await find(store, typed, collections)
    words = name_words(typed)
    same = [name for name in (known.name, *known.aliases) if name_words(name) == words]
    return typed if typed in same else same[0] if same else known.name


def _exact(fitting: Sequence[KnownSpeaker], typed: str) -> list[KnownSpeaker]:
    """Of those whose folded name fits, the one that is written just so; all where there is none."""
    just_so = [each for each in fitting if typed.strip() in (each.name, *each.aliases)]
    return just_so if len(just_so) == 1 else list(fitting)


def _shortened(near: Sequence[KnownSpeaker], words: Sequence[str]) -> list[KnownSpeaker]:
    """Those of whose name the words are the beginning or the end: names before what only describes somebody."""
    fitting = [each for each in near if any(_shortens(words, name) for name in (each.name, *each.aliases))]
    return [each for each in fitting if not each.name[:1].islower()] or fitting


def _shortens(words: Sequence[str], name: str) -> bool:
    full = name_words(name)
    # who speaks together with others is not meant by the name of one
    if _JOINING.intersection(full) and not _JOINING.intersection(words):
        return False
    return full[: len(words)] == list(words) or full[-len(words) :] == list(words)


def _closest(everybody: Sequence[KnownSpeaker], words: Sequence[str]) -> list[KnownSpeaker]:
    """Those whose name, or a word of it, is nearest to what was typed."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only needed for an error

    names = [" ".join(name_words(each.name)) for each in everybody]
    near = process.extract(" ".join(words), names, scorer=fuzz.WRatio, score_cutoff=_ALIKE, limit=_CLOSEST)
    return [everybody[place] for _, _, place in near]


def _named(speakers: Sequence[KnownSpeaker]) -> str:
    return ", ".join(each.name for each in speakers[:_CLOSEST])
