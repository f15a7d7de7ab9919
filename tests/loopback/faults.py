"""Scripted failures of the REST API: errors, rate limits, dropped connections, slow answers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tests.loopback.errors import Json

Way = Literal["status", "drop", "slow"]


@dataclass(slots=True)
class Fault:
    """What happens to the next `times` requests whose method and path fit; `hits` counts those that it met."""

    method: str
    pattern: re.Pattern[str]
    way: Way
    times: int = 1
    status: int = 500
    seconds: float = 0.0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Json | None = None
    hits: int = 0

    def fits(self, method: str, path: str) -> bool:
        """Whether it strikes this request."""
        return self.hits < self.times and self.method in (method, "*") and bool(self.pattern.search(path))


class Faults:
    """The faults still to come; the first that fits strikes."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Script one more."""
        self._faults.append(fault)
        return fault

    def strike(self, method: str, path: str) -> Fault | None:
        """The fault that this request meets."""
        for fault in self._faults:
            if fault.fits(method, path):
                fault.hits += 1
                return fault
        return None

    def clear(self) -> None:
        """Let everything work again."""
        self._faults.clear()


def status_fault(
    method: str,
    pattern: str,
    status: int,
    *,
    times: int = 1,
    headers: Mapping[str, str] | None = None,
    retry_after: float = 0.05,
) -> Fault:
    """A fault that answers with a status; 429 comes as Discord's own rate limit does unless `headers` are given."""
    given = dict(headers) if headers is not None else {}
    body: Json = {"message": f"{status}: scripted fault", "code": 0}
    if status == 429:
        body = {"message": "You are being rate limited.", "retry_after": retry_after, "global": False}
        if headers is None:
            given = {"Via": "1.1 google", "Retry-After": str(retry_after), "X-RateLimit-Scope": "user"}
    return Fault(method, re.compile(pattern), "status", times, status, headers=given, body=body)
