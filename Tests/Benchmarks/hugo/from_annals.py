#!/usr/bin/env python3
"""Turns a site that Annals built into content for Hugo: all is read already, nothing is left to parse.

    from_annals.py OUTPUT DESTINATION

OUTPUT is what `annals build` wrote. DESTINATION becomes a whole site for `hugo --source DESTINATION`:
`content`, `data` and `static` from the output, the configuration and the layouts from beside this script.

Hugo is handed what Annals has to work out: the text as Markdown with every figure and citation already
marked in it, and in the front matter (TOML) the figures by metric, the laws, the sections by topic with their
opening words. What is left to Hugo is what a generator is for: Markdown, indexes, pages.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import sys
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True
from built_pages import (  # noqa: E402
    PART,
    between,
    body,
    cited_laws,
    contents_list,
    name_table,
    regions,
    topic_sections,
)

HERE = Path(__file__).resolve().parent
KINDS = {"prior": "上年数", "target": "目标", "cumulative": "累计"}
SCOPES = {"department": "单个部门"}
SIGNS = {"at_least": "≥", "at_most": "≤", "about": "约"}


def shown(value: float) -> str:
    """A number as pages show it, with separators."""
    return f"{int(value):,}" if value == int(value) else f"{value:,.6f}".rstrip("0")


def note(quantity: dict) -> str:
    """What sets a figure apart from the report's own figures of the year."""
    return "，".join(filter(None, [KINDS.get(quantity["period"]["kind"]), SCOPES.get(quantity["scope"])]))


def front_matter(report: dict, page: str, weight: int, sections: dict) -> dict:
    """All that Hugo's templates need of one report."""
    figures: dict[str, list[int]] = {}
    others = []
    for index, quantity in enumerate(report["quantities"]):
        quantity["shown"] = SIGNS.get(quantity["approximation"], "") + shown(quantity["value"])
        quantity["note"] = note(quantity)
        quantity["at"] = index + 1
        if quantity["metric"] and quantity["period"]["kind"] in ("year", "as_at", "cumulative"):
            figures.setdefault(quantity["metric"], []).append(index)
        else:
            others.append(index)
    contents = contents_list(page)
    cited = cited_laws(page)
    cites = {entry["law"]: entry["mentions"] for entry in cited if entry["law"]}
    listed: dict[
        str, dict
    ] = {}  # a section stands under a topic and the one above it: its words are kept once
    for entries in sections.values():
        for entry in entries:
            listed.setdefault(entry["anchor"], entry)
    place = {anchor: index for index, anchor in enumerate(listed)}
    about = {topic: [place[entry["anchor"]] for entry in entries] for topic, entries in sections.items()}
    own = {
        key: report.get(key)
        for key in (
            "file",
            "id",
            "title",
            "titleDerived",
            "issuer",
            "unit",
            "region",
            "level",
            "year",
            "published",
            "signed",
            "documentNumber",
            "indexNumber",
            "category",
            "source",
            "addressees",
            "script",
            "chrome",
            "outline",
            "quantities",
            "citations",
            "checks",
            "diagnostics",
        )
    }
    return {
        "title": report["title"],
        "weight": weight,
        "regions": [report["region"]["adcode"]],
        "years": [str(report["year"])],
        "metrics": list(figures),
        "laws": list(cites),
        "topics": list(sections),
        "province": report["region"]["adcode"][:2] + "0000",
        "year": report["year"],
        "digest": between(page, "<dt>SHA-256</dt><dd><code>", "</code>"),
        "bytes": between(page, "<dt>大小</dt><dd>", " "),
        "contents": contents,
        "cited": cited,
        "cites": cites,
        "figures": figures,
        "others": others,
        "sections": list(listed.values()),
        "about": about,
        "report": own,
    }


