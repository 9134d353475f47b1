-- 003 — the exchanges of hours: what is taught, what is asked for, who gave what; procedures and the calendar.
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Frozen once released. Durations are whole minutes; a time of the day is minutes after midnight; NULL: not said.

-- A teaching unit (UE) and the hours of initial training that it offers in a year (X-03, X-04).
CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  course_id INTEGER NOT NULL REFERENCES course (id),
  name TEXT NOT NULL CHECK (name <> ''),
  hours INTEGER NOT NULL DEFAULT 0 CHECK (hours >= 0),
  open INTEGER NOT NULL DEFAULT 1 CHECK (open IN (0, 1)),
  conditions TEXT NOT NULL DEFAULT '',
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date))
) STRICT;
CREATE INDEX unit_course ON unit (course_id);

-- A scheme of the academy training plan (G-05) and who leads its delivery (G-06).
CREATE TABLE scheme (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  family TEXT NOT NULL DEFAULT '' CHECK (family IN ('', 'FIL', 'ALD', 'ALP', 'AED', 'COMPETITION')),
  lead TEXT NOT NULL DEFAULT '' CHECK (lead IN ('', 'rectorat', 'pole', 'university')),
  conditions TEXT NOT NULL DEFAULT '',
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date))
) STRICT;

-- What one institution asks of the other (X-01). scope: why it belongs to the Pôle's initial training (G-04) without naming a unit.
CREATE TABLE request (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  requester_id INTEGER REFERENCES institution (id),
  contact TEXT NOT NULL DEFAULT '',
  training TEXT NOT NULL CHECK (training IN ('FI', 'FC')),
  unit_id INTEGER REFERENCES unit (id),
  scheme_id INTEGER REFERENCES scheme (id),
  scope TEXT NOT NULL DEFAULT '' CHECK (scope IN ('', 'meef', 'pre-professional', 'trainers', 'other')),
  subject TEXT NOT NULL CHECK (subject <> ''),
  minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0),
  received TEXT NOT NULL DEFAULT '' CHECK (received = '' OR received GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  start_date TEXT NOT NULL DEFAULT '' CHECK (start_date = '' OR start_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  end_date TEXT NOT NULL DEFAULT '' CHECK (end_date = '' OR (end_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND end_date >= start_date)),
  place TEXT NOT NULL DEFAULT '',
  level TEXT NOT NULL DEFAULT '',
  skills TEXT NOT NULL DEFAULT '',
  complex INTEGER NOT NULL DEFAULT 0 CHECK (complex IN (0, 1)),
  route TEXT NOT NULL DEFAULT '' CHECK (route IN ('', 'direct', 'collective', 'cell')),
  resource TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'qualified', 'routed', 'staffed', 'confirmed', 'done', 'certified', 'closed', 'refused')),
  reason TEXT NOT NULL DEFAULT '',
  coordinator_id INTEGER REFERENCES person (id),
  remarks TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX request_state ON request (state, received);
CREATE INDEX request_requester ON request (requester_id);
CREATE INDEX request_unit ON request (unit_id);
CREATE INDEX request_scheme ON request (scheme_id);
CREATE INDEX request_coordinator ON request (coordinator_id);

