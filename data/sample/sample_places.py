# SPDX-License-Identifier: GPL-3.0-or-later
"""The made-up Pôle: its institutions, sites, mentions, courses, and what each council is made of."""

# code, name, short name, kind, side, parent, UAI number (département + rank), SIREN rank; the keys are computed.
INSTITUTIONS = [
    ("UV", "Université de Valmer", "UV", "university", "university", "", "0961201", 101),
    ("INSPE", "Institut national supérieur du professorat et de l’éducation de Valmer", "Inspé", "inspe", "university", "UV", "0961202", None),
    ("FLLA", "Faculté des lettres, langues et arts", "FLLA", "component", "university", "UV", "0961203", None),
    ("FSCI", "Faculté des sciences", "FSCI", "component", "university", "UV", "0961204", None),
    ("FSHS", "Faculté des sciences humaines et sociales", "FSHS", "component", "university", "UV", "0961205", None),
    ("FEG", "Faculté d’économie et de gestion", "FEG", "component", "university", "UV", "0961206", None),
    ("FSS", "Faculté des sciences du sport", "FSS", "component", "university", "UV", "0961207", None),
    ("UPC", "Université de Port-Clairance", "UPC", "university", "university", "", "0971211", 102),
    ("RECT", "Rectorat de l’académie de Valmer", "Rectorat", "rectorat", "rectorat", "", "0961301", 103),
    ("DSDEN-96", "Direction des services départementaux de l’éducation nationale de la Haute-Clairance", "DSDEN 96", "rectorat", "rectorat", "RECT", "0961302", None),
    ("DSDEN-97", "Direction des services départementaux de l’éducation nationale du Val-d’Aurel", "DSDEN 97", "rectorat", "rectorat", "RECT", "0971303", None),
    ("EE-VIEUX-PORT", "École élémentaire du Vieux-Port", "", "school", "rectorat", "RECT", "0960101", None),
    ("EE-TILLEULS", "École élémentaire des Tilleuls", "", "school", "rectorat", "RECT", "0960102", None),
    ("EM-PINEDE", "École maternelle de la Pinède", "", "school", "rectorat", "RECT", "0960103", None),
    ("EP-MONTAUBRAC", "École primaire du Bourg, Montaubrac", "EP Montaubrac", "school", "rectorat", "RECT", "0970104", None),
    ("EE-CLAIRANCE", "École élémentaire du Phare, Port-Clairance", "EE du Phare", "school", "rectorat", "RECT", "0970105", None),
    ("CLG-ORMIERES", "Collège des Ormières", "", "school", "rectorat", "RECT", "0960201", None),
    ("CLG-ROCHEVAIRE", "Collège de Rochevaire", "", "school", "rectorat", "RECT", "0960202", None),
    ("CLG-SAINT-AUREL", "Collège Saint-Aurel-le-Haut", "", "school", "rectorat", "RECT", "0960203", None),
    ("CLG-VILLARGUES", "Collège de Villargues", "", "school", "rectorat", "RECT", "0970204", None),
    ("CLG-SALINS", "Collège des Salins, Port-Clairance", "Collège des Salins", "school", "rectorat", "RECT", "0970205", None),
    ("LYC-VALMER", "Lycée général et technologique de la Citadelle, Valmer", "Lycée de la Citadelle", "school", "rectorat", "RECT", "0960301", None),
    ("LYC-BREZILHAC", "Lycée polyvalent de Brézilhac", "", "school", "rectorat", "RECT", "0960302", None),
    ("LYC-CLAIRANCE", "Lycée général et technologique du Grand-Large, Port-Clairance", "Lycée du Grand-Large", "school", "rectorat", "RECT", "0970303", None),
    ("LYC-MONTAUBRAC", "Lycée général et technologique de Montaubrac", "", "school", "rectorat", "RECT", "0970304", None),
    ("LP-ARSENAUX", "Lycée professionnel des Arsenaux", "", "school", "rectorat", "RECT", "0960401", None),
    ("LP-CASTELNEUVE", "Lycée professionnel de Castelneuve", "", "school", "rectorat", "RECT", "0960402", None),
    ("EREA-ESPARVAC", "Établissement régional d’enseignement adapté d’Esparvac", "EREA d’Esparvac", "school", "rectorat", "RECT", "0970501", None),
    ("AURELIA", "Aurélia Éditions", "", "company", "other", "", "", 201),
    ("NUMERYS", "Numérys Formation", "", "company", "other", "", "", 202),
    ("CLAIRATEC", "Clairatec, mécanique de précision", "Clairatec", "company", "other", "", "", 203),
    ("BIOVAL", "Laboratoires Bioval", "Bioval", "company", "other", "", "", 204),
    ("VAL-CONSEIL", "Val-Conseil, expertise comptable et gestion", "Val-Conseil", "company", "other", "", "", 205),
    ("PLUME-CO", "Plume & Compagnie, agence de rédaction", "Plume & Compagnie", "company", "other", "", "", 206),
    ("HALTE-AUREL", "Halte d’Aurel, services médico-sociaux", "Halte d’Aurel", "company", "other", "", "", 207),
    ("MEDIATHEQUES", "Réseau des médiathèques du Val-d’Aurel", "Médiathèques du Val-d’Aurel", "association", "other", "", "", 301),
    ("MUSEES", "Association des musées de Valmer", "Musées de Valmer", "association", "other", "", "", 302),
    ("SPORT-VALMER", "Comité territorial du sport de Valmer", "Comité du sport", "association", "other", "", "", 303),
    ("ACCES-PLUS", "Accès Plus, accompagnement du handicap à l’école", "Accès Plus", "association", "other", "", "", 304),
    ("PARENTS-VALMER", "Fédération des parents d’élèves de Valmer", "Parents d’élèves", "association", "other", "", "", 305),
]

