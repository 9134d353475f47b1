# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample's exchanges of hours: two and a half academic years of requests and of lines of the ledger, and what is planned.

Drawn with a generator of its own, so that no other table moves. What contradicts a rule is put in at the end, on purpose.
"""
import datetime
import random

import sample_offer as offer
import sample_places as places

TODAY = datetime.date(2026, 11, 21)
YEARS = (2024, 2025, 2026)
CLOSED = 2024
# Hours of the two directions in a year, shared time and direct contracts left out: FC by the university, FI by the rectorat.
HOURS = {2024: (2120, 1560), 2025: (2060, 1935), 2026: (2040, 1960)}
# Sessions of each month, from September: peaks before Christmas and in spring, little in July and August.
SEASON = {9: 6, 10: 13, 11: 15, 12: 10, 1: 8, 2: 11, 3: 14, 4: 10, 5: 7, 6: 5, 7: 1, 8: 0.4}
PLANNED_UNTIL = datetime.date(2027, 6, 30)
DONE_UNTIL = datetime.date(2026, 11, 13)  # the last week is not entered yet
CERTIFIED_UNTIL = datetime.date(2026, 5, 31)
LENGTHS = {"FI": (90,) * 10 + (120,) * 7 + (180,) * 3 + (60, 105, 135), "FC": (90,) * 8 + (120,) * 5 + (180,) * 5 + (360, 45, 150)}
STARTS = ("08:30", "09:00", "10:15", "13:30", "14:00", "15:45", "17:00")
LINE = ("code date from to person host side unit scheme request requested planned done certified shared_time direct_contract payer in_service"
        " kind corrects override subject").split()


def easter(year):
    """The Gregorian computus, after Meeus."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return datetime.date(year, month, day + 1)


def is_taught(day):
    """No session at the weekend, on a public holiday, at All Saints', at Christmas and in summer."""
    spring = [easter(day.year) + datetime.timedelta(days=n) for n in (1, 39, 50)]
    if day.weekday() > 4 or day in spring or (day.month, day.day) in ((5, 1), (5, 8), (11, 1), (11, 11)):
        return False
    rank = day.month * 100 + day.day
    return not (1024 <= rank <= 1102 or rank >= 1219 or rank <= 104 or 711 <= rank <= 823)


def taught_days(year):
    day, end = datetime.date(year, 9, 4), min(datetime.date(year + 1, 8, 31), PLANNED_UNTIL)
    while day <= end:
        if is_taught(day):
            yield day
        day += datetime.timedelta(days=1)


def hours(minutes):
    """As the program writes a duration; an empty cell says nothing."""
    if minutes is None:
        return ""
    return f"{'-' if minutes < 0 else ''}{abs(minutes) // 60}h" + (f"{abs(minutes) % 60:02d}" if minutes % 60 else "")


def minutes_of(text):
    whole, _, rest = text.partition("h")
    return int(whole) * 60 + int(rest or 0)


def working_day(year, month, rank):
    """The working day that follows so many others of a month."""
    day = datetime.date(year, month, 1)
    while rank or day.weekday() > 4:
        rank -= day.weekday() < 5
        day += datetime.timedelta(days=1)
    return day


def clock(start, minutes):
    hour, minute = map(int, start.split(":"))
    total = hour * 60 + minute + minutes + (90 if minutes > 300 else 0)
    return f"{total // 60:02d}:{total % 60:02d}"


def academic_year(day):
    return day.year - (day.month < 9)


