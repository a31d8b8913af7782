-- The office's file, first version.
--
-- One table a kind of record, named as domain.changes.Entity names it; columns are the fields of the record's
-- dataclass. Dates are ISO text, enumerations their value. Nothing is deleted by cascade: what others lean on
-- stays. Row ids are never given twice (AUTOINCREMENT), so that taking back and doing again meet the same rows.

CREATE TABLE directive (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  source TEXT NOT NULL CHECK (source IN ('received', 'own', 'meeting', 'spoken')),
  arrival_year INTEGER,
  arrival_number INTEGER,
  arrival_suffix TEXT NOT NULL,
  arrived TEXT CHECK (arrived LIKE '____-__-__'),
  number TEXT NOT NULL,
  symbol TEXT NOT NULL,
  issued TEXT CHECK (issued LIKE '____-__-__'),
  issuer TEXT NOT NULL,
  type_code TEXT NOT NULL,
  subject TEXT NOT NULL,
  signer TEXT NOT NULL,
  signer_title TEXT NOT NULL,
  place TEXT NOT NULL,
  urgency INTEGER NOT NULL CHECK (urgency BETWEEN 0 AND 3),
  assigning_level TEXT NOT NULL,
  addressees TEXT NOT NULL,
  recipients TEXT NOT NULL,
  passed_on TEXT CHECK (passed_on LIKE '____-__-__'),
  reply_due TEXT CHECK (reply_due LIKE '____-__-__'),
  reply_notation TEXT NOT NULL,
  leader TEXT NOT NULL,
  leader_opinion TEXT NOT NULL,
  opinion_on TEXT CHECK (opinion_on LIKE '____-__-__'),
  page_count INTEGER CHECK (page_count >= 0),
  file_code TEXT NOT NULL,
  note TEXT NOT NULL,
  reference_only INTEGER NOT NULL CHECK (reference_only IN (0, 1)),
  binned_on TEXT CHECK (binned_on LIKE '____-__-__')
) STRICT;
CREATE INDEX directive_by_arrival ON directive (arrival_year, arrival_number, arrival_suffix);
CREATE INDEX directive_by_number ON directive (number);
CREATE INDEX directive_by_issued ON directive (issued);

CREATE TABLE document_text (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  directive_id INTEGER NOT NULL REFERENCES directive (id) ON DELETE RESTRICT,
  text TEXT NOT NULL,
  page_starts TEXT NOT NULL
) STRICT;
CREATE INDEX document_text_by_directive ON document_text (directive_id);

CREATE TABLE reference (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  directive_id INTEGER NOT NULL REFERENCES directive (id) ON DELETE RESTRICT,
  notation TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('executes', 'based_on', 'mentions', 'replaces', 'answers')),
  target_id INTEGER REFERENCES directive (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX reference_by_directive ON reference (directive_id);
CREATE INDEX reference_by_notation ON reference (notation);
CREATE INDEX reference_by_target ON reference (target_id) WHERE target_id IS NOT NULL;

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  directive_id INTEGER NOT NULL REFERENCES directive (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  size INTEGER NOT NULL CHECK (size >= 0),
  added TEXT CHECK (added LIKE '____-__-__')
) STRICT;
CREATE INDEX attachment_by_directive ON attachment (directive_id);
CREATE INDEX attachment_by_digest ON attachment (digest);

CREATE TABLE item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  directive_id INTEGER NOT NULL REFERENCES directive (id) ON DELETE RESTRICT,
  path TEXT NOT NULL,
  label TEXT NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('task', 'heading', 'purpose', 'information', 'closing')),
  position INTEGER NOT NULL,
  parent_id INTEGER REFERENCES item (id) ON DELETE RESTRICT,
  phrase TEXT NOT NULL,
  rule TEXT NOT NULL,
  due TEXT CHECK (due LIKE '____-__-__'),
  internal_due TEXT CHECK (internal_due LIKE '____-__-__'),
  product TEXT NOT NULL,
  decider TEXT NOT NULL,
  units_written TEXT NOT NULL,
  inherited_written TEXT NOT NULL,
  coordinating_written TEXT NOT NULL,
  via TEXT NOT NULL,
  ours INTEGER NOT NULL CHECK (ours IN (0, 1)),
  span_start INTEGER NOT NULL CHECK (span_start >= 0),
  span_end INTEGER NOT NULL CHECK (span_end >= 0)
) STRICT;
CREATE INDEX item_by_directive ON item (directive_id, position);
CREATE INDEX item_by_parent ON item (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE RESTRICT,
  directive_id INTEGER NOT NULL REFERENCES directive (id) ON DELETE RESTRICT,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  role TEXT NOT NULL CHECK (role IN ('lead', 'support', 'inform')),
  period TEXT NOT NULL,
  given TEXT CHECK (given LIKE '____-__-__'),
  due TEXT CHECK (due LIKE '____-__-__'),
  phrase TEXT NOT NULL,
  product TEXT NOT NULL,
  person TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX assignment_by_item ON assignment (item_id);
CREATE INDEX assignment_by_directive ON assignment (directive_id);
CREATE INDEX assignment_by_unit ON assignment (unit_id);

CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  assignment_id INTEGER NOT NULL REFERENCES assignment (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN (
    'handed_over', 'progress', 'reported', 'accepted', 'sent_back', 'extended', 'suspended', 'resumed',
    'returned', 'reassigned', 'recalled', 'reminded')),
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  counts_on TEXT CHECK (counts_on LIKE '____-__-__'),
  new_due TEXT CHECK (new_due LIKE '____-__-__'),
  text TEXT NOT NULL,
  notation TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
CREATE INDEX event_by_assignment ON event (assignment_id);

CREATE TABLE unit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (
    'office', 'room', 'board', 'service', 'sector', 'mass', 'commune', 'township', 'village', 'leadership',
    'other')),
  head_title TEXT NOT NULL,
  symbol TEXT NOT NULL,
  aliases TEXT NOT NULL,
  contact TEXT NOT NULL,
  position INTEGER NOT NULL,
  valid_from TEXT CHECK (valid_from LIKE '____-__-__'),
  valid_to TEXT CHECK (valid_to LIKE '____-__-__')
) STRICT;
CREATE INDEX unit_by_code ON unit (code);

