"""Opens pages of a built site from file:// in headless Chromium.

Fails on any console message, any page error, any request that is not for a file inside the site, and any page
wider than its window at 320 pixels.
"""

import pathlib
import shutil
import sys
from urllib.parse import unquote, urlsplit

from playwright.sync_api import sync_playwright


def pages(site: pathlib.Path) -> list[pathlib.Path]:
    """The home page, and the first page of every other kind."""
    chosen = sorted(site.glob("*.html"))
    for kind in ("regions", "reports", "years", "metrics", "laws", "topics"):
        chosen += sorted((site / kind).glob("*.html"))[:2]
    return chosen


def problems(page, site: pathlib.Path, path: pathlib.Path) -> list[str]:
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
    page.goto(path.as_uri())
    page.wait_for_load_state("networkidle")
    page.set_viewport_size({"width": 320, "height": 800})
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > 320:
        found.append(f"{width} pixels wide in a window of 320")
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    return [f"{path.relative_to(site)}: {problem}" for problem in found]


def main() -> int:
    site = pathlib.Path(sys.argv[1]).resolve()
    chosen = pages(site)
    found: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            page = browser.new_context(color_scheme=scheme, offline=True).new_page()
            for path in chosen:
                found += problems(page, site, path)
        browser.close()
    for problem in found:
        print(problem)
    print(f"{len(chosen)} pages opened, light and dark, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