SITES = [
    ("S-VALMER", "Campus Inspé de Valmer", "INSPE"),
    ("S-CLAIRANCE", "Campus Inspé de Port-Clairance", "INSPE"),
    ("S-MONTAUBRAC", "Campus Inspé de Montaubrac", "INSPE"),
    ("S-LETTRES", "Campus des lettres, Valmer", "FLLA"),
    ("S-SCIENCES", "Campus des sciences, Valmer", "FSCI"),
    ("S-STADE", "Campus du Stade, Valmer", "FSS"),
    ("S-UPC", "Université de Port-Clairance, campus du Port", "UPC"),
]

# code, name_fr, name_en, home institution of its head
MENTIONS = [
    ("MEEF-1D", "Métiers de l’enseignement, de l’éducation et de la formation (MEEF), premier degré", "Teaching, education and training (MEEF), primary education", "INSPE"),
    ("MEEF-2D", "Métiers de l’enseignement, de l’éducation et de la formation (MEEF), second degré", "Teaching, education and training (MEEF), secondary education", "INSPE"),
    ("MEEF-EE", "Métiers de l’enseignement, de l’éducation et de la formation (MEEF), encadrement éducatif", "Teaching, education and training (MEEF), educational supervision", "INSPE"),
    ("MEEF-PIF", "Métiers de l’enseignement, de l’éducation et de la formation (MEEF), pratiques et ingénierie de la formation", "Teaching, education and training (MEEF), training practice and design", "INSPE"),
    ("SEF", "Sciences de l’éducation et de la formation", "Education and training sciences", "FSHS"),
    ("LETTRES-PRO", "Lettres et métiers de la rédaction", "Literature and professional writing", "FLLA"),
]

