# SPDX-License-Identifier: GPL-3.0-or-later
"""Threadline beside the CPython that runs this script: the same programs in turns, compared by their ratios.

usage: cpython.py THREADLINE [ROUNDS]

Absolute times differ, an interpreter being slower than ours; what must agree (within 20 per cent) are the ratios of a
sum by one thread, two threads and two processes, those of downloads by up to eight workers, how long a thread waits for
the GIL, and how long an I/O thread is delayed beside a CPU thread. The order of the start methods must be the same.
Where other programs took more than a tenth of a core meanwhile, a case that needs two cores is not checked.
"""

import csv
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import textwrap

DATA = pathlib.Path(__file__).resolve().parents[1] / "data"
AGREE = 0.20
BUSY = 0.1

# Each prints one JSON object.
SUM = """
    import json, multiprocessing, sys, threading, time
    def part(first, last):
        total = 0
        for i in range(first, last):
            total += i
    def main(kind, n=6_000_000):
        make = multiprocessing.Process if kind == "process" else threading.Thread
        count = 1 if kind == "one" else 2
        begin = time.perf_counter()
        workers = [make(target=part, args=(i * n // count, (i + 1) * n // count)) for i in range(count)]
        for w in workers: w.start()
        for w in workers: w.join()
        print(json.dumps({"wall": time.perf_counter() - begin}))
    if __name__ == "__main__":
        main(sys.argv[1])
"""

GIL_WAIT = """
    import json, statistics, threading, time
    gaps = []
    def work(end):
        last = time.perf_counter()
        while last < end:
            now = time.perf_counter()
            if now - last > 0.002: gaps.append(now - last)
            last = now
    end = time.perf_counter() + 1.0
    both = [threading.Thread(target=work, args=(end,)) for _ in range(2)]
    for t in both: t.start()
    for t in both: t.join()
    print(json.dumps({"ms": statistics.median(gaps) * 1000}))
"""

IO_DELAY = """
    import json, statistics, threading, time
    stop, delays = False, []
    def spin():
        while not stop: pass
    def read():
        for _ in range(60):
            begin = time.perf_counter()
            time.sleep(0.001)
            delays.append(time.perf_counter() - begin - 0.001)
    busy = threading.Thread(target=spin); io = threading.Thread(target=read)
    busy.start(); io.start(); io.join(); stop = True; busy.join()
    print(json.dumps({"ms": statistics.median(delays) * 1000}))
"""

DOWNLOADS = """
    import concurrent.futures, http.client, json, socket, sys, threading, time
    DELAY, COUNT = 0.08, 40
    def answer(connection):
        file = connection.makefile("rb")
        while file.readline():
            while file.readline().strip(): pass
            time.sleep(DELAY)
            connection.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 1000\\r\\n\\r\\n" + b"x" * 1000)
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    def accept():
        while True:
            threading.Thread(target=answer, args=(listener.accept()[0],), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    own = threading.local()
    def download(_):
        if not hasattr(own, "session"):
            own.session = http.client.HTTPConnection(*listener.getsockname())
        own.session.request("GET", "/")
        own.session.getresponse().read()
    workers = int(sys.argv[1])
    begin = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        list(pool.map(download, range(COUNT)))
    print(json.dumps({"wall": time.perf_counter() - begin}), flush=True)
"""

STARTS = """
    import json, multiprocessing, statistics, threading, time
    def target(began, box): box.put(time.monotonic() - began)
    def main():
        result = {}
        for method in ("fork", "forkserver", "spawn"):
            context = multiprocessing.get_context(method)
            times = []
            for _ in range(6):
                box = context.SimpleQueue()
                child = context.Process(target=target, args=(time.monotonic(), box))
                child.start(); times.append(box.get()); child.join()
            result[method] = statistics.median(times[1:])
        import queue
        times = []
        for _ in range(6):
            box = queue.SimpleQueue()
            child = threading.Thread(target=target, args=(time.monotonic(), box))
            child.start(); times.append(box.get()); child.join()
        result["thread"] = statistics.median(times)
        print(json.dumps(result))
    if __name__ == "__main__":
        main()
"""


