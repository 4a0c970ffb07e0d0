"""Watches `annals serve` from an open page in headless Chromium.

    serve.py ANNALS ARCHIVE [LIMIT]

Works on a copy of the archive. Fails unless a report's new text shows in its open page within LIMIT seconds of
saving (1 by default; the median of five), with the scroll position kept and other pages left alone; unless a
template error shows in the page and goes away again; and unless a page finds its server again after a restart.
"""

import json
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from playwright.sync_api import sync_playwright

PATIENCE = 120_000  # milliseconds, for what has no time of its own: a busy machine is no fault


class Server:
    """`annals serve`, started and ready."""

    def __init__(self, annals: str, root: pathlib.Path, port: int = 0):
        self.process = subprocess.Popen(
            [annals, "serve", "--root", str(root), "--port", str(port)], stdout=subprocess.PIPE, text=True)
        late = threading.Timer(PATIENCE / 1000, self.process.kill)
        late.start()
        self.address = None
        for line in self.process.stdout:
            if line.startswith("serving "):
                self.address = line.split()[1]
                break
        late.cancel()
        if self.address is None:
            sys.exit("annals serve ended, or did not say where it serves")
        self.port = int(self.address.rstrip("/").rsplit(":", 1)[1])

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            sys.exit("annals serve did not end within 10 seconds of SIGTERM")


class Report:
    """A report of the archive whose last long line can be written to."""

    def __init__(self, annals: str, root: pathlib.Path):
        for path in sorted((root / "Content/reports").rglob("*.*")):
            if path.suffix not in (".txt", ".md"):
                continue
            try:
                lines = path.read_text(encoding="utf-8").splitlines()
            except UnicodeDecodeError:
                continue
            found = subprocess.run(
                [annals, "inspect", str(path), "--format", "json"], capture_output=True, text=True, check=False)
            report = json.loads(found.stdout.splitlines()[0]) if found.stdout else {}
            chrome = set(report.get("chrome", []))
            body = [n for n, line in enumerate(lines) if len(line) > 60 and line not in chrome]
            if report.get("id") and len(body) > 3:
                self.path, self.lines, self.id, self.line = path, lines, report["id"], body[-2]
                return
        sys.exit(f"no report in {root} can be edited")

    def write(self, addition: str) -> None:
        """Adds a sentence to the line, by a new file renamed into place as editors do."""
        lines = list(self.lines)
        lines[self.line] += addition
        new = self.path.with_name("." + self.path.name + ".new")
        new.write_text("\n".join(lines) + "\n", encoding="utf-8")
        new.replace(self.path)


def shows(page, text: str) -> None:
    # Not by a function of the page's own, which its Content-Security-Policy would refuse.
    page.get_by_text(text).first.wait_for(state="attached", timeout=PATIENCE)


def edits(page, still, report: Report, limit: float, problems: list[str]) -> None:
    """Edits the report five times and looks at the page, and at one that does not change."""
    page.evaluate("scrollTo(0, Math.round((document.documentElement.scrollHeight - innerHeight) / 2))")
    place = page.evaluate("scrollY")
    if place == 0:
        problems.append("the page is too short to be scrolled")
    still.evaluate("window.untouched = true")
    times = []
    for number in range(5):
        text = f"另有第{number}次补记。"
        start = time.monotonic()
        report.write(text)
        shows(page, text)
        times.append(time.monotonic() - start)
        page.wait_for_load_state("load")
        page.wait_for_timeout(200)
        now = page.evaluate("scrollY")
        if abs(now - place) > 2:
            problems.append(f"edit {number}: scrolled to {now}, was at {place}")
    print("new text after", ", ".join(f"{seconds:.3f}" for seconds in times), "seconds")
    if statistics.median(times) > limit:
        problems.append(f"new text after {statistics.median(times):.3f} seconds, more than {limit}")
    if not still.evaluate("window.untouched === true"):
        problems.append("a page that did not change was loaded again")


def template_error(page, root: pathlib.Path, problems: list[str]) -> None:
    template = root / "Templates/report.html"
    good = template.read_text(encoding="utf-8")
    panel = page.locator("#annals-failure")
    template.write_text(good + "{{noSuchName}}<script>window.injected = true</script>\n", encoding="utf-8")
    panel.wait_for(state="visible", timeout=PATIENCE)
    text = panel.inner_text()
    line = good.count("\n") + 1
    if f"report.html:{line}:" not in text or "noSuchName" not in text:
        problems.append(f"the template error is not named in the page: {text!r}")
    if page.evaluate("window.injected === true"):
        problems.append("the error text became part of the page")
    page.reload()
    panel.wait_for(state="visible", timeout=PATIENCE)
    template.write_text(good, encoding="utf-8")
    panel.wait_for(state="detached", timeout=PATIENCE)


def main() -> int:
    annals = str(pathlib.Path(sys.argv[1]).resolve())
    archive = pathlib.Path(sys.argv[2]).resolve()
    limit = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
    problems: list[str] = []
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        root = pathlib.Path(temporary)
        shutil.copytree(archive / "Content", root / "Content")
        own = archive / "Templates"
        shutil.copytree(own if own.exists() else pathlib.Path(__file__).parents[2] / "Templates", root / "Templates")
        report = Report(annals, root)
        server = Server(annals, root)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 800, "height": 400})
        page, still = context.new_page(), context.new_page()
        for each in (page, still):
            each.on("pageerror", lambda error: problems.append(f"page error: {error}"))
        page.goto(f"{server.address}reports/{report.id}.html")
        still.goto(f"{server.address}404.html")
        edits(page, still, report, limit, problems)
        template_error(page, root, problems)

        still.goto(f"{server.address}no/such/page.html")
        still.locator("a").first.wait_for(timeout=PATIENCE)
        links = still.locator("link[rel=stylesheet]").evaluate_all("links => links.map(link => link.sheet !== null)")
        if not all(links):
            problems.append("the page for missing addresses has no style")

        if code := server.stop():
            problems.append(f"ended with status {code} on SIGTERM")
        report.write("停机时补记。")
        server = Server(annals, root, server.port)
        shows(page, "停机时补记。")
        if "_annals" in (root / f"Output/reports/{report.id}.html").read_text(encoding="utf-8"):
            problems.append("the script was written into the site")
        browser.close()
        server.stop()
    for problem in problems:
        print(problem)
    print(f"serve: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
