"""/verify and Apps → Check this quote: whether a quotation stands in the documents, and what differs."""

from collections.abc import Coroutine, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.answers.results import Verdict, VerifyAnswer, VerifyRequest
from bot.answers.verification.claims import only
from bot.answers.verification.verify import verify
from bot.cogs import choices, sending
from bot.cogs.family import LONGEST_NAME, Family, within
from bot.cogs.messages import readings
from bot.cogs.quoted import attributed, quoted, without_attribution
from bot.cogs.replies.verification import verdict_view

if TYPE_CHECKING:
    from bot.cogs.desk import Turn
    from bot.cogs.sending import Asked

LONGEST_QUOTE = 6_000
MENU = "Check this quote"
_NO_TEXT = "This message has no text to check. Copy the words of the quotation and use /verify."

_OWN = "This is an answer of mine, and it cites what it shows. To check other words, use /verify."
_INEXACT = (Verdict.ABSENT, Verdict.ALTERED, Verdict.JOINED, Verdict.PUNCTUATION)
_NAME = 60  # characters of a name that nobody has
_Checked = tuple[VerifyAnswer, str]
"""An answer, and the words that were checked."""


class Verifying(Family):
    """Checks quotations."""

    def menus(self) -> list[app_commands.ContextMenu]:
        """The entry in the Apps menu of a message."""
        return [app_commands.ContextMenu(name=MENU, callback=self.check)]

    @app_commands.command(name="verify", description="Whether a quotation stands in the documents, word for word")
    @app_commands.describe(
        quote="The words as they were quoted; … and [words] mark omissions",
        speaker="Whether this person says it there; pick the name from the list",
        document="Whether it stands in this document; pick it from the list",
        private="Show the answer to me alone, which is how it is unless you choose False",
    )
    @app_commands.autocomplete(document=choices.documents, speaker=choices.speakers)
    async def verify(
        self,
        interaction: "Asked",
        *,
        quote: app_commands.Range[str, 1, LONGEST_QUOTE],
        speaker: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
        document: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
        private: bool = True,
    ) -> None:
        """Answer with a verdict and what shows it."""
        within(LONGEST_QUOTE, quote=quote)
        within(LONGEST_NAME, document=document, speaker=speaker)
        async with sending.desk(interaction).turn(interaction) as turn:
            checked = self._verified(VerifyRequest(quote, document, speaker))
            await self._answer(interaction, turn, checked, private=private)

    async def check(self, interaction: "Asked", message: discord.Message) -> None:
        """Answer the same for what a message quotes, to the asker alone."""
        async with sending.desk(interaction).turn(interaction) as turn:
            own = interaction.client.user
            if own is not None and message.author.id == own.id:
                await sending.tell(interaction, _OWN)
            elif said := readings(message):
                await self._answer(interaction, turn, self._best(said), private=True)
            else:
                await sending.tell(interaction, _NO_TEXT)

    async def _best(self, said: Sequence[str]) -> _Checked:
        """What is found of a message as it is read; as it was typed, where only that stands there word for word."""
        asked, unknown = await self._asked(said[0])
        answer, text = await self._verified(asked)
        for typed in said[1:] if answer.verdict in _INEXACT else ():
            again = await self._verified(replace(asked, text=without_attribution(quoted(typed))))
            if again[0].verdict is Verdict.EXACT:
                answer, text = again
        if unknown is not None and answer.verdict is not Verdict.ABSENT:
            name = unknown if len(unknown) <= _NAME else f"{unknown[:_NAME]}…"
            warning = f'Whether "{name}" says so was not checked: no one speaker here is known by that name.'
            answer = replace(answer, warnings=(*answer.warnings, warning))
        return answer, text

    async def _asked(self, content: str) -> tuple[VerifyRequest, str | None]:
        """What a message quotes, with the one known speaker to whom it gives that; and a name that is no such one's."""
        text, name = without_attribution(quoted(content)), attributed(content)
        if name is None:
            return VerifyRequest(text), None
        written = name
        speaker = await self.store.reading(lambda reading: only(reading, written))
        # one word before a colon need not be a name
        unknown = written if speaker is None and " " in written else None
        return VerifyRequest(text, speaker=speaker), unknown

    async def _answer(
        self, interaction: "Asked", turn: "Turn", checked: Coroutine[Any, Any, _Checked], *, private: bool
    ) -> None:
        answer, text = await sending.patiently(interaction, turn, checked, private=private)
        hidden = private or answer.verdict is Verdict.ABSENT
        await sending.show(interaction, verdict_view(answer, text), private=hidden)

    async def _verified(self, asked: VerifyRequest) -> _Checked:
        return await self.recall.get(asked, lambda: verify(self.store, asked)), asked.text
