"""What somebody says: a name in, direct quotations and then reported speech out, on a topic or all of it."""

from typing import Final

from bot.answers import speakers
from bot.answers.plan import endings_of, planned
from bot.answers.query import parse
from bot.answers.results import SpeakerAnswer, SpeakerRequest
from bot.answers.spoken import about, all_by, as_passages
from bot.errors import BadRequestError
from bot.models import Speech
from bot.store.search import Filters
from bot.store.store import Reading, Store

MOST: Final = 50


async def speaker(store: Store, request: SpeakerRequest) -> SpeakerAnswer:
    """What a speaker says: on a topic the best first, without one in the order of the documents.

    Raises:
        BadRequestError: The speaker is not known, the topic has no word to look for, or the limit is out of bounds.
        BusyError: The search ran into its time limit.
        DamagedStoreError: A paragraph is not what was stored.
    """
    if not 1 <= request.limit <= MOST:
        raise BadRequestError(f"The limit is {request.limit}. Choose a number from 1 to {MOST}.")
    if request.offset < 0:
        raise BadRequestError(f"The offset is {request.offset}. It counts from 0.")
    topic = parse(request.topic) if request.topic.strip() else None
    if topic is not None and not topic.content:
        raise BadRequestError("The topic has no word to look for. Give one or more words, such as: trade.")
    endings = {} if topic is None else await endings_of(store, topic)

    async def asked(reading: Reading) -> SpeakerAnswer:
        known = await speakers.find(reading, request.name, request.collections)
        scope = await reading.search.scope(Filters(request.collections, speakers=known.ids))
        plan = None if topic is None else await planned(reading, topic, endings)
        incomplete = False
        if plan is None:
            found = await all_by(reading, scope, known.ids)
        else:
            found, incomplete = await about(reading, plan, scope)
        page = found[request.offset : request.offset + request.limit]
        return SpeakerAnswer(
            name=known.name,
            quotations=tuple(await as_passages(reading, page, plan)),
            total=len(found),
            direct=sum(each.first.said.form is Speech.DIRECT for each in found),
            terms=() if topic is None else tuple(dict.fromkeys(clause.typed for clause in topic.content)),
            searched=scope.searched,
            incomplete=incomplete,
            id=known.ids[0] if known.ids else 0,
        )

    return await store.reading(asked)
