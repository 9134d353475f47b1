# SPDX-License-Identifier: GPL-3.0-or-later
"""What the made-up Pôle exchanges hours about: teaching units of the courses, schemes of the training plan, agreements, words."""
import sample_places as places

# Hours of initial training that the units of a course offer in a year, together.
POTENTIAL = {
    "1D-PE": 930, "1D-LANGUES": 230, "2D-LETMOD": 260, "2D-LETCLA": 95, "2D-ESP": 190, "2D-ITA": 85, "2D-ANG": 290, "2D-ALL": 110,
    "2D-ARA": 70, "2D-CHI": 70, "2D-HG": 270, "2D-ARTPLA": 150, "2D-MUSIQUE": 135, "2D-MATHS": 300, "2D-PC": 240, "2D-SVT": 230,
    "2D-PLP-LHG": 170, "2D-PLP-MPC": 150, "2D-PLP-LVE": 120, "2D-SES": 150, "2D-PHILO": 95, "2D-DOC": 160, "2D-EPS": 330, "2D-BGB": 100,
    "2D-STMS": 105, "2D-ECOGEST": 165, "2D-PLP-GA": 110, "SEF-RECHERCHE": 120, "2D-SII": 140, "2D-PLP-GI": 115, "EE-CPE": 280, "PIF-ASH": 200,
    "PIF-RF": 150, "PIF-IP": 140, "LP-REDACTION": 130}

# The part of its potential that a course asks of the rectorat's people, in hundredths; the others ask for nothing.
ASKED = {
    "1D-PE": 33, "1D-LANGUES": 30, "2D-LETMOD": 34, "2D-ESP": 28, "2D-ANG": 42, "2D-HG": 40, "2D-ARTPLA": 30, "2D-MATHS": 45, "2D-PC": 22,
    "2D-SVT": 36, "2D-PLP-LHG": 38, "2D-PLP-MPC": 44, "2D-PLP-LVE": 18, "2D-SES": 40, "2D-DOC": 30, "2D-EPS": 48, "2D-ECOGEST": 26,
    "2D-PLP-GA": 35, "2D-SII": 32, "2D-PLP-GI": 37, "EE-CPE": 46, "PIF-ASH": 50, "PIF-RF": 34, "PIF-IP": 24, "2D-ARA": 20}

# suffix, name, share of the course's hours, kind of its teaching
UNITS = (
    ("UE1", "Didactique et épistémologie", 30, "tutorial"),
    ("UE2", "Préparation aux épreuves du concours", 26, "tutorial"),
    ("UE3", "Analyse de pratiques et suivi de stage", 22, "practical"),
    ("UE4", "Contexte d’exercice du métier", 12, "lecture"),
    ("UE5", "Initiation à la recherche et mémoire", 10, "tutorial"))
# Three units are not open to field trainers, and say why; one stopped, another took its place.
CLOSED = {
    "2D-PHILO-UE5": "Encadrement de mémoires réservé aux membres de l’unité de recherche",
    "SEF-RECHERCHE-UE1": "Séminaire doctoral : intervention d’enseignants-chercheurs seulement",
    "2D-BGB-UE2": "Travaux pratiques en zone à accès réglementé"}
CONDITIONS = {
    "1D-PE-UE3": "Co-animation par un·e PEMF et un·e enseignant·e de l’Inspé",
    "2D-EPS-UE3": "Qualification au sauvetage aquatique demandée pour la natation",
    "PIF-ASH-UE1": "CAPPEI ou 2CA-SH demandé"}
REPLACED_UNIT = ("EE-CPE-UE4", "2025-08-31", "EE-CPE-UE6", "2025-09-01", "Climat scolaire et contexte d’exercice")

