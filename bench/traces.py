"""What bench/traces does; see there."""

import json
import os
import pathlib
import re
import statistics
import subprocess
import sys


BATON = os.environ.get("BATON", "./baton")


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def violated(file):
    """The violated properties of a file's checks, with what their traces cost as found and minimised."""
    report = json.loads(run(BATON, "check", file, "--no-reduce", "--engine", "explicit", "--json", "-"))
    for check in report["checks"]:
        for prop in check["properties"]:
            if prop["verdict"] == "violated" and prop.get("trace"):
                yield check["check"], prop


def baton_lines(file, check, name):
    """How many lines the trace takes, from its first line to the last of its reasons."""
    lines = run(BATON, "check", file, "--check", check, "--property", name).splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith(name + " is violated"))
    last = max(i for i, line in enumerate(lines) if line.startswith("  "))
    return last - first + 1


def tlc(work, java, jar, file, check, name):
    """The lines of TLC's behaviour, and the cost of its trace."""
    report = json.loads(run(BATON, "check", file, "--check", check, "--property", name, "--engine", "tlc", "--json", "-"))
    cost = report["checks"][0]["properties"][0].get("found")
    folder = pathlib.Path(work) / f"{pathlib.Path(file).stem}-{check}"
    run(BATON, "tla", file, "--check", check, "-o", str(folder))
    module = next(folder.glob("*.cfg")).stem
    wanted(folder / f"{module}.cfg", name)
    out = run(java, "-cp", jar, "tlc2.TLC", "-workers", "1", "-metadir", str(folder / "meta"),
              "-config", str(folder / f"{module}.cfg"), str(folder / f"{module}.tla")).splitlines()
    states = [i for i, line in enumerate(out) if re.match(r"State \d+: |Back to state|State \d+: Stuttering", line)]
    if not states:
        return None, cost
    last = states[-1]
    while last + 1 < len(out) and out[last + 1].strip():
        last += 1
    return last - states[0] + 1, cost


def wanted(config, name):
    """Leaves one property in TLC's configuration; a deadlock is what TLC looks for anyway."""
    kept, section, kind = [], "", ""
    for line in config.read_text().splitlines():
        if re.match(r"[A-Z_]+", line):
            section = line.split()[0]
        if section in ("INVARIANT", "INVARIANTS", "PROPERTY", "PROPERTIES"):
            kind = section if line.strip() == name else kind
        elif section != "CHECK_DEADLOCK":
            kept.append(line)
    kept += [kind, "    " + name] if kind else []
    kept.append("CHECK_DEADLOCK " + ("TRUE" if name == "DeadlockFree" else "FALSE"))
    config.write_text("\n".join(kept) + "\n")


def main():
    work, java, jar, *rest = sys.argv[1:]
    files = rest or sorted(str(p) for p in pathlib.Path("specs").glob("*/*.baton"))
    rows = []
    print("| check | property | found: steps, switches | minimised | TLC | lines | TLC's lines |")
    print("|---|---|---|---|---|---|---|")
    for file in files:
        for check, prop in violated(file):
            name = prop["name"]
            lines = baton_lines(file, check, name)
            theirs, cost = tlc(work, java, jar, file, check, name)
            found, best = prop["found"], prop["cost"]
            tlc_cost = f"{cost['steps']}, {cost['switches']}" if cost else "–"
            print(f"| {pathlib.Path(file).stem}: {check} | {name} | {found['steps']}, {found['switches']} "
                  f"| {best['steps']}, {best['switches']} | {tlc_cost} | {lines} | {theirs or '–'} |", flush=True)
            if theirs:
                rows.append((lines / theirs, best, cost))
    if rows:
        print(f"\n{len(rows)} traces; median of lines to TLC's lines: {statistics.median(r[0] for r in rows):.2f}; "
              f"more switches than TLC in {sum(1 for r in rows if r[2] and r[1]['switches'] > r[2]['switches'])}.")


main()
