"""/quote: passages, one at a time."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, Literal

from discord import app_commands

from bot.answers.copies import Copies, copies_of
from bot.answers.quote import MOST_PASSAGES, quote
from bot.answers.results import Passage, QuoteRequest
from bot.answers.spoken import speaker_of
from bot.cogs import choices, failures, sending
from bot.cogs.citing import tell_gone
from bot.cogs.family import LONGEST_DATE, LONGEST_NAME, LONGEST_TEXT, Family, may_turn, within
from bot.cogs.recall import Recall
from bot.cogs.replies.passages import PAGE, Results, part_of, passage_view, results
from bot.cogs.replies.words import nothing_quoted, passed_over, remarks
from bot.cogs.speaking import show_quotations
from bot.models import SHARED, Citation, Kind, Span
from bot.store.search import Filters, Stored

if TYPE_CHECKING:
    from bot.app import App
    from bot.cogs.buttons import Handler
    from bot.cogs.sending import Asked

QuoteKind = Literal["passages", "quotations"]
_LIMIT: Final = 10
_REMEMBERED: Final = 500
_Hits = tuple[tuple[Span, ...], ...]


class Quoting(Family):
    """Finds passages, and turns their pages.

    The hits of the last answers are remembered to mark them on every page: a button carries no query. After a restart
    the pages turn as before, without the marks.
    """

    def __init__(self, app: "App", handlers: "dict[str, Handler]", recall: Recall) -> None:
        super().__init__(app, handlers, recall)
        self._hits: OrderedDict[tuple[object, ...], _Hits] = OrderedDict()

    def buttons(self) -> "dict[str, Handler]":
        """The pages of an answer."""
        return {PAGE: self.turn}

    @app_commands.command(name="quote", description="Passages of the documents, word for word, with their citations")
    @app_commands.describe(
        text='Words, "a phrase", -without, this OR that, begin*; nothing for a passage by chance',
        document="One document; pick it from the list",
        speaker="Only where this person speaks; pick the name from the list",
        kind="Whole passages, or the quotations in them with their speakers",
        since="Published on or after: 2023-03-20, 2023-03 or 2023",
        until="Published on or before: 2023-03-20, 2023-03 or 2023",
        private="Show the answer to me alone",
    )
    @app_commands.rename(since="from", until="to")
    @app_commands.autocomplete(text=choices.text, document=choices.documents, speaker=choices.speakers)
    async def quote(
        self,
        interaction: "Asked",
        *,
        text: app_commands.Range[str, 0, LONGEST_TEXT] = "",
        document: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
        since: app_commands.Range[str, 1, LONGEST_DATE] | None = None,
        until: app_commands.Range[str, 1, LONGEST_DATE] | None = None,
        speaker: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
        kind: QuoteKind = "passages",
        private: bool = False,
    ) -> None:
        """Answer with the best passage, and ways to the next ones."""
        async with sending.desk(interaction).turn(interaction):
            within(LONGEST_TEXT, text=text)
            within(LONGEST_NAME, document=document, speaker=speaker)
            within(LONGEST_DATE, from_=since, to=until)
            limit = _LIMIT if kind == "passages" else MOST_PASSAGES
            asked = QuoteRequest(text, document, since, until, speaker=speaker, kind=kind, limit=limit)
            if text.strip():
                answer = await self.recall.get(asked, lambda: quote(self.store, asked))
            else:
                answer = await quote(self.store, asked)
            if not answer.passages:
                await sending.tell(interaction, nothing_quoted(answer, asked))
                return
            if kind == "quotations":
                await show_quotations(self, interaction, answer, private=private)
                return
            found = results(interaction.user.id, answer)
            self._remember(found, tuple(each.hits for each in answer.passages))
            first = answer.passages[0]
            view = passage_view(
                found.at(0, part_of(first.text, first.hits)),
                first,
                notes=remarks(answer),
                at_random=answer.chosen_at_random,
            )
            await sending.show(interaction, view, private=private)

    def _remember(self, found: Results, hits: _Hits) -> None:
        self._hits[found.key] = hits
        self._hits.move_to_end(found.key)
        while len(self._hits) > _REMEMBERED:
            self._hits.popitem(last=False)

    async def turn(self, interaction: "Asked", state: str) -> None:
        """Show the passage that a button leads to."""
        async with sending.desk(interaction).turn(interaction):
            if (wanted := Results.read(state)) is None:
                await sending.tell(interaction, failures.OUTDATED)
                return
            if not await may_turn(interaction, wanted.asker):
                return
            gone: list[int] = []
            for place in wanted.onwards():
                if (passage := await self._passage(wanted.at(place))) is not None:
                    break
                gone.append(place)
            else:
                await tell_gone(interaction, self.store, *wanted.places[wanted.place])
                return
            part = wanted.part if not gone and wanted.part is not None else part_of(passage.text, passage.hits)
            shown = wanted.at(place, part)
            if gone:
                shown = self._shortened(shown, gone)
            await sending.show(
                interaction, passage_view(shown, passage, notes=passed_over([wanted.places[each] for each in gone]))
            )

    def _shortened(self, shown: Results, gone: Sequence[int]) -> Results:
        """The list without what is no longer there, its marks remembered as before."""
        kept = shown.without(gone)
        if (known := self._hits.get(shown.key)) is not None:
            self._remember(kept, tuple(hits for place, hits in enumerate(known) if place not in gone))
        return kept

    async def _passage(self, wanted: Results) -> Passage | None:
        """The passage at the place that is wanted; None where it is no longer there."""
        number, paragraph_number = wanted.places[wanted.place]
        if (document := await self.store.library.document(SHARED, number)) is None:
            return None
        paragraph = await self.store.library.paragraph(document, paragraph_number)
        if paragraph is None or paragraph.kind is not Kind.BODY:
            return None
        known = self._hits.get(wanted.key, ())
        hits = known[wanted.place] if wanted.place < len(known) else ()
        said = (await self.store.speakers.said_in([paragraph.id])).get(paragraph.id, ())
        also_in, nearly_in = await self._copies(paragraph.id)
        return Passage(
            text=paragraph.text,
            match="all" if wanted.place < wanted.complete else "some",
            hits=hits,
            also_in=also_in,
            citation=Citation(document, paragraph.number, paragraph.span, paragraph.page),
            nearly_in=nearly_in,
            speaker=speaker_of(paragraph.text, hits, said),
        )

    async def _copies(self, paragraph: int) -> tuple[tuple[Citation, ...], tuple[Citation, ...]]:
        """Where else the same passage stands, and in which of these places a few words differ."""
        stored = await self.store.search.passages([paragraph])
        found = await copies_of(self.store, stored, await self.store.search.scope(Filters()))
        copies = found.get(paragraph, Copies())
        documents = await self.store.library.documents_by_id({each.document for each in copies.all})

        def cited(passages: Iterable[Stored]) -> tuple[Citation, ...]:
            return tuple(
                Citation(documents[each.document], each.number, each.span, each.page)
                for each in passages
                if each.document in documents
            )

        return cited(copies.all), cited(copies.near)