# code, name, family, lead, hundredths of the hours of continuing training, conditions
SCHEMES = (
    ("FIL-ECOLES", "Formations d’initiative locale des écoles", "FIL", "rectorat", 7, ""),
    ("FIL-BASSINS", "Formations d’initiative locale des bassins", "FIL", "rectorat", 9, ""),
    ("FIL-LIAISON", "Formations d’initiative locale de la liaison école-collège", "FIL", "rectorat", 5, ""),
    ("ALD-LANGUES", "Actions locales disciplinaires, langues vivantes", "ALD", "pole", 7, ""),
    ("ALD-LETTRES", "Actions locales disciplinaires, lettres, arts et sciences humaines", "ALD", "pole", 7, ""),
    ("ALD-SCIENCES", "Actions locales disciplinaires, mathématiques et sciences", "ALD", "pole", 9, ""),
    ("ALD-EPS", "Actions locales disciplinaires, éducation physique et sportive", "ALD", "rectorat", 3, ""),
    ("ALP-PRIORITAIRE", "Actions locales prioritaires de l’éducation prioritaire", "ALP", "rectorat", 8, ""),
    ("ALP-INCLUSION", "Actions locales prioritaires de l’école inclusive", "ALP", "rectorat", 7, ""),
    ("ALP-NUMERIQUE", "Actions locales prioritaires du numérique éducatif", "ALP", "rectorat", 5, ""),
    ("AED-PREPRO", "Suivi des assistant·es d’éducation en préprofessionnalisation", "AED", "pole", 6, ""),
    ("CONCOURS-CAPES", "Préparation aux concours internes du second degré", "COMPETITION", "rectorat", 6, ""),
    ("CONCOURS-AGREG", "Préparation à l’agrégation interne", "COMPETITION", "rectorat", 8, "Service d’enseignant-chercheur ou de PRAG"),
    ("CONCOURS-DIRECTION", "Préparation au concours de personnel de direction", "COMPETITION", "rectorat", 2, ""),
    ("NEO-TITULAIRES", "Accompagnement des néo-titulaires", "", "rectorat", 4, ""),
    ("FORMATEURS", "Formation de formateurs et certifications", "", "rectorat", 5, "Trinôme avec un collectif du Pôle"),
    ("VALEURS", "Valeurs de la République et laïcité", "", "rectorat", 2, ""))
# What a scheme is about: a lecturer's discipline begins with one of these words; without an entry anybody may come.
FIELDS = {
    "FIL-ECOLES": ("enseignement", "didactique"), "FIL-LIAISON": ("enseignement", "mathématiques", "lettres"),
    "ALD-LANGUES": ("langues", "anglais", "allemand", "arabe", "chinois", "espagnol", "italien"),
    "ALD-LETTRES": ("lettres", "arts", "éducation musicale", "histoire", "philosophie", "documentation"),
    "ALD-SCIENCES": ("mathématiques", "physique", "sciences de la vie", "sciences industrielles", "biochimie", "sciences médico"),
    "ALD-EPS": ("éducation physique",), "ALP-INCLUSION": ("école inclusive", "sciences de l’éducation"),
    "ALP-NUMERIQUE": ("ingénierie", "formation", "documentation"), "FORMATEURS": ("formation", "sciences de l’éducation", "ingénierie")}
# A scheme was not yet there in the first year, two came in the second.
FIRST_YEAR = {"ALP-NUMERIQUE": 2025, "VALEURS": 2025, "CONCOURS-DIRECTION": 2026}

# institution, answer, date, reference
AGREEMENTS = (
    ("UV", "accepted", "2024-07-04", "Conseil d’administration du 4 juillet 2024, délibération 12"),
    ("UPC", "pending", "", ""))

