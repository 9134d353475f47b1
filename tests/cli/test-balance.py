#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The balance of the exchanges and its forecast, on the command line."""
import csv
import io
import re

import cli_tap
from cli_tap import CliTest, translate

TABLES = {
    "institutions": """code;name;short_name;kind;side
UNIV;Université de Valmont;UV;university;university
ACAD;Académie de Valmont;AC;rectorat;rectorat
""",
    "people": """code;family_name;given_name;institution;side;disciplines
P1;Aubrac;Éloïse;UNIV;university;lettres; latin
P3;Cazenave;Inès;ACAD;rectorat;mathématiques
""".replace("lettres; latin", '"lettres; latin"'),
    "interventions": """code;date;person;host;side;requested;planned;done;shared_time;direct_contract
I1;2025-10-10;P1;ACAD;FC;;;10h;;
I2;2025-12-10;P3;UNIV;FI;;;20h;;
I3;2026-09-10;P1;ACAD;FC;5h;4h;4h;;
I4;2026-10-10;P3;UNIV;FI;;;1h30;;
I5;2026-10-11;P3;UNIV;FI;;;7h;yes;
I6;2026-10-12;P3;UNIV;FI;;;45min;;yes
I7;2027-01-10;P3;UNIV;FI;;3h;;;
""",
    "requests": """code;from;side;subject;minutes;start;state
D1;ACAD;FC;Atelier;600;2027-02-01;received
D2;UNIV;FI;Visites;120;;confirmed
D3;UNIV;FI;Annulée;120;;refused
""",
}


class Exchanges(CliTest):
    def setUp(self):
        super().setUp()
        master = self.shared / "exchanges.eqp"
        if not master.exists():
            self.make_file()
            for kind, table in TABLES.items():
                self.write(f"{kind}.csv", table)
                self.done("import", "pole.eqp", kind, f"{kind}.csv", "--strict")
            (self.folder / "pole.eqp").rename(master)
        (self.folder / "pole.eqp").write_bytes(master.read_bytes())

    def balance(self, *arguments):
        return self.json("balance", "pole.eqp", *arguments)

    def rows(self, *arguments):
        return {row["key"]: (row["fc_minutes"], row["fi_minutes"], row["balance_minutes"]) for row in self.balance(*arguments)["rows"]}


class Balance(Exchanges):
    def test_year_of_today(self):
        result = self.balance()
        self.assertEqual(list(result), ["from", "to", "state", "fc_by_university_minutes", "fi_by_rectorat_minutes", "balance_minutes", "creditor",
                                        "outside", "field_share", "rows"])
        self.assertEqual((result["from"], result["to"], result["state"]), ("2026-09-01", "2027-08-31", "done"))
        self.assertEqual((result["fc_by_university_minutes"], result["fi_by_rectorat_minutes"], result["balance_minutes"]), (240, 90, 150))
        self.assertEqual(result["creditor"], "university")
        self.assertEqual(result["outside"], {"shared_time_minutes": 420, "direct_contract_minutes": 45})
        self.assertEqual(result["field_share"], {"field_minutes": 555, "total_minutes": 0, "threshold": "1/3", "missing_minutes": 0,
                                                 "reached": True})
        self.assertEqual([row["key"] for row in result["rows"]][::11], ["2026-09", "2027-08"])
        self.assertEqual(result["rows"][1], {"key": "2026-10", "fc_minutes": 0, "fi_minutes": 90, "balance_minutes": -90})

    def test_states(self):
        for state, expected in {"requested": 300, "planned": 60, "done": 150, "certified": 0}.items():
            self.assertEqual(self.balance("--state", state)["balance_minutes"], expected)

    def test_periods(self):
        self.assertEqual(self.balance("--from", "2026-10-11")["fi_by_rectorat_minutes"], 0)
        self.assertEqual(self.balance("--from", "2025-12-01", "--to", "10/10/2026")["balance_minutes"], 240 - 90 - 1200)
        self.assertEqual(self.balance("--to", "2026-09-09")["creditor"], "rectorat")
        self.assertEqual(self.balance("--to", "2026-09-09")["from"], "2025-10-01")

    def test_breakdowns(self):
        period = ("--from", "2025-09-01", "--to", "2027-08-31")
        self.assertEqual(self.rows(*period, "--by", "year"), {"2025": (600, 1200, -600), "2026": (240, 90, 150)})
        self.assertEqual(self.rows(*period, "--by", "discipline"), {"lettres": (840, 0, 840), "mathématiques": (0, 1290, -1290)})
        self.assertEqual(self.rows(*period, "--by", "person"), {"P1": (840, 0, 840), "P3": (0, 1290, -1290)})
        self.assertEqual(self.rows(*period, "--by", "institution"), {"UNIV": (840, 1290, -450)})
        self.assertEqual(self.rows(*period, "--by", "scheme"), {"": (840, 1290, -450)})
        self.assertEqual(self.rows(*period, "--by", "course"), {"": (840, 1290, -450)})
        self.assertEqual(self.rows(*period, "--by", "term")["2026-T1"], (240, 90, 150))
        self.assertEqual(len(self.rows(*period)), 24)

    def test_csv(self):
        table = list(csv.reader(io.StringIO(self.done("balance", "pole.eqp", "--by", "year", "--format", "csv")), delimiter=";"))
        self.assertEqual(table, [["key", "fc_minutes", "fi_minutes", "balance_minutes"], ["2026", "240", "90", "150"]])

    def test_text(self):
        text = self.done("balance", "pole.eqp", "--by", "year")
        self.assertIn("2\u00a0h\u00a030", text)
        self.assertIn("The rectorat owes the university", text)
        self.assertIn("Of these hours, 45\u00a0min were given under a direct contract.", text)
        self.assertIn("No teaching unit offers hours of initial training in this period.", text)
        french = self.done("balance", "pole.eqp", "--by", "year", language="fr")
        self.assertIn(translate("The rectorat owes the university %s (%s of the hours exchanged).").split("%s", maxsplit=1)[0], french)
        self.assertIn("2\u00a0h\u00a030", french)

    def test_who_owes(self):
        """Each side of the tolerance, and either creditor."""
        text = self.done("balance", "pole.eqp", "--to", "2026-08-31")
        self.assertIn("The university owes the rectorat 10\u00a0h (33.3% of the hours exchanged).", text)
        for done, says in (("2h30", "The balance is even."), ("2h29", "The rectorat owes the university 1\u00a0min")):
            self.write("l.csv", f"code;date;person;host;side;done\nEVEN;2026-09-11;P3;UNIV;FI;{done}\n")
            self.done("import", "pole.eqp", "interventions", "l.csv")
            self.assertIn(says, self.done("balance", "pole.eqp"))
        french = self.done("balance", "pole.eqp", "--to", "2026-08-31", language="fr")
        self.assertIn(translate("The university owes the rectorat %s (%s of the hours exchanged).").split("%s", maxsplit=1)[0], french)

    def test_rows_without_hours_are_left_out(self):
        """A row whose lines are all outside the balance; months are listed without any."""
        self.write("i.csv", "code;name;kind;side\nNEAR;Inspé;inspe;university\n")
        self.done("import", "pole.eqp", "institutions", "i.csv")
        self.write("l.csv", "code;date;person;host;side;done;shared_time\nOUT;2026-09-11;P3;NEAR;FI;2h;yes\n")
        self.done("import", "pole.eqp", "interventions", "l.csv")
        self.assertEqual(list(self.rows("--by", "institution")), ["UNIV"])
        self.assertNotIn("NEAR", self.done("balance", "pole.eqp", "--by", "institution", "--format", "csv"))
        self.assertNotIn("Inspé", self.done("balance", "pole.eqp", "--by", "institution"))
        self.assertEqual(len(self.rows()), 12)

    def test_bad_input(self):
        self.fails("balance", "pole.eqp", "--from", "soon", says="soon")
        self.fails("balance", "pole.eqp", "--from", "2026-02-30", says="2026-02-30")
        self.fails("balance", "pole.eqp", "--from", "2026-10-02", "--to", "2026-10-01", says="2026-10-01")
        self.fails("balance", "pole.eqp", "--state", "hoped", says="hoped")
        self.fails("balance", "pole.eqp", "--by", "weather", says="weather")
        self.fails("balance", "pole.eqp", "--format", "xlsx", says="xlsx")
        self.fails("balance", "nowhere.eqp")
        self.fails("balance")

    def test_nothing_is_written(self):
        before = (self.folder / "pole.eqp").read_bytes()
        self.balance()
        self.json("forecast", "pole.eqp", "--accept", "D1")
        self.assertEqual((self.folder / "pole.eqp").read_bytes(), before)