class Exchanges:
    """What has been made so far, and who is taken on which day."""

    def __init__(self, pole):
        self.random = random.Random(20240902)
        self.people = {p["code"]: p for p in pole.people}
        self.seated = {m["person"] for m in pole.mandates}
        self.coordinators = {p["side"]: p["code"] for m in pole.mandates if m["category"] == "entity-coordination"
                             for p in pole.people if p["code"] == m["person"]}
        self.units = offer.make_units()
        self.requests, self.lines, self.posts, self.availability, self.affiliations = [], [], [], [], []
        self.busy, self.away = set(), {}
        self.closings = []
        self.field = [p for p in pole.people if p["side"] == "rectorat" and p["corps"] not in ("PU", "attaché d’administration")]
        self.academics = [p for p in pole.people if p["side"] == "university" and p["corps"]]
        self.days = {year: list(taught_days(year)) for year in YEARS}
        self.weights = {year: [SEASON[d.month] * (2 if d.weekday() == 2 else 1) for d in self.days[year]] for year in YEARS}

    def components(self, course):
        return next(c[6] for c in places.COURSES if c[1] == course).split(",")

    def free_day(self, person, year, first=None, last=None):
        """A day of the season on which nobody else asked for the person; None when that is hard to find."""
        for _attempt in range(40):
            day = self.random.choices(self.days[year], self.weights[year])[0]
            if (first and day < first) or (last and day > last):
                continue
            if (person["code"], day) not in self.busy and day.weekday() not in self.away.get(person["code"], ()):
                return day
        return None

    def line(self, person, day, side, host, minutes, **more):
        """A line as it stands today: planned when to come, then done, then certified."""
        self.busy.add((person["code"], day))
        start = "09:00" if minutes > 300 else self.random.choice(STARTS)
        row = {"date": day, "person": person["code"], "side": side, "host": host, "from": start, "to": clock(start, minutes), "planned": minutes}
        if day <= DONE_UNTIL:
            row["done"] = minutes
            chance = self.random.random()
            if chance < 0.01:
                row["done"] = 0
            elif chance < 0.04 and minutes > 60:
                row["done"] = minutes + self.random.choice((-30, -15, 15, 30))
            if day <= CERTIFIED_UNTIL or (day.month in (6, 7, 8, 9) and self.random.random() < 0.7):
                row["certified"] = row["done"]
        row.update(more)
        self.lines.append(row)
        return row

    def request(self, **row):
        row.setdefault("coordinator", self.coordinators["university" if row["side"] == "FC" else "rectorat"])
        self.requests.append(row)
        return row


# ---- who comes, and who does not ----

def field_speakers(made, course, rank):
    """Three or four people of the rectorat for a course: those of its discipline first."""
    discipline = next(c[8] for c in places.COURSES if c[1] == course)
    able = [p for p in made.field if p["disciplines"] == discipline and not p.get("shared")]
    others = [p for p in made.field if p["disciplines"] in ("formation des personnels", "sciences de l’éducation", "école inclusive", "vie scolaire")
              and not p.get("shared")]
    speakers = able[:5]
    while len(speakers) < 3:
        speakers.append(others[(rank + len(speakers) * 5) % len(others)])
    return speakers


