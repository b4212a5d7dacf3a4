#!/usr/bin/env python3
"""Show the book in a browser and keep it current: each saved edit is built and shown.

Run by `make serve`; `make serve PORT=8080` takes another port. It builds as `make site` does,
whole or not at all, but beside the site: a warning is shown instead of ending the build, since
half-written pages are what it is for.
"""

import os
import subprocess
import sys
import threading
import time
import webbrowser
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from book_build.building import Build

ROOT = Path(__file__).resolve().parents[2]
SITE = Build(ROOT, preview=True).output.site
# What the book is made from. The build itself writes nowhere in here.
WATCHED = ["evidence", "book", "scripts", "_config.yml", "_toc.yml"]
PAUSE = 0.4  # seconds between two looks at the files
# Put into each page as it is handed out, never into the files: asks every second which build is
# the newest, and loads the page again, at the same place, when there is a newer one.
RELOAD = b"""
<script>
(() => {
  let shown = null;
  setInterval(async () => {
    try {
      const newest = await (await fetch("/.built")).text();
      if (shown !== null && newest !== shown) location.reload();
      shown = newest;
    } catch { /* the preview was stopped: keep what is on screen */ }
  }, 1000);
})();
</script>
"""

built = 0  # how many builds have ended; the pages ask for it


def watched_files() -> Iterator[Path]:
    """Every file that the book is made from, but not what tools leave beside it."""
    for name in WATCHED:
        for folder, folders, files in os.walk(ROOT / name):
            folders[:] = [f for f in folders if not f.startswith((".", "__"))]
            folders[:] = [f for f in folders if not f.endswith(".egg-info")]
            yield from (Path(folder, f) for f in files if not f.startswith(".") and f[-1] != "~")
        if (ROOT / name).is_file():
            yield ROOT / name


def state() -> dict[Path, tuple[int, int]]:
    """When each watched file was last written, and its size."""
    stamps = {}
    for path in watched_files():
        try:
            status = path.stat()
        except FileNotFoundError:  # gone between listing and looking, as editors do
            continue
        stamps[path] = (status.st_mtime_ns, status.st_size)
    return stamps


def build() -> None:
    """Build once; say how long it took and what it complained about."""
    global built
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "book_build", "--preview"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    lines = done.stdout.splitlines()
    marks = ("WARNING", "ERROR", "CRITICAL", "error[", "warning[")
    messages = lines if done.returncode else [x for x in lines if any(mark in x for mark in marks)]
    print(*messages, sep="\n", end="\n" if messages else "")
    verdict = "NOT built, see above" if done.returncode else "built"
    print(f"    {verdict} ({time.monotonic() - start:.1f} s)", flush=True)
    built += 1


class Handler(SimpleHTTPRequestHandler):
    """Hands out the built book, with the reload script in each page and nothing cached."""

    def do_GET(self) -> None:
        """Answer one request."""
        if self.path == "/.built":
            return self.answer(str(built).encode(), "text/plain")
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path /= "index.html"
        if path.suffix == ".html" and path.is_file():
            return self.answer(path.read_bytes() + RELOAD, "text/html; charset=utf-8")
        return super().do_GET()

    def answer(self, body: bytes, kind: str) -> None:
        """Send `body`."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Let no browser keep an old page, style or script."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: what matters on the terminal is what the build says."""


def main() -> None:
    """Build, serve, watch, until Ctrl+C."""
    port = int(os.environ.get("PORT", "8000"))
    try:  # on this machine only: a preview is nobody else's business
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(SITE)))
    except OSError as error:
        sys.exit(f"Port {port} can't be used ({error.strerror}). Another: make serve PORT=8080")
    print("==> Building the book (the first time takes longest)", flush=True)
    seen = state()
    build()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://localhost:{port}/"
    print(f"==> Reading: {address}  Edits appear by themselves. Stop with Ctrl+C.", flush=True)
    if sys.stdout.isatty():
        webbrowser.open(address)
    while True:
        time.sleep(PAUSE)
        now = state()
        changed = sorted(str(p.relative_to(ROOT)) for p, _ in now.items() ^ seen.items())
        if changed:
            seen = now  # taken before the build, so that an edit during it counts as the next
            names = list(dict.fromkeys(changed))
            more = f" and {len(names) - 3} more" if len(names) > 3 else ""
            print(f"==> {', '.join(names[:3])}{more}", flush=True)
            build()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        print("\nStopped.")
