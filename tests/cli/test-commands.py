#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sub-command does what it says, without a display."""
import csv
import io
import json
import shutil
import subprocess

import cli_tap
from cli_tap import CliTest, translate

KINDS = ("settings institutions sites people affiliations mentions courses statutes categories parameters rules procedures steps school-holidays bodies "
         "decisions meetings items mandates teaching enrolments units schemes requests interventions closings shared-posts availability agreements").split()
CONTRACT = {
    "institutions": "code name short_name kind side uai siret parent",
    "sites": "code name institution",
    "people": "code family_name given_name civility email phone institution corps disciplines side",
    "mentions": "code name_fr name_en head head_deputy",
    "courses": "code name_fr mention name_en head sites components",
    "teaching": "person course year",
    "enrolments": "person course year",
    "bodies": "code name_fr name_en statute parent site mentions courses decision_date decision_ref proposal_date proposal_ref annex_date",
    "mandates": "body person category function represents_employer institution from to replaces meeting",
    "meetings": "code body date title place state",
    "items": "meeting position title scope outcome advice_to",
    "statutes": "code name_fr name_en source from to",
    "categories": "statute code name_fr name_en min max counts votes may_chair side",
    "parameters": "statute name value from to source",
    "units": "code course name hours open conditions",
    "schemes": "code name family lead",
    "requests": "code from side unit scheme subject hours minutes received start end place level complex route",
    "interventions": "code date person host side unit scheme request requested planned done certified shared_time direct_contract payer in_service kind from to"
                     " corrects",
}
BROKEN = {"CPER-05": "CPER-CHAIR-NOT-EMPLOYER", "CPER-08": "CPER-STUDENT-MIN", "CPER-11": "CPER-NO-DECISION",
          "CPER-14": "CPER-TEACHER-NOT-INVOLVED", "CPER-15": "CPER-TEACHER-MAX"}


class General(CliTest):
    def test_version(self):
        self.assertRegex(self.done("--version"), r"^equipole \d+\.\d+\.\d+\n$")

    def test_help(self):
        text = self.done("--help")
        for command in ("new", "info", "import", "export", "check", "agenda", "balance", "forecast", "print", "history", "undo", "redo"):
            self.assertIn(f"equipole {command} FILE", text)
            self.assertIn(f"equipole {command}", self.done(command, "--help"))

    def list_libraries(self, *arguments):
        """What the loader says of the libraries that a command brings in."""
        env = dict(self.environment("en"), LD_DEBUG="files")
        return subprocess.run([cli_tap.PROGRAM, *arguments], cwd=self.folder, env=env, capture_output=True, encoding="utf-8", check=True).stderr

    def test_libraries(self):
        """Only a window needs GTK, and only an export what writes its format."""
        self.make_file()
        started = self.list_libraries("info", "pole.eqp")
        self.assertIn("libglib-2.0.so", started)
        for name in ("libgtk-4", "libadwaita", "libxlsxwriter", "libzip"):
            self.assertNotIn(name, started)
        self.assertIn("libxlsxwriter", self.list_libraries("export", "pole.eqp", "people", "-o", "people.xlsx"))

    def test_arguments(self):
        """What every command refuses in the same words, and two ways to say what goes without saying."""
        self.make_file()
        for command in ("new", "info", "import", "export", "check", "agenda", "balance", "forecast", "print", "history", "undo", "redo"):
            self.fails(command, says="missing")
            self.fails(command, "pole.eqp", "--frobnicate", says="frobnicate")
            if command != "new":
                more = {"import": ("people", "people.csv"), "export": ("people",), "print": ("rosters", "-o", "x.pdf"), "forecast": ("--accept", "D1")}
                self.fails(command, "missing.eqp", *more.get(command, ()), says="missing.eqp")
        for command, *more in (("info",), ("check",), ("agenda",), ("history",), ("redo",), ("undo", "1"), ("balance",), ("export", "people"),
                               ("import", "people", "p.csv"), ("new",)):
            self.fails(command, "pole.eqp", *more, "another", says="“another” is one argument too many.")
        for command in ("info", "check", "agenda", "history", "forecast"):
            self.fails(command, "pole.eqp", "--format", "xml", says="There is no format “xml”: it can be text or json.")
        self.assertEqual(self.done("info", "pole.eqp", "--format", "text"), self.done("info", "--", "pole.eqp"))
        self.assertEqual(self.done("-h"), self.done("--help"))
        # Behind two dashes a name may begin with one.
        self.make_file("-x.eqp")
        self.assertRegex(self.done("info", "--", "-x.eqp"), r"(?m)^File +-x\.eqp$")
        self.fails("info", "-x.eqp", says="-x.eqp")

    def test_help_in_french(self):
        self.assertIn(translate("Take a CSV table in"), self.done("--help", language="fr"))