# council, course code, name_fr, name_en, mention, sites, components engaged, head's institution, discipline
COURSES = [
    (1, "1D-PE", "Professorat des écoles", "Primary school teaching", "MEEF-1D", "S-VALMER,S-CLAIRANCE,S-MONTAUBRAC", "INSPE,UPC", "INSPE", "enseignement du premier degré"),
    (1, "1D-LANGUES", "Professorat des écoles, langues et cultures", "Primary school teaching, languages and cultures", "MEEF-1D", "S-VALMER", "INSPE,FLLA", "INSPE", "langues vivantes"),
    (2, "2D-LETMOD", "Lettres modernes", "Modern French literature", "MEEF-2D", "S-LETTRES", "INSPE,FLLA", "FLLA", "lettres modernes"),
    (2, "2D-LETCLA", "Lettres classiques", "Classics", "MEEF-2D", "S-LETTRES", "FLLA", "FLLA", "lettres classiques"),
    (3, "2D-ESP", "Espagnol", "Spanish", "MEEF-2D", "S-LETTRES", "INSPE,FLLA", "FLLA", "espagnol"),
    (3, "2D-ITA", "Italien", "Italian", "MEEF-2D", "S-LETTRES", "FLLA", "FLLA", "italien"),
    (4, "2D-ANG", "Anglais", "English", "MEEF-2D", "S-LETTRES", "INSPE,FLLA,UPC", "FLLA", "anglais"),
    (4, "2D-ALL", "Allemand", "German", "MEEF-2D", "S-LETTRES", "FLLA", "FLLA", "allemand"),
    (4, "2D-ARA", "Arabe", "Arabic", "MEEF-2D", "S-LETTRES", "FLLA", "FLLA", "arabe"),
    (4, "2D-CHI", "Chinois", "Chinese", "MEEF-2D", "S-LETTRES", "FLLA", "FLLA", "chinois"),
    (5, "2D-HG", "Histoire-géographie", "History and geography", "MEEF-2D", "S-LETTRES", "INSPE,FSHS", "FSHS", "histoire-géographie"),
    (6, "2D-ARTPLA", "Arts plastiques", "Visual arts", "MEEF-2D", "S-LETTRES", "INSPE,FLLA", "FLLA", "arts plastiques"),
    (6, "2D-MUSIQUE", "Éducation musicale et chant choral", "Music and choral singing", "MEEF-2D", "S-VALMER", "INSPE", "INSPE", "éducation musicale"),
    (7, "2D-MATHS", "Mathématiques", "Mathematics", "MEEF-2D", "S-SCIENCES", "INSPE,FSCI,UPC", "FSCI", "mathématiques"),
    (8, "2D-PC", "Physique-chimie", "Physics and chemistry", "MEEF-2D", "S-SCIENCES", "INSPE,FSCI", "FSCI", "physique-chimie"),
    (9, "2D-SVT", "Sciences de la vie et de la Terre", "Life and earth sciences", "MEEF-2D", "S-SCIENCES", "INSPE,FSCI", "FSCI", "sciences de la vie et de la Terre"),
    (10, "2D-PLP-LHG", "Lettres, histoire-géographie en lycée professionnel", "French, history and geography in vocational schools", "MEEF-2D", "S-VALMER", "INSPE,FLLA", "INSPE", "lettres-histoire"),
    (10, "2D-PLP-MPC", "Mathématiques, physique-chimie en lycée professionnel", "Mathematics, physics and chemistry in vocational schools", "MEEF-2D", "S-VALMER", "INSPE,FSCI", "INSPE", "mathématiques-sciences"),
    (10, "2D-PLP-LVE", "Langues vivantes, lettres en lycée professionnel", "Modern languages and French in vocational schools", "MEEF-2D", "S-VALMER", "INSPE", "INSPE", "anglais-lettres"),
    (11, "2D-SES", "Sciences économiques et sociales", "Economics and social sciences", "MEEF-2D", "S-VALMER", "INSPE,FEG", "FEG", "sciences économiques et sociales"),
    (11, "2D-PHILO", "Philosophie", "Philosophy", "MEEF-2D", "S-LETTRES", "FSHS", "FSHS", "philosophie"),
    (12, "2D-DOC", "Documentation", "School librarianship", "MEEF-2D", "S-VALMER", "INSPE", "INSPE", "documentation"),
    (13, "2D-EPS", "Éducation physique et sportive", "Physical education", "MEEF-2D", "S-STADE,S-CLAIRANCE", "INSPE,FSS", "FSS", "éducation physique et sportive"),
    (14, "2D-BGB", "Biochimie et génie biologique", "Biochemistry and bioengineering", "MEEF-2D", "S-SCIENCES", "INSPE,FSCI", "FSCI", "biochimie"),
    (14, "2D-STMS", "Sciences et techniques médico-sociales", "Health and social care", "MEEF-2D", "S-VALMER", "INSPE", "INSPE", "sciences médico-sociales"),
    (15, "2D-ECOGEST", "Économie et gestion", "Economics and management", "MEEF-2D", "S-VALMER", "INSPE,FEG", "FEG", "économie-gestion"),
    (15, "2D-PLP-GA", "Gestion-administration en lycée professionnel", "Administration in vocational schools", "MEEF-2D", "S-VALMER", "INSPE", "INSPE", "gestion-administration"),
    (16, "SEF-RECHERCHE", "Recherche en éducation", "Educational research", "SEF", "S-LETTRES", "INSPE,FSHS", "FSHS", "sciences de l’éducation"),
    (17, "2D-SII", "Sciences industrielles de l’ingénieur", "Engineering sciences", "MEEF-2D", "S-SCIENCES", "INSPE,FSCI", "FSCI", "sciences industrielles"),
    (17, "2D-PLP-GI", "Génie industriel en lycée professionnel", "Industrial engineering in vocational schools", "MEEF-2D", "S-VALMER", "INSPE", "INSPE", "génie mécanique"),
    (18, "EE-CPE", "Conseillers principaux d’éducation", "Senior education advisers", "MEEF-EE", "S-VALMER", "INSPE,FSHS", "INSPE", "vie scolaire"),
    (19, "PIF-ASH", "Adaptation scolaire et situations de handicap", "Special-needs education", "MEEF-PIF", "S-MONTAUBRAC", "INSPE,FSHS", "INSPE", "école inclusive"),
    (20, "PIF-RF", "Responsables de formation", "Training managers", "MEEF-PIF", "S-VALMER", "INSPE", "INSPE", "formation d’adultes"),
    (20, "PIF-IP", "Ingénierie pédagogique et numérique", "Instructional design and digital learning", "MEEF-PIF", "S-VALMER", "INSPE,FSHS", "INSPE", "ingénierie pédagogique"),
    (21, "LP-REDACTION", "Rédaction professionnelle", "Professional writing", "LETTRES-PRO", "S-LETTRES", "FLLA", "FLLA", "rédaction professionnelle"),
]

