"""What every process that reads needs, loaded and compiled once: imported by the process that they are forked from.

Reading a few lines brings in the libraries and compiles the expressions that would otherwise be compiled with the first
document of each process. Nothing that anybody has sent is read here.
"""

import gc
from typing import Final

from bot.worker import one_thread

_LINES: Final = """\
A Bridge for the Valley

By Ann Lee | 4 March 2021

“It took ten years,” Mayor Ann Lee said on Monday. She added that 40 people had worked on it since 2011.

The old bridge was closed last autumn, and the road to Upper Town with it. It will open in early May.
"""


def warm() -> None:
    """Load and compile, and leave it to the processes to come as one block that no garbage collection looks at."""
    one_thread()
    from bot.documents.catalogue import Catalogue  # noqa: PLC0415 - numpy must not be loaded before
    from bot.intake.reading import read_and_rank  # noqa: PLC0415 - as above

    read_and_rank(_LINES.encode(), "warming.txt", Catalogue.parse("", "catalogue.toml"))
    gc.collect()
    gc.freeze()


warm()
