"""The way in: files and folders to documents in the store, with what answers need worked out once."""

from bot.intake.intake import Intake, Outcome, Progress, Status

__all__ = ["Intake", "Outcome", "Progress", "Status"]
