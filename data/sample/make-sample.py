#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the sample Pôle (institutions.csv, people.csv … interventions.csv) beside this script, always the same from the same seed.

Everything in it is made up. As of any day of the academic year 2026-27, sixteen of the 21 councils are lawful and five each
break one rule: sample_check.py holds the figures to that before anything is written, sample_ledger_check.py those of the exchanges. With --check nothing is written: the exit
status tells whether the files are what the script would write.
"""
import csv
import datetime
import io
import pathlib
import random
import sys
import unicodedata

import sample_check
import sample_ledger
import sample_ledger_check
import sample_meetings
import sample_places as places
from sample_names import FAMILY, FEMALE, MALE

FOLDER = pathlib.Path(__file__).resolve().parent
REFERENCE = FOLDER.parent / "reference"
YEARS = (2025, 2026)
PEOPLE = 460
# Each year the COSP proposes, the director decides; the annex lists every council and is printed anew after changes.
PROPOSED, DECIDED = ("2025-06-26", "2026-06-25"), ("2025-07-07", "2026-07-06")
ANNEXED = ("2025-09-01", "2026-04-15", "2026-09-01", "2026-11-16")
DESIGNATED = {"university": "2025-07-10", "rectorat": "2025-07-11"}
UNDECIDED, WITHOUT_STUDENT, WRONG_CHAIR, ONE_TEACHER_MORE, NOT_TEACHING = 11, 8, 5, 15, 14
LECTURERS = {"FSCI": ("MCF", "PU", "PRAG"), "FSHS": ("MCF", "PU"), "FLLA": ("MCF", "PU", "PRAG"), "FEG": ("MCF", "PU"),
             "FSS": ("MCF", "PRAG"), "UPC": ("MCF", "PU"), "INSPE": ("MCF", "PRAG", "PRCE", "MCF"), "UV": ("PU",)}
SIDES = {row[0]: row[4] for row in places.INSTITUTIONS}


def uai(number):
    """The seven digits and their key letter; no number, no UAI."""
    return number + "ABCDEFGHJKLMNPRSTUVWXYZ"[int(number) % 23] if number else ""


def luhn_key(digits):
    """The digit that makes the Luhn sum of @digits followed by it a multiple of ten."""
    total = 0
    for rank, digit in enumerate(reversed(digits)):
        double = int(digit) * (2 if rank % 2 == 0 else 1)
        total += double - 9 if double > 9 else double
    return str(-total % 10)


def siret(rank):
    """No real SIREN begins with 0990: the number is made up, its keys are right."""
    if rank is None:
        return ""
    siren = f"0990{rank:04d}"
    siren += luhn_key(siren)
    return siren + "0001" + luhn_key(siren + "0001")


def ascii_letters(text):
    text = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("’", ""))
    return "".join(c if c.isalnum() or c == "-" else "-" for c in text if not unicodedata.combining(c))


def day_before(day):
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def academic_year(day):
    return int(day[:4]) - (day[5:] < "09-01")


class Pole:
    """What has been made so far; each list holds the rows of one file."""

    def __init__(self):
        self.random = random.Random(20260901)
        self.people, self.mandates, self.bodies, self.decisions = [], [], [], []
        self.teaching, self.enrolments = set(), set()
        self.heads = {}
        women = [(f, g, "mme") for f in FAMILY for g in FEMALE]
        men = [(f, g, "m") for f in FAMILY for g in MALE]
        self.names = self.random.sample(women, PEOPLE) + self.random.sample(men, PEOPLE)
        self.random.shuffle(self.names)
        self.used = set()

    def next_name(self):
        while True:
            family, given, civility = self.names.pop()
            if (family, given) not in self.used:
                self.used.add((family, given))
                return family, given, civility

    def person(self, institution, corps="", disciplines="", name=None):
        """A new person; a student has neither corps nor disciplines."""
        family, given, civility = name or self.next_name()
        rank = len(self.people) + 1
        phone = ""
        if corps and self.random.random() < 0.7:
            phone = f"04 65 71 {self.random.randrange(100):02d} {self.random.randrange(100):02d}"
        elif self.random.random() < 0.4:
            phone = f"06 39 98 {self.random.randrange(100):02d} {self.random.randrange(100):02d}"
        local = ascii_letters(given) + "." + ascii_letters(family)
        if any(p["email"] == local + "@example.org" for p in self.people):
            local += str(rank)
        self.people.append({
            "code": f"P{rank:04d}", "family_name": family, "given_name": given, "civility": civility, "email": local + "@example.org",
            "phone": phone, "institution": institution, "corps": corps, "disciplines": disciplines, "side": SIDES[institution]})
        return self.people[-1]

    def lecturer(self, institution, discipline):
        if SIDES[institution] == "rectorat":
            return self.person(institution, "PEMF", discipline)
        return self.person(institution, self.random.choice(LECTURERS[institution]), discipline)

    def student(self, courses, years):
        course = self.random.choice(courses)
        in_meef = next(c for c in places.COURSES if c[1] == course)[4].startswith("MEEF")
        person = self.person("INSPE" if in_meef and self.random.random() < 0.8 else "UV")
        self.enrolments.update((person["code"], course, year) for year in years)
        return person

    def teaches(self, person, courses, years=YEARS):
        self.teaching.update((person["code"], course, year) for course in courses for year in years)

    def mandate(self, body, person, category, start, end="", function="", employer=False, replaces=""):
        self.mandates.append({
            "body": body, "person": person["code"], "category": category, "function": function,
            "represents_employer": "yes" if employer else "no", "institution": person["institution"], "from": start, "to": end,
            "replaces": replaces})
        return self.mandates[-1]


def council_courses(number):
    return [c for c in places.COURSES if c[0] == number]


def appoint_heads(pole):
    """The director and the rector, who sign; heads and deputy heads of mentions, heads of courses: they sit by right."""
    for code, _fr, _en, institution in places.MENTIONS:
        pole.heads[code] = pole.person(institution, "MCF", "sciences de l’éducation")
        pole.heads[code + "/deputy"] = pole.person(institution, "MCF", "didactique")
    pole.heads["/university"] = pole.person("INSPE", "PU", "sciences de l’éducation")
    pole.heads["/rectorat"] = pole.person("RECT", "PU", "droit public")
    for number, code, _fr, _en, mention, _sites, _components, institution, discipline in places.COURSES:
        same = places.SAME_HEAD.get(number) == code
        pole.heads[code] = pole.heads[mention] if same else pole.lecturer(institution, discipline)
        pole.teaches(pole.heads[code], [code])


def seat_heads(pole, number, body):
    courses = council_courses(number)
    mention = courses[0][4]
    head = pole.heads[mention + ("/deputy" if number in places.BY_DEPUTY else "")]
    pole.mandate(body, head, "mention-head", "2025-09-01")
    for course in courses:
        pole.mandate(body, pole.heads[course[1]], "course-head", "2025-09-01")


def seat_teachers(pole, number, body, deputies, teachers):
    """Every component engaged gets a seat before any gets a second one; the last of council 1 teaches in a school."""
    courses = council_courses(number)
    for _rank in range(deputies):
        deputy = pole.lecturer(courses[0][7], courses[0][8])
        pole.teaches(deputy, [courses[0][1]])
        pole.mandate(body, deputy, "deputy", "2025-09-01", "2028-08-31")
    engaged = list(dict.fromkeys(i for c in courses for i in c[6].split(",")))
    homes = engaged + pole.random.choices(engaged, k=max(0, teachers - len(engaged)))
    if number == 1:
        homes[-1] = "EE-TILLEULS"
    for rank, home in enumerate(homes):
        taught = [c for c in courses if home in c[6].split(",")] or courses[:1]
        course = taught[rank % len(taught)]
        teacher = pole.lecturer(home, course[8])
        lapsed = number == NOT_TEACHING and rank == teachers - 1
        pole.teaches(teacher, [course[1]], YEARS[:1] if lapsed else YEARS)
        early = rank % 3 == 2
        pole.mandate(body, teacher, "teacher", "2024-09-01" if early else "2025-09-01", "2027-08-31" if early else "2028-08-31",
                     "secretary" if rank == 1 and number % 3 == 1 else "")


def seat_employers(pole, number, body, employers):
    for rank, employer in enumerate(employers):
        if employer in ("IA-IPR", "IEN"):
            home = "DSDEN-96" if number == 1 else "RECT"
            person = pole.person(home, employer, council_courses(number)[rank % len(council_courses(number))][8])
        else:
            person = pole.person(employer, "cadre", council_courses(number)[0][8])
        academy = employer in ("IA-IPR", "IEN")
        pole.mandate(body, person, "employer", "2025-09-01", "2028-08-31", "chair" if rank == 0 else "", academy or rank == 0)


def seat_profession(pole, number, body, seats):
    homes = places.PROFESSION.get(number, places.SECONDARY)
    for rank in range(seats):
        home = homes[(number + rank) % len(homes)]
        corps = {"school": "CPE" if number == 18 else "professeur certifié"}.get(kind_of(home), "cadre")
        if home in places.PRIMARY:
            corps = "professeur des écoles"
        elif home.startswith(("LP-", "EREA")):
            corps = "PLP"
        person = pole.person(home, corps, council_courses(number)[0][8])
        pole.mandate(body, person, "profession", "2025-09-01", ("2027-08-31", "2028-08-31")[rank % 2])


def kind_of(institution):
    return next(row[3] for row in places.INSTITUTIONS if row[0] == institution)


def seat_students(pole, body, courses, seats):
    """Elected for a year; about one in four is elected again, in the second year of the master's degree."""
    again = []
    for year in YEARS:
        for rank in range(seats[year]):
            stays = year == YEARS[0] and pole.random.random() < 0.25
            person = again.pop() if again and rank == 0 else pole.student(courses, YEARS if stays else (year,))
            if stays:
                again = [person]
            pole.mandate(body, person, "student", f"{year}-09-01", f"{year + 1}-08-31")