def academic_speakers(made, scheme, rank):
    """Six or more lecturers for a scheme, of its fields when it has some."""
    fields = offer.FIELDS.get(scheme)
    able = [p for p in made.academics if not p.get("shared") and (not fields or p["disciplines"].startswith(fields))]
    count = min(len(able), 14)
    return [able[(rank * 11 + n * max(1, len(able) // count)) % len(able)] for n in range(count)]


def share_posts(made):
    """Seven teachers work half of their time at the Inspé, a lecturer for the academy: their hours stay outside the balance."""
    teachers = [p for p in made.field if p["corps"] in ("formateur académique", "PEMF", "PLP") and p["code"] not in made.left]
    lecturers = [p for p in made.academics if p["corps"] == "PRAG" and p["disciplines"] == "formation des enseignants"]
    for rank, person in enumerate(teachers[::4][:7] + lecturers[-1:]):
        person["shared"] = True
        made.posts.append({"person": person["code"], "institution": "INSPE" if person["side"] == "rectorat" else "RECT",
                           "share": (50, 50, 25)[rank % 3], "from": f"{YEARS[rank % 3 == 2]}-09-01", "to": "2027-08-31" if rank % 2 else ""})


def tell_availability(made):
    """Some never come on one day of the week; a few are away for a while, or say when they can come."""
    crowd = [p for p in made.field + made.academics if not p.get("shared")]
    for rank, person in enumerate(crowd[::11]):
        weekday = rank % 5
        made.away[person["code"]] = (weekday,)
        made.availability.append({"person": person["code"], "kind": "unavailable", "weekday": weekday + 1, "remarks": ""})
    for person, first, last, remarks in ((crowd[5], "2027-01-11", "2027-03-05", "Congé de formation"), (crowd[44], "2027-02-01", "2027-06-30", "Délégation"),
                                         (crowd[150], "2027-01-04", "2027-02-12", "")):
        made.availability.append({"person": person["code"], "kind": "unavailable", "weekday": "", "from": first, "to": last, "remarks": remarks})
        made.busy.update((person["code"], d) for d in made.days[2026] if first <= d.isoformat() <= last)
    made.choosy = [p["code"] for p in crowd[8::37]]


def tell_available_days(made):
    """Once the lines are made: a few said on which days they can come, and came on those. Whoever came once all year was not asked."""
    first, last = "2026-09-01", "2027-06-30"
    for person in made.choosy:
        days = {line["date"] for line in made.lines if line["person"] == person and "corrects" not in line and first <= line["date"].isoformat() <= last}
        for weekday in sorted({day.weekday() for day in days}) if len(days) > 1 else [2]:
            made.availability.append({"person": person, "kind": "available", "weekday": weekday + 1, "from": first, "to": last, "remarks": "Emploi du temps de l’année"})


def move_people(made, pole):
    """Two who sit nowhere: one left the academy in summer, the other became an inspector. Their homes have dates."""
    idle = [p for p in reversed(pole.people) if p["corps"] and p["code"] not in made.seated]
    gone = next(p for p in idle if p["corps"] == "formateur académique")
    moved = next(p for p in idle if p["corps"] == "MCF" and p["institution"] == "INSPE")
    for person, institution, first, last in ((gone, gone["institution"], "", "2026-08-31"), (moved, "INSPE", "", "2025-08-31"), (moved, "RECT", "2025-09-01", "")):
        made.affiliations.append({"person": person["code"], "institution": institution, "side": "university" if institution == "INSPE" else "rectorat",
                                  "from": first, "to": last})
    made.gone, made.moved, made.left = gone, moved, {gone["code"], moved["code"]}
    for person in (gone, moved):
        person["institution"] = person["side"] = ""
    made.field = [p for p in made.field if p is not gone]
    made.academics = [p for p in made.academics if p is not moved]


# ---- what they come for ----

def give_sessions(made, request, speakers, wanted, year, host, pick):
    """Sessions until the hours wanted are reached, each on a free day; the request then asks for what they add up to."""
    lengths, given, wanted = LENGTHS[request["side"]], [], round(wanted / 15) * 15
    while wanted > 30:
        minutes = min(made.random.choice(lengths), max(45, wanted))
        person = made.random.choice(speakers)
        day = made.free_day(person, year)
        if day is None:
            continue
        given.append(made.line(person, day, request["side"], host(), minutes, requested=minutes, request=request, **pick()))
        wanted -= minutes
    days = [line["date"] for line in given]
    request.update(minutes=sum(line["requested"] for line in given), start=min(days), end=max(days), state=state_of(given, year))


def state_of(lines, year):
    if year == CLOSED:
        return "closed"
    if all("certified" in line for line in lines):
        return "certified"
    return "done" if all("done" in line for line in lines) else "confirmed"


def ask_for_initial_training(made, year):
    asked = {c: offer.POTENTIAL[c] * part * made.random.uniform(0.8, 1.2) for c, part in offer.ASKED.items() if year > YEARS[0] or made.random.random() > 0.1}
    scale = HOURS[year][1] * 60 / sum(asked.values())
    for rank, (course, part) in enumerate(asked.items()):
        units = [u for u in made.units if u["course"] == course and u["open"] == "yes" and u.get("from", "") <= f"{year}-09-01" < u.get("to", "9")]
        one = len(made.components(course)) == 1
        name = next(c[2] for c in places.COURSES if c[1] == course)
        request = made.request(
            side="FI", **{"from": made.components(course)[0]}, unit=units[0]["code"] if one else "", scope="" if one else "meef",
            subject=f"Interventions de terrain, parcours {name}, {year}-{year + 1}", received=working_day(year, 6, rank), level="M1" if rank % 3 else "M1, M2",
            place="Campus Inspé de Valmer" if made.components(course)[0] == "INSPE" else "Campus des lettres", route="direct")
        mine = units[:1] if one else units

        def pick():
            unit = made.random.choices(mine, [u["minutes"] for u in mine])[0]
            return {"unit": unit["code"], "kind": unit["kind"]}

        give_sessions(made, request, field_speakers(made, course, rank), part * scale, year, lambda: made.random.choice(made.components(course)), pick)


def ask_for_continuing_training(made, year):
    schemes = [s for s in offer.SCHEMES if offer.FIRST_YEAR.get(s[0], 0) <= year]
    scale = HOURS[year][0] * 60 / sum(s[4] for s in schemes)
    for rank, (code, name, family, lead, part, _conditions) in enumerate(schemes):
        hosts = {"FIL-ECOLES": ("DSDEN-96", "DSDEN-97"), "FIL-BASSINS": ("LYC-BREZILHAC", "CLG-VILLARGUES", "LYC-VALMER")}.get(code, ("RECT",))
        collective = lead == "pole" or code == "FORMATEURS"
        request = made.request(
            side="FC", **{"from": hosts[0]}, scheme=code, subject=f"{name}, {year}-{year + 1}", received=working_day(year, 6, 6 + rank), level="titulaires",
            place="Rectorat" if hosts == ("RECT",) else "", complex="yes" if collective else "", route="collective" if collective else "direct",
            resource="Collectif disciplinaire" if collective else "")
        give_sessions(made, request, academic_speakers(made, code, rank), part * scale, year, lambda: made.random.choice(hosts), lambda: {"scheme": code})


def ask_for_more(made):
    """What came in this autumn, or was refused; who is named already has a session planned."""
    for rank, (state, side, what, subject, wanted, received, start, end, complexity, route, resource, reason) in enumerate(offer.OPEN_REQUESTS):
        unit = next((u for u in made.units if u["code"] == what), None)
        requester = made.components(unit["course"])[0] if unit else "INSPE" if side == "FI" else "RECT"
        request = made.request(side=side, **{"from": requester}, subject=subject, minutes=minutes_of(wanted), state=state, complex=complexity,
                               route=route, resource=resource, reason=reason, received=received, start=start, end=end)
        request["unit" if side == "FI" else "scheme"] = what
        if side == "FI" and not what:
            request["scope"] = "other"
        if state == "received":
            request["coordinator"] = ""
        if state != "staffed":
            continue
        first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
        speakers = field_speakers(made, unit["course"], rank) if unit else academic_speakers(made, what, rank)
        left = request["minutes"]
        while left:
            minutes, person = min(left, 120), made.random.choice(speakers)
            day = made.free_day(person, 2026, first, last)
            if day:
                made.line(person, day, side, requester, minutes, requested=minutes, request=request,
                          **({"unit": what, "kind": unit["kind"]} if unit else {"scheme": what}))
                left -= minutes


def work_shared_time(made):
    """Weekly sessions of those whose post is shared: no request, outside the balance."""
    for post in made.posts:
        person, units = made.people[post["person"]], [u for u in made.units if u["course"] in ("1D-PE", "EE-CPE", "2D-EPS", "2D-MATHS") and u["open"] == "yes"]
        for year in YEARS:
            if f"{year}-09-01" < post["from"]:
                continue
            for _session in range(13):
                day = made.free_day(person, year)
                unit = made.random.choice([u for u in units if u.get("from", "") <= day.isoformat() <= u.get("to", "9")])
                what = {"unit": unit["code"], "kind": unit["kind"]} if person["side"] == "rectorat" else {"scheme": "FORMATEURS"}
                made.line(person, day, "FI" if person["side"] == "rectorat" else "FC", post["institution"], made.random.choice((120, 120, 180)), shared_time="yes", **what)