def busy_ticks():
    fields = [int(x) for x in pathlib.Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    return sum(fields) - fields[3] - fields[4]


class Load:
    """How many cores others used over the rounds: what the machine did less what our children did."""

    def __init__(self):
        self.ticks, self.own, self.wall = busy_ticks(), self.children(), os.times().elapsed

    @staticmethod
    def children():
        times = os.times()
        return times.user + times.system + times.children_user + times.children_system

    def others(self):
        wall = max(os.times().elapsed - self.wall, 1e-9)
        used = (busy_ticks() - self.ticks) / os.sysconf("SC_CLK_TCK")
        return max(0.0, (used - (self.children() - self.own)) / wall)


def python(program, *arguments):
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:  # spawn needs a file
        file.write(textwrap.dedent(program))
        file.flush()
        done = subprocess.run([sys.executable, file.name, *arguments], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


class Threadline:
    def __init__(self, program):
        self.program = program

    def run(self, scenario, *settings):
        command = [self.program, "run", str(scenario), "--json", "-", "--timeout", "120"]
        with tempfile.TemporaryDirectory() as folder:
            spans = pathlib.Path(folder) / "spans.csv"
            command += ["--save", str(spans)] + [x for s in settings for x in ("--set", s)]
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
            if done.returncode not in (0, 1) or not done.stdout:
                sys.exit(f"{' '.join(command)}: status {done.returncode}\n{done.stderr.decode(errors='replace')}")
            return json.loads(done.stdout), list(csv.DictReader(spans.read_text().splitlines()))

    def wall(self, scenario, *settings):
        return self.run(scenario, *settings)[0]["wall_ns"]

    def median_span(self, lanes, state, scenario, *settings, shortest_ns=0):
        spans = self.run(scenario, *settings)[1]
        times = [int(s["end_ns"]) - int(s["start_ns"]) for s in spans
                 if s["state"] == state and s["name"].startswith(lanes)]
        return statistics.median([t for t in times if t >= shortest_ns] or [0])


def downloads(threadline, workers):
    return threadline.wall("downloads", "count=40", "delay=80", "connect=0", "own_work=0", "bytes=1000",
                           "runtime=thread", f"workers={workers}")


def cases(threadline):
    """(name, their and our measurement, their and our base or None, needs two cores)."""
    sums = {"one": ["workers=1"], "thread": ["workers=2"], "process": ["workers=2", "runtime=process"]}

    def python_sum(kind):
        return lambda: python(SUM, kind)["wall"]

    def own_sum(kind):
        return lambda: threadline.wall("sum", "n=60000000", *sums[kind])

    for kind, name in (("thread", "two threads"), ("process", "two processes")):
        yield (f"sum: {name} / one", (python_sum(kind), own_sum(kind)), (python_sum("one"), own_sum("one")), True)
    yield ("GIL: a waiter's median wait, ms",
           (lambda: python(GIL_WAIT)["ms"],
            lambda: threadline.median_span("th", "waiting_gil", "gil-slices", "duration=1000",
                                           shortest_ns=2_000_000) / 1e6), None, True)
    yield ("I/O thread beside a CPU thread, ms",
           (lambda: python(IO_DELAY)["ms"],
            lambda: threadline.median_span("io", "waiting_gil", "gil-convoy", "cpu_threads=1") / 1e6), None, True)

    def python_downloads(workers):
        return lambda: python(DOWNLOADS, str(workers))["wall"]

    def own_downloads(workers):
        return lambda: downloads(threadline, workers)

    for workers in (2, 5, 8):
        yield (f"downloads: {workers} workers / one", (python_downloads(workers), own_downloads(workers)),
               (python_downloads(1), own_downloads(1)), False)


def measured(measure, base, rounds):
    """By turns, theirs and ours. A ratio is that of the quickest runs, for a busy neighbour only ever slows one down."""
    values, bases = ([], []), ([], [])
    for _ in range(rounds):
        for who in (0, 1):
            values[who].append(measure[who]())
            if base is not None:
                bases[who].append(base[who]())
    if base is None:
        return [statistics.median(v) for v in values]
    return [min(v) / max(min(b), 1e-12) for v, b in zip(values, bases)]


def check(name, measure, base, needs_cores, rounds):
    load = Load()
    python_value, own_value = measured(measure, base, rounds)
    others = load.others()
    apart = own_value / python_value - 1 if python_value else float("inf")
    verdict = "agrees" if abs(apart) <= AGREE else "DIFFERS"
    if verdict == "DIFFERS" and needs_cores and others > BUSY:
        verdict = f"not checked (others used {others:.1f} cores)"
    print(f"{name}: CPython {python_value:.3f}, Threadline {own_value:.3f}, {apart:+.0%}: {verdict}", flush=True)
    return verdict != "DIFFERS"


def check_starts(threadline, rounds):
    order = ["thread", "fork", "forkserver", "spawn"]
    load = Load()
    theirs = [python(STARTS) for _ in range(rounds)]
    ours = [{m: threadline.median_span(m + " ", "starting", DATA / "scenario-start-methods.json") for m in order}
            for _ in range(rounds)]
    others = load.others()
    is_good = True
    for who, values, unit in (("CPython", theirs, 1e3), ("Threadline", ours, 1e-6)):
        medians = [statistics.median(v[m] for v in values) * unit for m in order]
        is_sorted = medians == sorted(medians)
        verdict = "in order" if is_sorted else "NOT IN ORDER"
        if not is_sorted and others > BUSY:
            verdict = f"not checked (others used {others:.1f} cores)"
        print(f"start, ms, {who}: " + ", ".join(f"{m} {v:.3f}" for m, v in zip(order, medians)) + f": {verdict}")
        is_good = is_good and (is_sorted or others > BUSY)
    return is_good


def main():
    threadline, rounds = Threadline(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    print(f"CPython {sys.version.split()[0]}, {rounds} rounds in turns")
    good = [check(*case, rounds) for case in cases(threadline)]
    good.append(check_starts(threadline, rounds))
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