def seat_guests(pole):
    for number, home, corps in places.PERMANENT_GUESTS:
        guest = pole.person(home, corps or "cadre")
        pole.mandate(f"CPER-{number:02d}", guest, "guest-permanent", "2025-09-01", "2028-08-31")
    for number, home, day in places.OCCASIONAL_GUESTS:
        guest = pole.person(home, "cadre")
        pole.mandate(f"CPER-{number:02d}", guest, "guest-occasional", day, day)["meeting"] = f"CPER-{number:02d}/{day}"


def make_councils(pole):
    for number, (deputies, teachers, employers, profession, students) in places.COUNCILS.items():
        body = f"CPER-{number:02d}"
        seat_heads(pole, number, body)
        seat_teachers(pole, number, body, deputies, teachers)
        seat_employers(pole, number, body, employers)
        seat_profession(pole, number, body, profession)
        seats = {year: students for year in YEARS}
        if number == WITHOUT_STUDENT:
            seats[YEARS[1]] -= 1
        seat_students(pole, body, [c[1] for c in council_courses(number)], seats)


def make_site_councils(pole):
    """Lighter bodies: a site deputy, two teachers, an inspector in the chair, the profession, two students."""
    for number, sites in places.SITE_COUNCILS.items():
        course = council_courses(number)[0]
        for _site, suffix, _town, school in sites:
            body = f"CPER-{number:02d}-{suffix}"
            for category, count in (("deputy", 1), ("teacher", 2)):
                for _rank in range(count):
                    person = pole.lecturer("INSPE", course[8])
                    pole.teaches(person, [course[1]])
                    pole.mandate(body, person, category, "2025-09-01", "2028-08-31")
            inspector = pole.person("DSDEN-97" if suffix != "VAL" else "DSDEN-96", "IEN" if number == 1 else "IA-IPR", course[8])
            pole.mandate(body, inspector, "employer", "2025-09-01", "2028-08-31", "chair", True)
            corps = "professeur des écoles" if number == 1 else "professeur certifié"
            pole.mandate(body, pole.person(school, corps, course[8]), "profession", "2025-09-01", "2028-08-31")
            seat_students(pole, body, [course[1]], {year: 2 for year in YEARS})


