"""Opens pages of a built site from file:// in headless Chromium.

Fails on any console message, any page error, any request that is not for a file inside the site, any violation of the
page's content policy, any page wider than its window at 320 pixels or at 200% text, any page that loses text with
scripts off, and any page that no link leads to.
"""

import pathlib
import re
import shutil
import sys
from urllib.parse import unquote, urlsplit

from playwright.sync_api import sync_playwright

KINDS = ("regions", "reports", "years", "metrics", "laws", "topics", "checks")

# Text of the page as a reader without scripts has it; what the script adds is left out.
TEXT = """() => [...document.querySelectorAll('main p, main li, main td, main th, main dd, main h1, main h2')]
  .map(e => { const c = e.cloneNode(true); c.querySelectorAll('.filter, .copy, .said').forEach(x => x.remove());
              return c.textContent.replace(/\\s+/g, ' ').trim() }).filter(Boolean).join('\\n')"""


def editions(site: pathlib.Path) -> list[pathlib.Path]:
    """The folders of the site's languages: the site itself, and those below it with a home page."""
    return [site] + sorted(home.parent for home in site.glob("*/index.html") if home.parent.name not in KINDS)


def pages(site: pathlib.Path) -> list[pathlib.Path]:
    """Of each language the pages at the top, and the first two of every other kind."""
    chosen = []
    for edition in editions(site):
        chosen += sorted(edition.glob("*.html"))
        for kind in KINDS:
            chosen += sorted((edition / kind).glob("*.html"))[:2]
    return chosen


def unreached(site: pathlib.Path) -> list[str]:
    """Pages that no chain of links from the home page leads to."""
    start = site / "index.html"
    seen, waiting = {start}, [start]
    while waiting:
        page = waiting.pop()
        for link in re.findall(r'<a\b[^>]*?\bhref="([^"#]+)', page.read_text(encoding="utf-8")):
            if ":" in link:
                continue
            target = (page.parent / unquote(link.replace("&amp;", "&"))).resolve()
            if target.suffix == ".html" and target not in seen and target.exists():
                seen.add(target)
                waiting.append(target)
    lost = [page for page in site.rglob("*.html") if page not in seen and page.name != "404.html"]
    return [f"{page.relative_to(site)}: no link leads here" for page in sorted(lost)]


def problems(page, site: pathlib.Path, path: pathlib.Path) -> tuple[list[str], str]:
    found: list[str] = []

    def on_request(request):
        address = urlsplit(request.url)
        target = pathlib.Path(unquote(address.path))
        if address.scheme != "file" or site not in target.parents:
            found.append(f"request for {request.url}")

    listeners = {
        "console": lambda message: found.append(f"console: {message.text}"),
        "pageerror": lambda error: found.append(f"page error: {error}"),
        "request": on_request,
        "requestfailed": lambda request: found.append(f"failed: {request.url}"),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(path.as_uri())
    page.wait_for_load_state("networkidle")
    text = page.evaluate(TEXT)
    for size in ("100%", "200%"):
        page.evaluate("size => document.documentElement.style.setProperty('font-size', size)", size)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            found.append(f"{width} pixels wide in a window of 320 with text at {size}")
    if not page.evaluate("document.querySelector('meta[http-equiv=Content-Security-Policy]')"):
        found.append("no content policy")
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    return [f"{path.relative_to(site)}: {problem}" for problem in found], text


def main() -> int:
    site = pathlib.Path(sys.argv[1]).resolve()
    chosen = pages(site)
    found = unreached(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        texts: dict[pathlib.Path, str] = {}
        for scheme in ("light", "dark"):
            page = browser.new_context(color_scheme=scheme, offline=True).new_page()
            for path in chosen:
                more, texts[path] = problems(page, site, path)
                found += more
        plain = browser.new_context(java_script_enabled=False, offline=True).new_page()
        for path in chosen:
            plain.goto(path.as_uri())
            if plain.evaluate(TEXT) != texts[path]:
                found.append(f"{path.relative_to(site)}: another text with scripts off")
        browser.close()
    for problem in found:
        print(problem)
    print(f"{len(chosen)} pages opened, light and dark, with scripts and without: {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
