"""From the filters of a search to the documents that they leave."""

import json
from typing import Final

from bot.store.reader import Rows
from bot.store.scope import Filters, Scope

_FEW: Final = 100  # documents whose paragraphs are counted in less time than that saves
_SCOPE: Final = """
WITH asked AS (
    SELECT d.id, d.published_earliest, d.published_latest
    FROM document AS d JOIN collection AS c ON c.id = d.collection
    WHERE d.removed_at IS NULL
        AND c.key IN (SELECT value FROM json_each(:collections))
        AND (:document IS NULL OR d.id = :document)
        AND (:document IS NOT NULL OR d.digest_of IS NULL OR NOT EXISTS (
            SELECT 1 FROM document AS o
            WHERE o.sha256 = d.digest_of AND o.collection = d.collection AND o.removed_at IS NULL))
)
SELECT
    (SELECT json_group_array(id) FROM asked
     WHERE (:since IS NULL OR published_latest >= :since) AND (:until IS NULL OR published_earliest <= :until)
    ) AS documents,
    (SELECT json_group_array(d.id) FROM document AS d
     WHERE d.removed_at IS NULL AND d.id NOT IN (
        SELECT id FROM asked
        WHERE (:since IS NULL OR published_latest >= :since) AND (:until IS NULL OR published_earliest <= :until))
    ) AS others,
    (SELECT count(*) FROM asked
     WHERE (:since IS NOT NULL OR :until IS NOT NULL) AND published_earliest IS NULL AND published_latest IS NULL
    ) AS undated
"""
_EXTENT_OF_FEW: Final = """
SELECT min(id) AS low, max(id) AS high, count(*) AS size FROM paragraph
WHERE document IN (SELECT value FROM json_each(:documents))
"""
_EXTENT_OF_ALL: Final = """
SELECT low, high, high - low + 1 AS size
FROM (SELECT (SELECT min(id) FROM paragraph) AS low, (SELECT max(id) FROM paragraph) AS high)
"""


async def scope_of(rows: Rows, filters: Filters) -> Scope:
    """The scope that the filters come to. Raises BusyError at the time limit."""
    row = await rows.row(
        _SCOPE,
        {
            "collections": json.dumps(list(filters.collections)),
            "document": filters.document,
            "since": filters.since.isoformat() if filters.since else None,
            "until": filters.until.isoformat() if filters.until else None,
        },
    )
    documents, others, undated = ("[]", "[]", 0) if row is None else (row["documents"], row["others"], row["undated"])
    searched = len(json.loads(documents))
    extent = await rows.row(_EXTENT_OF_FEW if searched <= _FEW else _EXTENT_OF_ALL, {"documents": documents})
    low, high, size = (0, 0, 0) if extent is None else (extent["low"], extent["high"], extent["size"])
    inside = len(documents) <= len(others)
    listed = documents if inside else others
    return Scope(documents, listed, inside, searched, undated, low or 0, high or 0, size or 0)