def make_steering_committee(pole):
    """Eight members of each side, every named seat taken (G-09 to G-12)."""
    def seat(category, person):
        pole.mandate("COPIL", person, category, "2025-09-01", "2028-08-31")

    seat("vpcefvu", pole.person("UV", "PU", "droit public"))
    seat("parc-1d", pole.heads["1D-PE"])
    seat("parc-2d", pole.heads["2D-MATHS"])
    seat("doyen-1d", pole.person("RECT", "IEN", "enseignement du premier degré"))
    seat("doyen-2d", pole.person("RECT", "IA-IPR", "établissements et vie scolaire"))
    for category in ("pole-head", "entity-coordination", "entity-collectives", "entity-placements", "entity-research"):
        seat(category, pole.person("INSPE", "PRAG" if category != "entity-research" else "MCF", "formation des enseignants"))
        corps = "attaché d’administration" if category == "entity-placements" else "IA-IPR"
        seat(category, pole.person("RECT", corps, "formation des personnels"))
    seat("member", pole.person("RECT", "IEN", "formation professionnelle et apprentissage"))


def break_rules(pole):
    """The five unlawful councils; two of them (a student short, a teacher who no longer teaches) were made so above."""
    discipline = council_courses(ONE_TEACHER_MORE)[0]
    extra = pole.lecturer("FEG", discipline[8])
    pole.teaches(extra, [discipline[1]], YEARS[1:])
    pole.mandate(f"CPER-{ONE_TEACHER_MORE:02d}", extra, "teacher", "2026-09-01", "2028-08-31")

    body = f"CPER-{WRONG_CHAIR:02d}"
    seats = [m for m in pole.mandates if m["body"] == body and m["to"] > "2026-08-31"]
    inspector = next(m for m in seats if m["function"] == "chair")
    teacher = next(m for m in seats if m["category"] == "teacher")
    for seat, function in ((inspector, ""), (teacher, "chair")):
        pole.mandates.append(dict(seat, function=function, **{"from": "2026-09-01"}))
        seat["to"] = "2026-08-31"


