"""An invented collection for the tests of the client: documents as files, imported through the real intake."""

from pathlib import Path
from typing import Final

TRICKS: Final = (
    "The clerk @everyone pasted <@123456789> and </quote:123456789> beside [the bank](https://a.example) in *bold* "
    "__claims__, ~~struck~~ ||hidden|| `code`, <t:1700000000:R> and :smile: for the pasted exhibit."
)
REVERSED: Final = "The sealed exhibit reads \u202edetrevni\u202c and rings \x07 twice in the sealed record."
LONG_SENTENCE: Final = "The ledger of Skerry Point lists, among duller entries, item {0}, a lamp wick for {0} pence. "

_FILES: Final = {
    "ferry.md": """---
title: Ferry to Skerry Point
publisher: The Skerry Courier
author: Ada Holm
published: 2021-05-04
anchor_date: 2021-05-04
---

The council of Skerry Point voted on Monday to buy a second ferry for the northern crossing.

The first ferry has carried passengers since March 2014, and its hull was repaired in 2018. A survey on 3 May 2021 found
rust below the waterline.

Islanders had asked for a ferry that runs in winter. The winter ferry will cross twice a day from 1 October 2021.

The ferry company lost money in 2019 and again in 2020. Its debts must be paid before 2030.

Not every islander wants the ferry. Birdwatchers fear for the terns that nest beside the slipway.
""",
    "terns.md": """---
title: Terns of the slipway
publisher: Tern Watch
published: 2022-06
---

Two hundred terns nested beside the slipway in June 2022, the largest colony since 1998.

The colony moved last week, and nobody knows where it went.

A ferry that crosses slowly does not trouble the terns.
""",
    "exhibit.md": f"""---
title: "The @here *exhibit* [D9 ¶9](https://evil.example)"
publisher: Court of ||Tricks||
published: 2020
---

{TRICKS}

{REVERSED}

# not a heading but a hash
- not a list
1. not a list either
> not a quote in the exhibit
""",
    "ledger.txt": "Ledger of the lighthouse\n\n"
    + "".join(LONG_SENTENCE.format(number) for number in range(1, 90))
    + "\n\n"
    + "\n\n".join(
        f"The lamp of the lighthouse burned through night number {number} of 1903." for number in range(1, 13)
    )
    + "\n",
}


def write(folder: Path) -> list[Path]:
    """Write the collection as files; D1 is the ferry, D2 the terns, D3 the exhibit, D4 the ledger."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in _FILES.items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths
