-- 002 — the meetings of bodies and the items they dealt with.
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Frozen once released. Conventions: see 001.

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  body_id INTEGER NOT NULL REFERENCES body (id),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  title TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'held' CHECK (state IN ('planned', 'held', 'cancelled'))
) STRICT;
CREATE INDEX meeting_body ON meeting (body_id, date);

-- advice_to: the codes of the boards to which an advice of this item went directly, '' when it went to none (C-22).
CREATE TABLE meeting_item (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  position INTEGER NOT NULL CHECK (position > 0),
  title TEXT NOT NULL CHECK (title <> ''),
  scope TEXT NOT NULL DEFAULT '' CHECK (scope IN ('', 'local', 'general')),
  outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'discussed', 'adopted')),
  advice_to TEXT NOT NULL DEFAULT '',
  UNIQUE (meeting_id, position)
) STRICT;

-- An occasional guest is invited to one meeting (C-19).
ALTER TABLE mandate ADD COLUMN meeting_id INTEGER REFERENCES meeting (id);
CREATE INDEX mandate_meeting ON mandate (meeting_id);

-- A file that has the statutes already gets the rules that read this; a new one gets them with its statutes.
INSERT INTO statute_rule (id, statute_id, rule, severity, source)
SELECT random () & 9223372036854775807, s.id, r.column1, r.column2, r.column3
FROM statute s, (VALUES
  ('guest-meeting', 'information', 'Des invités permanents ou ponctuels peuvent être associés aux travaux des CPER.'),
  ('sub-scope', 'error', 'Les compétences de ces conseils sont limitées aux organisations locales de la formation.'),
  ('sub-substitution', 'error', 'Les compétences de ces conseils sont limitées aux organisations locales de la formation ; ils ne peuvent se substituer au conseil de perfectionnement.')) r
WHERE s.code IN ('CPER', 'CPER-SITE');
