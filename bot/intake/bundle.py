"""The form of an exported collection: a zip archive with a manifest, a record for each document, and the texts.

    README.txt            what this is, for people
    texts/D2 ferry.md     the source text of document 2, in UTF-8
    records/D2.json       its facts, paragraph numbers, tombstones and corrections (`bot/store/tables.py`)
    manifest.json         format, version, the numbers of the collection, and the SHA-256 of every other member

The same collection gives the same bytes: members stand in order, carry no time, and JSON is written in one way.
"""

import json
import re
from typing import Any, Final

FORMAT: Final = "verbatim-collection"
VERSION: Final = 2  # 2: tombstones name what came after them
MANIFEST: Final = "manifest.json"
README: Final = "README.txt"
RECORDS: Final = "records/"
TEXTS: Final = "texts/"
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]')  # in names of files, on one system or other
_LONGEST: Final = 150  # characters of a file's name; most systems allow 255 bytes


def record_name(reference: str) -> str:
    """The member that holds the record of a document, `D2`."""
    return f"{RECORDS}{reference}.json"


def text_name(reference: str, file: str) -> str:
    """The member that holds its source text: of what was no plain text or Markdown, the text as it was extracted."""
    name = _FORBIDDEN.sub("_", file)[-_LONGEST:].strip(" .") or "text"
    suffix = "" if name.lower().endswith((".txt", ".text", ".md", ".markdown")) else ".txt"
    return f"{TEXTS}{reference} {name}{suffix}"


def written(value: Any) -> bytes:
    """A value as JSON, always in the same way."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
