#!/usr/bin/env python3
"""Turns a site that Annals built into content for Hugo: everything already read, nothing left to parse.

    from_annals.py OUTPUT DESTINATION

OUTPUT is what `annals build` wrote. DESTINATION becomes a whole site for `hugo --source DESTINATION`: `content`, `data`
and `static` from the output, the configuration and the layouts from beside this script.

Hugo is handed what Annals has to work out: the text as Markdown with every figure and citation already marked in it,
and in the front matter (TOML) the figures by metric, the laws, the sections by topic with their opening words. What is left to Hugo is what a generator is for: Markdown, indexes, pages.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
KINDS = {"prior": "上年数", "target": "目标", "cumulative": "累计"}
SCOPES = {"department": "单个部门"}
SIGNS = {"at_least": "≥", "at_most": "≤", "about": "约"}

BLOCK = re.compile(
    r'<div class="heading" id="(?P<section>[^"]+)"><h(?P<level>\d)[^>]*>(?P<heading>.*?)</h\d>\n?<a class="permalink"'
    r'|<div class="para" id="(?P<para>p\d+)">(?P<number><a class="number".*?</a>)(?P<text>.*?)\n?</div>\n(?=<|$)',
    re.S)
CONTENTS = re.compile(
    r'<li><a href="#(s\d+)">(?:<span class="label">(.*?)</span>)?<bdi>(.*?)</bdi></a>'
    r'(?: <a class="about" href="\.\./topics/([^"]+)\.html">(.*?)</a>)?((?: <span class="about">.*?</span>)*)')
CITED = re.compile(
    r'<li>(?:<a href="\.\./laws/([^"]+)\.html">|<a href="[^"]*">)?<bdi>(.*?)</bdi>(?:</a>)? <span class="meta"><span>(.*?)</span>'
    r'(?: <span><bdi>(.*?)</bdi></span>)?(.*?)</li>')
SECTION = re.compile(
    r'<article>\n<p class="meta"><span>.*?</span>(.*?)</p>\n'
    r'<h3[^>]*><a href="\.\./reports/([^"#]+)\.html#([^"]+)"><bdi>(.*?)</bdi></a></h3>\n'
    r'(?:<p[^>]*><bdi>(.*?)</bdi></p>)?', re.S)
PART = re.compile(r"^(?P<base>.+?)(?:[-.](?P<year>(?:19|20)\d\d)(?:-(?P<number>\d+))?|-(?P<region>\d{6}))?$")


def between(text: str, start: str, end: str) -> str:
    """What stands between two marks; empty when the first is not there."""
    at = text.find(start)
    if at < 0:
        return ""
    at += len(start)
    stop = text.find(end, at)
    return text[at : stop if stop >= 0 else len(text)]


def markdown(inline: str) -> str:
    """Inline HTML as Markdown: the marks stay as they are, and what Markdown would read as its own is escaped."""
    pieces = re.split(r"(<[^>]+>)", inline.strip())
    return "".join(p if p.startswith("<") else re.sub(r"([\\`*_\[\]~{}])", r"\\\1", p) for p in pieces)


def body(page: str) -> str:
    """The report's text as Markdown, with the anchors that other pages link to."""
    text = between(page, '<div class="text"', '<div class="after">')
    blocks = []
    for found in BLOCK.finditer(text):
        if found["section"]:
            anchor = found["section"]
            link = f'<a class="permalink" href="#{anchor}" aria-label="本节的链接">§</a>'
            blocks.append(f'{"#" * int(found["level"])} {markdown(found["heading"])} {link} {{#{anchor}}}')
        elif (inner := found["text"]).startswith("<p>") and inner.count("<p>") == 1 and inner.endswith("</p>"):
            blocks.append(f'{found["number"]}{markdown(inner[3:-4])}\n{{#{found["para"]} .para}}')
        else:
            whole = re.sub(r"\n\s*\n", "\n", f'{found["number"]}{inner}')
            blocks.append(f'<div class="para" id="{found["para"]}">{whole}</div>')
    return "\n\n".join(blocks) + "\n"


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
    contents = [
        {"anchor": anchor, "label": label, "title": html.unescape(title), "topic": topic.replace(".", "-"),
         "topic_name": html.unescape(name), "roles": re.findall(r'about">(.*?)</span>', roles)}
        for anchor, label, title, topic, name, roles in CONTENTS.findall(between(page, 'class="contents"', "</nav>"))
    ]
    cited = [
        {"law": law, "name": html.unescape(name), "kind": kind, "number": number,
         "mentions": re.findall(r'href="#(c\d+)"', rest)}
        for law, name, kind, number, rest in CITED.findall(between(page, 'id="citations"', "</section>"))
    ]
    cites = {entry["law"]: entry["mentions"] for entry in cited if entry["law"]}
    listed: dict[str, dict] = {}  # a section stands under a topic and the one above it: its words are kept once
    for entries in sections.values():
        for entry in entries:
            listed.setdefault(entry["anchor"], entry)
    place = {anchor: index for index, anchor in enumerate(listed)}
    about = {topic: [place[entry["anchor"]] for entry in entries] for topic, entries in sections.items()}
    own = {key: report.get(key) for key in (
        "file", "id", "title", "titleDerived", "issuer", "unit", "region", "level", "year", "published", "signed",
        "documentNumber", "indexNumber", "category", "source", "addressees", "script", "chrome", "outline",
        "quantities", "citations", "checks", "diagnostics")}
    return {
        "title": report["title"], "weight": weight,
        "regions": [report["region"]["adcode"]], "years": [str(report["year"])],
        "metrics": list(figures), "laws": list(cites), "topics": list(sections),
        "province": report["region"]["adcode"][:2] + "0000", "year": report["year"],
        "digest": between(page, "<dt>SHA-256</dt><dd><code>", "</code>"),
        "bytes": between(page, "<dt>大小</dt><dd>", " "),
        "contents": contents, "cited": cited, "cites": cites, "figures": figures, "others": others,
        "sections": list(listed.values()), "about": about, "report": own,
    }


