# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of this folder share: which files there are, C text without its comments, and how a verdict is given."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SKIP = 77
TOKEN = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.S)


def list_files():
    """Every file of the tree, as the version control sees it; in an unpacked archive, everything but build folders."""
    git = subprocess.run(["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                         capture_output=True, check=False) if (ROOT / ".git").exists() else None
    if git is not None and git.returncode == 0:
        names = [name for name in git.stdout.decode().split("\0") if name]
    else:
        names = [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if path.is_file()]
        names = [name for name in names if not re.match(r"(build|out|\.git)[^/]*/|.*__pycache__/|.*\.equipole$", name)]
    return sorted({name for name in names if (ROOT / name).is_file()})


def select(pattern):
    """The files whose whole relative path matches the regular expression."""
    return [name for name in list_files() if re.fullmatch(pattern, name)]


def read(name):
    """The text of a file, or "" when it is not text."""
    data = (ROOT / name).read_bytes()
    return "" if b"\0" in data else data.decode("utf-8")


def blank(text):
    """Spaces in the place of a text, line breaks kept."""
    return re.sub(r"[^\n]", " ", text)


def code(text, strings=True):
    """C text with its comments blanked, line numbers kept; string literals too, unless they are asked for."""
    def keep(match):
        token = match.group()
        return token if strings and token[0] in "\"'" else blank(token)
    return TOKEN.sub(keep, text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def verdict(problems, notes=()):
    """Ends the check: notes only inform, one problem fails it."""
    for note in notes:
        print(f"note: {note}")
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} to mend")
    sys.exit(1 if problems else 0)


def skip(reason):
    print(reason)
    sys.exit(SKIP)
