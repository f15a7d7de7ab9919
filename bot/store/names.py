"""How words are written in the texts: names with their capitals, and with the names beside them."""

import json
import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from bot.folding import fold
from bot.models import SHARED
from bot.store.reader import Rows, each_remembered

_MOST: Final = 2_000  # words whose spelling is remembered
_MOSTLY: Final = 0.6  # the share of its places in which a name is written as one
_TEXTS: Final = """
SELECT value AS word, (
    SELECT json_group_array(text) FROM (
        SELECT p.text FROM word_index
        CROSS JOIN paragraph AS p ON p.id = word_index.rowid
        JOIN document AS d ON d.id = p.document
        JOIN collection AS c ON c.id = d.collection
        WHERE word_index MATCH '"' || value || '"'
            AND p.kind = 'body' AND p.removed_at IS NULL AND d.removed_at IS NULL
            AND c.key IN (SELECT value FROM json_each(:collections))
        LIMIT 4)
    ) AS texts
FROM json_each(:words)
"""
_CAPITALISED: Final = r"[^\W\d_a-z]\w*(?:[-'’]\w+)*"


class Names:
    """The names among the words of the documents, as far as a few paragraphs with each of them tell."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def of(self, words: Sequence[str], collections: Collection[str] = (SHARED,)) -> dict[str, str]:
        """The names that folded words stand in, such as Ottokar Brandt for brandt; none for other words.

        Raises:
            BusyError: It took longer than a query may.
        """
        key = f"names {sorted(collections)}"

        async def found(missing: Sequence[str]) -> dict[str, str]:
            asked = {"words": json.dumps(missing), "collections": json.dumps(list(collections))}
            rows = await self._rows.rows(_TEXTS, asked)
            return {row["word"]: _name(row["word"], json.loads(row["texts"])) for row in rows}

        named = await each_remembered(self._rows, key, words, found, _MOST)
        return {word: name for word, name in named.items() if name}


def _name(word: str, texts: Sequence[str]) -> str:
    """The name that a word is, or empty: as it is mostly written where no sentence begins with it."""
    written: Counter[str] = Counter()
    places = 0
    inner = re.compile(rf"(?<=[\w,;:] )((?:{_CAPITALISED} )?)((?i:{re.escape(word)}))((?: {_CAPITALISED})?)\b")
    for text in texts:
        for match in inner.finditer(text):
            places += 1
            before, itself, after = (part.strip() for part in match.groups())
            if itself[:1].isupper():
                beside = [part for part in (before, itself, after) if part[:1].isupper()]
                written[" ".join(beside)] += 1
    capital = sum(written.values())
    if not capital or capital < _MOSTLY * places:
        return ""
    best = max(written, key=lambda form: (written[form], len(form)))
    return best if word in fold(best) else ""
