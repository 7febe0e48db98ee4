# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole gallery: every scenario and experiment that the program carries, one after the other, with its preset quick.

usage: gallery.py THREADLINE [FOLDER]
FOLDER: where a picture of each is written, to be looked at.

Fails when one does not run to its end, when a claim that needs no free core does not hold, or when all together take
longer than four minutes. A claim that needs a free core is only reported: this machine may have
been disturbed. So is a scenario of more than three seconds.
"""

import json
import os
import pathlib
import subprocess
import sys
import time

LIMIT_S = 240
QUICK_S = 3.0


def needs_by_id(path):
    """What each claim of a file needs; of one that is not in this folder nothing is known."""
    if not path.exists():
        return {}
    return {claim["id"]: claim.get("needs") for claim in json.loads(path.read_text(encoding="utf-8"))["claims"]}


def claims_of(kind, result):
    """(claim, who made it) of a result; an experiment has its own and those of its runs."""
    if kind == "scenario":
        return [(claim, "") for claim in result["claims"]]
    out = [(claim, "") for claim in result["claims"]]
    for run in result["runs"]:
        out += [(claim, json.dumps(run["variant"]) + " ") for claim in run["run"].get("claims", [])]
    return out


def play(threadline, entry, folder):
    """(seconds, problems, remarks) of one entry."""
    kind, name = entry["kind"], entry["id"]
    command = [threadline, "run" if kind == "scenario" else "experiment", name, "--preset", "quick", "--json", "-"]
    if folder:
        command += ["--export", str(folder / f"{name}.png")]
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, text=True)
    seconds = time.monotonic() - start
    if not done.stdout:
        return seconds, [f"status {done.returncode}: {done.stderr.strip()[-300:]}"], []
    result = json.loads(done.stdout)
    root = pathlib.Path(__file__).resolve().parents[2] / "resources/scenarios"
    needs = needs_by_id(root / ("" if kind == "scenario" else "experiments") / f"{name}.json")
    problems, remarks = [], []
    for claim, place in claims_of(kind, result):
        if claim["verdict"] != "fails":
            continue
        text = f"{place}{claim['id']}: measured {claim['measured']}, expected {claim['expected']}"
        (remarks if needs.get(claim["id"], "free core" if place else None) else problems).append(text)
    if kind == "scenario" and result["ended"] not in ("returned", "failed"):
        problems.append(f"it ended as {result['ended']}")
    if done.returncode not in (0, 1):
        problems.append(f"status {done.returncode}: {done.stderr.strip()[-300:]}")
    elif done.returncode == 1 and not remarks and not problems:
        problems.append(f"it failed: {done.stderr.strip()[-300:]}")
    if kind == "scenario" and seconds > QUICK_S:
        remarks.append(f"longer than {QUICK_S:.0f} s")
    return seconds, problems, remarks


def main():
    threadline = sys.argv[1]
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    entries = json.loads(subprocess.run([threadline, "list", "--json"], stdout=subprocess.PIPE, check=True).stdout)
    failed, total, ours = 0, 0.0, 0
    for entry in entries:
        if not entry["file"].startswith(":/"):
            continue  # somebody's own
        ours += 1
        seconds, problems, remarks = play(threadline, entry, folder)
        total += seconds
        failed += bool(problems)
        print(f"{'FAILS' if problems else 'good ':5} {seconds:5.1f} s  {entry['id']}", flush=True)
        for line in problems + remarks:
            print(f"               {line}", flush=True)
    if total > LIMIT_S:
        print(f"together {total:.0f} s, more than {LIMIT_S} s")
        failed += 1
    print(f"{ours} scenarios and experiments in {total:.0f} s, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
