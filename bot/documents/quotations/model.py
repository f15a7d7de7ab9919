"""What this package gives for a paragraph."""

from dataclasses import dataclass

from bot.models import Quotation, ReportedSpeech


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotations and the reported speech of one paragraph, each in order and without overlap."""

    quotations: tuple[Quotation, ...] = ()
    reported: tuple[ReportedSpeech, ...] = ()
