"""axe (WCAG 2.2 A and AA) on a page of every kind in every language of a built site, light and dark."""

import pathlib
import shutil
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from pages import KINDS, editions

RULES = {
    "preload": False,
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
}


def kinds(edition: pathlib.Path) -> list[pathlib.Path]:
    """One page of each kind; of the indexes and of what they list."""
    chosen = sorted(edition.glob("*.html"))
    for kind in KINDS:
        found = sorted((edition / kind).glob("*.html"), key=lambda path: (path.stat().st_size, path.name))
        index = [path for path in found if path.name == "index.html"]
        # The middle one: neither bare nor so long that the check takes minutes.
        rest = [path for path in found if path.name != "index.html"]
        chosen += index + rest[len(rest) // 2 : len(rest) // 2 + 1]
    return chosen


def main() -> int:
    site = pathlib.Path(sys.argv[1]).resolve()
    chosen = [page for edition in editions(site) for page in kinds(edition)]
    axe, violations = Axe(), 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for scheme, width in (("light", 1440), ("dark", 390)):
            # The check itself is a script that the pages' policy would refuse.
            page = browser.new_context(
                viewport={"width": width, "height": 1000}, color_scheme=scheme, bypass_csp=True).new_page()
            for path in chosen:
                page.goto(path.as_uri())
                for violation in axe.run(page, options=RULES).response["violations"]:
                    violations += 1
                    node = violation["nodes"][0]
                    print(f"{path.relative_to(site)} ({scheme}): {violation['id']}: {len(violation['nodes'])} times")
                    print(f"  {node['html'][:160]}\n  {' '.join(node.get('failureSummary', '').split())[:240]}")
        browser.close()
    print(f"axe on {len(chosen)} pages, light and dark: {violations} violations")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
