"""The way in: files and folders to documents in the store, with what answers need worked out once."""

from bot.intake.intake import Intake
from bot.intake.outcomes import Outcome, Progress, Status

__all__ = ["Intake", "Outcome", "Progress", "Status"]
