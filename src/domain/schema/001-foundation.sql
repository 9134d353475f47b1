-- 001 — the Pôle's directory, its bodies and their statutes.
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Frozen once released. Conventions: reference columns end in _id; a date is ISO text, '' when open; text is '' when
-- unknown; only optional numbers and references are NULL. Ids are random 63-bit integers; people see codes.

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  value TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE institution (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'other' CHECK (kind IN ('university', 'component', 'inspe', 'rectorat', 'school', 'company', 'association', 'other')),
  side TEXT NOT NULL DEFAULT 'other' CHECK (side IN ('university', 'rectorat', 'other')),
  uai TEXT NOT NULL DEFAULT '',
  siret TEXT NOT NULL DEFAULT '',
  parent_id INTEGER REFERENCES institution (id)
) STRICT;
CREATE INDEX institution_parent ON institution (parent_id);

CREATE TABLE site (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  institution_id INTEGER REFERENCES institution (id)
) STRICT;
CREATE INDEX site_institution ON site (institution_id);

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  civility TEXT NOT NULL DEFAULT '' CHECK (civility IN ('', 'mme', 'm')),
  family_name TEXT NOT NULL CHECK (family_name <> ''),
  given_name TEXT NOT NULL DEFAULT '',
  corps TEXT NOT NULL DEFAULT '',
  disciplines TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX person_name ON person (family_name COLLATE NOCASE, given_name COLLATE NOCASE, id);

-- The home institution of a person, by period (T-01, X-15). The side is the person's own: a school teacher on a
-- university post changes side, not name.
CREATE TABLE affiliation (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  institution_id INTEGER REFERENCES institution (id),
  side TEXT NOT NULL DEFAULT 'other' CHECK (side IN ('university', 'rectorat', 'other')),
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date))
) STRICT;
CREATE INDEX affiliation_person ON affiliation (person_id, from_date);
CREATE INDEX affiliation_institution ON affiliation (institution_id);

CREATE TABLE mention (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name_fr TEXT NOT NULL CHECK (name_fr <> ''),
  name_en TEXT NOT NULL DEFAULT '',
  head_id INTEGER REFERENCES person (id),
  head_deputy_id INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX mention_head ON mention (head_id);
CREATE INDEX mention_head_deputy ON mention (head_deputy_id);

CREATE TABLE course (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name_fr TEXT NOT NULL CHECK (name_fr <> ''),
  name_en TEXT NOT NULL DEFAULT '',
  mention_id INTEGER NOT NULL REFERENCES mention (id),
  head_id INTEGER REFERENCES person (id),
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date))
) STRICT;
CREATE INDEX course_mention ON course (mention_id);
CREATE INDEX course_head ON course (head_id);

CREATE TABLE course_site (
  id INTEGER PRIMARY KEY,
  course_id INTEGER NOT NULL REFERENCES course (id),
  site_id INTEGER NOT NULL REFERENCES site (id),
  UNIQUE (course_id, site_id)
) STRICT;
CREATE INDEX course_site_site ON course_site (site_id);

-- The components (faculties, Inspé, the other university) engaged in a course (C-13).
CREATE TABLE course_component (
  id INTEGER PRIMARY KEY,
  course_id INTEGER NOT NULL REFERENCES course (id),
  institution_id INTEGER NOT NULL REFERENCES institution (id),
  UNIQUE (course_id, institution_id)
) STRICT;
CREATE INDEX course_component_institution ON course_component (institution_id);

-- year: the calendar year in which the academic year starts.
CREATE TABLE teaching (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  course_id INTEGER NOT NULL REFERENCES course (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  UNIQUE (person_id, course_id, year)
) STRICT;
CREATE INDEX teaching_course ON teaching (course_id, year);

CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  course_id INTEGER NOT NULL REFERENCES course (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  UNIQUE (person_id, course_id, year)
) STRICT;
CREATE INDEX enrolment_course ON enrolment (course_id, year);

CREATE TABLE statute (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name_fr TEXT NOT NULL CHECK (name_fr <> ''),
  name_en TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date))
) STRICT;