-- A line of the ledger (X-13). home and home_side are those of the person on the date, written with the line: what was certified stays.
CREATE TABLE intervention (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  start_time INTEGER CHECK (start_time BETWEEN 0 AND 1439),
  end_time INTEGER CHECK (end_time BETWEEN 1 AND 1440 AND end_time > start_time),
  person_id INTEGER NOT NULL REFERENCES person (id),
  home_id INTEGER REFERENCES institution (id),
  home_side TEXT NOT NULL DEFAULT '' CHECK (home_side IN ('', 'university', 'rectorat', 'other')),
  host_id INTEGER REFERENCES institution (id),
  training TEXT NOT NULL CHECK (training IN ('FI', 'FC')),
  unit_id INTEGER REFERENCES unit (id),
  scheme_id INTEGER REFERENCES scheme (id),
  request_id INTEGER REFERENCES request (id),
  requested INTEGER,
  planned INTEGER,
  done INTEGER,
  certified INTEGER,
  kind TEXT NOT NULL DEFAULT '' CHECK (kind IN ('', 'lecture', 'tutorial', 'practical')),
  shared_time INTEGER NOT NULL DEFAULT 0 CHECK (shared_time IN (0, 1)),
  direct_contract INTEGER NOT NULL DEFAULT 0 CHECK (direct_contract IN (0, 1)),
  payer_id INTEGER REFERENCES institution (id),
  in_service INTEGER NOT NULL DEFAULT 1 CHECK (in_service IN (0, 1)),
  corrects_id INTEGER REFERENCES intervention (id),
  override TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL DEFAULT '',
  CHECK (corrects_id IS NOT NULL OR min(coalesce(requested, 0), coalesce(planned, 0), coalesce(done, 0), coalesce(certified, 0)) >= 0)
) STRICT;
CREATE INDEX intervention_date ON intervention (date, start_time);
CREATE INDEX intervention_person ON intervention (person_id, date, start_time);
CREATE INDEX intervention_home ON intervention (home_id, date);
CREATE INDEX intervention_host ON intervention (host_id, date);
CREATE INDEX intervention_unit ON intervention (unit_id, date);
CREATE INDEX intervention_scheme ON intervention (scheme_id, date);
CREATE INDEX intervention_request ON intervention (request_id);
CREATE INDEX intervention_corrects ON intervention (corrects_id);
CREATE INDEX intervention_payer ON intervention (payer_id) WHERE payer_id IS NOT NULL;
CREATE INDEX intervention_shared ON intervention (date) WHERE shared_time = 1;
CREATE INDEX intervention_direct ON intervention (date) WHERE direct_contract = 1;
CREATE INDEX intervention_unserved ON intervention (date) WHERE in_service = 0;
CREATE INDEX intervention_sideless ON intervention (date) WHERE home_side = '';

-- An academic year whose lines are final (X-13); carried: the balance handed on to the next year, in minutes, positive when the
-- rectorat owes.
CREATE TABLE year_closing (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1900 AND 2999),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  balance INTEGER NOT NULL DEFAULT 0,
  carried INTEGER NOT NULL DEFAULT 0,
  remarks TEXT NOT NULL DEFAULT ''
) STRICT;

-- A post shared between both institutions (X-09, X-15): its hours stay outside the balance.
CREATE TABLE shared_post (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  institution_id INTEGER REFERENCES institution (id),
  share INTEGER NOT NULL DEFAULT 50 CHECK (share BETWEEN 1 AND 100),
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date))
) STRICT;
CREATE INDEX shared_post_person ON shared_post (person_id, from_date);
CREATE INDEX shared_post_institution ON shared_post (institution_id);

-- When a person can or cannot come (X-12). weekday: 1 Monday … 7 Sunday; NULL: every day.
CREATE TABLE availability (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL DEFAULT 'unavailable' CHECK (kind IN ('available', 'unavailable')),
  weekday INTEGER CHECK (weekday BETWEEN 1 AND 7),
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date)),
  remarks TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX availability_person ON availability (person_id, from_date);

-- Whether a partner university counts the interventions of its staff in their service (X-11).
CREATE TABLE service_agreement (
  id INTEGER PRIMARY KEY,
  institution_id INTEGER NOT NULL UNIQUE REFERENCES institution (id),
  answer TEXT NOT NULL DEFAULT 'pending' CHECK (answer IN ('pending', 'accepted', 'refused')),
  date TEXT NOT NULL DEFAULT '' CHECK (date = '' OR date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reference TEXT NOT NULL DEFAULT ''
) STRICT;

-- School holidays, by zone: A, B, C or the name of an academy that has its own calendar.
CREATE TABLE school_holiday (
  id INTEGER PRIMARY KEY,
  zone TEXT NOT NULL CHECK (zone <> ''),
  name TEXT NOT NULL DEFAULT '',
  from_date TEXT NOT NULL CHECK (from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL CHECK (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date),
  UNIQUE (zone, from_date)
) STRICT;

-- An ordered list of steps that something goes through: definitions are dated data.
CREATE TABLE procedure (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name_fr TEXT NOT NULL CHECK (name_fr <> ''),
  name_en TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL CHECK (subject IN ('request')),
  source TEXT NOT NULL DEFAULT '',
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date))
) STRICT;