def toml(value: object) -> str:
    """A value as TOML writes it inside a line; what is null is left out by its table."""
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{json.dumps(k)} = {toml(v)}" for k, v in value.items() if v is not None) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(toml(v) for v in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def write(path: Path, front: dict, text: str = "") -> None:
    """One content file with its front matter."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{key} = {toml(value)}\n" for key, value in front.items() if value is not None)
    path.write_text(f"+++\n{lines}+++\n\n{text}")


def term(stem: str, folder: str) -> str:
    """The name of a page as Hugo's term: a dot in it would be taken for the start of a file's kind."""
    return stem.replace(".", "-") if folder == "topics" else stem


def add_parts(output: Path, content: Path, folder: str, table: dict[str, dict]) -> None:
    """Writes a content file for each page that a large metric, law or topic is split into."""
    for path in sorted((output / folder).glob("*.html"), key=lambda path: path.stem):
        found = PART.match(path.stem)
        base, key = term(found["base"], folder), found["region"] or found["year"]
        if path.stem in table:  # a law whose own name ends in a year is no part
            base, key = path.stem, None
        if base not in table:
            continue
        entry, page = table[base], path.read_text()
        entry.setdefault("parts", [])
        entry.setdefault("kicker", re.sub(r"<[^>]+>", "", between(page, '<p class="kicker">', "</p>")))
        if not key:
            continue
        number = int(found["number"] or 1)
        start = entry.get("sections", 0) if number > 1 else 0
        entry["sections"] = start + page.count("<article>")
        name = term(path.stem, folder)
        entry["parts"].append({"key": key, "number": number, "page": name})
        write(
            content / "parts" / f"{folder}-{name}.md",
            {
                "title": entry["name"],
                "type": "parts",
                "layout": folder,
                "url": f"/{folder}/{name}.html",
                "term": base,
                "key": key,
                "number": number,
                "from": start,
                "to": entry["sections"],
            },
        )


def add_terms(output: Path, content: Path, data: Path) -> None:
    """Writes the pages and the tables of metrics, laws, topics and divisions."""
    topics = {
        term(key, "topics"): {"name": html.unescape(name)}
        for key, name in re.findall(
            r'<a href="([^"/]+)\.html">([^<]+)</a> <span class="count">',
            (output / "topics/index.html").read_text(),
        )
    }
    names = {
        "metrics": name_table((output / "metrics/index.html").read_text(), "metrics"),
        "laws": name_table((output / "laws/index.html").read_text(), "laws"),
        "topics": topics,
    }
    for folder, table in names.items():
        add_parts(output, content, folder, table)
        outputs = ["html", "csv"] if folder == "metrics" else ["html"]
        for key, entry in table.items():
            write(content / folder / key / "_index.md", {"title": entry["name"], "outputs": outputs})
        (data / f"{folder}.json").write_text(json.dumps(table, ensure_ascii=False))
    places = regions(output)
    (data / "regions.json").write_text(json.dumps(places, ensure_ascii=False))
    for code, place in places.items():
        if code != "root":
            write(content / "regions" / code / "_index.md", {"title": place["name"]})


def add_reports(output: Path, content: Path) -> None:
    """Writes a content file for each report; stops when the theme's markup is not what is looked for."""
    sections = topic_sections(output)
    seen: Counter[str] = Counter()
    for weight, path in enumerate(sorted((output / "reports").glob("*.json")), start=1):
        report = json.loads(path.read_bytes())
        if not report["region"] or not report["year"]:
            continue
        page = path.with_suffix(".html").read_text()
        text = body(page)
        front = front_matter(report, page, weight, sections.get(path.stem, {}))
        seen.update(text=bool(text.strip()))
        seen.update({key: bool(front[key]) for key in ("contents", "cited", "figures", "sections")})
        write(content / "reports" / f"{path.stem}.md", front, text)
    for what, reports in seen.items():
        if not reports:
            raise SystemExit(
                f"from_annals.py: error: no report shows its {what}; did the theme's markup change?"
            )


def convert(output: Path, destination: Path) -> None:
    """Writes a whole site for Hugo."""
    content, data = destination / "content", destination / "data"
    shutil.rmtree(destination, ignore_errors=True)
    data.mkdir(parents=True)
    shutil.copytree(output / "assets", destination / "static" / "assets")
    shutil.copytree(HERE / "layouts", destination / "layouts")
    shutil.copy(HERE / "hugo.toml", destination)
    stylesheet = next((output / "assets").glob("site.*css")).name
    (data / "site.json").write_text(json.dumps({"stylesheet": stylesheet}))

    for page, title in (("coverage", "收录一览"), ("checks", "存疑")):
        write(content / f"{page}.md", {"title": title, "layout": page})
    hidden = {"render": "never", "list": "never"}
    outputs = {"outputs": ["html", "json", "md"]}
    write(content / "reports" / "_index.md", {"title": "报告", "build": hidden, "cascade": outputs})
    write(content / "parts" / "_index.md", {"title": "分页", "build": hidden})
    add_terms(output, content, data)
    add_reports(output, content)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
