"""What the tests of the terminal are about: three invented documents, and what a command did."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

HARBOUR: Final = """\
---
title: The harbour of Linden
publisher: Linden Gazette
date: 2021-06-14
---

# The harbour of Linden

The harbour was dredged on 3 May 2021, and the ferries came back within the week. “We have waited ten years,” \
said Mayor Ada Quill.

The council’s plan for multi-polar lighting costs 40 million crowns. It is to be finished before 2030.

Nobody had asked the fishermen, who met on Friday and refused the plan.
"""
ORM: Final = """\
Peace in the valley of Orm

A shepherd of Orm wrote \x1b[31mred\x1b[0m letters [bold]here[/bold] about the peace of the valley.

Peace came to the valley \u202eof Orm in 1998, after a long quarrel over water. \
It lasted until 2003, when the mill burned.

Two years later the mill stood again, and the miller of Orm sold flour as before.
"""
TWICE: Final = """\
---
title: Orm revisited
publisher: Valley Post
date: 2004-02
---

Two years later the mill stood again, and the miller of Orm sold flour as before.

Travellers praise the flour of Orm more than its roads, which nobody has mended since the flood.
"""
DOCUMENTS: Final = {"a-harbour.md": HARBOUR, "b-orm.txt": ORM, "c-twice.md": TWICE}


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did: its exit status and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it wrote to standard output, which must be one object and nothing else."""
        return json.loads(self.out)


Cli = Callable[..., Ran]
