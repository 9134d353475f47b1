# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmarks made of whole programs share: runs in turn, medians of pairs, a display of one's own, the line at the end."""
import contextlib
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

SKIP = 77


class Run(NamedTuple):
    wall: float  # seconds
    cpu: float   # seconds of the program and those it started
    peak: int    # KiB of memory, of the program alone


def note(text):
    """What helps to understand the figure: on the standard error, the line of the benchmark stands alone on the other."""
    print(f"  {text}", file=sys.stderr, flush=True)


def report(name, ratio, target):
    print(f"{name} ratio {ratio:.3f} target {target:.3f} {'met' if ratio <= target else 'missed'}", flush=True)


def pend(name, reason):
    """A measure that cannot be taken here has its line all the same."""
    print(f"{name} pending: {reason}", flush=True)
    sys.exit(0)


def pend_without(name, *tools):
    """Ends the benchmark as pending where a tool it compares with is not installed."""
    for tool in tools:
        if shutil.which(tool) is None:
            pend(name, f"{tool} is not installed")


def skip(reason):
    note(reason)
    sys.exit(SKIP)


def need(*tools):
    """Ends the benchmark as skipped where a tool it compares with is not installed."""
    for tool in tools:
        if shutil.which(tool) is None:
            skip(f"{tool} is not installed")


def read_arguments():
    """The name of the benchmark, then the programs and tables it is given, which meson names from its own folder."""
    return [sys.argv[1], *(str(pathlib.Path(argument).resolve()) for argument in sys.argv[2:])]


def ratio_of(ours, bare):
    """The median of the quotients, pair by pair: what else the machine did at that moment fell on both."""
    return statistics.median(a / b for a, b in zip(ours, bare))


def time_command(command, text=None):
    """Runs a program to its end; a failure ends the benchmark. The peak is time's to say: of a program that is started from here Linux would count our
    own memory as its."""
    need("time")
    reader, writer = os.pipe()
    start = time.monotonic()
    with subprocess.Popen(["time", "-f", "%M", "-o", f"/dev/fd/{writer}", *command], stdin=subprocess.PIPE if text else subprocess.DEVNULL,
                          stdout=subprocess.DEVNULL, pass_fds=[writer]) as process:
        os.close(writer)
        if text:
            process.stdin.write(text.encode())
            process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    with open(reader, encoding="ascii") as answer:
        peak = answer.read()
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with status {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, int(peak))


def compare(name, ours, bare):
    """Notes both medians, returns the ratio of computing times: on a machine that is not alone they vary least."""
    wall = ratio_of([run.wall for run in ours], [run.wall for run in bare])
    cpu = ratio_of([run.cpu for run in ours], [run.cpu for run in bare])
    for label, runs in (("ours", ours), ("against", bare)):
        note(f"{name} {label}: {statistics.median(run.wall for run in runs):.3f} s, "
             f"computing {statistics.median(run.cpu for run in runs):.3f} s")
    note(f"{name} ratio of computing time {cpu:.3f}, of elapsed time {wall:.3f}, {len(ours)} pairs")
    return cpu


@contextlib.contextmanager
def work_folder():
    """A folder in the current one (meson starts a benchmark in its build folder), removed at the end."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=".") as folder:
        yield pathlib.Path(folder).resolve()


def private_home(folder):
    """An environment without anything of the user's. OpenGL is off on both sides: in software it would be half of the start."""
    home = {name: folder / name.lower() for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    for path in home.values():
        path.mkdir(mode=0o700)
    for toolkit in ("gtk-3.0", "gtk-4.0"):
        settings = home["XDG_CONFIG_HOME"] / toolkit / "settings.ini"
        settings.parent.mkdir()
        settings.write_text("[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\n", encoding="utf-8")
    environment = {**os.environ, **{name: str(path) for name, path in home.items()}, "GSK_RENDERER": "cairo", "GDK_BACKEND": "x11",
                   "GSETTINGS_BACKEND": "memory", "GDK_DEBUG": "gl-disable", "GDK_DISABLE": "gl,vulkan", "GDK_GL": "disable"}
    for name in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "GTK_A11Y", "NO_AT_BRIDGE"):
        environment.pop(name, None)
    return environment


@contextlib.contextmanager
def x_server(environment):
    """A display without window manager, so that a window is a child of the root, as firstframe expects."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset", "-extension", "GLX"]
    with subprocess.Popen(command, pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        try:
            environment["DISPLAY"] = ":" + os.read(reader, 16).decode().strip()
            yield
        finally:
            os.close(reader)
            server.terminate()


def run_on_display():
    """Runs this script again, under a display, session bus and home of its own, unless it is there already; then returns. What the services of
    the bus say goes to the standard error."""
    if "BENCH_ON_DISPLAY" in os.environ:
        os.dup2(int(os.environ["BENCH_ON_DISPLAY"]), sys.stdout.fileno())
        return
    need("Xvfb", "dbus-run-session")
    with tempfile.TemporaryDirectory(prefix="bench-home-") as folder:
        environment = private_home(pathlib.Path(folder))
        output = os.dup(sys.stdout.fileno())
        environment["BENCH_ON_DISPLAY"] = str(output)
        with x_server(environment):
            status = subprocess.call(["dbus-run-session", "--", sys.executable, "-B", *sys.argv], env=environment, stdout=sys.stderr, pass_fds=[output])
    sys.exit(status)


def first_frame(firstframe, command, *options):
    """What bench-firstframe.c tells of a program's start, by name."""
    result = subprocess.run([firstframe, *options, *command], stdout=subprocess.PIPE, text=True, check=True)
    words = result.stdout.split()
    return {name: float(value) for name, value in zip(words[::2], words[1::2])}
