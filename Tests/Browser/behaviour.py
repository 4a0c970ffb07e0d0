"""What the theme's script adds, tried in headless Chromium on a built site: tables sort, lists are filtered, links and
citations are copied, the current section is marked, and everything works from the keyboard.
"""

import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

problems: list[str] = []


def expect(holds: bool, what: str) -> None:
    if not holds:
        problems.append(what)


def column(page, selector: str, number: int) -> list[str]:
    return page.evaluate(
        "([selector, number]) => [...document.querySelector(selector).tBodies[0].rows]"
        ".map(row => row.cells[number].textContent.trim())", [selector, number])


def numbers(texts: list[str]) -> list[float]:
    return [float(text.split()[0].replace(",", "")) for text in texts if text]


def sorting(page, site: pathlib.Path) -> None:
    page.goto((site / "metrics/index.html").as_uri())
    table = "table.listing:has(thead button)"
    button = page.locator(table).first.locator("thead th").nth(2).locator("button")
    before = column(page, table, 2)
    button.click()
    down = numbers(column(page, table, 2))
    expect(down == sorted(down, reverse=True), f"sorting: first click gives {down}")
    expect(page.locator("th[aria-sort=descending]").count() == 1, "sorting: the head does not say descending")
    button.press("Enter")
    up = numbers(column(page, table, 2))
    expect(up == sorted(up), f"sorting: Enter on the button gives {up}")
    button.press("Space")
    expect(column(page, table, 2) == before, "sorting: the third time does not restore the page's order")
    expect(page.locator("th[aria-sort]").count() == 0, "sorting: a head still says that it is sorted")


def filtering(page, site: pathlib.Path) -> None:
    page.goto((site / "metrics/index.html").as_uri())
    field = page.locator(".filter input").first
    shown = "() => [...document.querySelectorAll('[data-filter] tbody > tr')].filter(row => !row.hidden).length"
    every = page.evaluate(shown)
    word = page.locator("[data-filter] tbody th").first.text_content().strip()[:4]
    field.fill(word)
    some = page.evaluate(shown)
    expect(0 < some < every, f"filtering by {word}: {some} of {every} rows")
    expect(page.locator(".filter .count").first.text_content() == f"{some} / {every}", "filtering: the count is wrong")
    field.fill("no such thing")
    expect(page.evaluate(shown) == 0, "filtering: rows are left that do not fit")
    field.fill("")
    expect(page.evaluate(shown) == every, "filtering: an empty field does not show all rows")


def copying(page, report: pathlib.Path) -> None:
    page.goto(report.as_uri())
    clipboard = "() => navigator.clipboard.readText()"
    for button in page.locator(".copy").all():
        button.click()
        page.wait_for_function("document.querySelector('.said').textContent !== ''")
        text = page.evaluate(clipboard)
        source = button.evaluate("b => b.parentElement.querySelector('[data-copy]').textContent.trim()")
        expect(text.strip() != "" and (text == source or text.startswith(("file:", "http"))), f"copied {text!r}")
    link = page.locator(".permalink").first
    link.click()
    page.wait_for_timeout(100)
    expect(page.evaluate(clipboard).endswith(link.get_attribute("href")), "a permalink copies another address")


def reading(page, report: pathlib.Path) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(report.as_uri())
    page.mouse.wheel(0, 900)
    page.wait_for_timeout(600)
    expect(page.locator(".contents [aria-current]").count() == 1, "no section of the contents is marked as current")


def keyboard(page, path: pathlib.Path) -> None:
    """The first Tab reaches the link past the navigation; every stop is seen, and no two in a row are the same."""
    page.goto(path.as_uri())
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    expect(first == "#main", f"{path.name}: the first stop is {first}")
    last = None
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
              return [e.outerHTML.slice(0, 80), s.outlineStyle !== 'none' || s.boxShadow !== 'none',
                      b.width > 0 && b.height > 0, [...document.querySelectorAll('*')].indexOf(e)] }""")
        if stop[0].startswith("<body"):
            break
        expect(stop[1], f"{path.name}: no focus is seen on {stop[0]}")
        expect(stop[2], f"{path.name}: a stop without size, {stop[0]}")
        expect(stop[3] != last, f"{path.name}: the focus stays on {stop[0]}")
        last = stop[3]


def main() -> int:
    site = pathlib.Path(sys.argv[1]).resolve()
    report = max(sorted((site / "reports").glob("*.html")), key=lambda path: path.stat().st_size)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.set_default_timeout(10_000)
        sorting(page, site)
        filtering(page, site)
        copying(page, report)
        reading(page, report)
        for path in (site / "index.html", report, site / "coverage.html", site / "metrics/index.html"):
            keyboard(page, path)
        browser.close()
    for problem in problems:
        print(problem)
    print(f"sorting, filtering, copying, current section, keyboard: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