# Councils attached to a whole mention; the others are attached to their courses.
WHOLE_MENTIONS = {1: "MEEF-1D", 16: "SEF", 18: "MEEF-EE", 21: "LETTRES-PRO"}
# One person is both head of the mention and head of the course.
SAME_HEAD = {18: "EE-CPE", 21: "LP-REDACTION"}
# Where the head of the mention is represented by the deputy.
BY_DEPUTY = {3, 4, 6, 8, 10, 12, 15, 17, 19}

# number: deputies, teachers, employers (first is the chair), profession, students, secretary named
# An employer is "IA-IPR" or "IEN" of the education authority, or the code of an organisation.
COUNCILS = {
    1: (1, 5, ("IEN", "PARENTS-VALMER"), 2, 4),
    2: (0, 4, ("IA-IPR",), 1, 3),
    3: (0, 3, ("IA-IPR",), 1, 2),
    4: (0, 4, ("IA-IPR",), 1, 4),
    5: (0, 4, ("IA-IPR",), 2, 2),
    6: (1, 3, ("IA-IPR", "MUSEES"), 2, 3),
    7: (1, 4, ("IA-IPR",), 2, 3),
    8: (1, 4, ("IA-IPR",), 1, 2),
    9: (0, 4, ("IA-IPR",), 1, 3),
    10: (0, 4, ("IEN", "IEN"), 2, 3),
    11: (0, 4, ("IA-IPR",), 1, 2),
    12: (0, 2, ("IA-IPR", "MEDIATHEQUES"), 1, 2),
    13: (2, 4, ("IA-IPR", "SPORT-VALMER"), 2, 4),
    14: (0, 4, ("IA-IPR", "BIOVAL"), 1, 3),
    15: (0, 5, ("IA-IPR",), 1, 2),
    16: (0, 4, ("IA-IPR",), 1, 2),
    17: (0, 4, ("IA-IPR", "CLAIRATEC"), 2, 3),
    18: (1, 4, ("IA-IPR", "PARENTS-VALMER"), 2, 3),
    19: (0, 4, ("IA-IPR", "ACCES-PLUS"), 2, 2),
    20: (0, 4, ("NUMERYS", "IA-IPR"), 2, 3),
    21: (0, 3, ("AURELIA", "PLUME-CO"), 1, 2),
}

