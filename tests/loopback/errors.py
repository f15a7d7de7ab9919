"""What goes wrong: for the client under test (a refusal), and for the test that drives it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


class LoopbackError(AssertionError):
    """The test asks for what no user of Discord could do, such as clicking a button that is not there."""


class LoopbackTimeoutError(LoopbackError):
    """What the test waits for did not happen in time."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One limit of Discord that an outgoing payload breaks: where (dotted path), Discord's code, and the sentence."""

    where: str
    code: str
    message: str
    request: str = ""

    def __str__(self) -> str:
        return f"{self.request}: {self.where}: {self.message} ({self.code})"


class Findings(list[Violation]):
    """Violations as they are found."""

    def report(self, where: str, code: str, message: str) -> None:
        """Add one."""
        self.append(Violation(where, code, message))

    def length(self, where: str, value: object, low: int, high: int) -> None:
        """Report a text (or list) whose length lies outside; a missing one counts as empty."""
        size = len(value) if isinstance(value, str | list) else 0
        if not low <= size <= high:
            sentence = f"Must be between {low} and {high} in length." if low else f"Must be {high} or fewer in length."
            self.report(where, "BASE_TYPE_BAD_LENGTH" if low else "BASE_TYPE_MAX_LENGTH", f"{sentence} It has {size}.")

    def between(self, where: str, value: object, low: float, high: float) -> None:
        """Report a number that lies outside; a missing one is fine."""
        if value is None:
            return
        if not isinstance(value, int | float) or not low <= value <= high:
            self.report(where, "NUMBER_TYPE_RANGE", f"Must be between {low} and {high}, not {value!r}.")


class Refusal(Exception):  # noqa: N818 - an answer of the server, not an error of it
    """An HTTP error answer in Discord's shape."""

    def __init__(self, status: int, code: int, message: str, violations: Sequence[Violation] = ()) -> None:
        super().__init__(f"{status} {code} {message}")
        self.status = status
        self.code = code
        self.message = message
        self.violations = tuple(violations)

    @property
    def body(self) -> Json:
        """The JSON that Discord would send."""
        body: Json = {"message": self.message, "code": self.code}
        if self.violations:
            body["errors"] = _tree(self.violations)
        return body


def _tree(violations: Sequence[Violation]) -> Json:
    """Nest the errors by the parts of their paths, as Discord does."""
    root: Json = {}
    for violation in violations:
        node = root
        for part in violation.where.split("."):
            node = node.setdefault(part, {})
        node.setdefault("_errors", []).append({"code": violation.code, "message": violation.message})
    return root


def bad_form(violations: Sequence[Violation]) -> Refusal:
    """The answer to a payload that breaks limits."""
    return Refusal(400, 50035, "Invalid Form Body", violations)


def unknown_interaction() -> Refusal:
    """The answer to a callback for an interaction that never was or has expired."""
    return Refusal(404, 10062, "Unknown interaction")


def already_acknowledged() -> Refusal:
    """The answer to a second callback."""
    return Refusal(400, 40060, "Interaction has already been acknowledged.")


def unknown_webhook() -> Refusal:
    """The answer to a follow-up before the first callback."""
    return Refusal(404, 10015, "Unknown Webhook")


def expired_webhook() -> Refusal:
    """The answer to a follow-up after fifteen minutes."""
    return Refusal(401, 50027, "Invalid Webhook Token")


def unknown_message() -> Refusal:
    """The answer to an edit of a message that is not there."""
    return Refusal(404, 10008, "Unknown Message")
