-- What became of a line, in more words: who told us and how, who decided and why, the file that proves it; lists and
-- reports that are kept.

-- An event says how it was told, on which document and of which date, who decided it and why. A reminder keeps its
-- ordinal, because the unit has it in writing; a transfer names the line that took over.
ALTER TABLE event ADD COLUMN channel TEXT NOT NULL DEFAULT ''
  CHECK (channel IN ('', 'document', 'phone', 'message', 'email', 'meeting', 'in_person'));
ALTER TABLE event ADD COLUMN percent INTEGER CHECK (percent BETWEEN 0 AND 100);
ALTER TABLE event ADD COLUMN dated TEXT CHECK (dated LIKE '____-__-__');
ALTER TABLE event ADD COLUMN asked_notation TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN decided_by TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN old_due TEXT CHECK (old_due LIKE '____-__-__');
ALTER TABLE event ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0 CHECK (ordinal >= 0);
ALTER TABLE event ADD COLUMN other_id INTEGER REFERENCES assignment (id) ON DELETE RESTRICT;
CREATE INDEX event_reminding ON event ("on", assignment_id) WHERE kind = 'reminded';
CREATE INDEX event_by_other ON event (other_id) WHERE other_id IS NOT NULL;

-- Evidence: a file may belong to an event of the directive's lines.
ALTER TABLE attachment ADD COLUMN event_id INTEGER REFERENCES event (id) ON DELETE RESTRICT;
CREATE INDEX attachment_by_event ON attachment (event_id) WHERE event_id IS NOT NULL;

CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  page TEXT NOT NULL CHECK (page <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  filter TEXT NOT NULL,
  columns TEXT NOT NULL,
  ordering TEXT NOT NULL,
  widths TEXT NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (page, name)
) STRICT;

CREATE TABLE printed_report (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  form TEXT NOT NULL CHECK (form <> ''),
  title TEXT NOT NULL,
  made_at TEXT NOT NULL CHECK (made_at LIKE '____-__-__T__:__:__%'),
  as_of TEXT NOT NULL CHECK (as_of LIKE '____-__-__'),
  parameters TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE INDEX printed_report_by_form ON printed_report (form, made_at);

-- A line is there from the day it was given: the derived rows hold for any day from the last of its dates on.
UPDATE assignment_line SET last_event = max(last_event, coalesce(
  (SELECT given FROM assignment WHERE assignment.id = assignment_line.assignment_id), ''));
UPDATE register_line SET last_event = coalesce(
  (SELECT max(last_event) FROM assignment_line WHERE assignment_line.directive_id = register_line.directive_id), '');

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('attachment', 'attachment_by_event', '40000 1'),
  ('event', 'event_by_other', '5000 1'),
  ('printed_report', 'printed_report_by_form', '500 100 1');
ANALYZE sqlite_schema;
