# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the sample's rows to what it promises: the rules of the statute, counted here a second time and independently of the program."""
import collections
import datetime

COUNTED = ("mention-head", "course-head", "deputy", "teacher", "employer", "profession", "student")
RANGES = {"mention-head": (1, 1), "course-head": (1, 17), "deputy": (0, 17), "teacher": (1, 5), "employer": (1, 2), "profession": (1, 2),
          "student": (2, 4)}
# In the first academic year one council is unlawful, in the second five are, each in another way.
UNLAWFUL = {
    2025: {"CPER-11": {"CPER-NO-DECISION"}},
    2026: {
        "CPER-05": {"CPER-CHAIR-NOT-EMPLOYER"},
        "CPER-08": {"CPER-STUDENT-MIN"},
        "CPER-11": {"CPER-NO-DECISION"},
        "CPER-14": {"CPER-TEACHER-NOT-INVOLVED"},
        "CPER-15": {"CPER-TEACHER-MAX"},
    },
}


def days(year):
    """One day of each week of an academic year, its first and its last."""
    day, end = datetime.date(year, 9, 1), datetime.date(year + 1, 8, 31)
    while day < end:
        yield day.isoformat()
        day += datetime.timedelta(days=7)
    yield end.isoformat()


class Sample:
    """The tables by name, with the look-ups that the rules need."""

    def __init__(self, tables):
        self.tables = tables
        self.people = {p["code"]: p for p in tables["people"]}
        self.institutions = {i["code"]: i for i in tables["institutions"]}
        self.mentions = {m["code"]: m for m in tables["mentions"]}
        self.teaching = {tuple(t.values()) for t in tables["teaching"]}
        self.enrolments = {tuple(e.values()) for e in tables["enrolments"]}

    def decided(self, body, kind, day):
        """The dates of the decisions of a kind about a body until a day, in order."""
        return sorted(d["date"] for d in self.tables["decisions"] if (d["body"], d["kind"]) == (body["code"], kind) and d["date"] <= day)

    def courses(self, body):
        codes, mentions = split(body["courses"]), split(body["mentions"])
        return [c for c in self.tables["courses"] if c["code"] in codes or c["mention"] in mentions]

    def seats(self, body, day):
        return [m for m in self.tables["mandates"] if m["body"] == body["code"] and m["from"] <= day and (not m["to"] or day <= m["to"])]


def split(text):
    return [word for word in text.split(",") if word]


def counts(seats):
    people = collections.defaultdict(set)
    for seat in seats:
        people[seat["category"]].add(seat["person"])
    return people


def check_numbers(people):
    members = set().union(*(people[c] for c in COUNTED))
    if len(members) < 9:
        yield "CPER-TOTAL-MIN"
    if len(members) > 17:
        yield "CPER-TOTAL-MAX"
    for category, (low, high) in RANGES.items():
        if len(people[category]) < low:
            yield f"CPER-{category.upper()}-MIN"
        if len(people[category]) > high:
            yield f"CPER-{category.upper()}-MAX"
    for person in members:
        held = {c for c in COUNTED if person in people[c]}
        if len(held) > 1 and held != {"mention-head", "course-head"}:
            yield "CPER-DOUBLE-CAPACITY"
    if members & (people["guest-permanent"] | people["guest-occasional"]):
        yield "CPER-GUEST-IS-MEMBER"


def check_people(sample, body, seats, people, day):
    courses = sample.courses(body)
    year = str(int(day[:4]) - (day[5:] < "09-01"))
    for mention in {c["mention"] for c in courses}:
        heads = {sample.mentions[mention]["head"], sample.mentions[mention]["head_deputy"]}
        if len(heads & people["mention-head"]) != 1:
            yield "CPER-MENTION-HEAD-MISSING"
    for course in courses:
        if course["head"] not in people["course-head"]:
            yield "CPER-COURSE-HEAD-MISSING"
    if any(sample.people[p]["side"] != "university" for p in people["course-head"] | people["deputy"]):
        yield "CPER-AFFILIATION"
    for category, table, code in (("teacher", sample.teaching, "CPER-TEACHER-NOT-INVOLVED"),
                                  ("student", sample.enrolments, "CPER-STUDENT-NOT-ENROLLED")):
        if any(all((p, c["code"], year) not in table for c in courses) for p in people[category]):
            yield code
    engaged = {i for c in courses for i in split(c["components"])}
    if engaged - {s["institution"] for s in seats if s["category"] == "teacher"}:
        yield "CPER-COMPONENT-UNREPRESENTED"
    for seat in seats:
        if seat["category"] == "employer" and sample.institutions[seat["institution"]]["kind"] == "rectorat":
            if sample.people[seat["person"]]["corps"] not in ("IA-IPR", "IEN"):
                yield "CPER-ACADEMY-NOT-INSPECTOR"


def check_body(sample, body, seats, day):
    chairs = [s for s in seats if s["function"] == "chair"]
    if len(chairs) != 1:
        yield "CPER-CHAIR"
    if any(s["category"] != "employer" or s["represents_employer"] != "yes" for s in chairs):
        yield "CPER-CHAIR-NOT-EMPLOYER"
    decisions, proposals = sample.decided(body, "decision", day), sample.decided(body, "proposal", day)
    if not decisions:
        yield "CPER-NO-DECISION"
    elif len(proposals) < len(decisions) or any(d < p for p, d in zip(proposals, decisions)):
        yield "CPER-DECISION-ORDER"
    sites = {s for c in sample.courses(body) for s in split(c["sites"])}
    subs = [b["site"] for b in sample.tables["bodies"] if b["parent"] == body["code"]]
    if subs and (len(sites) < 2 or len(set(subs)) < len(subs) or not set(subs) <= sites):
        yield "CPER-SUB"


