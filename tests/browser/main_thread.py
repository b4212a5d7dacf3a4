"""How long a page keeps the processor busy, read from a browser's own trace."""

from __future__ import annotations

import json
from collections import defaultdict

TASKS = "disabled-by-default-devtools.timeline"
"""The browser's own name for a trace of what its threads do."""


def task_times(trace: bytes) -> list[float]:
    """The processor time of each task of a page's main thread, in milliseconds.

    A trace names the threads of all of the browser's processes; the page's is the busiest.
    """
    events = json.loads(trace)["traceEvents"]
    tasks = defaultdict(list)
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    for event in events:
        thread = (event["pid"], event["tid"])
        if event["name"] == "RunTask" and event["ph"] == "X" and thread in mains:
            tasks[thread].append(event.get("tdur", 0) / 1000)
    return max(tasks.values(), key=sum)
