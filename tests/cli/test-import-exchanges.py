#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The exchanges come in from the command line as their contract says, and the sample's come out and in again unchanged."""
import csv
import io

import cli_tap
from cli_tap import CliTest

HEADER = "code;date;person;host;side;done\n"


class Import(CliTest):
    def rows(self, kind):
        return list(csv.DictReader(io.StringIO(self.done("export", "pole.eqp", kind).removeprefix("\ufeff")), delimiter=";"))

    def refused(self, kind, text, status=1):
        self.write("table.csv", text)
        return self.json("import", "pole.eqp", kind, "table.csv", status=status)["refused"]

    def test_forms_of_a_duration(self):
        self.make_file(sample=True)
        forms = ("7h30", "7,5", "7:30", "450min", "7.5")
        lines = "".join(f"X{n};2026-10-{12 + n:02d};P0450;INSPE;FI;{form}\n" for n, form in enumerate(forms))
        self.assertEqual(self.refused("interventions", HEADER + lines, status=0), [])
        done = [row["done"] for row in self.rows("interventions") if row["code"].startswith("X")]
        self.assertEqual(done, ["7h30"] * len(forms))

    def test_refused(self):
        self.make_file(sample=True)
        refused = self.refused("interventions", HEADER + "X1;2026-10-12;P9999;INSPE;FI;2h\nX2;2026-10-12;P0450;INSPE;FI;-2h\n"
                               "X3;2026-10-12;P0450;INSPE;FI;5000h\nX4;2025-02-03;P0450;INSPE;FI;2h\nX5;1926-10-12;P0450;INSPE;FI;2h\n"
                               "X6;2026-10-12;P0450;INSPE;FI;2h\n")
        self.assertEqual([(r["line"], r["column"]) for r in refused], [(2, "person"), (3, "done"), (4, "done"), (5, "date"), (6, "date")])
        for refusal in refused:
            self.assertTrue(refusal["message"].endswith("."), refusal)

    def test_certified(self):
        """A certified line comes again unchanged; what says something else of it is refused, and the line stays."""
        self.make_file(sample=True)
        line = next(row for row in self.rows("interventions") if row["certified"] and row["date"] > "2025-09-01")
        table = ";".join(line) + "\n" + ";".join(line.values()) + "\n"
        self.write("same.csv", table)
        self.assertEqual(self.json("import", "pole.eqp", "interventions", "same.csv")["unchanged"], 1)
        other = ";".join(dict(line, code="X1", done="", certified="", corrects="").values()) + "\n"
        (refused,) = self.refused("interventions", table.replace(";" + line["certified"] + ";", ";9h;") + other)
        self.assertEqual((refused["line"], refused["code"]), (2, "FORBIDDEN"))
        self.assertIn(line, self.rows("interventions"))

    def test_minutes_and_hours(self):
        self.make_file(sample=True)
        head = "code;from;side;subject;minutes;hours\n"
        self.assertEqual(self.refused("requests", head + "R1;INSPE;FI;Un;450;7h30\nR2;INSPE;FI;Deux;;7,5\n", status=0), [])
        (refused,) = self.refused("requests", head + "R3;INSPE;FI;Trois;450;7h15\nR4;INSPE;FI;Quatre;60;\n")
        self.assertIn("7h15", refused["message"])

    def test_undo(self):
        self.make_file(sample=True)
        before = self.rows("interventions")
        self.assertEqual(self.refused("interventions", HEADER + "X1;2026-10-12;P0450;INSPE;FI;2h\n", status=0), [])
        self.done("undo", "pole.eqp")
        self.assertEqual(self.rows("interventions"), before)


if __name__ == "__main__":
    cli_tap.main()