def council_findings(sample, body, day):
    seats = sample.seats(body, day)
    people = counts(seats)
    return {*check_numbers(people), *check_people(sample, body, seats, people, day), *check_body(sample, body, seats, day)}


def check_annex(sample, body, day):
    """The annex is not older than the last change of the composition."""
    changes = [m["from"] for m in sample.tables["mandates"] if m["body"] == body["code"] and m["from"] <= day]
    changes += [m["to"] for m in sample.tables["mandates"] if m["body"] == body["code"] and m["to"] and m["to"] < day]
    annexed = sample.decided(body, "annex", day)
    assert max(changes) <= annexed[-1] == body["annex_date"], (body["code"], changes, annexed)


def check_steering_committee(sample):
    seats = sample.seats({"code": "COPIL"}, "2026-11-21")
    assert {d["side"] for d in sample.tables["decisions"] if d["body"] == "COPIL"} == {"university", "rectorat"}
    sides = collections.Counter(sample.people[s["person"]]["side"] for s in seats)
    assert sides["university"] == sides["rectorat"] == len(seats) // 2, sides
    by_category = collections.defaultdict(list)
    for seat in seats:
        by_category[seat["category"]].append(sample.people[seat["person"]]["side"])
    for category in ("pole-head", "entity-coordination", "entity-collectives", "entity-placements", "entity-research"):
        assert sorted(by_category[category]) == ["rectorat", "university"], category
    for category, side in (("vpcefvu", "university"), ("parc-1d", "university"), ("parc-2d", "university"),
                           ("doyen-1d", "rectorat"), ("doyen-2d", "rectorat")):
        assert by_category[category] == [side], category


def check_mandates(sample):
    """No mandate overlaps another of the same person in the same seat; who is replaced left the day before."""
    held = collections.defaultdict(list)
    for mandate in sample.tables["mandates"]:
        assert not mandate["to"] or mandate["from"] <= mandate["to"], mandate
        held[mandate["body"], mandate["person"], mandate["category"]].append(mandate)
    for mandates in held.values():
        mandates.sort(key=lambda m: m["from"])
        assert all(a["to"] and a["to"] < b["from"] for a, b in zip(mandates, mandates[1:])), mandates
    for mandate in sample.tables["mandates"]:
        if mandate["replaces"]:
            left = held[mandate["body"], mandate["replaces"], mandate["category"]][-1]
            gap = datetime.date.fromisoformat(mandate["from"]) - datetime.date.fromisoformat(left["to"])
            assert gap.days == 1, mandate


def held(sample, body, year, day):
    """The meetings that a body held in an academic year until a day."""
    return [m for m in sample.tables["meetings"]
            if m["body"] == body and m["state"] == "held" and f"{year}-09-01" <= m["date"] <= min(day, f"{year + 1}-08-31")]


def check_meetings(sample):
    """Sub-councils stay within their site and follow their council; an occasional guest came to a meeting of the council, on its day."""
    meetings = {m["code"]: m for m in sample.tables["meetings"]}
    assert len(meetings) == len(sample.tables["meetings"])
    below = {b["code"]: b["parent"] for b in sample.tables["bodies"] if b["parent"]}
    for year in UNLAWFUL:
        for day in days(year):
            for body, parent in below.items():
                assert not held(sample, body, year, day) or held(sample, parent, year, day), (body, day)
    for item in sample.tables["items"]:
        if meetings[item["meeting"]]["body"] in below:
            assert not item["advice_to"] and (item["scope"], item["outcome"]) != ("general", "adopted"), item
    for mandate in sample.tables["mandates"]:
        assert bool(mandate["meeting"]) == (mandate["category"] == "guest-occasional"), mandate
        if mandate["meeting"]:
            meeting = meetings[mandate["meeting"]]
            assert (meeting["body"], meeting["date"], meeting["state"]) == (mandate["body"], mandate["from"], "held"), mandate


def check(tables):
    """Raises AssertionError with the row at fault when @tables (name to rows of text) are not what the sample promises."""
    sample = Sample(tables)
    assert len(tables["people"]) >= 400 and len(sample.people) == len(tables["people"])
    assert len({p["email"] for p in tables["people"]}) == len(tables["people"])
    councils = [b for b in tables["bodies"] if b["statute"] == "CPER"]
    assert len(councils) == 21
    attached = collections.Counter(c["code"] for b in councils for c in sample.courses(b))
    assert all(attached[c["code"]] == 1 for c in tables["courses"]), attached
    for body in councils:
        check_annex(sample, body, "2026-11-21")
        for year, unlawful in UNLAWFUL.items():
            for day in days(year):
                found = council_findings(sample, body, day)
                assert found == unlawful.get(body["code"], set()), (body["code"], day, found)
    assert len({b["parent"] for b in tables["bodies"] if b["parent"]}) == 2
    check_mandates(sample)
    check_meetings(sample)
    check_steering_committee(sample)