def topic_sections(output: Path) -> dict[str, dict[str, list[dict]]]:
    """The sections of each report by topic, with their opening words: {report: {topic: [section]}}."""
    found: dict[str, dict[str, list[dict]]] = {}
    for path in sorted((output / "topics").glob("*.html")):
        topic = PART.match(path.stem)["base"].replace(".", "-")
        for detail, report, anchor, title, excerpt in SECTION.findall(path.read_text()):
            found.setdefault(report, {}).setdefault(topic, []).append({
                "anchor": anchor, "title": html.unescape(title), "excerpt": html.unescape(excerpt),
                "detail": re.findall(r"<span>(.*?)</span>", detail)})
    return found


def regions(output: Path) -> dict[str, dict]:
    """Divisions with their parents and children, `root` above the provinces."""
    table: dict[str, dict] = {"root": {"name": "", "children": [], "level": "", "parents": []}}
    for path in sorted((output / "regions").glob("*.html")):
        page = path.read_text()
        above = re.findall(r'<a href="(\d{6})\.html">', between(page, 'class="breadcrumb"', "</nav>"))
        name = between(page, "<h1><bdi>", "</bdi>")
        level = between(page, '<p class="kicker">', " ")
        table[path.stem] = {"name": name, "level": level, "parents": above, "children": []}
    for code in sorted(set(table) - {"root"}):
        above = table[code]["parents"]
        table[code]["parent"] = above[-1] if above else "root"
        table[table[code]["parent"]]["children"].append(code)
    return table


def name_table(page: str, folder: str) -> dict[str, dict]:
    """Names and units out of an index page, by the name of the page that each row links to."""
    row = re.compile(r'<a href="([^"/]+)\.html">(?:<bdi>)?([^<]+)(?:</bdi>)?</a></th><td>(.*?)</td>')
    strip = re.compile(r"<[^>]+>")
    return {key: {"name": html.unescape(name), ("unit" if folder == "metrics" else "number"): strip.sub("", cell)}
            for key, name, cell in row.findall(page)}


