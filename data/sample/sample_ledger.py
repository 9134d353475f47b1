# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample's exchanges put together: what contradicts a rule, what was corrected, the year that is closed, and the tables."""
import datetime

import sample_exchanges as exchanges
import sample_offer as offer
import sample_places as places
from sample_exchanges import hours

# family of X-10, how many: preparation for internal competitions (FC), habits of the faculties in initial training (FI)
DIRECT = {"FC": 18, "FI": 22}
FACULTIES = {"FLLA": "2D-LETMOD", "FSCI": "2D-MATHS", "FSHS": "2D-HG", "FSS": "2D-EPS", "FEG": "2D-SES"}
HOST_PAYS, NOT_IN_SERVICE, CONFLICTS = 3, 6, 4
# Lines corrected afterwards: academic year of the line, part taken away (all of it, or half an hour), day of the counter-entry, reason.
CORRECTIONS = (
    (2024, None, "2025-10-06", "Séance comptée deux fois"),
    (2024, 30, "2025-11-17", "Durée réelle : une demi-heure de moins"),
    (2025, None, "2026-10-12", "Séance annulée, certifiée par erreur"),
    (2025, 30, "2026-11-02", "Durée réelle : une demi-heure de moins"))


def contract_directly(made):
    """Interventions for which the host made a contract itself, against the rules of the Pôle."""
    lecturers = [p for p in made.academics if p["corps"] in ("PU", "PRAG") and not p.get("shared")]
    teachers = [p for p in made.field if p["corps"] == "professeur certifié" and not p.get("shared")]
    for rank in range(DIRECT["FC"]):
        person, year = lecturers[rank * 3 % len(lecturers)], exchanges.YEARS[rank % 3]
        day = made.free_day(person, year, last=exchanges.DONE_UNTIL)
        made.line(person, day, "FC", "RECT", (180, 120, 360)[rank % 3], scheme=("CONCOURS-AGREG", "CONCOURS-CAPES")[rank % 2],
                  direct_contract="yes", subject="Préparation aux concours internes")
    for rank in range(DIRECT["FI"]):
        faculty = list(FACULTIES)[rank % len(FACULTIES)]
        person, year = teachers[rank * 2 % len(teachers)], exchanges.YEARS[rank % 3]
        day = made.free_day(person, year, last=exchanges.DONE_UNTIL)
        made.line(person, day, "FI", faculty, (120, 90, 180)[rank % 3], unit=FACULTIES[faculty] + "-UE2", kind="tutorial",
                  direct_contract="yes", subject="Vacation de la faculté")


def of_year(made, year, side):
    """Ordinary lines of a year, done, in order."""
    return [line for line in made.lines if exchanges.academic_year(line["date"]) == year and line["side"] == side and line.get("done")
            and not line.get("direct_contract") and not line.get("shared_time")]


def contradict(made):
    """Payers that are hosts, hours outside the service, two places at once (one of them explained), lines without a side, hours at home."""
    for line in of_year(made, 2026, "FI")[7:][::60][:HOST_PAYS]:
        line["payer"] = line["host"]
    clairance = [line for year in exchanges.YEARS for line in of_year(made, year, "FC") if made.people[line["person"]]["institution"] == "UPC"]
    for line in clairance[::-7][:NOT_IN_SERVICE]:
        line["in_service"] = "no"
    for rank, line in enumerate([n for n in of_year(made, 2026, "FI") if n["from"] == "14:00"][4::9][:CONFLICTS]):
        other = dict(line, host="UPC" if line["host"] != "UPC" else "INSPE", **{"from": "14:30", "to": exchanges.clock("14:30", line["planned"])})
        other["override"] = "Visite de stage : les deux groupes sont dans le même établissement" if rank == CONFLICTS - 1 else ""
        made.lines.append(other)
    for side, host, what in (("FI", "INSPE", {"unit": "1D-PE-UE3"}), ("FI", "FSHS", {"unit": "2D-HG-UE1"})):
        day = made.free_day(made.gone, 2026, datetime.date(2026, 10, 5), datetime.date(2026, 11, 10))
        made.line(made.gone, day, side, host, 120, request=any_request(made, side), requested=120, **what)
    for rank, day in enumerate((datetime.date(2025, 3, 12), datetime.date(2026, 3, 11))):
        # The same person gave FC for the university, then FI for the academy.
        side, host, what = (("FC", "RECT", {"scheme": "FORMATEURS"}), ("FI", "INSPE", {"unit": "PIF-RF-UE1"}))[rank]
        made.line(made.moved, day, side, host, 180, request=any_request(made, side, exchanges.YEARS[rank]), requested=180, **what)
    lecturer = made.academics[20]
    day = made.free_day(lecturer, 2026, last=exchanges.DONE_UNTIL)
    made.line(lecturer, day, "FI", "FSHS", 90, unit="2D-HG-UE1", requested=90, request=any_request(made, "FI"), subject="Heure donnée par une enseignante du supérieur")


