#!/usr/bin/env python3
"""Times two commands in turn and prints the median of each figure and of the ratio pair by pair.

compare.py --name NAME [--runs N] [--clean FOLDER ...] -- COMMAND … --against COMMAND …

What the commands print is thrown away. A command may find faults (status 1): that is no failure of the measurement.
"""
import os
import shutil
import statistics
import sys
import time


def options(arguments):
    name, runs, clean = "", 5, []
    while arguments[0] != "--":
        key, value = arguments.pop(0), arguments.pop(0)
        if key == "--name":
            name = value
        elif key == "--runs":
            runs = int(value)
        elif key == "--clean":
            clean.append(value)
    split = arguments.index("--against")
    return name, runs, clean, arguments[1:split], arguments[split + 1:]


def measure(command, clean):
    for folder in clean:
        shutil.rmtree(folder, ignore_errors=True)
    start = time.monotonic()
    nothing = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=nothing)
    _, status, usage = os.wait4(process, 0)
    wall = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"'{' '.join(command)}' failed with status {status}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "megabytes": usage.ru_maxrss / 1024}


def main():
    name, runs, clean, first, second = options(sys.argv[1:])
    measure(first, clean), measure(second, clean)
    pairs = [(measure(first, clean), measure(second, clean)) for _ in range(runs)]
    print(f"{name}: {os.path.basename(first[0])} against {os.path.basename(second[0])}, {runs} pairs, medians")
    for figure in ("wall", "cpu", "megabytes"):
        a, b = ([pair[side][figure] for pair in pairs] for side in (0, 1))
        ratios = sorted(x / y for x, y in zip(a, b) if y)
        print(f"  {figure:<9} {statistics.median(a):9.2f} {statistics.median(b):9.2f}   ratio"
              f" {statistics.median(ratios):6.2f}   ({ratios[0]:.2f} to {ratios[-1]:.2f})")


main()