def toml(value: object) -> str:
    """A value as TOML writes it inside a line; what is null is left out by its table."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {toml(v)}" for k, v in value.items() if v is not None) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(toml(v) for v in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def write(path: Path, front: dict, text: str = "") -> None:
    """One content file with its front matter."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{key} = {toml(value)}\n" for key, value in front.items() if value is not None)
    path.write_text(f"+++\n{lines}+++\n\n{text}")


def convert(output: Path, destination: Path) -> None:
    """Writes content, data and static files for Hugo."""
    content, data = destination / "content", destination / "data"
    shutil.rmtree(destination, ignore_errors=True)
    data.mkdir(parents=True)
    shutil.copytree(output / "assets", destination / "static" / "assets")
    shutil.copytree(HERE / "layouts", destination / "layouts")
    shutil.copy(HERE / "hugo.toml", destination)
    stylesheet = next((output / "assets").glob("site.*css")).name

    places = regions(output)
    metrics = name_table((output / "metrics/index.html").read_text(), "metrics")
    laws = name_table((output / "laws/index.html").read_text(), "laws")
    topics = {key.replace(".", "-"): {"name": html.unescape(name)} for key, name in re.findall(
        r'<a href="([^"/]+)\.html">([^<]+)</a> <span class="count">', (output / "topics/index.html").read_text())}
    names = {"metrics": metrics, "laws": laws, "topics": topics}
    for folder, table in names.items():
        for path in sorted((output / folder).glob("*.html"), key=lambda path: path.stem):
            parts = PART.match(path.stem)
            base, key = parts["base"].replace(".", "-") if folder == "topics" else parts["base"], parts["region"] or parts["year"]
            if path.stem in table:  # a law whose own name ends in a year is no part
                base, key = path.stem, None
            if path.stem == "index" or base not in table:
                continue
            entry = table[base]
            entry.setdefault("parts", [])
            entry.setdefault("kicker", re.sub(r"<[^>]+>", "", between(path.read_text(), '<p class="kicker">', "</p>")))
            if key:
                stem = path.stem.replace(".", "-") if folder == "topics" else path.stem
                number = int(parts["number"] or 1)
                start = entry.get("sections", 0) if number > 1 else 0
                entry["sections"] = start + path.read_text().count("<article>")
                entry["parts"].append({"key": key, "number": number, "page": stem})
                write(content / "parts" / f"{folder}-{stem}.md", {
                    "title": entry["name"], "type": "parts", "layout": folder, "term": base, "key": key,
                    "number": number, "from": start, "to": entry["sections"], "url": f"/{folder}/{stem}.html"})
        for key, entry in table.items():
            outputs = ["html", "csv"] if folder == "metrics" else ["html"]
            write(content / folder / key / "_index.md", {"title": entry["name"], "outputs": outputs})
        (data / f"{folder}.json").write_text(json.dumps(table, ensure_ascii=False))
    (data / "regions.json").write_text(json.dumps(places, ensure_ascii=False))
    (data / "site.json").write_text(json.dumps({"stylesheet": stylesheet}))
    for code, place in places.items():
        if code != "root":
            write(content / "regions" / code / "_index.md", {"title": place["name"]})
    for page, title in (("coverage", "收录一览"), ("checks", "存疑")):
        write(content / f"{page}.md", {"title": title, "layout": page})
    write(content / "reports" / "_index.md", {
        "title": "报告", "build": {"render": "never", "list": "never"}, "cascade": {"outputs": ["html", "json", "md"]}})
    write(content / "parts" / "_index.md", {"title": "分页", "build": {"render": "never", "list": "never"}})

    sections = topic_sections(output)
    for weight, path in enumerate(sorted((output / "reports").glob("*.json")), start=1):
        report = json.loads(path.read_bytes())
        if not report["region"] or not report["year"]:
            continue
        page = path.with_suffix(".html").read_text()
        text = body(page)
        if not text.strip():
            raise SystemExit(f"{path}: error: no text found in its page; has the theme's markup changed?")
        front = front_matter(report, page, weight, sections.get(path.stem, {}))
        write(content / "reports" / f"{path.stem}.md", front, text)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