def any_request(made, side, year=2026):
    return next(r for r in made.requests if r["side"] == side and r["state"] in ("confirmed", "done", "certified", "closed")
                and r["start"] >= datetime.date(year, 9, 1))


def correct(made):
    """Counter-entries: what was certified stays, and is taken back by a later line."""
    for year, part, day, reason in CORRECTIONS:
        line = next(n for n in of_year(made, year, "FC" if part else "FI")[50:] if n.get("certified", 0) >= 90 and not n.get("corrected"))
        line["corrected"] = True
        back = {"date": datetime.date.fromisoformat(day), "corrects": line, "subject": reason}
        back.update({key: line[key] for key in ("person", "side", "host", "unit", "scheme", "kind", "request") if key in line})
        back.update({key: -(part or line[key]) for key in ("planned", "done", "certified")})
        made.lines.append(back)


def count_requests(made):
    """A request asks for what its lines add up to."""
    for request in made.requests:
        mine = [line["requested"] for line in made.lines if line.get("request") is request and "requested" in line]
        if mine:
            request["minutes"] = sum(mine)


def number(rows, prefix, day_of, width):
    """Codes in order of their dates within the academic year, as the program gives them."""
    counts = {}
    for row in rows:
        year = exchanges.academic_year(day_of(row))
        counts[year] = counts.get(year, 0) + 1
        row["code"] = f"{prefix}-{year}-{counts[year]:0{width}d}"


def close(made):
    """The first year is closed with what was certified: FC by the university less FI by the rectorat."""
    total = sum(line.get("certified", 0) * (1 if line["side"] == "FC" else -1) for line in made.lines if counts(made, line, exchanges.CLOSED))
    made.closings.append({"year": exchanges.CLOSED, "date": "2025-09-30", "balance": hours(total), "carried": hours(total),
                          "remarks": "Arrêté par les deux responsables du Pôle"})


def side_of(made, line):
    """Of the person on the day."""
    for row in made.affiliations:
        if row["person"] == line["person"] and row["from"] <= line["date"].isoformat() <= (row["to"] or "9"):
            return row["side"]
    return made.people[line["person"]]["side"]


def counts(made, line, year):
    """Whether a line of the year is in the balance."""
    return (exchanges.academic_year(line["date"]) == year and not line.get("shared_time") and not line.get("direct_contract")
            and side_of(made, line) == {"FC": "university", "FI": "rectorat"}[line["side"]])


def as_line(line):
    row = {key: line.get(key, "") for key in exchanges.LINE}
    row.update({key: hours(line.get(key)) for key in ("requested", "planned", "done", "certified")})
    row["request"] = line["request"]["code"] if "request" in line else ""
    row["corrects"] = line["corrects"]["code"] if "corrects" in line else ""
    return row


def make(pole):
    made = exchanges.Exchanges(pole)
    exchanges.move_people(made, pole)
    exchanges.share_posts(made)
    exchanges.tell_availability(made)
    for year in exchanges.YEARS:
        exchanges.ask_for_initial_training(made, year)
        exchanges.ask_for_continuing_training(made, year)
    exchanges.ask_for_more(made)
    exchanges.work_shared_time(made)
    contract_directly(made)
    contradict(made)
    correct(made)
    exchanges.tell_available_days(made)
    count_requests(made)
    made.requests.sort(key=lambda r: (str(r["received"]), r["side"], r["subject"]))
    number(made.requests, "D", lambda r: datetime.date.fromisoformat(str(r["received"])), 3)
    made.lines.sort(key=lambda n: (n["date"], n["person"], n.get("from", ""), n["host"]))
    number(made.lines, "I", lambda n: n["date"], 5)
    close(made)
    return made


def tables(made):
    """File name, columns and rows of what the exchanges add, in the order of their import."""
    yield "affiliations", "person institution side from to", made.affiliations
    yield "units", "code course name hours open conditions from to", [dict(u, hours=hours(u["minutes"])) for u in made.units]
    yield "schemes", "code name family lead conditions", [dict(zip(("code", "name", "family", "lead", "part", "conditions"), s)) for s in offer.SCHEMES]
    yield ("requests", "code from side unit scheme subject minutes received start end place level complex route resource state reason scope coordinator",
           made.requests)
    yield "interventions", " ".join(exchanges.LINE), [as_line(line) for line in made.lines]
    yield "closings", "year date balance carried remarks", made.closings
    yield "shared-posts", "person institution share from to", made.posts
    yield "availability", "person kind weekday from to remarks", made.availability
    yield "agreements", "institution answer date reference", [dict(zip(("institution", "answer", "date", "reference"), row)) for row in offer.AGREEMENTS]
