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

    def test_every_bad_input(self):
        """Nothing of a row that is refused is kept; the rest of the table is; one clear sentence a row, in both languages."""
        self.make_file(sample=True)
        self.write("r.csv", "code;from;side;subject;minutes\nR10H;INSPE;FI;Dix heures;600\n")
        self.done("import", "pole.eqp", "requests", "r.csv")
        line = "X1;2026-10-12;P0450;INSPE;FI"
        share = "code;date;person;host;side;request;requested\n"
        cases = (
            ("units", "code;course;name;hours\nX1;NOPE;Un;3\n", "course", "NOPE"),
            ("units", "code;course;name;hours\nX1;2D-ARA;Un;-3\n", "hours", "hours"),
            ("schemes", "code;name;family\nX1;Un;FILS\n", "family", "FILS"),
            ("requests", "code;from;side;subject;minutes\nX1;NOPE;FI;Un;60\n", "from", "NOPE"),
            ("requests", "code;from;side;subject;minutes\nX1;INSPE;FI;Un;-60\n", "minutes", "hours"),
            ("requests", "code;from;side;subject;minutes\nX1;INSPE;FI;Un;7h30\n", "minutes", "7h30"),
            ("interventions", HEADER + line.replace("P0450", "P9999") + ";2h\n", "person", "P9999"),
            ("interventions", HEADER + line + ";-2h\n", "done", "2"),
            ("interventions", HEADER + line + ";400h01\n", "done", "400"),
            ("interventions", HEADER + line + ";99999999999999999999\n", "done", "99999999999999999999"),
            ("interventions", HEADER + line.replace("2026-10-12", "1926-10-12") + ";2h\n", "date", "1926"),
            ("interventions", HEADER + line.replace("2026-10-12", "2126-10-12") + ";2h\n", "date", "2126"),
            ("interventions", HEADER + line.replace("2026-10-12", "2025-02-03") + ";2h\n", "date", "2024–2025"),
            ("interventions", share + line + ";R10H;10h01\n", "requested", "10"),
            ("closings", "year;date\n2024;2026-10-01\n", "year", "2024–2025"),
            ("closings", "year;date\n2026;2026-11-20\n", "date", "2026–2027"),
        )
        before = (self.folder / "pole.eqp").read_bytes()
        for kind, table, column, word in cases:
            for language in ("en", "fr"):
                self.write("table.csv", table)
                report = self.json("import", "pole.eqp", kind, "table.csv", status=2, language=language)
                (refusal,) = report["refused"]
                self.assertEqual((report["added"], report["updated"], refusal["line"], refusal["column"]), (0, 0, 2, column), table)
                self.assertTrue(refusal["message"].endswith("."), refusal)
                if language == "en" or word[:1].isdigit() or word.isupper():
                    self.assertIn(word, refusal["message"])
        self.assertEqual((self.folder / "pole.eqp").read_bytes(), before)

    def test_split(self):
        """A request is split up to its hours, and not one minute further; the rows before are kept."""
        self.make_file(sample=True)
        self.write("r.csv", "code;from;side;subject;minutes\nR10H;INSPE;FI;Dix heures;600\n")
        self.done("import", "pole.eqp", "requests", "r.csv")
        head = "code;date;person;host;side;request;requested\n"
        (refused,) = self.refused("interventions", head + "X1;2026-10-12;P0450;INSPE;FI;R10H;6h\nX2;2026-10-13;P0450;INSPE;FI;R10H;4h01\n")
        self.assertEqual((refused["line"], refused["column"]), (3, "requested"))
        self.assertIn("4\u00a0h.", refused["message"])
        self.assertEqual(self.refused("interventions", head + "X2;2026-10-13;P0450;INSPE;FI;R10H;4h\n", status=0), [])

    def test_year_closed_twice(self):
        self.make_file(sample=True)
        (refused,) = self.refused("closings", "year;date;balance\n2025;2026-09-30;5h\n2025;2026-10-30;6h\n")
        self.assertEqual((refused["line"], refused["column"]), (3, "year"))
        self.assertEqual([row["balance"] for row in self.rows("closings") if row["year"] == "2025"], ["5h"])

    def test_through_a_new_file(self):
        """All tables of the sample, taken into a new file in their order, give the same figures."""
        self.make_file(sample=True)
        self.done("new", "copy.eqp")
        for kind in self.json("info", "pole.eqp")["counts"]:
            self.done("export", "pole.eqp", kind, "-o", f"{kind}.csv")
            report = self.json("import", "copy.eqp", kind, f"{kind}.csv")
            self.assertEqual(report["refused"], [], kind)
        self.assertEqual(self.json("info", "copy.eqp")["counts"], self.json("info", "pole.eqp")["counts"])
        period = ("--from", "2024-09-01", "--to", "2027-08-31")
        for by in ("month", "term", "year", "discipline", "scheme", "course", "institution", "person"):
            balance = self.json("balance", "pole.eqp", *period, "--by", by)
            self.assertEqual(self.json("balance", "copy.eqp", *period, "--by", by), balance)
            for name, total in (("fc", "fc_by_university"), ("fi", "fi_by_rectorat")):
                self.assertEqual(sum(row[f"{name}_minutes"] for row in balance["rows"]), balance[f"{total}_minutes"], by)
        for state in ("requested", "planned", "certified"):
            arguments = (*period, "--state", state)
            self.assertEqual(self.json("balance", "copy.eqp", *arguments), self.json("balance", "pole.eqp", *arguments))

    def test_certified(self):
        """A certified line comes again unchanged; what says something else of it is refused, and the line stays."""
        self.make_file(sample=True)
        line = next(row for row in self.rows("interventions") if row["certified"] and row["date"] > "2025-09-01")
        table = ";".join(line) + "\n" + ";".join(line.values()) + "\n"
        self.write("same.csv", table)
        self.assertEqual(self.json("import", "pole.eqp", "interventions", "same.csv")["unchanged"], 1)
        other = ";".join(dict(line, code="X1", request="", done="", certified="", corrects="").values()) + "\n"
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
