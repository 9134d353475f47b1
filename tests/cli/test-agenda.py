#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""equipole agenda: what is late, what is next, whose turn it is. Today is 2026-11-21, a Saturday."""
import cli_tap
from cli_tap import CliTest, translate

PEOPLE = "code;family_name;given_name\nP1;Aubrac;Éloïse\nP2;Bréval;Luc\n"
REQUESTS = """code;from;side;subject;hours;received;start;end;state;coordinator
D1;;FI;Géométrie;2;2026-11-02;2027-01-20;2027-01-21;received;P1
D2;;FC;Lecture;3h30;2026-11-02;2026-12-20;2026-12-21;routed;P2
D3;;FI;Sans date;2;2026-11-02;;;routed;
D4;;FI;Refusée;2;2026-11-02;2026-12-20;2026-12-21;refused;P1
D5;;FI;Close;2;2026-11-02;2026-12-20;2026-12-21;closed;P1
D6;;FI;Plus tard;2;2026-11-02;2027-06-01;2027-06-02;routed;P1
"""


class Agenda(CliTest):
    def setUp(self):
        super().setUp()
        self.make_file()
        self.done("import", "pole.eqp", "people", self.write("p.csv", PEOPLE))
        self.done("import", "pole.eqp", "requests", self.write("r.csv", REQUESTS))

    def subjects(self, *arguments):
        return [item["subject"] for item in self.json("agenda", "pole.eqp", *arguments)]

    def test_reference_procedure(self):
        items = self.json("agenda", "pole.eqp", "--until", "2027-12-31")
        self.assertEqual([(i["subject"], i["step"], i["due"], i["days_late"], i["state"], i["person"]) for i in items], [
            ("D1", "qualified", "2026-11-09", 12, "late", "P1"),
            ("D2", "staffed", "2026-11-29", -8, "ready", "P2"),
            ("D6", "staffed", "2027-05-11", -171, "ready", "P1"),
            ("D3", "staffed", "", 0, "ready", "")])
        self.assertEqual(items[0] | {"label": ""}, {
            "due": "2026-11-09", "days_late": 12, "state": "late", "kind": "request", "subject": "D1", "title": "Géométrie",
            "step": "qualified", "label": "", "role": "coordinator", "person": "P1"})
        self.assertEqual(items[0]["label"], "Qualify the request")

    def test_two_weeks_by_default(self):
        self.assertEqual(self.subjects(), ["D1", "D2", "D3"])
        self.assertEqual(self.subjects("--until", "28/11/2026"), ["D1", "D3"])

    def test_late(self):
        self.assertEqual(self.subjects("--late"), ["D1"])
        self.assertEqual(self.subjects("--late", "--until", "2026-11-08"), [])

    def test_person(self):
        self.assertEqual(self.subjects("--person", "P2"), ["D2"])
        self.fails("agenda", "pole.eqp", "--person", "NOBODY", says="NOBODY")

    def test_speaker(self):
        self.done("import", "pole.eqp", "requests", self.write("s.csv", "code;from;side;subject;hours;received;start;end;state\n"
                                                               "D7;;FI;Visite;2;2026-10-01;2026-11-10;2026-11-10;confirmed\n"))
        self.done("import", "pole.eqp", "interventions", self.write("i.csv", "code;date;person;host;side;request;planned\nI1;2026-11-10;P2;;FI;D7;2h\n"))
        items = self.json("agenda", "pole.eqp", "--person", "P2", "--late")
        self.assertEqual([(i["subject"], i["step"], i["role"], i["days_late"]) for i in items], [("D7", "done", "speaker", 11)])

    def test_text(self):
        text = self.done("agenda", "pole.eqp")
        self.assertRegex(text, r"(?m)^2026-11-09  12 days late  D1  Qualify the request  +Éloïse Aubrac  Géométrie$")
        # 29 November is a Sunday: it stays, and the hint is below it.
        self.assertRegex(text, r"(?m)^2026-11-29  in 8 days .*\n +→ Weekend: last working day before, 27 Nov 2026$")
        self.assertRegex(text, r"(?m)^—  +no date  +D3 ")
        self.assertIn("Late: 1, to come: 2", text)

    def test_the_days_around_today(self):
        """From the day after the due date on it is late; on the day itself it is not."""
        for start, words in (("2026-12-10", "2 days late"), ("2026-12-11", "1 day late"), ("2026-12-12", "today"), ("2026-12-13", "in 1 day"),
                             ("2026-12-14", "in 2 days")):
            self.write("r.csv", f"code;from;side;subject;hours;received;start;state\nDAY;;FI;Bascule;2;2026-11-02;{start};routed\n")
            self.done("import", "pole.eqp", "requests", "r.csv")
            (line,) = [line for line in self.done("agenda", "pole.eqp").splitlines() if "Bascule" in line]
            self.assertIn(f"  {words}  ", line)

    def test_french(self):
        text = self.done("agenda", "pole.eqp", language="fr")
        self.assertIn("Qualifier la demande", text)
        self.assertIn(translate("no date"), text)
        labels = [item["label"] for item in self.json("agenda", "pole.eqp", language="fr")]
        self.assertEqual(labels[0], "Qualifier la demande")

    def test_empty(self):
        self.make_file("empty.eqp")
        self.assertEqual(self.json("agenda", "empty.eqp"), [])
        self.assertEqual(self.done("agenda", "empty.eqp"), "Late: 0, to come: 0\n")

    def test_bad_input(self):
        self.fails("agenda", "pole.eqp", "--until", "2026-02-30", says="2026-02-30")
        self.fails("agenda", "pole.eqp", "--format", "xml", says="xml")
        self.fails("agenda", "missing.eqp", says="missing.eqp")


class Tables(CliTest):
    """The procedure and the school holidays go out and come in again unchanged."""

    def test_reference(self):
        self.make_file()
        self.assertEqual(self.json("info", "pole.eqp")["integrity"], "ok")
        self.done("export", "pole.eqp", "steps", "-o", "steps.csv")
        rows = (self.folder / "steps.csv").read_text("utf-8-sig").splitlines()
        self.assertEqual(len(rows), 9)
        self.assertEqual(rows[0], "procedure;position;code;name_fr;name_en;role;anchor;delay;days;evidence;blocking;source")
        report = self.json("import", "pole.eqp", "steps", "steps.csv")
        self.assertEqual((report["unchanged"], report["added"], report["refused"]), (8, 0, []))

    def test_school_holidays(self):
        self.make_file()
        table = self.write("h.csv", "zone;name;from;to\nA;Noël;2026-12-19;03/01/2027\nD;Noël;2026-12-19;2027-01-03\nB;Hiver;2027-02-20;2027-02-01\n")
        report = self.json("import", "pole.eqp", "school-holidays", table, status=1)
        self.assertEqual(report["added"], 1)
        self.assertEqual([refused["line"] for refused in report["refused"]], [3, 4])


if __name__ == "__main__":
    cli_tap.main()