def replace_members(pole):
    """Somebody of the same institution, with the same duties, takes over on the day; the old mandate ends the day before."""
    for number, category, day in places.REPLACEMENTS:
        body = f"CPER-{number:02d}"
        held = [m for m in pole.mandates if m["body"] == body and m["category"] == category]
        # Not the secretary, and nobody who was elected again afterwards.
        in_seat = [m for m in held if m["from"] < day <= m["to"] and m["function"] != "secretary"
                   and sum(n["person"] == m["person"] for n in held) == 1]
        old = in_seat[-1]
        leaver = next(p for p in pole.people if p["code"] == old["person"])
        year = academic_year(day)
        if category == "student":
            person = pole.student([c[1] for c in council_courses(number)], (year,))
        else:
            person = pole.person(leaver["institution"], leaver["corps"], leaver["disciplines"])
            pole.teaches(person, {c for p, c, _y in pole.teaching if p == leaver["code"]}, range(year, YEARS[1] + 1))
        new = pole.mandate(body, person, category, day, old["to"], old["function"], old["represents_employer"] == "yes", leaver["code"])
        new["institution"] = person["institution"]
        old["to"] = day_before(day)


def make_others(pole):
    """People who sit nowhere: more students, lecturers, school teachers who take part in the courses, and two namesakes."""
    homonym = pole.people[40]
    pole.person("LYC-VALMER", "professeur certifié", "espagnol", (homonym["family_name"], homonym["given_name"], homonym["civility"]))
    schools = places.SECONDARY + places.VOCATIONAL + places.PRIMARY
    short_cured = False
    while len(pole.people) < PEOPLE:
        turn = len(pole.people) % 3
        course = pole.random.choice(places.COURSES)
        if turn == 0:
            year = pole.random.choice(YEARS)
            if not short_cured:  # the council that is short of a student finds one here
                course, year, short_cured = council_courses(WITHOUT_STUDENT)[0], YEARS[-1], True
            pole.student([course[1]], (year,))
        else:
            home = pole.random.choice(course[6].split(",")) if turn == 1 else pole.random.choice(schools)
            corps = pole.random.choice(LECTURERS[home]) if turn == 1 else "formateur académique"
            pole.teaches(pole.person(home, corps, course[8]), [course[1]], pole.random.choice((YEARS, YEARS[1:])))


def signatory(person):
    return f"{person['given_name']} {person['family_name']}"


def decide(pole, body, number):
    """Proposals, decisions and annexes of one body; the last of each also stand in the body's own row."""
    director = signatory(pole.heads["/university"])
    rows = [("proposal", day, f"COSP du {day[8:]}/{day[5:7]}/{day[:4]}, point {number}", "") for day in PROPOSED]
    if number != UNDECIDED:
        rows += [("decision", day, f"Arrêté Inspé {day[:4]}-{40 + number}", director) for day in DECIDED]
    rows += [("annex", day, f"Annexe au règlement intérieur, version {1 + ANNEXED.index(day)}", director) for day in ANNEXED]
    for kind, day, reference, person in rows:
        pole.decisions.append({"body": body["code"], "kind": kind, "date": day, "ref": reference, "signatory": person})
        body[kind + "_date"] = day
        body[kind + "_ref"] = reference