class OneThird(CliTest):
    """15,000 h of 45,000 h are a third; one minute less is not, and is said in words."""

    def test_boundary(self):
        self.make_file()
        self.write("institutions.csv", TABLES["institutions"])
        self.write("people.csv", "code;family_name;given_name;institution;side\nP3;Cazenave;Inès;ACAD;rectorat\n")
        self.write("mentions.csv", "code;name_fr\nM9;Essai\n")
        self.write("courses.csv", "code;name_fr;mention\nC9;Essai;M9\n")
        self.write("units.csv", "code;course;name;hours\nU1;C9;Un;30000\nU2;C9;Deux;15000\n")
        self.write("interventions.csv", "code;date;person;host;side;unit;done\n" +
                   "".join(f"L{n};2026-09-{n % 28 + 1:02d};P3;UNIV;FI;U1;400h\n" for n in range(37)) + "L37;2026-10-10;P3;UNIV;FI;U2;199h59\n")
        for kind in ("institutions", "people", "mentions", "courses", "units", "interventions"):
            self.done("import", "pole.eqp", kind, f"{kind}.csv")
        share = {"field_minutes": 899999, "total_minutes": 2700000, "threshold": "1/3", "missing_minutes": 1, "reached": False}
        self.assertEqual(self.json("balance", "pole.eqp")["field_share"], share)
        for language in ("en", "fr"):
            self.assertRegex(self.done("balance", "pole.eqp", language=language), r"\b1 minute\b")
            (total, course) = [f for f in self.json("check", "pole.eqp", status=1, language=language)["findings"] if f["code"] == "FI-THIRD"]
            self.assertRegex(total["message"], r"\b1 minute\b")
            self.assertEqual((total["subject"], course["subject"], total["values"]["missing_minutes"]), ("", "C9", 1))
        self.write("interventions.csv", "code;date;person;host;side;unit;done\nL38;2026-10-11;P3;UNIV;FI;U2;1min\n")
        self.done("import", "pole.eqp", "interventions", "interventions.csv")
        self.assertEqual(self.json("balance", "pole.eqp")["field_share"], dict(share, field_minutes=900000, missing_minutes=0, reached=True))
        self.assertEqual([f for f in self.json("check", "pole.eqp", status=1)["findings"] if f["code"] == "FI-THIRD"], [])


