"""Which paragraphs are about a topic: those that would answer it as a query."""

from bot.answers.finding import find_passages
from bot.answers.plan import make
from bot.answers.query import parse
from bot.errors import BadRequestError
from bot.store.scope import Filters
from bot.store.store import Store


async def paragraphs_about(
    store: Store, topic: str, collections: tuple[str, ...], document: int | None = None
) -> tuple[int, ...]:
    """The row ids of the paragraphs about a topic, best first.

    Args:
        store: Where to look.
        topic: Words as for a quotation.
        collections: The collections to search.
        document: The row id of the one document to search, or None for all.

    Raises:
        BadRequestError: The topic has no word to look for.
        BusyError: The search ran into its time limit.
    """
    query = parse(topic)
    if not query.content:
        raise BadRequestError("The topic has no word to look for. Give one or more words, such as: trade.")
    scope = await store.search.scope(Filters(collections, document))
    finding = await find_passages(store, await make(store, query), scope)
    return tuple(ranked.candidate.id for ranked in finding.ranked)
