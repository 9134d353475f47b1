#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-people.py COUNT FILE: a table of made-up people, the same on every run, whose columns are those of the table "person" in
their order, so that SQLite's shell takes it as it is."""
import csv
import random
import sys

FIRST = "a ba bé bo ca cha co da de do du é fa fe fo ga gé gi go ha hé jo ju la le li lo ma mé mi mo na no pa pe pi po ra ré ri ro sa so ta te".split()
MIDDLE = "ba ber cha de do fa gar la lan le li ma man mel mo na no par ra ré ri ro sa son ta ti to va ve vi".split()
LAST = "bert by card chon court dier fort gnon lard let lier lin mand mont nard neau net quin rand rel ret roux san sart tel tier tin ton val vin y".split()
GIVEN_LAST = "a an ca da el ia ie in na ne nie on ra ric ré sa te tin tte vé".split()
CORPS = ["", "MCF", "PR", "PRAG", "PRCE", "IEN", "IA-IPR", "certifié", "agrégé", "professeur des écoles"]
DISCIPLINES = ["", "mathématiques", "lettres", "histoire-géographie", "anglais", "éducation physique et sportive", "arts plastiques",
               "physique-chimie", "sciences de la vie et de la Terre", "philosophie", "documentation"]
HEADER = ["id", "code", "civility", "family_name", "given_name", "corps", "disciplines", "email", "phone"]


def make_family_name(rng):
    name = rng.choice(FIRST) + (rng.choice(MIDDLE) if rng.random() < 0.7 else "") + rng.choice(LAST)
    if rng.random() < 0.05:
        return f"{name.capitalize()}-{(rng.choice(FIRST) + rng.choice(LAST)).capitalize()}"
    return ("de " if rng.random() < 0.03 else "") + name.capitalize()


def make_given_name(rng):
    return (rng.choice(FIRST) + rng.choice(GIVEN_LAST)).capitalize()


def make_person(rng, number):
    family, given = make_family_name(rng), make_given_name(rng)
    return [rng.getrandbits(62) + 1, f"P{number:06d}", rng.choice(["", "m", "mme"]), family, given, rng.choice(CORPS),
            rng.choice(DISCIPLINES), f"p{number:06d}@example.org", f"0{rng.randrange(1, 6)}{rng.randrange(10 ** 8):08d}"]


def main():
    rng = random.Random(2026)
    with open(sys.argv[2], "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(make_person(rng, number) for number in range(1, int(sys.argv[1]) + 1))


main()