class NewAndInfo(CliTest):
    def test_new(self):
        self.done("new", "a.eqp")
        info = self.json("info", "a.eqp")
        self.assertEqual(info["integrity"], "ok")
        self.assertEqual(info["counts"]["bodies"], 21)
        self.assertEqual(info["counts"]["people"], 0)
        self.assertEqual(info["size"], (self.folder / "a.eqp").stat().st_size)

    def test_sample(self):
        self.done("new", "s.eqp", "--sample")
        counts = self.json("info", "s.eqp")["counts"]
        self.assertGreaterEqual(counts["people"], 400)
        self.assertGreaterEqual(counts["bodies"], 21)

    def test_every_table_is_counted(self):
        self.make_file(sample=True)
        counts = self.json("info", "pole.eqp")["counts"]
        self.assertEqual(list(counts), KINDS)
        self.assertEqual((counts["schemes"], counts["closings"]), (17, 1))
        self.assertGreater(counts["interventions"], 5000)

    def test_info_text(self):
        self.make_file()
        text = self.done("info", "pole.eqp")
        self.assertRegex(text, r"(?m)^Councils +21$")


class Check(CliTest):
    def test_sample(self):
        self.make_file(sample=True)
        report = self.json("check", "pole.eqp", status=1)
        self.assertEqual(report["as_of"], "2026-11-21")
        findings = report["findings"]
        # Findings about the exchanges name no council.
        self.assertEqual({f["body"]: f["code"] for f in findings if f["severity"] == "error" and f["body"]}, BROKEN)
        for finding in findings:
            self.assertEqual(set(finding), {"code", "severity", "body", "subject", "values", "message", "source", "cure"})
            self.assertIsInstance(finding["values"], dict)
            self.assertTrue(finding["message"] and finding["source"])
        order = [(f["body"], ["error", "warning", "information"].index(f["severity"]), f["code"]) for f in findings]
        self.assertEqual(order, sorted(order))

    def test_exchanges(self):
        """What X-02 … X-15 and G-04 … G-06 name is found in the sample, in French too, with a cure and figures."""
        self.make_file(sample=True)
        codes = ("REQ-OVERDUE REQ-NO-RESOURCE FI-THIRD BAL-UNEVEN LEDGER-PAYER DIRECT-CONTRACT SERVICE-NOT-INCLUDED SCHED-CONFLICT SCHED-UNAVAILABLE "
                 "PERSON-SIDE-UNDEFINED POLE-OUT-OF-SCOPE POLE-OWNER").split()
        for language in ("en", "fr"):
            findings = [f for f in self.json("check", "pole.eqp", status=1, language=language)["findings"] if not f["code"].startswith("CPER-")]
            self.assertEqual({f["body"] for f in findings}, {""})
            for code in codes:
                found = [f for f in findings if f["code"] == code]
                self.assertTrue(found, code)
                self.assertTrue(all(f["cure"] and f["source"] for f in found), code)
        families = {f["values"]["family"] for f in findings if f["code"] == "DIRECT-CONTRACT"}
        self.assertLessEqual({"FI universités"}, families)

    def test_one_body(self):
        self.make_file(sample=True)
        self.assertEqual(self.json("check", "pole.eqp", "--body", "CPER-01")["findings"], [])
        findings = self.json("check", "pole.eqp", "--body", "CPER-08", status=1)["findings"]
        self.assertEqual({f["body"] for f in findings}, {"CPER-08"})
        self.assertEqual(findings[0]["values"]["count"], 1)

    def test_as_of(self):
        self.make_file(sample=True)
        self.assertEqual(self.json("check", "pole.eqp", "--as-of", "01/02/2027", status=1)["as_of"], "2027-02-01")

    def test_text(self):
        self.make_file(sample=True)
        text = self.done("check", "pole.eqp", status=1)
        for body, code in BROKEN.items():
            self.assertRegex(text, rf"(?m)^{body} +Error +{code} +\S")

    def test_date_and_body(self):
        self.make_file(sample=True)
        self.fails("check", "pole.eqp", "--as-of", "2026-02-30", says="2026-02-30")
        self.fails("check", "pole.eqp", "--body", "CPER-99", says="There is no council with the code “CPER-99”.")
        self.assertEqual(self.done("check", "pole.eqp", "--body", "CPER-01"), "On Saturday 21 November 2026: errors: 0, warnings: 0, information: 0\n")

    def test_changes_nothing(self):
        self.make_file(sample=True)
        before = (self.folder / "pole.eqp").read_bytes()
        self.done("check", "pole.eqp", status=1)
        self.assertEqual((self.folder / "pole.eqp").read_bytes(), before)


class ImportAndExport(CliTest):
    def test_contract_columns(self):
        self.make_file()
        for kind, columns in CONTRACT.items():
            header = self.done("export", "pole.eqp", kind).splitlines()[0].removeprefix("\ufeff").split(";")
            self.assertEqual(header[:len(columns.split())], columns.split(), kind)

    def test_again(self):
        self.make_file(sample=True)
        before = (self.folder / "pole.eqp").read_bytes()
        for kind in KINDS:
            self.done("export", "pole.eqp", kind, "-o", f"{kind}.csv")
            report = self.json("import", "pole.eqp", kind, f"{kind}.csv")
            self.assertEqual((report["added"], report["updated"], report["refused"]), (0, 0, []), kind)
            if kind != "school-holidays":  # The reference has none: they are entered each year.
                self.assertGreater(report["unchanged"], 0, kind)
        self.assertEqual((self.folder / "pole.eqp").read_bytes(), before)

    def test_report(self):
        self.make_file()
        self.write("people.csv", "Code,Nom,Prénom,Pointure\nP1,Duval,Anne,37\nP2,,Marc,42\n")
        report = self.json("import", "pole.eqp", "people", "people.csv", status=1)
        self.assertEqual(list(report), ["kind", "added", "updated", "unchanged", "refused", "unknown_columns"])
        self.assertEqual((report["kind"], report["added"], report["unknown_columns"]), ("people", 1, ["Pointure"]))
        (refused,) = report["refused"]
        self.assertEqual((refused["line"], refused["column"], refused["code"]), (3, "Nom", "MISSING"))
        self.assertTrue(refused["message"].endswith("."))

    def test_meetings(self):
        self.make_file(sample=True)
        self.write("meetings.csv", "code;conseil;date;objet;état\nM1;CPER-13-VAL;01/10/2026;Essai;tenue\nM2;CPER-02;2026-10-01;;peut-être\n")
        (refused,) = self.json("import", "pole.eqp", "meetings", "meetings.csv", status=1)["refused"]
        self.assertEqual((refused["line"], refused["column"]), (3, "état"))
        self.write("items.csv", "réunion;rang;objet;portée;suite;avis transmis à\nM1;1;Maquette;générale;adopté;COSP\nM9;1;Salles;;;\n"
                                "M1;0;Salles;;;\nM1;2;Salles;locale;adopté;CAF\n")
        report = self.json("import", "pole.eqp", "items", "items.csv", status=1)
        self.assertEqual((report["added"], [r["line"] for r in report["refused"]]), (1, [3, 4, 5]))
        self.write("mandates.csv", "body;person;category;from;to;meeting\nCPER-13-VAL;P0008;guest-occasional;2026-10-01;2026-10-01;M1\n"
                                   "CPER-02;P0008;guest-occasional;2026-10-01;2026-10-01;M1\nCPER-02;P0008;teacher;2026-10-01;2026-10-01;M1\n")
        report = self.json("import", "pole.eqp", "mandates", "mandates.csv", status=1)
        self.assertEqual((report["added"], [r["line"] for r in report["refused"]]), (1, [3, 4]))
        self.assertIn("another council", report["refused"][0]["message"])
        self.assertIn("occasional guest", report["refused"][1]["message"])
        found = json.loads(self.done("check", "pole.eqp", "--as-of", "2026-10-05", "--format", "json", status=1))["findings"]
        self.assertEqual([(f["code"], f["subject"]) for f in found if f["body"] == "CPER-13-VAL"],
                         [("CPER-SUB-SCOPE", "M1"), ("CPER-SUB-SCOPE", "M1"), ("CPER-SUB-SUBSTITUTION", "")])

    def test_text(self):
        self.make_file()
        self.write("people.csv", "code;family_name;given_name;shoes\nP1;Duval;Anne;37\n")
        text = self.done("import", "pole.eqp", "people", "people.csv")
        self.assertIn("Added: 1, updated: 0, unchanged: 0, refused: 0", text)
        self.assertIn("shoes", text)

    def test_many_refusals(self):
        """Fifty are said one by one; the others are counted."""
        self.make_file()
        for refused, more in ((50, None), (51, "equipole: 1 more row was refused."), (53, "equipole: 3 more rows were refused.")):
            self.write("people.csv", "code;family_name;given_name\n" + "".join(f"P{n};;A\n" for n in range(refused)))
            result = self.run_program("import", "pole.eqp", "people", "people.csv")
            lines = result.stderr.splitlines()
            self.assertEqual((result.returncode, len(lines)), (2, 50 + (more is not None)))
            self.assertEqual(lines[-1] if more else None, more)
            self.assertIn(f"Added: 0, updated: 0, unchanged: 0, refused: {refused}\n", result.stdout)

    def test_trial_says_so(self):
        self.make_file()
        self.write("people.csv", "code;family_name;given_name;shoes;hat\nP1;Duval;Anne;37;M\n")
        text = self.done("import", "pole.eqp", "people", "people.csv", "--dry-run")
        self.assertIn("This was a trial: nothing was changed.", text)
        self.assertIn("left out: shoes, hat", text)
        self.assertNotIn("trial", self.done("import", "pole.eqp", "people", "people.csv"))

    def test_names_and_formats(self):
        self.make_file()
        self.fails("export", "pole.eqp", "people", "--format", "pdf", says="There is no format “pdf”: it can be csv, json or xlsx.")
        self.fails("export", "pole.eqp", "people", "-o", "people.txt", says="people.txt")
        self.fails("export", "pole.eqp", "people", "--format", "xlsx", says="give it with -o")
        self.done("export", "pole.eqp", "people", "--format", "json", "-o", "people.txt")
        self.assertEqual(json.loads((self.folder / "people.txt").read_text())["kind"], "people")

    def test_dry_run_and_strict(self):
        self.make_file()
        before = (self.folder / "pole.eqp").read_bytes()
        self.write("people.csv", "code;family_name;given_name\nP1;Duval;Anne\nP2;;Marc\n")
        self.assertEqual(self.json("import", "pole.eqp", "people", "people.csv", "--dry-run", status=1)["added"], 1)
        self.assertEqual(self.json("import", "pole.eqp", "people", "people.csv", "--strict", status=2)["added"], 0)
        self.assertEqual((self.folder / "pole.eqp").read_bytes(), before)

    def test_standard_input(self):
        self.make_file()
        self.done("import", "pole.eqp", "people", "/dev/stdin", input="code;nom;prénom\nP1;Duval;Anne\n")
        self.assertIn("P1;Duval;Anne", self.done("export", "pole.eqp", "people"))

    def test_formats(self):
        self.make_file(sample=True)
        rows = list(csv.DictReader(io.StringIO(self.done("export", "pole.eqp", "mandates").removeprefix("\ufeff")), delimiter=";"))
        table = json.loads(self.done("export", "pole.eqp", "mandates", "--format", "json"))
        self.assertEqual(table["kind"], "mandates")
        self.assertEqual([r["person"] for r in table["rows"]], [r["person"] for r in rows])
        self.done("export", "pole.eqp", "mandates", "-o", "m.xlsx")
        self.assertEqual((self.folder / "m.xlsx").read_bytes()[:4], b"PK\x03\x04")


class Print(CliTest):
    DOCUMENTS = (("roster", "CPER-01"), ("rosters",), ("annex",), ("labels", "CPER-01"), ("attendance", "CPER-01"))

    def text(self, name):
        if not shutil.which("pdftotext"):
            self.skipTest("pdftotext is not there")
        return subprocess.run(["pdftotext", "-layout", self.folder / name, "-"], capture_output=True, encoding="utf-8", check=True).stdout

    def test_documents(self):
        self.make_file(sample=True)
        for document in self.DOCUMENTS:
            self.done("print", "pole.eqp", *document, "-o", "x.pdf")
            self.assertEqual((self.folder / "x.pdf").read_bytes()[:5], b"%PDF-", document)

    def test_languages_and_contents(self):
        self.make_file(sample=True)
        self.done("print", "pole.eqp", "roster", "CPER-08", "-o", "fr.pdf", "--findings", "--summary")
        self.done("print", "pole.eqp", "roster", "CPER-08", "-o", "en.pdf", "--lang", "en", "--findings")
        self.assertIn("Second degré sciences physiques et chimiques", self.text("fr.pdf"))
        self.assertIn("physics and chemistry", self.text("en.pdf"))
        self.assertIn("at least 2 needed", " ".join(self.text("en.pdf").split()))

    def test_same_bytes(self):
        self.make_file(sample=True)
        for name in ("1.pdf", "2.pdf"):
            self.done("print", "pole.eqp", "rosters", "-o", name)
        self.assertEqual((self.folder / "1.pdf").read_bytes(), (self.folder / "2.pdf").read_bytes())

    def test_arguments(self):
        self.make_file(sample=True)
        self.fails("print", "pole.eqp", "roster", "-o", "x.pdf", says="roster")
        self.fails("print", "pole.eqp", "rosters", "CPER-01", "-o", "x.pdf", says="rosters")
        self.fails("print", "pole.eqp", "poster", "CPER-01", "-o", "x.pdf", says="poster")
        self.fails("print", "pole.eqp", "roster", "CPER-99", "-o", "x.pdf", says="CPER-99")
        self.fails("print", "pole.eqp", "roster", "CPER-01", says="-o")
        self.fails("print", "pole.eqp", "roster", "CPER-01", "-o", "pole.eqp", says="pole.eqp")
        self.fails("print", "pole.eqp", "roster", "CPER-01", "-o", "x.pdf", "--lang", "la", says="la")
        self.fails("print", "pole.eqp", "rosters", "-o", "no/such/folder/x.pdf", says="x.pdf")
        self.assertEqual([p.name for p in self.folder.iterdir() if p.suffix == ".pdf"], [])


    def test_no_council_yet(self):
        """On the day before the first one exists, and on that day."""
        self.make_file()
        self.done("export", "pole.eqp", "bodies", "-o", "b.csv")
        rows = list(csv.DictReader(io.StringIO((self.folder / "b.csv").read_text().removeprefix("\ufeff")), delimiter=";"))
        for row in rows:
            row["from"] = "2026-09-01"
        with open(self.folder / "b.csv", "w", encoding="utf-8") as out:
            writer = csv.DictWriter(out, rows[0].keys(), delimiter=";")
            writer.writeheader()
            writer.writerows(rows)
        self.done("import", "pole.eqp", "bodies", "b.csv")
        for document in (("rosters",), ("annex",), ("roster", "CPER-01"), ("labels", "CPER-01"), ("attendance", "CPER-01")):
            self.fails("print", "pole.eqp", *document, "-o", "x.pdf", "--as-of", "2026-08-31", says="No council exists on this date.")
        self.fails("print", "pole.eqp", "rosters", "-o", "x.pdf", "--findings", "--as-of", "2026-08-31", says="No council exists on this date.")
        self.assertFalse((self.folder / "x.pdf").exists())
        self.done("print", "pole.eqp", "rosters", "-o", "x.pdf", "--as-of", "2026-09-01")