-- anchor: a date of the subject ("received", "start", "end") or "step:CODE"; delay: days after it (before it when negative).
CREATE TABLE procedure_step (
  id INTEGER PRIMARY KEY,
  procedure_id INTEGER NOT NULL REFERENCES procedure (id),
  position INTEGER NOT NULL DEFAULT 0,
  code TEXT NOT NULL CHECK (code <> ''),
  name_fr TEXT NOT NULL CHECK (name_fr <> ''),
  name_en TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '' CHECK (role IN ('', 'coordinator', 'requester', 'speaker', 'collective', 'head')),
  anchor TEXT NOT NULL DEFAULT '',
  delay INTEGER NOT NULL DEFAULT 0,
  days TEXT NOT NULL DEFAULT 'calendar' CHECK (days IN ('calendar', 'working')),
  evidence TEXT NOT NULL DEFAULT '',
  blocking INTEGER NOT NULL DEFAULT 1 CHECK (blocking IN (0, 1)),
  source TEXT NOT NULL DEFAULT '',
  UNIQUE (procedure_id, code)
) STRICT;

-- That a step was done, or waived with a reason, for one subject.
CREATE TABLE step_record (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES request (id),
  step_id INTEGER NOT NULL REFERENCES procedure_step (id),
  date TEXT NOT NULL DEFAULT '' CHECK (date = '' OR date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  person_id INTEGER REFERENCES person (id),
  evidence TEXT NOT NULL DEFAULT '',
  waived TEXT NOT NULL DEFAULT '',
  UNIQUE (request_id, step_id)
) STRICT;
CREATE INDEX step_record_step ON step_record (step_id);
CREATE INDEX step_record_person ON step_record (person_id);

-- Sums of the ledger, kept by the triggers below so that no figure reads the ledger itself. dimension: what key names ("all": nothing).
-- "institution": the one of the university's side, which gives in FC (home) and receives in FI (host).
-- outside: why the minutes do not count in the balance (X-09).
CREATE TABLE exchange_total (
  dimension TEXT NOT NULL,
  key INTEGER NOT NULL,
  month TEXT NOT NULL,
  training TEXT NOT NULL,
  home_side TEXT NOT NULL,
  outside TEXT NOT NULL,
  lines INTEGER NOT NULL,
  requested INTEGER NOT NULL,
  planned INTEGER NOT NULL,
  done INTEGER NOT NULL,
  certified INTEGER NOT NULL,
  PRIMARY KEY (dimension, month, key, training, home_side, outside)
) STRICT, WITHOUT ROWID;

CREATE VIEW exchange_line AS
  SELECT id, substr (date, 1, 7) AS month, training, home_side,
         CASE WHEN direct_contract = 1 THEN 'direct' WHEN shared_time = 1 THEN 'shared' ELSE '' END AS outside,
         coalesce (unit_id, 0) AS unit, coalesce (scheme_id, 0) AS scheme, person_id AS person,
         coalesce (CASE training WHEN 'FC' THEN home_id ELSE host_id END, 0) AS institution,
         coalesce (requested, 0) AS requested, coalesce (planned, 0) AS planned, coalesce (done, 0) AS done, coalesce (certified, 0) AS certified
    FROM intervention;

CREATE TRIGGER intervention_total_insert AFTER INSERT ON intervention BEGIN
  INSERT INTO exchange_total
    SELECT column1, column2, substr (NEW.date, 1, 7), NEW.training, NEW.home_side,
           CASE WHEN NEW.direct_contract = 1 THEN 'direct' WHEN NEW.shared_time = 1 THEN 'shared' ELSE '' END,
           1, coalesce (NEW.requested, 0), coalesce (NEW.planned, 0), coalesce (NEW.done, 0), coalesce (NEW.certified, 0)
      FROM (VALUES ('all', 0), ('unit', coalesce (NEW.unit_id, 0)), ('scheme', coalesce (NEW.scheme_id, 0)), ('person', NEW.person_id),
                   ('institution', coalesce (CASE NEW.training WHEN 'FC' THEN NEW.home_id ELSE NEW.host_id END, 0)))
     WHERE true
    ON CONFLICT DO UPDATE SET lines = lines + excluded.lines, requested = requested + excluded.requested,
      planned = planned + excluded.planned, done = done + excluded.done, certified = certified + excluded.certified;
END;

CREATE TRIGGER intervention_total_delete AFTER DELETE ON intervention BEGIN
  INSERT INTO exchange_total
    SELECT column1, column2, substr (OLD.date, 1, 7), OLD.training, OLD.home_side,
           CASE WHEN OLD.direct_contract = 1 THEN 'direct' WHEN OLD.shared_time = 1 THEN 'shared' ELSE '' END,
           -1, -coalesce (OLD.requested, 0), -coalesce (OLD.planned, 0), -coalesce (OLD.done, 0), -coalesce (OLD.certified, 0)
      FROM (VALUES ('all', 0), ('unit', coalesce (OLD.unit_id, 0)), ('scheme', coalesce (OLD.scheme_id, 0)), ('person', OLD.person_id),
                   ('institution', coalesce (CASE OLD.training WHEN 'FC' THEN OLD.home_id ELSE OLD.host_id END, 0)))
     WHERE true
    ON CONFLICT DO UPDATE SET lines = lines + excluded.lines, requested = requested + excluded.requested,
      planned = planned + excluded.planned, done = done + excluded.done, certified = certified + excluded.certified;
END;

CREATE TRIGGER intervention_total_before AFTER UPDATE ON intervention BEGIN
  INSERT INTO exchange_total
    SELECT column1, column2, substr (OLD.date, 1, 7), OLD.training, OLD.home_side,
           CASE WHEN OLD.direct_contract = 1 THEN 'direct' WHEN OLD.shared_time = 1 THEN 'shared' ELSE '' END,
           -1, -coalesce (OLD.requested, 0), -coalesce (OLD.planned, 0), -coalesce (OLD.done, 0), -coalesce (OLD.certified, 0)
      FROM (VALUES ('all', 0), ('unit', coalesce (OLD.unit_id, 0)), ('scheme', coalesce (OLD.scheme_id, 0)), ('person', OLD.person_id),
                   ('institution', coalesce (CASE OLD.training WHEN 'FC' THEN OLD.home_id ELSE OLD.host_id END, 0)))
     WHERE true
    ON CONFLICT DO UPDATE SET lines = lines + excluded.lines, requested = requested + excluded.requested,
      planned = planned + excluded.planned, done = done + excluded.done, certified = certified + excluded.certified;
END;

CREATE TRIGGER intervention_total_after AFTER UPDATE ON intervention BEGIN
  INSERT INTO exchange_total
    SELECT column1, column2, substr (NEW.date, 1, 7), NEW.training, NEW.home_side,
           CASE WHEN NEW.direct_contract = 1 THEN 'direct' WHEN NEW.shared_time = 1 THEN 'shared' ELSE '' END,
           1, coalesce (NEW.requested, 0), coalesce (NEW.planned, 0), coalesce (NEW.done, 0), coalesce (NEW.certified, 0)
      FROM (VALUES ('all', 0), ('unit', coalesce (NEW.unit_id, 0)), ('scheme', coalesce (NEW.scheme_id, 0)), ('person', NEW.person_id),
                   ('institution', coalesce (CASE NEW.training WHEN 'FC' THEN NEW.home_id ELSE NEW.host_id END, 0)))
     WHERE true
    ON CONFLICT DO UPDATE SET lines = lines + excluded.lines, requested = requested + excluded.requested,
      planned = planned + excluded.planned, done = done + excluded.done, certified = certified + excluded.certified;
END;
