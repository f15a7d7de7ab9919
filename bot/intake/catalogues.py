"""The catalogues that an import consults: the one that is shipped, and the one beside the file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from bot.documents.catalogue import Catalogue
from bot.errors import BadDocumentError
from bot.intake.files import File

NAME: Final = "catalogue.toml"
_PACKAGE: Final = Path(__file__).parent.parent


def starter_folder() -> Path | None:
    """The folder of the starter collection: inside the package when installed, beside it in a checkout."""
    places = (_PACKAGE / "seeds", _PACKAGE.parent / "seeds")
    return next((place for place in places if (place / NAME).is_file()), None)


class Catalogues:
    """Catalogues by folder, each read once."""

    def __init__(self) -> None:
        folder = starter_folder()
        self._shipped = Catalogue.parse("", NAME) if folder is None else _read(folder / NAME)
        self._known: dict[tuple[Path, ...], Catalogue | BadDocumentError] = {}
        self._packed: dict[Path, bytes] = {}

    @property
    def shipped(self) -> Catalogue:
        """The catalogue that comes with the program."""
        return self._shipped

    def learn(self, packed: Mapping[Path, bytes]) -> None:
        """Take in the catalogues that archives hold, by the place of their folder."""
        self._packed |= packed

    def for_file(self, file: File) -> Catalogue:
        """The catalogue for a file: its own folder's before that of the folder named, before the shipped one.

        Raises:
            BadDocumentError: A catalogue cannot be read.
        """
        folders = tuple(file.folders)
        if folders not in self._known:
            try:
                self._known[folders] = self._merged(folders)
            except BadDocumentError as error:
                self._known[folders] = error
        known = self._known[folders]
        if isinstance(known, BadDocumentError):
            raise BadDocumentError(known.message)
        return known

    def _merged(self, folders: Sequence[Path]) -> Catalogue:
        merged = self._shipped
        for folder in reversed(folders):
            if folder in self._packed:
                merged = _parsed(self._packed[folder], NAME).merged(merged)
            elif (folder / NAME).is_file():
                merged = _read(folder / NAME).merged(merged)
        return merged


def _read(path: Path) -> Catalogue:
    try:
        return _parsed(path.read_bytes(), path.name)
    except OSError as error:
        raise BadDocumentError(f"{path.name} cannot be read: {error.strerror}.") from error


def _parsed(data: bytes, name: str) -> Catalogue:
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadDocumentError(f"{name} cannot be read as UTF-8 text.") from error
    return Catalogue.parse(text, name)
