"""Runs programs and takes their figures, for regenerate.py; names the machine; keeps the README's tables."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

README = Path(__file__).resolve().parent / "README.md"
START, END = "<!-- regenerate.py writes below -->", "<!-- regenerate.py writes above -->"


@dataclass
class Run:
    """What one run of a program took."""

    wall: float
    cpu: float
    memory: float  # megabytes, the highest at any moment
    written: int | None = None  # files


@dataclass
class Row:
    """One line of a table: the medians of several runs."""

    name: str
    runs: list[Run]
    size: int  # bytes of the output

    def median(self, field: str) -> float:
        return median(getattr(run, field) for run in self.runs)


def measured(command: list[str], log: Path, allowed: tuple[int, ...] = (0,)) -> Run:
    """Runs a command to its end. Dirty pages are flushed before: no run pays for the writes of another."""
    os.sync()
    with log.open("wb") as out:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        tail = log.read_bytes()[-2000:].decode(errors="replace")
        raise SystemExit(
            f"regenerate.py: error: {' '.join(command)} ended with {process.returncode}:\n{tail}"
        )
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def contents(folder: Path) -> tuple[int, int]:
    """How many files a folder has, and their bytes."""
    sizes = [
        os.lstat(os.path.join(base, name)).st_size for base, _, names in os.walk(folder) for name in names
    ]
    return len(sizes), sum(sizes)


def first_line(command: list[str | Path], pattern: str) -> str:
    """What a program says of its version."""
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return "unknown"
    found = re.search(pattern, said)
    return found[1] if found else "unknown"


def machine(annals: Path, hugo: Path | None) -> str:
    """The machine and the versions, in one line; a busy machine is told by its load."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / (1 << 30)
    version = first_line([annals, "--version"], r"(\d[\w.+-]*)")
    swift = first_line(["swift", "--version"], r"Swift version (\S+)")
    parts = [
        f"{os.cpu_count()} cores",
        f"{memory:.0f} GiB",
        f"{platform.system()} {platform.release()}",
        f"annals {version}",
        f"Swift {swift}",
    ]
    if hugo:
        parts.append("Hugo " + first_line([hugo, "version"], r"hugo v([\d.]+)"))
    return ", ".join(parts)


def splice(sections: dict[str, str]) -> None:
    """Puts the tables between the README's marks; tables of sizes that were not measured this time stay."""
    text = README.read_text()
    if START not in text or END not in text:
        raise SystemExit(f"regenerate.py: error: {README} has no lines {START} and {END}")
    before, rest = text.split(START, 1)
    inside, after = rest.split(END, 1)
    parts = (part.split("\n", 1) for part in re.split(r"(?m)^### ", inside)[1:])
    known = {title: text.strip() for title, text in parts} | sections
    order = sorted(known, key=lambda title: int(re.sub(r"\D", "", title)))
    body = "\n\n".join(f"### {title}\n\n{known[title]}" for title in order)
    README.write_text(f"{before}{START}\n\n{body}\n\n{END}{after}")
