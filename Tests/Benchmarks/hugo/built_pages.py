"""Reads back what a page of a built site shows. The theme's markup is where all of it stands."""

from __future__ import annotations

import html
import re
from pathlib import Path

BLOCK = re.compile(
    r'<div class="heading" id="(?P<section>[^"]+)"><h(?P<level>\d)[^>]*>(?P<heading>.*?)</h\d>\n?'
    r'<a class="permalink"'
    r'|<div class="para" id="(?P<para>p\d+)">(?P<number><a class="n".*?</a>)(?:<ul class="notes">.*?</ul>)?'
    r'(?P<text>.*?)\n?'
    r"</div>\n(?=<|$)",
    re.S,
)
CONTENTS = re.compile(
    r'<li><a href="#(s\d+)">(?:<i>(.*?)</i>)?<bdi>(.*?)</bdi></a>'
    r'(?: <a href="\.\./topics/([^"]+)\.html">(.*?)</a>)?((?: <span>.*?</span>)*)'
)
CITED = re.compile(
    r'<li>(?:<a href="\.\./laws/([^"]+)\.html">|<a href="[^"]*">)?<bdi>(.*?)</bdi>(?:</a>)? '
    r'<span class="meta"><span>(.*?)</span>'
    r"(?: <span><bdi>(.*?)</bdi></span>)?(.*?)</li>"
)
SECTION = re.compile(
    r'<article>\n<p class="meta"><span>.*?</span>(.*?)</p>\n'
    r'<h3[^>]*><a href="\.\./reports/([^"#]+)\.html#([^"]+)"><bdi>(.*?)</bdi></a></h3>\n'
    r"(?:<p[^>]*><bdi>(.*?)</bdi></p>)?",
    re.S,
)
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
    """Inline HTML as Markdown: the marks stay, and what Markdown would read as its own is escaped."""
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
            blocks.append(f"{'#' * int(found['level'])} {markdown(found['heading'])} {link} {{#{anchor}}}")
        elif (
            (inner := found["text"]).startswith("<p>") and inner.count("<p>") == 1 and inner.endswith("</p>")
        ):
            blocks.append(f"{found['number']}{markdown(inner[3:-4])}\n{{#{found['para']} .para}}")
        else:
            whole = re.sub(r"\n\s*\n", "\n", f"{found['number']}{inner}")
            blocks.append(f'<div class="para" id="{found["para"]}">{whole}</div>')
    return "\n\n".join(blocks) + "\n"


def contents_list(page: str) -> list[dict]:
    """The report's list of contents, with the topic and the role of each heading."""
    return [
        {
            "anchor": anchor,
            "label": label,
            "title": html.unescape(title),
            "topic": topic.replace(".", "-"),
            "topic_name": html.unescape(name),
            "roles": re.findall(r"<span>(.*?)</span>", roles),
        }
        for anchor, label, title, topic, name, roles in CONTENTS.findall(
            between(page, 'class="contents"', "</nav>")
        )
    ]


def cited_laws(page: str) -> list[dict]:
    """The laws and documents that the report cites, with the anchors of the places."""
    return [
        {
            "law": law,
            "name": html.unescape(name),
            "kind": kind,
            "number": number,
            "mentions": re.findall(r'href="#(c\d+)"', rest),
        }
        for law, name, kind, number, rest in CITED.findall(between(page, 'id="citations"', "</section>"))
    ]


def topic_sections(output: Path) -> dict[str, dict[str, list[dict]]]:
    """The sections of each report by topic, with their opening words: {report: {topic: [section]}}."""
    found: dict[str, dict[str, list[dict]]] = {}
    for path in sorted((output / "topics").glob("*.html")):
        topic = PART.match(path.stem)["base"].replace(".", "-")
        for detail, report, anchor, title, excerpt in SECTION.findall(path.read_text()):
            found.setdefault(report, {}).setdefault(topic, []).append(
                {
                    "anchor": anchor,
                    "title": html.unescape(title),
                    "excerpt": html.unescape(excerpt),
                    "detail": re.findall(r"<span>(.*?)</span>", detail),
                }
            )
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
    return {
        key: {"name": html.unescape(name), ("unit" if folder == "metrics" else "number"): strip.sub("", cell)}
        for key, name, cell in row.findall(page)
    }
