-- The index of public administration reform: what is scored, what each unit reached, who owes a plan and what came of
-- it; reports that come back period by period; what headings of workbooks were said to mean. Points and per cents are
-- whole millionths, so that "dưới 75 %" is compared exactly.

CREATE TABLE index_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  version INTEGER NOT NULL CHECK (version >= 1),
  title TEXT NOT NULL,
  decision TEXT NOT NULL,
  published TEXT CHECK (published LIKE '____-__-__'),
  is_example INTEGER NOT NULL CHECK (is_example IN (0, 1)),
  note TEXT NOT NULL,
  UNIQUE (year, version)
) STRICT;

CREATE TABLE criterion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  index_id INTEGER NOT NULL REFERENCES index_set (id) ON DELETE RESTRICT,
  code TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  maximum INTEGER NOT NULL CHECK (maximum >= 0),
  parent_id INTEGER REFERENCES criterion (id) ON DELETE RESTRICT,
  key TEXT NOT NULL,
  method TEXT NOT NULL,
  evidence TEXT NOT NULL,
  by_survey INTEGER NOT NULL CHECK (by_survey IN (0, 1)),
  lead_unit_id INTEGER REFERENCES unit (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX criterion_by_index ON criterion (index_id);
CREATE INDEX criterion_by_parent ON criterion (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX criterion_by_lead_unit ON criterion (lead_unit_id) WHERE lead_unit_id IS NOT NULL;

CREATE TABLE rating_band (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  index_id INTEGER NOT NULL REFERENCES index_set (id) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (name <> ''),
  position INTEGER NOT NULL,
  min_total INTEGER,
  min_each INTEGER,
  min_named TEXT NOT NULL,
  UNIQUE (index_id, name)
) STRICT;

CREATE TABLE score (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  criterion_id INTEGER NOT NULL REFERENCES criterion (id) ON DELETE RESTRICT,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  declared TEXT NOT NULL,
  self_points INTEGER,
  first_points INTEGER,
  explanation TEXT NOT NULL,
  second_points INTEGER,
  survey_points INTEGER,
  note TEXT NOT NULL,
  UNIQUE (criterion_id, unit_id)
) STRICT;
CREATE INDEX score_by_unit ON score (unit_id);

CREATE TABLE unit_rating (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  index_id INTEGER NOT NULL REFERENCES index_set (id) ON DELETE RESTRICT,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  rating TEXT NOT NULL,
  rank INTEGER CHECK (rank >= 1),
  note TEXT NOT NULL,
  UNIQUE (index_id, unit_id)
) STRICT;
CREATE INDEX unit_rating_by_unit ON unit_rating (unit_id);

CREATE TABLE reform_trigger (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  title TEXT NOT NULL,
  duty TEXT NOT NULL CHECK (duty IN ('plan', 'breakthrough', 'review')),
  conditions TEXT NOT NULL,
  "join" TEXT NOT NULL CHECK ("join" IN ('any', 'all')),
  unit_kinds TEXT NOT NULL,
  item_words TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE trigger_tie (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  trigger_id INTEGER NOT NULL REFERENCES reform_trigger (id) ON DELETE RESTRICT,
  index_id INTEGER NOT NULL REFERENCES index_set (id) ON DELETE RESTRICT,
  item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE RESTRICT,
  UNIQUE (trigger_id, index_id)
) STRICT;
CREATE INDEX trigger_tie_by_index ON trigger_tie (index_id);
CREATE INDEX trigger_tie_by_item ON trigger_tie (item_id);

CREATE TABLE improvement_plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  index_id INTEGER NOT NULL REFERENCES index_set (id) ON DELETE RESTRICT,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  assignment_id INTEGER NOT NULL REFERENCES assignment (id) ON DELETE RESTRICT,
  duty TEXT NOT NULL CHECK (duty IN ('plan', 'breakthrough', 'review')),
  reasons TEXT NOT NULL,
  purpose TEXT NOT NULL,
  organisation TEXT NOT NULL,
  directive_id INTEGER REFERENCES directive (id) ON DELETE RESTRICT,
  result_notation TEXT NOT NULL,
  result_on TEXT CHECK (result_on LIKE '____-__-__'),
  closed_on TEXT CHECK (closed_on LIKE '____-__-__'),
  note TEXT NOT NULL,
  UNIQUE (index_id, unit_id, duty)
) STRICT;
CREATE INDEX improvement_plan_by_unit ON improvement_plan (unit_id);
CREATE INDEX improvement_plan_by_assignment ON improvement_plan (assignment_id);
CREATE INDEX improvement_plan_by_directive ON improvement_plan (directive_id) WHERE directive_id IS NOT NULL;

CREATE TABLE measure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  plan_id INTEGER NOT NULL REFERENCES improvement_plan (id) ON DELETE RESTRICT,
  criterion_id INTEGER REFERENCES criterion (id) ON DELETE RESTRICT,
  lost INTEGER,
  weakness TEXT NOT NULL,
  cause TEXT NOT NULL,
  responsible TEXT NOT NULL,
  remedy TEXT NOT NULL,
  phrase TEXT NOT NULL,
  due TEXT CHECK (due LIKE '____-__-__'),
  product TEXT NOT NULL,
  item_id INTEGER REFERENCES item (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX measure_by_plan ON measure (plan_id);
CREATE INDEX measure_by_criterion ON measure (criterion_id) WHERE criterion_id IS NOT NULL;
CREATE INDEX measure_by_item ON measure (item_id) WHERE item_id IS NOT NULL;

CREATE TABLE breakthrough (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  content TEXT NOT NULL CHECK (content <> ''),
  solution TEXT NOT NULL,
  criteria TEXT NOT NULL,
  time TEXT NOT NULL,
  result TEXT NOT NULL,
  registered_on TEXT CHECK (registered_on LIKE '____-__-__'),
  notation TEXT NOT NULL,
  assignment_id INTEGER REFERENCES assignment (id) ON DELETE RESTRICT,
  note TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX breakthrough_by_year ON breakthrough (year);
CREATE INDEX breakthrough_by_unit ON breakthrough (unit_id);
CREATE INDEX breakthrough_by_assignment ON breakthrough (assignment_id) WHERE assignment_id IS NOT NULL;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  criterion_id INTEGER NOT NULL REFERENCES criterion (id) ON DELETE RESTRICT,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  notation TEXT NOT NULL,
  dated TEXT CHECK (dated LIKE '____-__-__'),
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (digest = '' OR length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  size INTEGER NOT NULL CHECK (size >= 0),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_by_criterion ON evidence (criterion_id, unit_id);
CREATE INDEX evidence_by_unit ON evidence (unit_id);

CREATE TABLE weakness (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  text TEXT NOT NULL CHECK (text <> ''),
  domain TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE report_series (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  title TEXT NOT NULL CHECK (title <> ''),
  receiver TEXT NOT NULL,
  basis TEXT NOT NULL,
  unit_kinds TEXT NOT NULL,
  item_id INTEGER REFERENCES item (id) ON DELETE RESTRICT,
  is_example INTEGER NOT NULL CHECK (is_example IN (0, 1)),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX report_series_by_item ON report_series (item_id) WHERE item_id IS NOT NULL;

CREATE TABLE period_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  series_id INTEGER NOT NULL REFERENCES report_series (id) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (name <> ''),
  "first" TEXT NOT NULL,
  "last" TEXT NOT NULL,
  unit_due TEXT NOT NULL,
  bureau_due TEXT NOT NULL,
  upper_due TEXT NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (series_id, name)
) STRICT;

CREATE TABLE report_period (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  series_id INTEGER NOT NULL REFERENCES report_series (id) ON DELETE RESTRICT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  name TEXT NOT NULL CHECK (name <> ''),
  "first" TEXT CHECK ("first" LIKE '____-__-__'),
  "last" TEXT CHECK ("last" LIKE '____-__-__'),
  unit_due TEXT CHECK (unit_due LIKE '____-__-__'),
  bureau_due TEXT CHECK (bureau_due LIKE '____-__-__'),
  upper_due TEXT CHECK (upper_due LIKE '____-__-__'),
  position INTEGER NOT NULL,
  UNIQUE (series_id, year, name)
) STRICT;

CREATE TABLE submission (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  period_id INTEGER NOT NULL REFERENCES report_period (id) ON DELETE RESTRICT,
  unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
  received TEXT CHECK (received LIKE '____-__-__'),
  notation TEXT NOT NULL,
  merged_into TEXT NOT NULL,
  reminded INTEGER NOT NULL CHECK (reminded >= 0),
  reminded_on TEXT CHECK (reminded_on LIKE '____-__-__'),
  excused TEXT NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (period_id, unit_id)
) STRICT;
CREATE INDEX submission_by_unit ON submission (unit_id);

CREATE TABLE cycle_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  title TEXT NOT NULL CHECK (title <> ''),
  month_day TEXT NOT NULL CHECK (month_day LIKE '__-__'),
  year_offset INTEGER NOT NULL CHECK (year_offset IN (0, 1)),
  who TEXT NOT NULL,
  note TEXT NOT NULL,
  done_year INTEGER,
  is_example INTEGER NOT NULL CHECK (is_example IN (0, 1)),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE sheet_match (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid INTEGER NOT NULL UNIQUE CHECK (uid BETWEEN 100000000000000000 AND 999999999999999999),
  scope TEXT NOT NULL CHECK (scope IN ('column', 'criterion', 'unit')),
  written TEXT NOT NULL,
  target TEXT NOT NULL,
  UNIQUE (scope, written)
) STRICT;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('criterion', 'criterion_by_index', '500 100'),
  ('criterion', 'criterion_by_parent', '450 5'),
  ('score', 'sqlite_autoindex_score_2', '100000 1000 1'),
  ('score', 'score_by_unit', '100000 300'),
  ('improvement_plan', 'improvement_plan_by_assignment', '1000 1'),
  ('measure', 'measure_by_plan', '10000 10'),
  ('evidence', 'evidence_by_criterion', '50000 100 1'),
  ('submission', 'sqlite_autoindex_submission_2', '20000 100 1');
ANALYZE sqlite_schema;
