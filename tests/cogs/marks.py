"""An invented collection full of marks that Discord could take for its own, for the tests of the client."""

from pathlib import Path
from typing import Final

LINKED: Final = (
    "The council published [its budget](https://budget.example/2023/plan_a-b.html) on **Monday** and said that "
    "`rm -rf` was *not* used, ||perhaps|| by @everyone in ~~Old~~ Town, as snake_case_name shows."
)
WRAPPED: Final = (
    "The buoy bell of Mund rang over the shoals whenever the wind came from the north, in the spring of that\n"
    "year. Nobody on the island had heard it ring so often, and the keeper counted its strokes aloud in\n"
    "the kitchen of the lighthouse until the morning came and the wind went round to the west again."
)
CHINESE: Final = "议会在星期一公布了新的预算,灯塔的看守人没有同意这个计划。"
OFTEN: Final = "Plover nests come first. A plover is small; the plover sings, and no plover stays."
_FILES: Final = {
    "linked.md": f"---\ntitle: A budget with links\n---\n\n{LINKED}\n\n{WRAPPED}\n",
    "plover.md": f"---\ntitle: Plovers\n---\n\n{OFTEN}\n\nThe other plover flew over the marsh at dawn.\n",
    "chinese.md": f"---\ntitle: 灯塔\n---\n\n{CHINESE}\n",
}


def write(folder: Path) -> list[Path]:
    """Write the collection as files; D1 has the links, D2 the plovers, D3 is Chinese."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in _FILES.items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths
