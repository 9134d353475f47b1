#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents of the exchanges: statements, the balance report, letters, as PDF, ODT and pictures."""
import re
import shutil
import subprocess
import zipfile
from xml.etree import ElementTree

import cli_tap
from cli_tap import CliTest

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
FOLDER_ENTRY = "META-INF/manifest.xml"


def plain(minutes):
    """A duration as documents print it, without the kinds of spaces."""
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else ""
    if hours == 0 and rest:
        return f"{sign}{rest}min"
    return f"{sign}{hours}h{rest:02}" if rest else f"{sign}{hours}h"


def squeeze(text):
    return re.sub(r"[\s,]", "", text)


class Print(CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sample = cls.shared / "sample.equipole"
        subprocess.run([cli_tap.PROGRAM, "new", cls.sample, "--sample"], check=True, capture_output=True)
        cls.sample.chmod(0o644)

    def setUp(self):
        super().setUp()
        shutil.copy(self.sample, self.folder / "pole.equipole")

    def print(self, name, *document, language="en"):
        self.done("print", "pole.equipole", *document, "-o", name, "--lang", language)
        return self.folder / name

    def pdf_text(self, path):
        if not shutil.which("pdftotext"):
            self.skipTest("pdftotext is not there")
        return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, encoding="utf-8", check=True).stdout

    def content(self, path, member="content.xml"):
        with zipfile.ZipFile(path) as package:
            self.assertIsNone(package.testzip())
            return ElementTree.fromstring(package.read(member))

    def row(self, sql):
        result = subprocess.run(["sqlite3", self.folder / "pole.equipole", sql], capture_output=True, encoding="utf-8", check=True)
        return result.stdout.splitlines()[0].split("|")

    def busy_person(self):
        return self.row("SELECT p.code, p.family_name, sum(l.done) FROM intervention l JOIN person p ON p.id = l.person_id WHERE l.date BETWEEN "
                        "'2025-09-01' AND '2026-08-31' AND l.shared_time = 0 AND l.direct_contract = 0 AND l.home_side IN ('university', 'rectorat') "
                        "GROUP BY p.id ORDER BY count(*) DESC, p.code LIMIT 1")

    # ---- the balance report ----

    def test_report_says_what_the_command_says(self):
        balance = self.json("balance", "pole.equipole", "--by", "term")
        text = squeeze(self.pdf_text(self.print("x.pdf", "balance")))
        for minutes in (balance["fc_by_university_minutes"], balance["fi_by_rectorat_minutes"], balance["balance_minutes"],
                        balance["outside"]["shared_time_minutes"], balance["outside"]["direct_contract_minutes"],
                        balance["field_share"]["missing_minutes"]):
            self.assertIn(plain(minutes), text)

    def test_report_of_a_past_year(self):
        period = ("--from", "2025-09-01", "--to", "2026-08-31")
        balance = self.json("balance", "pole.equipole", *period, "--state", "certified")
        text = squeeze(self.pdf_text(self.print("x.pdf", "balance", *period, "--state", "certified")))
        self.assertIn(plain(balance["fc_by_university_minutes"]), text)
        self.assertIn(plain(balance["fi_by_rectorat_minutes"]), text)

    def test_report_as_text_document(self):
        path = self.print("x.odt", "balance", language="fr")
        with zipfile.ZipFile(path) as package:
            first = package.infolist()[0]
            self.assertEqual((first.filename, first.compress_type), ("mimetype", zipfile.ZIP_STORED))
            self.assertEqual(package.read("mimetype"), b"application/vnd.oasis.opendocument.text")
            listed = set(re.findall(r'full-path="([^"]+)"', package.read(FOLDER_ENTRY).decode()))
            self.assertEqual(listed - {"/"}, set(package.namelist()) - {"mimetype", FOLDER_ENTRY})
            picture = package.read("Pictures/chart1.png")
        self.assertEqual(picture[:8], b"\x89PNG\r\n\x1a\n")
        content = self.content(path)
        self.assertGreaterEqual(len(list(content.iter(TEXT + "h"))), 6)
        self.assertGreaterEqual(len(list(content.iter(TABLE + "table-header-rows"))), 5)
        described = [e.text for e in content.iter(SVG + "desc")]
        self.assertEqual(len(described), len(list(content.iter(DRAW + "frame"))))
        self.assertTrue(all(len(text) > 80 for text in described))

    def test_the_same_figures_in_both_formats(self):
        pdf = squeeze(self.pdf_text(self.print("x.pdf", "balance")))
        odt = squeeze("".join(self.content(self.print("x.odt", "balance")).itertext()))
        balance = self.json("balance", "pole.equipole", "--by", "institution")
        for row in balance["rows"]:
            if row["fc_minutes"] and row["fi_minutes"]:
                self.assertIn(plain(row["balance_minutes"]), pdf)
                self.assertIn(plain(row["balance_minutes"]), odt)

    def test_chart_as_picture(self):
        self.assertEqual(self.print("x.png", "balance").read_bytes()[:4], b"\x89PNG")
        root = ElementTree.fromstring(self.print("x.svg", "balance").read_bytes())
        self.assertTrue(root.tag.endswith("svg"))

    # ---- statements and certificates ----

    def test_statement_adds_up(self):
        code, name, _ = self.busy_person()
        period = ("--from", "2025-09-01", "--to", "2026-08-31")
        done = int(self.row(f"SELECT sum(CASE training WHEN 'FC' THEN done ELSE -done END) FROM intervention WHERE person_id = "
                            f"(SELECT id FROM person WHERE code = '{code}') AND date BETWEEN '2025-09-01' AND '2026-08-31' "
                            f"AND (training, home_side) IN (('FC', 'university'), ('FI', 'rectorat')) AND shared_time = 0 AND direct_contract = 0")[0])
        path = self.print("x.odt", "statement", code, *period)
        rows = list(self.content(path).iter(TABLE + "table-row"))
        cells = [squeeze("".join(cell.itertext())) for cell in rows[-1] if cell.tag == TABLE + "table-cell"]
        tables = [["".join(cell.itertext()) for cell in row if cell.tag == TABLE + "table-cell"] for row in rows]
        running = [squeeze(row[-1]) for row in tables if len(row) == 8][-1]
        self.assertEqual(running, plain(done), cells)
        self.assertIn(name, self.pdf_text(self.print("x.pdf", "statement", code, *period)))

    def test_statement_of_an_institution(self):
        code = self.row("SELECT i.code FROM intervention l JOIN institution i ON i.id = l.host_id WHERE l.date >= '2026-09-01' GROUP BY 1 ORDER BY count(*), 1")[0]
        self.assertIn("Statement of hours of an institution", self.pdf_text(self.print("x.pdf", "institution", code)))

    def test_certificate_holds_only_certified_hours(self):
        code = self.busy_person()[0]
        period = ("--from", "2025-09-01", "--to", "2026-08-31")
        total = int(self.row(f"SELECT sum(certified) FROM intervention WHERE person_id = (SELECT id FROM person WHERE code = '{code}') "
                             f"AND date BETWEEN '2025-09-01' AND '2026-08-31'")[0])
        text = squeeze(self.pdf_text(self.print("x.pdf", "certificate", code, *period)))
        self.assertIn(plain(total) + "inall", text)

    # ---- the papers of a request ----

    def test_letter_and_orders(self):
        code, people = self.row("SELECT r.code, count(DISTINCT l.person_id) FROM request r JOIN intervention l ON l.request_id = r.id "
                                "GROUP BY r.id ORDER BY count(DISTINCT l.person_id) DESC, r.code LIMIT 1")
        self.assertIn(code, self.pdf_text(self.print("x.pdf", "confirmation", code)))
        orders = self.pdf_text(self.print("y.pdf", "orders", code))
        self.assertEqual(orders.count("The person named above is asked"), int(people))

    def test_letter_about_nobody(self):
        code = self.row("SELECT code FROM request WHERE id NOT IN (SELECT request_id FROM intervention WHERE request_id IS NOT NULL) ORDER BY code")[0]
        self.fails("print", "pole.equipole", "confirmation", code, "-o", "x.pdf", says=code)
        self.assertFalse((self.folder / "x.pdf").exists())

    # ---- bad input ----

    def test_refusals(self):
        for arguments, says in (
                (("statement", "NOBODY", "-o", "x.pdf"), "NOBODY"),
                (("statement", "-o", "x.pdf"), "statement"),
                (("institution", "NOWHERE", "-o", "x.pdf"), "NOWHERE"),
                (("balance", "X", "-o", "x.pdf"), "balance"),
                (("balance", "-o", "x.doc"), "x.doc"),
                (("statement", "NOBODY", "-o", "x.png"), "x.png"),
                (("balance",), "-o"),
                (("balance", "-o", "x.pdf", "--state", "dreamt"), "dreamt"),
                (("balance", "-o", "x.pdf", "--from", "2026-09-01", "--to", "2026-08-31"), "2026-09-01"),
                (("balance", "-o", "x.pdf", "--from", "31/02/2026"), "31/02/2026"),
                (("balance", "-o", "no/such/x.odt"), "x.odt")):
            for language in ("en", "fr"):
                self.fails("print", "pole.equipole", *arguments, says=says, language=language)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir() if p.suffix != ".equipole" and p.name != "home"), [])


if __name__ == "__main__":
    cli_tap.main()