def make_bodies(pole):
    with open(REFERENCE / "councils.csv", encoding="utf-8", newline="") as file:
        councils = list(csv.DictReader(file, delimiter=";"))
    for council in councils:
        number = int(council["number"])
        whole = places.WHOLE_MENTIONS.get(number, "")
        pole.bodies.append({
            "code": council["code"], "name_fr": council["name_fr"], "name_en": council["name_en"], "statute": "CPER", "mentions": whole,
            "courses": "" if whole else ",".join(c[1] for c in council_courses(number))})
        decide(pole, pole.bodies[-1], number)
        for site, suffix, town, _school in places.SITE_COUNCILS.get(number, ()):
            pole.bodies.append({
                "code": f"{council['code']}-{suffix}", "name_fr": f"{council['name_fr']}, sous-conseil du site de {town}",
                "name_en": f"{council['name_en']}, {town} site sub-council", "statute": "CPER-SITE", "parent": council["code"], "site": site})
            decide(pole, pole.bodies[-1], number)
    pole.bodies.append({"code": "COPIL", "name_fr": "Comité de pilotage du Pôle de professionnalisation",
                        "name_en": "Steering committee of the Pôle de professionnalisation", "statute": "COPIL"})
    for side, day in DESIGNATED.items():
        pole.decisions.append({"body": "COPIL", "kind": "designation", "date": day, "ref": "Désignation conjointe 2025-3",
                               "signatory": signatory(pole.heads["/" + side]), "side": side})


def tables(pole):
    """File name, columns (the import contract) and rows, in the order in which they are imported."""
    names = {row[0]: row for row in places.INSTITUTIONS}
    yield "settings", "name value", [
        {"name": "pole-name", "value": "Pôle de professionnalisation de l’académie de Valmer"},
        {"name": "university-name", "value": "Université de Valmer – Inspé"},
        {"name": "rectorat-name", "value": names["RECT"][1]}]
    yield "institutions", "code name short_name kind side uai siret parent", [
        dict(code=c, name=row[1], short_name=row[2], kind=row[3], side=row[4], parent=row[5], uai=uai(row[6]), siret=siret(row[7]))
        for c, row in names.items()]
    yield "sites", "code name institution", [dict(zip(("code", "name", "institution"), row)) for row in places.SITES]
    yield "people", "code family_name given_name civility email phone institution corps disciplines side", pole.people
    yield "mentions", "code name_fr name_en head head_deputy", [
        dict(code=c, name_fr=fr, name_en=en, head=pole.heads[c]["code"], head_deputy=pole.heads[c + "/deputy"]["code"])
        for c, fr, en, _home in places.MENTIONS]
    yield "courses", "code name_fr mention name_en head sites components", [
        dict(code=c, name_fr=fr, name_en=en, mention=mention, head=pole.heads[c]["code"], sites=sites, components=components)
        for _number, c, fr, en, mention, sites, components, _home, _discipline in places.COURSES]
    for kind in ("teaching", "enrolments"):
        yield kind, "person course year", [dict(zip(("person", "course", "year"), row)) for row in sorted(getattr(pole, kind))]
    yield ("bodies", "code name_fr name_en statute parent site mentions courses decision_date decision_ref proposal_date proposal_ref annex_date",
           pole.bodies)
    yield "decisions", "body kind date ref signatory side", pole.decisions
    made = sample_meetings.make()
    yield "meetings", "code body date title place state", made.meetings
    yield "items", "meeting position title scope outcome advice_to", made.items
    yield "mandates", "body person category function represents_employer institution from to replaces meeting", sorted(
        pole.mandates, key=lambda m: (m["body"], m["from"], m["category"], m["person"]))


def make_pole():
    pole = Pole()
    appoint_heads(pole)
    make_councils(pole)
    make_site_councils(pole)
    make_steering_committee(pole)
    seat_guests(pole)
    break_rules(pole)
    replace_members(pole)
    make_others(pole)
    make_bodies(pole)
    made = sample_ledger.make(pole)
    return made, [(name, columns.split(), rows) for name, columns, rows in (*tables(pole), *sample_ledger.tables(made))]


def as_csv(columns, rows):
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore", delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def main():
    made, files = make_pole()
    sample_check.check({name: [{c: str(row.get(c, "")) for c in columns} for row in rows] for name, columns, rows in files})
    sample_ledger_check.check(made)
    status = 0
    for name, columns, rows in files:
        path, text = FOLDER / f"{name}.csv", as_csv(columns, rows)
        if sys.argv[1:] != ["--check"]:
            path.write_bytes(text.encode("utf-8"))
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path.name} differs from what make-sample.py writes")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
