-- Recurring items are looked through at every start and at midnight, for periods that must be made ahead. They are few
-- among many: an index of their own finds them without reading the texts of all items.
CREATE INDEX item_recurring ON item (id) WHERE substr(rule, 1, 19) = '{"kind": "periodic"';

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('item', 'item_recurring', '4000 1');
ANALYZE sqlite_schema;
