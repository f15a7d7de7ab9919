"""What the bot is, and how to ask it."""

from typing import Final

from discord import ui

from bot.cogs.replies.sheet import sheet, small

_WHAT: Final = (
    "**Verbatim** finds what a collection of documents says, and shows it word for word with the paragraph it stands "
    "in. It writes nothing of its own and endorses nothing: a claim is its document's claim."
)
_COMMANDS: Final = (
    ("/quote", 'find passages; words, "a phrase", -without, this OR that, begin\\*', "/quote text:joint statement"),
    ("/summary", "the sentences that stand for a document", "/summary document:D2 length:short"),
    ("/timeline", "what happened when, by the dates in the text", "/timeline from:2023-03 to:2023-04"),
    (
        "/speaker",
        "what somebody says: direct quotations, then reported speech",
        "/speaker name:Ada Quill topic:harbour",
    ),
    ("/verify", "check a quotation: exact, altered, joined, or not there", "/verify quote:We have waited ten years"),
    ("/compare", "what two documents share, tell otherwise, or tell alone", "/compare first:D1 second:D2"),
    ("/cite", "a citation: text, Markdown, BibTeX, CSL-JSON or RIS", "/cite reference:D2¶13 format:BibTeX"),
    ("/documents", "what there is to ask about", "/documents"),
    ("/export", "passages or a timeline as a file, for curators", "/export quote text:joint statement format:csv"),
)
_PROMISE: Final = (
    "Every passage, sentence and date line is a literal slice of its source, with its citation.\n"
    "What is worked out says from what; what is not known stays unknown; nothing found is an honest answer."
)
_HOW: Final = (
    "A citation such as [D2 ¶13] is document 2, paragraph 13. ◀ ▶ turn the pages for the one who asked; Context shows "
    "the paragraphs around, to you alone. With private:True only you see the answer. "
    "Apps → Check this quote, in the menu of a message, checks what the message quotes."
)


def help_view() -> ui.LayoutView:
    """The help page."""
    commands = [f"**{name}** {does}\n{small(f'`{example}`')}" for name, does, example in _COMMANDS]
    return sheet([[_WHAT], commands, [_PROMISE, small(_HOW)]])