-- A seat category: max NULL = no upper bound but the total.
CREATE TABLE category (
  id INTEGER PRIMARY KEY,
  statute_id INTEGER NOT NULL REFERENCES statute (id),
  code TEXT NOT NULL CHECK (code <> ''),
  name_fr TEXT NOT NULL CHECK (name_fr <> ''),
  name_en TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  min INTEGER NOT NULL DEFAULT 0 CHECK (min >= 0),
  max INTEGER CHECK (max IS NULL OR max >= min),
  counts INTEGER NOT NULL DEFAULT 1 CHECK (counts IN (0, 1)),
  votes INTEGER NOT NULL DEFAULT 1 CHECK (votes IN (0, 1)),
  may_chair INTEGER NOT NULL DEFAULT 0 CHECK (may_chair IN (0, 1)),
  side TEXT NOT NULL DEFAULT '' CHECK (side IN ('', 'university', 'rectorat', 'other')),
  UNIQUE (statute_id, code)
) STRICT;

-- A number that a rule reads, dated, with the sentence it comes from (T-06).
CREATE TABLE parameter (
  id INTEGER PRIMARY KEY,
  statute_id INTEGER NOT NULL REFERENCES statute (id),
  name TEXT NOT NULL CHECK (name <> ''),
  value TEXT NOT NULL DEFAULT '',
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date)),
  source TEXT NOT NULL DEFAULT '',
  UNIQUE (statute_id, name, from_date)
) STRICT;

-- Which of the program's rules a statute applies, how severely, and the sentence of its source.
CREATE TABLE statute_rule (
  id INTEGER PRIMARY KEY,
  statute_id INTEGER NOT NULL REFERENCES statute (id),
  rule TEXT NOT NULL CHECK (rule <> ''),
  severity TEXT NOT NULL DEFAULT 'error' CHECK (severity IN ('error', 'warning', 'information', 'off')),
  source TEXT NOT NULL DEFAULT '',
  UNIQUE (statute_id, rule)
) STRICT;

CREATE TABLE body (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  number INTEGER,
  degree TEXT NOT NULL DEFAULT '' CHECK (degree IN ('', '1D', '2D')),
  name_fr TEXT NOT NULL CHECK (name_fr <> ''),
  name_en TEXT NOT NULL DEFAULT '',
  statute_id INTEGER NOT NULL REFERENCES statute (id),
  parent_id INTEGER REFERENCES body (id),
  site_id INTEGER REFERENCES site (id),
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date)),
  CHECK (parent_id IS NULL OR parent_id <> id)
) STRICT;
CREATE INDEX body_statute ON body (statute_id);
CREATE INDEX body_parent ON body (parent_id);
CREATE INDEX body_site ON body (site_id);

CREATE TABLE body_mention (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES body (id),
  mention_id INTEGER NOT NULL REFERENCES mention (id),
  UNIQUE (body_id, mention_id)
) STRICT;
CREATE INDEX body_mention_mention ON body_mention (mention_id);

CREATE TABLE body_course (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES body (id),
  course_id INTEGER NOT NULL REFERENCES course (id),
  UNIQUE (body_id, course_id)
) STRICT;
CREATE INDEX body_course_course ON body_course (course_id);

-- proposal: of the COSP; decision: of the director (C-04); annex: to the rules of procedure (C-05);
-- designation: of the Pôle's heads by one of the two institutions (G-11).
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES body (id),
  kind TEXT NOT NULL CHECK (kind IN ('proposal', 'decision', 'annex', 'designation')),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reference TEXT NOT NULL DEFAULT '',
  signatory TEXT NOT NULL DEFAULT '',
  side TEXT NOT NULL DEFAULT '' CHECK (side IN ('', 'university', 'rectorat', 'other'))
) STRICT;
CREATE INDEX decision_body ON decision (body_id, kind, date);

CREATE TABLE mandate (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES body (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  category_id INTEGER NOT NULL REFERENCES category (id),
  function TEXT NOT NULL DEFAULT '' CHECK (function IN ('', 'chair', 'secretary')),
  represents_employer INTEGER NOT NULL DEFAULT 0 CHECK (represents_employer IN (0, 1)),
  institution_id INTEGER REFERENCES institution (id),
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date)),
  replaces_id INTEGER REFERENCES mandate (id)
) STRICT;
CREATE INDEX mandate_body ON mandate (body_id, from_date);
CREATE INDEX mandate_person ON mandate (person_id);
CREATE INDEX mandate_category ON mandate (category_id);
CREATE INDEX mandate_institution ON mandate (institution_id);
CREATE INDEX mandate_replaces ON mandate (replaces_id);
