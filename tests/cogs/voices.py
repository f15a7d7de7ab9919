"""An invented collection in which people speak, for the tests of the client."""

from pathlib import Path
from typing import Final

MANY: Final = 9
LONG: Final = "The dredger comes on Monday, " + ", ".join(f"then berth {number}" for number in range(1, 600)) + "."
_FILES: Final = {
    "harbour.md": """---
title: Work in the harbour
publisher: The Linden Mail
published: 2022-03-04
anchor_date: 2022-03-04
---

“The harbour is safe for every ferry,” Mayor Ada Quill said. The council met her on the quay, where bells rang.

Quill said that the harbour would be dredged before 1 October 2022. Ben Rook of the dockers came late.

“Nobody asked the dockers,” said Ben Rook. “The harbour is ours,” Quill answered.

“The lamps burn all night,” somebody else said.

Cara Holm opened the market on 3 March 2022, and the lamps were lit along the harbour.

“The first berth opened on 5 May 2019,” said Ben Rook. The second one waits.
""",
    "market.md": """---
title: The market of Linden
publisher: Tally
published: 2022-04
anchor_date: 2022-04-01
---

Cara Holm, who runs the market, said: “Our lamps come from the dockers of Linden.”

“The harbour is safe for every ferry,” Mayor Ada Quill said.

“We sell no lamps,” said Dora Holm, her sister.
""",
    "berths.md": "---\ntitle: Berth by berth\npublisher: Tally\npublished: 2021\n---\n\n"
    + "\n\n".join(f"“Berth number {number} is full of mud,” said Ben Rook." for number in range(1, MANY + 1))
    + f"\n\n“{LONG}” said the pilot Emil *Voss* Tarn.\n",
}


def write(folder: Path) -> list[Path]:
    """Write the collection as files; D1 is the harbour, D2 the market, D3 the berths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in _FILES.items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths
