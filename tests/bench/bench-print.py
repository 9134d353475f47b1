#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-print.py P1-bare|P1-groff|P1-libreoffice|P2-groff|P2-speed|P2-memory EQUIPOLE ROSTER-TEXT BARE-PDF: all rosters of a file to PDF, the
file's opening included. P1: those of the sample Pôle, against a plain loop over cairo and Pango, groff or LibreOffice on the same words. P2: as many
as make a thousand pages, against groff, and against the sample's in computing time a page and in memory."""
import math
import re
import sqlite3
import statistics
import subprocess
from xml.sax.saxutils import escape

import bench_common as bench

PAIRS = {"P1-libreoffice": 3, "P2-groff": 3, "P2-speed": 3, "P2-memory": 3}
MANY_PAIRS = 15
WARM_UP = 1
PAGES = 1000
# No limit is set for the plain loop: what is left of groff's 0.75 where that loop takes 0.54 of groff's time. Pages a second: 0.9 of those of
# the sample, so 1 / 0.9 of the time a page.
TARGETS = {"P1-bare": 1.39, "P1-groff": 0.75, "P1-libreoffice": 0.1, "P2-groff": 0.95, "P2-speed": 1 / 0.9, "P2-memory": 1.2}
TOOLS = {"P1-groff": ("groff", "gropdf", "preconv"), "P1-libreoffice": ("soffice",), "P2-groff": ("groff", "gropdf", "preconv")}

# What belongs to a body, and which columns say so; the rest is copied.
COPIED = {"body": ("id", "parent_id"), "body_mention": ("id", "body_id"), "body_course": ("id", "body_id"), "decision": ("id", "body_id"),
          "mandate": ("id", "body_id", "replaces_id")}

OFFICE = ('<?xml version="1.0" encoding="UTF-8"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
          'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
          'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
          'office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>'
          '<style:style style:name="P" style:family="paragraph"><style:text-properties fo:font-size="9pt"/></style:style>'
          '<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/>'
          '<style:text-properties fo:font-size="15pt" fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text>')


def make_groff(lines):
    """The rosters in the macros of ms and tbl: the input for groff."""
    # The no-break space, which troff has no character for.
    lines = [line.replace("\u00a0", "\\~") for line in lines]
    out, in_table = [".nr PS 9", ".nr VS 12", ".nr PO 1.5c", ".nr LL 18c"], False
    for line in lines:
        kind, *cells = line.split("\t")
        if in_table and kind in "TP":
            out.append(".TE")
            in_table = False
        if kind == "T":
            out += [".bp", ".SH", *cells]
        elif kind == "P":
            out += [".LP", " : ".join(cells)]
        else:
            if not in_table:
                out += [".TS H", "box;", "lw(4.4c) lw(4.6c) lw(2c) lw(3.4c).", ".TH"]
                in_table = True
            out.append("\t".join(f"T{{\n{cell}\nT}}" if len(cell) > 25 else cell for cell in cells + [""] * (4 - len(cells))))
    return "\n".join(out + [".TE"] * in_table) + "\n"


def make_office(lines):
    """The rosters as one flat OpenDocument: the input for LibreOffice."""
    out, in_table = [OFFICE], False
    for line in lines:
        kind, *cells = line.split("\t")
        if in_table and kind in "TP":
            out.append("</table:table>")
            in_table = False
        if kind in "TP":
            out.append(f'<text:p text:style-name="{kind}">{escape(" : ".join(cells))}</text:p>')
            continue
        if not in_table:
            out.append('<table:table><table:table-column table:number-columns-repeated="4"/>')
            in_table = True
        row = "".join(f'<table:table-cell office:value-type="string"><text:p text:style-name="P">{escape(cell)}</text:p></table:table-cell>'
                      for cell in cells + [""] * (4 - len(cells)))
        out.append(f"<table:table-row>{row}</table:table-row>")
    return "\n".join(out + ["</table:table>"] * in_table + ["</office:text></office:body></office:document>"])


def copy_bodies(path, times):
    """Gives a file its bodies @times over, with all that belongs to them."""
    connection = sqlite3.connect(path)
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    # Ids are drawn from 62 bits and more: moved by the same step, those of a copy meet no others.
    for table, references in COPIED.items():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info ({table})")]
        rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
        for time in range(1, times):
            for row in rows:
                values = dict(zip(columns, row))
                for reference in references:
                    if values[reference] is not None:
                        values[reference] = (values[reference] + time * 7919) % (1 << 62)
                if "code" in values:
                    values["code"] = f"{values['code']}-{time}"
                connection.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", list(values.values()))
    for _, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.close()


def count_pages(path):
    output = subprocess.run(["pdfinfo", path], stdout=subprocess.PIPE, text=True, check=True).stdout
    return int(re.search(r"^Pages:\s+(\d+)", output, re.M)[1])


def get_command(equipole, path, output):
    return [equipole, "print", path, "rosters", "-o", output]


def make_long(folder, equipole, path):
    """A file whose rosters are a thousand pages."""
    output = folder / "sample.pdf"
    bench.time_command(get_command(equipole, path, output))
    times = math.ceil(PAGES / count_pages(output))
    long = folder / "long.equipole"
    bench.time_command([equipole, "new", long, "--sample"])
    copy_bodies(long, times)
    return long


def read_words(roster_text, path):
    words = subprocess.run([roster_text, path], stdout=subprocess.PIPE, text=True, check=True).stdout
    bench.note(f"{words.count('T' + chr(9))} rosters, {len(words)} characters")
    return words


def get_peer(name, folder, words, bare_pdf):
    """The command of the other side, and its input in a file."""
    if name == "P1-bare":
        text = folder / "rosters.tsv"
        text.write_text(words, encoding="utf-8")
        return [bare_pdf, text, folder / "bare.pdf"]
    if name == "P1-libreoffice":
        source = folder / "rosters.fodt"
        source.write_text(make_office(words.splitlines()), encoding="utf-8")
        return ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", folder, source]
    source = folder / "rosters.ms"
    source.write_text(make_groff(words.splitlines()), encoding="utf-8")
    return ["groff", "-k", "-t", "-ms", "-Tpdf", "-P-pa4", "-dpaper=a4", source]


def run_pairs(name, ours, other):
    runs = []
    for i in range(-WARM_UP, PAIRS.get(name, MANY_PAIRS)):
        pair = bench.time_command(ours), bench.time_command(other)
        if i >= 0:
            runs.append(pair)
    return list(zip(*runs))


def compare_long(name, folder, equipole, path, long):
    """A thousand pages against those of the sample."""
    outputs = folder / "ours.pdf", folder / "few.pdf"
    many, few = run_pairs(name, get_command(equipole, long, outputs[0]), get_command(equipole, path, outputs[1]))
    if name == "P2-memory":
        bench.note(f"peak {statistics.median(run.peak for run in many) / 1024:.1f} MiB, of the sample {statistics.median(run.peak for run in few) / 1024:.1f} MiB")
        return bench.ratio_of([run.peak for run in many], [run.peak for run in few])
    pages = [count_pages(output) for output in outputs]
    bench.note(f"{pages[0]} pages at {pages[0] / statistics.median(run.cpu for run in many):.0f} a second of computing, "
               f"{pages[1]} at {pages[1] / statistics.median(run.cpu for run in few):.0f}")
    return bench.compare(name, many, few) * pages[1] / pages[0]


def main():
    name, equipole, roster_text, bare_pdf = bench.read_arguments()
    bench.pend_without(name, "pdfinfo", *TOOLS.get(name, ()))
    with bench.work_folder() as folder:
        path = folder / "sample.equipole"
        bench.time_command([equipole, "new", path, "--sample"])
        source = make_long(folder, equipole, path) if name.startswith("P2") else path
        if name in ("P2-speed", "P2-memory"):
            ratio = compare_long(name, folder, equipole, path, source)
        else:
            peer = get_peer(name, folder, read_words(roster_text, source), bare_pdf)
            ratio = bench.compare(name, *run_pairs(name, get_command(equipole, source, folder / "ours.pdf"), peer))
    bench.report(name, ratio, TARGETS[name])


main()
