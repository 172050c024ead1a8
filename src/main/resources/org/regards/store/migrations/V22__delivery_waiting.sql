-- When a delivery is due matters as long as it waits: what is on its way changes its state twice, and no longer moves
-- in two indexes each time. Waiting or not is written in the queries, too, or no database sees that this one is enough.
DROP INDEX delivery_by_due;
DROP INDEX delivery_by_state;
CREATE INDEX delivery_by_state ON delivery (channel, state, changed_at);
CREATE INDEX delivery_waiting ON delivery (channel, state, due_at, id) WHERE state IN ('queued', 'deferred');
