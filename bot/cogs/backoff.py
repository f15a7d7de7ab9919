"""How long to wait before trying again."""

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Backoff:
    """Doubling waits in seconds, up to `most`, each shortened by up to half so that clients do not come all at once."""

    first: float = 1.0
    most: float = 60.0

    def delay(self, attempt: int) -> float:
        """The wait after the `attempt`-th failure, counted from 0."""
        whole = min(self.first * float(1 << min(attempt, 30)), self.most)
        return whole * random.uniform(0.5, 1)  # noqa: S311 - spreads load, guards nothing