class Forecast(Exchanges):
    def forecast(self, *arguments):
        return self.json("forecast", "pole.eqp", *arguments)

    def test_year_of_today(self):
        result = self.forecast()
        self.assertEqual((result["from"], result["to"], result["today"]), ("2026-09-01", "2027-08-31", "2026-11-21"))
        self.assertEqual((result["method"], result["past_years"]), ("seasonal", 1))
        self.assertEqual(len(result["months"]), 12)
        self.assertEqual(result["months"][-1]["balance_minutes"], result["balance_minutes"])
        self.assertLessEqual(result["low_minutes"], result["balance_minutes"])
        self.assertLessEqual(result["balance_minutes"], result["high_minutes"])
        self.assertEqual([(request["code"], request["side"], request["minutes"], request["accepted"]) for request in result["requests"]],
                         [("D1", "FC", 600, False), ("D2", "FI", 120, False)])

    def test_what_if(self):
        plain = self.forecast()
        one = self.forecast("--accept", "D1")
        self.assertEqual(one["balance_minutes"] - plain["balance_minutes"], 600)
        self.assertEqual(one["field_share"], plain["field_share"])
        for both in (("--accept", "D1", "--accept", "D2"), ("--accept", "D1", "D2")):
            result = self.forecast(*both)
            self.assertEqual(result["balance_minutes"] - plain["balance_minutes"], 480)
            self.assertEqual(result["field_share"]["field_minutes"] - plain["field_share"]["field_minutes"], 120)

    def test_text(self):
        text = self.done("forecast", "pole.eqp", "--accept", "D1")
        result = self.forecast("--accept", "D1")
        self.assertIn(result["explanation"], text)
        self.assertRegex(text, r"(?m)^Month from +FC by the university +FI by the rectorat +Balance +At least +At most$")
        # A heading and twelve months, the sentence about the end, the requests: one of them accepted.
        self.assertEqual(len(re.findall(r"(?m)^\S.* h", text.replace("\u00a0", " ").partition("Balance expected")[0])), 12)
        self.assertRegex(text, r"(?m)^Balance expected on Tuesday 31 August 2027: \S.*, between \S.* and \S.*\.$")
        self.assertRegex(text, r"(?m)^D1 +FC +10\u00a0h +accepted +Atelier$")
        self.assertRegex(text, r"(?m)^D2 +FI +2\u00a0h +Visites$")
        self.assertIn("No teaching unit offers hours of initial training in this period.", text)

    def test_text_of_a_first_year(self):
        """Nothing past, nothing asked for: one figure, and no list."""
        self.make_file("new.eqp")
        text = self.done("forecast", "new.eqp")
        self.assertRegex(text, r"(?m)^Balance expected on Tuesday 31 August 2027: 0\u00a0h\.$")
        self.assertNotIn("Open requests:", text)
        self.assertIn(self.json("forecast", "new.eqp")["explanation"], text)

    def import_unit(self, hours):
        self.write("m.csv", "code;name_fr\nM9;Essai\n")
        self.write("c.csv", "code;name_fr;mention\nC9;Essai;M9\n")
        self.write("u.csv", f"code;course;name;hours\nU1;C9;Un;{hours}\n")
        for kind, name in (("mentions", "m.csv"), ("courses", "c.csv"), ("units", "u.csv")):
            self.done("import", "pole.eqp", kind, name)

    def test_text_with_the_share_reached(self):
        self.import_unit(9)
        self.assertIn("People from the field should then have given 1/3 of initial training.", self.done("forecast", "pole.eqp"))
        self.assertIn("People from the field give 9\u00a0h\u00a015 of 9\u00a0h of initial training: 1/3 is reached.", self.done("balance", "pole.eqp"))

    def test_text_with_hours_missing(self):
        self.import_unit(300)
        missing = self.forecast()["field_share"]["missing_minutes"]
        self.assertGreater(missing, 0)
        text = self.done("forecast", "pole.eqp")
        self.assertRegex(text, r"(?m)^To 1/3 of initial training given by people from the field, \S.* should then be missing\.$")

    def test_first_year(self):
        self.make_file("new.eqp")
        result = self.json("forecast", "new.eqp")
        self.assertEqual((result["method"], result["balance_minutes"], result["creditor"]), ("planned-only", 0, "none"))
        self.assertIn("no complete past year", result["explanation"])

    def test_bad_input(self):
        self.fails("forecast", "pole.eqp", "--accept", "D9", says="D9")
        self.fails("forecast", "pole.eqp", "--accept", "D3", says="D3")
        self.fails("forecast", "pole.eqp", "--accept", "D1", "D9", says="D9")
        self.fails("forecast", "pole.eqp", "D1", says="D1")
        self.fails("forecast", "pole.eqp", "--format", "csv", says="csv")
        self.fails("forecast")


if __name__ == "__main__":
    cli_tap.main()