CREATE TABLE succession (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  successor_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  part TEXT NOT NULL
) STRICT;
CREATE INDEX succession_by_unit ON succession (unit_id);
CREATE INDEX succession_by_successor ON succession (successor_id);

CREATE TABLE unit_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE group_member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  group_id INTEGER NOT NULL REFERENCES unit_group (id) ON DELETE RESTRICT,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  UNIQUE (group_id, unit_id)
) STRICT;
CREATE INDEX group_member_by_unit ON group_member (unit_id);

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  unit_id INTEGER REFERENCES unit (id) ON DELETE RESTRICT,
  authority TEXT NOT NULL,
  may_sign INTEGER NOT NULL CHECK (may_sign IN (0, 1)),
  position INTEGER NOT NULL,
  valid_from TEXT CHECK (valid_from LIKE '____-__-__'),
  valid_to TEXT CHECK (valid_to LIKE '____-__-__')
) STRICT;
CREATE INDEX person_by_unit ON person (unit_id) WHERE unit_id IS NOT NULL;

CREATE TABLE document_type (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  abbreviation TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE assigning_level (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE day_off (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  day TEXT NOT NULL UNIQUE CHECK (day LIKE '____-__-__'),
  kind TEXT NOT NULL CHECK (kind IN ('off', 'worked')),
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE calendar_year (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  year INTEGER NOT NULL UNIQUE,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  basis TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

-- The journal: who did what when, and the image of every row before and after. It is the history of every record
-- and what undo replays. An operation that takes another back names it in `undoes`; while it stands, the other
-- names it in `undone_by`.

CREATE TABLE operation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind <> ''),
  officer TEXT NOT NULL,
  machine TEXT NOT NULL,
  at TEXT NOT NULL,
  subject TEXT NOT NULL,
  count INTEGER NOT NULL,
  undoes INTEGER REFERENCES operation (id) ON DELETE RESTRICT,
  undone_by INTEGER REFERENCES operation (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX operation_by_undoes ON operation (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX operation_by_undone_by ON operation (undone_by) WHERE undone_by IS NOT NULL;

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL REFERENCES operation (id) ON DELETE RESTRICT,
  entity TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX change_by_operation ON change (operation_id);
CREATE INDEX change_by_record ON change (entity, row_id);

-- Derived rows. They hold nothing that the records do not say, are kept up with every put and drop, are not
-- journaled, and can be made again (store.derived.rebuild).

-- One row a directive: its place in each order of the register, and its figures. `shelf` is 0 in the register,
-- 1 for reference files, 2 in the bin. `given` counts lines of every role, the other figures lead lines; recalled lines
-- are in none. They are what every event known makes them, so they hold for any day from `last_event` on. A due date
-- that is not there is '~', which stands after every date.
CREATE TABLE register_line (
  directive_id INTEGER PRIMARY KEY,
  shelf INTEGER NOT NULL,
  year INTEGER NOT NULL,
  source TEXT NOT NULL,
  arrival_order INTEGER NOT NULL,
  arrival_suffix TEXT NOT NULL,
  issued TEXT NOT NULL,
  issuer_order TEXT NOT NULL,
  notation_order TEXT NOT NULL,
  notation_key TEXT NOT NULL,
  incomplete INTEGER NOT NULL,
  not_passed_on INTEGER NOT NULL,
  items INTEGER NOT NULL,
  given INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  done INTEGER NOT NULL,
  running INTEGER NOT NULL,
  next_due TEXT NOT NULL,
  last_event TEXT NOT NULL
) STRICT;
CREATE INDEX register_by_arrival ON register_line (
  shelf, year, arrival_order, arrival_suffix, directive_id, source, incomplete, not_passed_on, given, running, next_due);
CREATE INDEX register_by_issued ON register_line (shelf, issued, directive_id, year, source);
CREATE INDEX register_by_issuer ON register_line (shelf, issuer_order, directive_id, year, source);
CREATE INDEX register_by_notation ON register_line (shelf, notation_order, directive_id, year, source);
CREATE INDEX register_by_due ON register_line (shelf, next_due, directive_id, year, source);
CREATE INDEX register_by_notation_key ON register_line (notation_key) WHERE notation_key <> '';
CREATE INDEX register_by_last_event ON register_line (last_event) WHERE last_event <> '';

-- One row an assignment: its standing with every event known, in the same manner.
CREATE TABLE assignment_line (
  assignment_id INTEGER PRIMARY KEY,
  directive_id INTEGER NOT NULL,
  item_id INTEGER NOT NULL,
  unit_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'recalled', 'informed')),
  due TEXT NOT NULL,
  done TEXT NOT NULL,
  last_event TEXT NOT NULL
) STRICT;
CREATE INDEX line_by_directive ON assignment_line (directive_id, role, state, due, last_event);
CREATE INDEX line_by_item ON assignment_line (item_id);
CREATE INDEX line_by_unit ON assignment_line (unit_id, due, directive_id, item_id, assignment_id, role, state);
CREATE INDEX line_by_due ON assignment_line (due, directive_id, item_id, assignment_id, role, state);
CREATE INDEX line_open ON assignment_line (due, directive_id, item_id, assignment_id, role) WHERE state = 'open';
CREATE INDEX line_by_last_event ON assignment_line (last_event) WHERE last_event <> '';

-- What search sees. The row's id holds the directive's id above its lowest 16 bits, so that newest first is the
-- order of ids, and the list of matching directives needs no join. The index keeps no text of its own: it is made of
-- the record's text, once folded (domain.vietnamese.fold) and once with its marks, for hits that are exact.
CREATE TABLE search_row (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  UNIQUE (entity, record_id)
) STRICT;
CREATE VIRTUAL TABLE search_words USING fts5(
  folded, marked, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2');

-- What the planner should think of the tables: the figures of an office of a hundred thousand directives, written here
-- once, so that every office, new or grown, answers a question along the same indexes.
ANALYZE;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('assignment', 'assignment_by_directive', '500000 5'),
  ('assignment', 'assignment_by_item', '500000 3'),
  ('assignment', 'assignment_by_unit', '500000 10000'),
  ('assignment_line', 'line_by_directive', '500000 5 3 3 2 1'),
  ('assignment_line', 'line_by_due', '500000 60 3 3 1 1 1'),
  ('assignment_line', 'line_by_item', '500000 3'),
  ('assignment_line', 'line_by_unit', '500000 10000 3 1 1 1 1 1'),
  ('assignment_line', 'line_open', '17000 3 1 1 1 1'),
  ('assignment_line', 'line_by_last_event', '480000 60'),
  ('directive', 'directive_by_arrival', '100000 4000 1 1'),
  ('directive', 'directive_by_issued', '100000 11'),
  ('directive', 'directive_by_number', '100000 34'),
  ('document_text', 'document_text_by_directive', '100000 1'),
  ('event', 'event_by_assignment', '480000 2'),
  ('item', 'item_by_directive', '250000 3 1'),
  ('register_line', 'register_by_arrival', '100000 100000 4000 1 1 1 1 1 1 1 1 1'),
  ('register_line', 'register_by_due', '100000 100000 17 1 1 1'),
  ('register_line', 'register_by_issued', '100000 100000 11 1 1 1'),
  ('register_line', 'register_by_issuer', '100000 100000 6700 1 1 1'),
  ('register_line', 'register_by_notation', '100000 100000 6 1 1 1'),
  ('register_line', 'register_by_notation_key', '99000 6'),
  ('register_line', 'register_by_last_event', '100000 11'),
  ('search_row', 'sqlite_autoindex_search_row_1', '360000 120000 1'),
  ('unit', 'unit_by_code', '100 1');
ANALYZE sqlite_schema;