# Schools (or, for 20 and 21, companies) whose people represent the profession in a council.
PRIMARY = ("EE-VIEUX-PORT", "EE-TILLEULS", "EM-PINEDE", "EP-MONTAUBRAC", "EE-CLAIRANCE")
SECONDARY = ("CLG-ORMIERES", "CLG-ROCHEVAIRE", "CLG-SAINT-AUREL", "CLG-VILLARGUES", "CLG-SALINS",
             "LYC-VALMER", "LYC-BREZILHAC", "LYC-CLAIRANCE", "LYC-MONTAUBRAC")
VOCATIONAL = ("LP-ARSENAUX", "LP-CASTELNEUVE", "LYC-BREZILHAC")
PROFESSION = {1: PRIMARY, 10: VOCATIONAL, 14: ("HALTE-AUREL",), 15: VOCATIONAL, 16: SECONDARY, 17: VOCATIONAL,
              19: ("EREA-ESPARVAC", "EE-TILLEULS"), 20: ("VAL-CONSEIL", "NUMERYS"), 21: ("PLUME-CO",)}

# council, sites with a sub-council: site code, suffix of its code, town, school of its profession seat
SITE_COUNCILS = {
    1: (("S-VALMER", "VAL", "Valmer", "EE-VIEUX-PORT"),
        ("S-CLAIRANCE", "CLA", "Port-Clairance", "EE-CLAIRANCE"),
        ("S-MONTAUBRAC", "MON", "Montaubrac", "EP-MONTAUBRAC")),
    13: (("S-STADE", "VAL", "Valmer", "CLG-ORMIERES"),
         ("S-CLAIRANCE", "CLA", "Port-Clairance", "CLG-SALINS")),
}

# Permanent guests: council, institution, corps. Occasional ones: council, institution, day.
PERMANENT_GUESTS = ((1, "DSDEN-96", "attaché d’administration"), (7, "MUSEES", ""), (20, "UV", "ingénieur de recherche"))
OCCASIONAL_GUESTS = ((5, "MUSEES", "2026-03-12"), (16, "MEDIATHEQUES", "2026-05-21"))

# In the course of a year somebody leaves and somebody else takes the seat: council, category, first day.
REPLACEMENTS = ((9, "employer", "2026-01-05"), (2, "student", "2026-01-19"), (6, "teacher", "2026-02-02"), (12, "student", "2026-02-09"),
                (17, "profession", "2026-03-16"), (20, "profession", "2026-04-01"), (4, "student", "2026-10-12"), (7, "teacher", "2026-11-02"))
