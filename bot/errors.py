"""Everything that can go wrong, as one tree.

VerbatimError
├── OutputError              74  the answer cannot be written where it should go
└── UserError                a sentence fit to show, a code of the JSON contract, an exit status
    ├── BadRequestError      2   a request that cannot be read
    │   └── TooLargeError    2   what was asked for takes more room than there is
    ├── BadDateError         2   a date that cannot be read
    ├── UnknownDocumentError 2   no such document, or more than one fits
    ├── UnknownReferenceError 2  no such paragraph
    ├── BadDocumentError     65  a file that cannot be read as a document
    ├── NoStoreError         69  the database, or a service, is not there
    ├── NewerStoreError      69  the database was written by a newer version
    ├── DamagedStoreError    69  the database does not hold what was put into it
    ├── BusyError            69  another process is writing, or the answer took too long
    ├── BadSettingError      78  a setting that cannot be used
    ├── NoTokenError         78  no Discord token, or one that Discord refuses
    └── InternalError        70  our fault: names a reference to look up in the log, nothing else
"""

from typing import ClassVar


class VerbatimError(Exception):
    """The root: whatever this project raises on purpose."""


class OutputError(VerbatimError):
    """Standard output takes no more, as on a full disk; `reason` is what the system says of it."""

    status: ClassVar[int] = 74

    def __init__(self, reason: str) -> None:
        """Take the reason."""
        super().__init__(f"The answer could not be written: {reason}.")
        self.reason = reason


class UserError(VerbatimError):
    """Something the asker or the operator can act on.

    Its text is written to be shown: what was wrong, and the next step. `code` is the code in the JSON contract and
    `status` the exit status of the terminal (sysexits.h where one fits).
    """

    code: ClassVar[str] = "bad_request"
    status: ClassVar[int] = 2

    def __init__(self, message: str, *, see: str = "") -> None:
        """Take the sentence to show.

        Args:
            message: What was wrong, and what can be done about it wherever it is asked.
            see: The verb that shows what there is, with its words (`documents`, `cite D2¶13`); the terminal and Discord
                say each in their own way how it is asked for.
        """
        super().__init__(message)
        self.see = see

    @property
    def message(self) -> str:
        """The sentence to show."""
        return str(self)


class BadRequestError(UserError):
    """A request that cannot be read, such as an unknown option or a length of zero."""


class TooLargeError(BadRequestError):
    """What was asked for takes more room than there is where it was asked."""


class BadDateError(UserError):
    """A date that cannot be read."""

    code = "bad_date"


class UnknownDocumentError(UserError):
    """A document that is not in the collection, or a beginning that fits several."""

    code = "unknown_document"


class UnknownReferenceError(UserError):
    """A reference to a paragraph that was never given."""

    code = "unknown_reference"


class BadDocumentError(UserError):
    """A file that cannot be read as a document: unreadable, binary, empty, too large."""

    code = "bad_document"
    status = 65


class NoStoreError(UserError):
    """A database, folder or service that is not there or cannot be opened."""

    code = "no_store"
    status = 69


class NewerStoreError(UserError):
    """A database that a newer version of this program has written."""

    code = "newer_store"
    status = 69


class DamagedStoreError(UserError):
    """A database whose content does not fit its checksums."""

    code = "damaged_store"
    status = 69


class BusyError(UserError):
    """Another process holds the database, or a query ran into its time limit."""

    code = "busy"
    status = 69


class BadSettingError(UserError):
    """A setting that is unknown or whose value cannot be used."""

    code = "bad_setting"
    status = 78


class NoTokenError(UserError):
    """No Discord token is configured, or Discord refuses it."""

    code = "no_token"
    status = 78


class InternalError(UserError):
    """A fault of ours, shown only with the reference under which the log explains it."""

    code = "internal"
    status = 70
