"""One table of what quoting costs, by the kind of query.

    python -m tests.benchmarks.quote_speed 1000000 [KIND…] [--in FOLDER]

The store is written first where there is none; `VERBATIM_BENCHMARK_STORES` or the option names a folder to keep it in.
The times are milliseconds of CPU time of the whole process, SQLite's threads included. `FTS5 alone` is the best five by
bm25 with their texts, asked of SQLite with nothing between.
"""

import argparse
import tempfile
from pathlib import Path

from tests.benchmarks.corpus import kept
from tests.benchmarks.queries import KINDS, QUERIES, Library, Measured, plain_times


def _peak() -> int:
    """The most memory that this process has had, in bytes; what it was forked from does not count, as in ru_maxrss."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) * 1024


def main() -> None:
    """Print the table for a store of so many paragraphs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("paragraphs", type=int)
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    parser.add_argument("--in", dest="folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = Library(*kept(options.folder or Path(folder), options.paragraphs))
        try:
            library.warm()
            _show(f"{options.paragraphs:,} paragraphs, {QUERIES} queries of each kind, CPU milliseconds")
            _show(f"{'':16}{'median':>9}{'p99':>9}{'most':>9}{'in five':>9}{'cut off':>9}")
            for kind in options.kinds or KINDS:
                _tell(kind, library.measure(kind))
                if kind == "rare":
                    _tell("  FTS5 alone", plain_times(library.path, library.asked(kind)))
        finally:
            library.close()
    _show(f"peak memory of the process: {_peak() // 1_000_000} MB")


def _tell(name: str, found: Measured) -> None:
    share = "" if found.found is None else f"{found.found:.3f}"
    _show(f"{name:16}{found.median:9.1f}{found.p99:9.1f}{found.took[-1]:9.1f}{share:>9}{found.incomplete:9}")


def _show(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