# What is still open, or was refused: state, side, unit or scheme, subject, hours, received, start, end, complex, route, resource, reason.
# A request for initial training that names no unit: why it belongs to the Pôle, or nothing when it does not.
OPEN_REQUESTS = (
    ("received", "FI", "2D-PC-UE3", "Analyse de pratiques : accueil en laboratoire de lycée", "18h", "2026-10-19", "2027-01-11", "2027-03-19", "", "", "", ""),
    ("received", "FC", "ALP-INCLUSION", "Troubles du neurodéveloppement : apports de la recherche", "24h", "2026-10-26", "2027-01-18", "2027-05-28", "", "", "", ""),
    ("received", "FI", "2D-ESP-UE2", "Oraux blancs du concours", "12h", "2026-11-02", "2027-02-01", "2027-03-12", "", "", "", ""),
    ("received", "FC", "FIL-BASSINS", "Évaluer par compétences en sixième", "9h", "2026-11-12", "2027-01-25", "2027-02-26", "", "", "", ""),
    ("received", "FI", "", "Conférence pour les étudiants de licence professionnelle", "3h", "2026-11-16", "2027-02-08", "2027-02-08", "", "", "", ""),
    ("received", "FC", "VALEURS", "Laïcité : étude de situations", "6h", "2026-11-19", "2027-03-08", "2027-03-26", "", "", "", ""),
    ("qualified", "FC", "FORMATEURS", "Ingénierie d’un parcours de formation hybride", "30h", "2026-10-12", "2027-01-04", "2027-06-11", "yes", "", "", ""),
    ("qualified", "FI", "1D-LANGUES-UE1", "Enseigner une langue dès l’école maternelle", "21h", "2026-11-04", "2027-01-11", "2027-04-02", "", "", "", ""),
    ("qualified", "FC", "ALD-SCIENCES", "Modélisation et simulation en terminale", "12h", "2026-11-09", "2027-02-22", "2027-04-09", "", "", "", ""),
    ("qualified", "FI", "SEF-RECHERCHE-UE2", "Terrain d’enquête : entretiens en établissement", "15h", "2026-11-10", "2027-01-18", "2027-03-26", "", "", "", ""),
    ("routed", "FC", "ALP-PRIORITAIRE", "Recherche collaborative sur la compréhension en lecture", "36h", "2026-10-05", "2027-01-11", "2027-06-18", "yes", "cell", "Cellule recherche/terrain", ""),
    ("routed", "FI", "PIF-ASH-UE1", "Adapter un support : atelier avec des enseignants spécialisés", "18h", "2026-10-15", "2027-01-18", "2027-03-19", "yes", "collective", "Collectif école inclusive", ""),
    ("routed", "FC", "ALD-LANGUES", "Interaction orale et médiation", "15h", "2026-10-28", "2027-02-01", "2027-05-14", "", "direct", "", ""),
    ("routed", "FC", "FIL-ECOLES", "Résoudre des problèmes au cycle 3", "12h", "2026-11-03", "2027-01-25", "2027-04-30", "yes", "direct", "", ""),
    ("routed", "FI", "2D-DOC-UE4", "Vie d’un centre de documentation : visites commentées", "9h", "2026-11-06", "2027-03-01", "2027-03-31", "", "direct", "", ""),
    ("staffed", "FI", "2D-ANG-UE2", "Oraux blancs du concours", "14h", "2026-10-08", "2027-03-08", "2027-04-02", "", "direct", "", ""),
    ("staffed", "FC", "FIL-LIAISON", "Continuité des apprentissages en mathématiques", "18h", "2026-10-13", "2027-01-18", "2027-05-21", "", "direct", "", ""),
    ("staffed", "FC", "ALP-NUMERIQUE", "Intelligence artificielle et évaluation", "12h", "2026-10-21", "2027-02-01", "2027-04-16", "yes", "collective", "Collectif numérique", ""),
    ("refused", "FC", "FIL-BASSINS", "Conférence d’ouverture d’une association", "2h", "2024-11-14", "2025-01-20", "2025-01-20", "", "", "", "La demande ne relève pas d’un dispositif du plan académique de formation."),
    ("refused", "FI", "2D-CHI-UE3", "Remplacement d’une vacation", "8h", "2025-02-10", "2025-03-03", "2025-03-28", "", "", "", "Aucune personne disponible à ces dates ; à présenter de nouveau à la rentrée."),
    ("refused", "FI", "2D-PHILO-UE5", "Encadrement de mémoires", "20h", "2025-10-06", "2025-11-17", "2026-03-27", "", "", "", "L’UE n’est pas ouverte aux formateurs de terrain."),
    ("refused", "FC", "CONCOURS-DIRECTION", "Jury blanc d’un organisme privé", "6h", "2026-10-01", "2026-11-09", "2026-11-13", "", "", "", "L’organisme demandeur n’est pas partenaire du Pôle."))


def quarter_hours(hours):
    return round(hours * 4) * 15


def make_units():
    """Each course has five units; its hours are theirs, in quarters of an hour."""
    rows = []
    for _number, course, *_rest in places.COURSES:
        discipline = next(c[8] for c in places.COURSES if c[1] == course)
        left = POTENTIAL[course] * 60
        for suffix, name, share, kind in UNITS:
            code = f"{course}-{suffix}"
            minutes = left if suffix == "UE5" else quarter_hours(POTENTIAL[course] * share / 100)
            left -= minutes
            rows.append({"code": code, "course": course, "name": f"{name} : {discipline}" if suffix == "UE1" else name, "minutes": minutes,
                         "open": "no" if code in CLOSED else "yes", "conditions": CLOSED.get(code, CONDITIONS.get(code, "")), "kind": kind})
    old, last, new, first, name = REPLACED_UNIT
    row = next(r for r in rows if r["code"] == old)
    rows.append(dict(row, code=new, name=name, **{"from": first}))
    row["to"] = last
    return sorted(rows, key=lambda r: r["code"])
