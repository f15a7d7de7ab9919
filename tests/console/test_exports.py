"""Timelines in other formats, at the command line."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.console.invented import Cli

PNG = b"\x89PNG\r\n\x1a\n"


def test_the_formats_have_an_event_for_each_of_json(cli: Cli) -> None:
    events = cli("timeline", "--json").json["events"]
    assert json.loads(cli("timeline", "--format", "json").out)["events"] == events
    rows = list(csv.DictReader(io.StringIO(cli("timeline", "--format=csv").out, newline="")))
    assert [(row["date"], row["text"], row["reference"]) for row in rows] == [
        (each["date"], each["text"], each["citation"]["reference"]) for each in events
    ]
    written = cli("timeline", "--format", "ics").out
    assert written.count("BEGIN:VEVENT\r\n") == len(events)


def test_a_file_keeps_its_line_ends_on_the_way_out(process: Cli) -> None:
    ran = process("timeline", "--format", "ics", text=False)
    assert ran.out.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert "\r\r" not in ran.out


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (["--json", "--format", "csv"], "exclude each other"),
        (["--format", "pdf"], "invalid choice"),
        (["--picture", "timeline.jpg"], "PNG"),
        (["--picture", "nowhere/timeline.png"], "cannot be written"),
        (["--on", "3066", "--picture", "timeline.png"], "nothing to draw"),
    ],
)
def test_what_cannot_be_written_is_refused(cli: Cli, argv: list[str], why: str) -> None:
    ran = cli("timeline", *argv)
    assert ran.status == 2
    assert why in ran.out + ran.err
    assert not Path("timeline.png").exists()


def test_an_error_is_json_where_that_format_is_asked_for(cli: Cli) -> None:
    ran = cli("timeline", "--on", "20/3", "--format", "json")
    assert ran.json["error"]["code"] == "bad_date"


def test_a_picture_is_drawn_beside_the_list(cli: Cli, tmp_path: Path) -> None:
    ran = cli("timeline", "--picture", str(tmp_path / "drawn.png"))
    assert ran.status == 0
    assert "1998" in ran.out
    assert (tmp_path / "drawn.png").read_bytes().startswith(PNG)