class History(CliTest):
    def setUp(self):
        super().setUp()
        self.make_file()
        self.write("people.csv", "code;family_name;given_name\nP1;Duval;Anne\n")
        self.done("import", "pole.eqp", "people", "people.csv")
        self.write("people.csv", "code;family_name;given_name\nP1;Durand;Anne\n")
        self.done("import", "pole.eqp", "people", "people.csv")

    def names(self):
        rows = json.loads(self.done("export", "pole.eqp", "people", "--format", "json"))["rows"]
        return [row["family_name"] for row in rows]

    def test_list(self):
        entries = self.json("history", "pole.eqp")["entries"]
        self.assertEqual([e["sentence"] for e in entries],
                         ["Imported 1 person from people.csv", "Imported 1 person from people.csv", "Reference data"])
        self.assertEqual(entries[0]["instant"], "2026-11-21T09:00:00Z")
        self.assertEqual([(e["kind"], e["undone"]) for e in entries], [("edit", False), ("edit", False), ("beginning", False)])
        self.assertIn("Imported 1 person from people.csv", self.done("history", "pole.eqp").splitlines()[0])
        self.assertEqual(len(self.json("history", "pole.eqp", "--limit", "1")["entries"]), 1)

    def test_changes(self):
        entry = self.json("history", "pole.eqp", "--changes")["entries"][0]
        self.assertEqual(len(entry["changes"]), 1)
        self.assertIn("Duval → Durand", entry["changes"][0])
        self.assertIn("Duval → Durand", self.done("history", "pole.eqp", "--changes"))

    def test_undo_and_redo(self):
        self.assertIn("Imported 1 person", self.done("undo", "pole.eqp"))
        self.assertEqual(self.names(), ["Duval"])
        self.done("undo", "pole.eqp")
        self.assertEqual(self.names(), [])
        self.done("redo", "pole.eqp")
        self.assertEqual(self.names(), ["Duval"])
        self.done("redo", "pole.eqp")
        self.assertEqual(self.names(), ["Durand"])
        self.fails("redo", "pole.eqp")
        self.assertEqual([e["kind"] for e in self.json("history", "pole.eqp")["entries"]], ["redo", "redo", "undo", "undo", "edit", "edit", "beginning"])
        self.done("undo", "pole.eqp")
        self.assertEqual([(e["kind"], e["undone"]) for e in self.json("history", "pole.eqp", "--limit", "1")["entries"]], [("undo", False)])

    def test_not_behind_the_beginning(self):
        self.make_file("new.eqp")
        self.fails("undo", "new.eqp")
        self.fails("undo", "new.eqp", self.json("history", "new.eqp")["entries"][0]["id"])
        self.assertEqual(self.json("info", "new.eqp")["counts"]["bodies"], 21)

    def test_undo_one(self):
        older = self.json("history", "pole.eqp")["entries"][1]["id"]
        result = self.run_program("undo", "pole.eqp", older)
        self.assertEqual(result.returncode, 2)
        self.assertTrue(result.stderr.startswith("equipole: "))
        self.assertEqual(self.names(), ["Durand"])
        self.fails("undo", "pole.eqp", "soon", says="soon")
        self.fails("undo", "pole.eqp", "99999")
        self.done("undo", "pole.eqp", self.json("history", "pole.eqp")["entries"][0]["id"])
        self.assertEqual(self.names(), ["Duval"])


if __name__ == "__main__":
    cli_tap.main()
