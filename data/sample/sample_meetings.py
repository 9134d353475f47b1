# SPDX-License-Identifier: GPL-3.0-or-later
"""The meetings of the sample's councils and what they dealt with: nothing here is left to chance, so that no other table moves."""
import sample_places as places

# Councils meet on one of three days in autumn and in spring; sub-councils afterwards, when their council has met.
AUTUMN = {2025: ("2025-10-08", "2025-10-14", "2025-10-16"), 2026: ("2026-10-07", "2026-10-13", "2026-10-15")}
SPRING = {2025: ("2026-03-10", "2026-03-17", "2026-03-19"), 2026: ("2027-03-09", "2027-03-16", "2027-03-18")}
SITE_DAYS = {2025: "2025-11-19", 2026: "2026-11-04"}
TODAY = "2026-11-21"
POSTPONED = 9  # its spring meeting of 2026 was cancelled, and held on another day
POSTPONED_TO = "2026-04-02"
STEERING = ("2025-12-03", "2026-05-27", "2026-10-21")
ROOMS = ("salle des conseils", "salle B 104", "amphithéâtre C")

AUTUMN_ITEMS = (
    ("Calendrier prévisionnel des réunions de l’année", "general", "adopted", ""),
    ("Bilan de la rentrée : effectifs, emplois du temps, services", "general", "discussed", ""))
AUTUMN_EXTRA = (
    ("Organisation des stages d’observation et de pratique accompagnée", "general", "discussed", ""),
    ("Articulation des mémoires et de l’alternance", "general", "discussed", ""),
    ("Résultats de l’enquête de l’observatoire des formations", "general", "discussed", ""))
SPRING_ITEMS = (
    ("Évaluation de l’exécution du plan de formation", "general", "discussed", ""),
    ("Recommandations sur l’évolution du plan de formation", "general", "adopted", "CCI, OAF, COSP, CI"))
SPRING_EXTRA = (
    ("Modalités de contrôle des connaissances de l’année suivante", "general", "adopted", "COSP"),
    ("Place de la recherche dans le parcours", "general", "discussed", ""),
    ("Accueil des stagiaires dans les établissements partenaires", "general", "discussed", ""))
GUEST_ITEM = ("Partenariat culturel : présentation par la personne invitée", "general", "discussed", "")
SITE_ITEMS = (
    ("Emploi du temps et salles du site", "local", "adopted", ""),
    ("Accueil des stagiaires dans les écoles et établissements voisins", "local", "adopted", ""),
    ("Contribution du site à l’évaluation du plan de formation", "general", "discussed", ""))
STEERING_ITEMS = (
    ("Bilan des échanges de service entre formation initiale et formation continue", "", "discussed", ""),
    ("Priorités et éléments de cadrage des entités", "", "adopted", ""))


class Meetings:
    def __init__(self):
        self.meetings = []
        self.items = []

    def add(self, body, day, title, place, items, state="held"):
        code = f"{body}/{day}"
        self.meetings.append({"code": code, "body": body, "date": day, "title": title, "place": place, "state": state})
        for position, (subject, scope, outcome, advice) in enumerate(items, start=1):
            self.items.append({"meeting": code, "position": position, "title": subject, "scope": scope, "outcome": outcome, "advice_to": advice})


def guest_day(number):
    """The spring meeting of a council with an occasional guest is the one to which that person came."""
    return next((day for council, _home, day in places.OCCASIONAL_GUESTS if council == number), None)


def add_council(made, number):
    body, room = f"CPER-{number:02d}", f"Campus Inspé de Valmer, {ROOMS[number % len(ROOMS)]}"
    for year in AUTUMN:
        made.add(body, AUTUMN[year][number % 3], "Rentrée et calendrier de l’année", room, AUTUMN_ITEMS + AUTUMN_EXTRA[number % 3:][:1])
        day, items = SPRING[year][number % 3], SPRING_ITEMS + SPRING_EXTRA[number % 3:][:1]
        if year == 2025 and guest_day(number):
            day, items = guest_day(number), items + (GUEST_ITEM,)
        if day > TODAY:
            made.add(body, day, "Évaluation et évolution de la formation", room, (), "planned")
        elif number == POSTPONED:
            made.add(body, day, "Évaluation et évolution de la formation", room, (), "cancelled")
            made.add(body, POSTPONED_TO, "Évaluation et évolution de la formation", room, items)
        else:
            made.add(body, day, "Évaluation et évolution de la formation", room, items)


def make():
    made = Meetings()
    for number in places.COUNCILS:
        add_council(made, number)
        for _site, suffix, town, _school in places.SITE_COUNCILS.get(number, ()):
            for day in SITE_DAYS.values():
                made.add(f"CPER-{number:02d}-{suffix}", day, "Organisation locale de la formation", f"Campus Inspé de {town}", SITE_ITEMS)
    for day in STEERING:
        made.add("COPIL", day, "", "Rectorat de l’académie de Valmer", STEERING_ITEMS)
    made.meetings.sort(key=lambda m: m["code"])
    made.items.sort(key=lambda i: (i["meeting"], i["position"]))
    return made
