"""The workflows: what runs when, with which rights, and that no failure is hidden."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = ("check", "future", "nightly", "publish", "rollback", "watch")
READ_ONLY = {"contents": "read"}


def workflow(project: Path, name: str) -> dict[Any, Any]:
    file = project / ".github" / "workflows" / f"{name}.yml"
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def triggers(found: dict[Any, Any]) -> dict[str, Any]:
    return found[True]  # YAML 1.1 reads the key `on` as a truth value


def steps(found: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in found["jobs"].values() for step in job.get("steps", ())]


def test_every_workflow_is_known(project: Path) -> None:
    files = {file.stem for file in (project / ".github" / "workflows").iterdir()}
    assert files == set(WORKFLOWS)


def test_what_others_send_is_checked_without_rights(project: Path) -> None:
    found = workflow(project, "check")
    assert {"pull_request", "workflow_call"} == set(triggers(found))
    assert found["permissions"] == READ_ONLY
    assert not [job for job in found["jobs"].values() if "permissions" in job]
    for name in WORKFLOWS:
        text = (project / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
        assert "secrets." not in text
        assert "secrets: inherit" not in text


def test_only_what_was_merged_and_checked_is_published(project: Path) -> None:
    found = workflow(project, "publish")
    assert triggers(found) == {"push": {"branches": ["main"]}, "workflow_dispatch": None}
    assert found["permissions"] == READ_ONLY
    jobs = found["jobs"]
    assert set(jobs) == {"check", "attest", "deploy"}
    assert jobs["check"]["uses"] == "./.github/workflows/check.yml"
    assert jobs["deploy"]["needs"] == ["check", "attest"]
    assert jobs["deploy"]["if"] == "github.ref == 'refs/heads/main'"


def test_the_book_that_is_published_is_the_one_that_was_tested(project: Path) -> None:
    assert workflow(project, "publish")["jobs"]["check"]["with"] == {"keep-book": True}
    found = workflow(project, "check")
    # Nobody but the workflow that publishes asks for it.
    assert not triggers(found)["workflow_call"]["inputs"]["keep-book"]["default"]
    names = [step.get("name") for step in steps(found)]
    assert names.index("Test") < names.index("Keep the book")
    keeping = next(step for step in steps(found) if step.get("name") == "Keep the book")
    assert keeping["if"] == "inputs.keep-book"
    assert keeping["with"] == {"path": "_build/html", "retention-days": 90}
    # The tests' book is built with the printed one, which its pages then link to.
    makefile = (project / "Makefile").read_text(encoding="utf-8")
    assert "book: export KB_PDF := 1" in makefile


def test_reviewers_of_a_pull_request_get_the_book_as_a_file(project: Path) -> None:
    found = steps(workflow(project, "check"))
    built = next(n for n, step in enumerate(found) if ".ci/run" in step.get("run", ""))
    position, preview = next((n, s) for n, s in enumerate(found) if s.get("id") == "preview")
    assert position > built
    assert preview["if"] == "${{ !cancelled() && github.event_name == 'pull_request' }}"
    assert preview["uses"].startswith("actions/upload-artifact@")
    assert preview["with"]["path"] == "_build/html"
    # It stands in the summary, beside what the change does to the data.
    link = found[position + 1]
    assert link["env"] == {"PREVIEW": "${{ steps.preview.outputs.artifact-url }}"}
    assert '>> "$GITHUB_STEP_SUMMARY"' in link["run"]
    data = next(step for step in found if "kb diff" in step.get("run", ""))
    assert '>> "$GITHUB_STEP_SUMMARY"' in data["run"]


def test_only_the_job_that_publishes_may_write(project: Path) -> None:
    jobs = workflow(project, "publish")["jobs"]
    assert {name: job["permissions"] for name, job in jobs.items() if "permissions" in job} == {
        "attest": {"contents": "read", "id-token": "write", "attestations": "write"},
        "deploy": {"pages": "write", "id-token": "write"},
    }
    # They run nothing of the project's own.
    assert [set(step) for step in jobs["attest"]["steps"]] == [{"uses", "with"}] * 2
    assert [set(step) for step in jobs["deploy"]["steps"]] == [{"id", "uses"}]


def test_the_watch_gates_nothing_and_only_its_last_step_may_write(project: Path) -> None:
    found = workflow(project, "watch")
    assert set(triggers(found)) == {"schedule", "workflow_dispatch"}
    assert found["permissions"] == READ_ONLY
    (job,) = found["jobs"].values()
    assert job["if"] == "github.ref == 'refs/heads/main'"
    assert job["permissions"] == {"contents": "read", "issues": "write"}
    assert ["GH_TOKEN" in step.get("env", {}) for step in job["steps"]] == [False] * 4 + [True]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_steps_use_only_githubs_own_actions_and_leave_no_token(project: Path, name: str) -> None:
    for step in steps(workflow(project, name)):
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"] == {"persist-credentials": False}


def test_no_pipe_hides_a_failure(project: Path) -> None:
    every = [step for name in WORKFLOWS for step in steps(workflow(project, name))]
    piped = [step for step in every if "|" in step.get("run", "")]
    assert piped
    # Asked for by name, GitHub's bash runs with -eo pipefail; unasked, without pipefail.
    assert all(step.get("shell") == "bash" for step in piped)


def test_every_job_of_ours_ends_in_time(project: Path) -> None:
    for name in WORKFLOWS:
        # What takes an hour at night keeps nobody waiting.
        longest = 340 if name == "nightly" else 30
        for job in workflow(project, name)["jobs"].values():
            assert "uses" in job or job["timeout-minutes"] <= longest


def test_what_takes_an_hour_runs_at_night_and_without_rights(project: Path) -> None:
    found = workflow(project, "nightly")
    assert set(triggers(found)) == {"schedule", "workflow_dispatch"}
    assert found["permissions"] == READ_ONLY
    assert not [job for job in found["jobs"].values() if "permissions" in job]


def test_every_test_belongs_to_the_set_of_the_day_or_to_that_of_the_night(project: Path) -> None:
    commands = (step.get("run", "") for step in steps(workflow(project, "nightly")))
    assert any(command.startswith("make nightly") for command in commands)
    makefile = (project / "Makefile").read_text(encoding="utf-8")
    chosen = re.findall(r" -m \"?([a-z() ]+?)\"? (?:\\|-)", makefile)
    assert chosen == [
        "benchmark",
        "nightly",
        "not book and not browser and not benchmark and not nightly",
        "(book or browser) and not benchmark and not nightly",
    ]


def test_logs_of_a_failure_are_kept(project: Path) -> None:
    keeping = [
        step
        for step in steps(workflow(project, "check"))
        if step.get("with", {}).get("name") == "logs"
    ]
    assert [step["if"] for step in keeping] == ["failure()"]


def test_ci_runs_the_command_of_the_readme_and_stops_at_the_first_failure(project: Path) -> None:
    script = (project / ".ci" / "run").read_text(encoding="utf-8")
    commands = [line for line in script.splitlines() if line and not line.startswith("#")]
    assert commands[0] == "set -eo pipefail"
    assert commands[-1] == "make test"
    assert "make test" in (project / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["apt", "bootstrap", "browser", "build", "install", "notebooks"])
def test_shell_scripts_stop_at_the_first_failure(project: Path, name: str) -> None:
    script = (project / ".ci" / name).read_text(encoding="utf-8")
    assert script.startswith("#!/usr/bin/env bash\n")
    assert "\nset -euo pipefail\n" in script


def test_going_back_publishes_only_what_main_has_published(project: Path) -> None:
    jobs = workflow(project, "rollback")["jobs"]
    assert jobs["fetch"]["if"] == "github.ref == 'refs/heads/main'"
    assert jobs["fetch"]["permissions"] == {"actions": "read"}
    assert '["publish", "main", "success"]' in jobs["fetch"]["steps"][0]["run"]
    # What a person types reaches the shell as a variable, never as part of a command.
    assert not [step for step in jobs["fetch"]["steps"] if "inputs." in step.get("run", "")]
    published = workflow(project, "publish")["jobs"]["deploy"]
    assert jobs["deploy"]["steps"] == published["steps"]
    assert jobs["deploy"]["permissions"] == published["permissions"]


def test_the_look_ahead_gates_nothing(project: Path) -> None:
    found = workflow(project, "future")
    assert set(triggers(found)) == {"schedule", "workflow_dispatch"}
    assert found["permissions"] == READ_ONLY
