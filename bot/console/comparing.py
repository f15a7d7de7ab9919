"""`compare` at the terminal."""

from typing import TYPE_CHECKING

from bot.app import App
from bot.console import contract
from bot.console.answer import Answer, Confirm
from bot.console.arguments import Arguments, readable

if TYPE_CHECKING:
    from rich.console import RenderableType

# what only this verb needs is imported inside it: the others start without
# ruff: noqa: PLC0415


async def compare(app: App, arguments: Arguments, _: Confirm) -> Answer:
    """Compare two documents, sentence by sentence."""
    from bot.answers.comparison import compare as comparing
    from bot.answers.results import CompareRequest

    first, second = map(readable, arguments.words)
    answer = await comparing.compare(app.store, app.worker, CompareRequest(first, second, arguments.option("topic")))

    def layout() -> "RenderableType":
        from bot.console.layout import comparison

        return comparison.compare(answer, everything=arguments.options.all)

    return Answer(contract.compare(answer), layout)
