"""A clock that tests may set: real time, and as much more as they add."""

import time


class Clock:
    """Monotonic seconds. Deadlines of three seconds and fifteen minutes are read from here."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """Seconds since some moment in the past."""
        return time.monotonic() + self._ahead

    def advance(self, seconds: float) -> None:
        """Let that much time pass at once, for the server only."""
        self._ahead += seconds
