"""How a date is known, as a mark and in words."""

from typing import Final

from bot.models import Basis

SYMBOLS: Final = {
    Basis.STATED: "●",
    Basis.WORKED_OUT: "◐",
    Basis.DOCUMENT: "□",
    Basis.CURATOR: "✎",
    Basis.UNKNOWN: "○",
}
AHEAD: Final = "→"
LEGEND: Final = {
    Basis.STATED: "stated in the text",
    Basis.WORKED_OUT: "worked out from the words shown",
    Basis.DOCUMENT: "the document's own date",
    Basis.CURATOR: "set by a curator",
    Basis.UNKNOWN: "unknown",
}
