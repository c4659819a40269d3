CREATE TABLE IF NOT EXISTS stock_item (
    name TEXT PRIMARY KEY,
    class_code TEXT NOT NULL,
    unit TEXT NOT NULL,
    grain BIGINT NOT NULL,
    returnable BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS stock_batch (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    node TEXT NOT NULL,
    item TEXT NOT NULL,
    unit TEXT NOT NULL,
    grain BIGINT NOT NULL,
    class_code TEXT NOT NULL,
    source TEXT NOT NULL,
    lot TEXT NOT NULL,
    maker TEXT NOT NULL,
    made_on TEXT NOT NULL,
    expires_on TEXT NOT NULL,
    supplier TEXT NOT NULL,
    contract TEXT NOT NULL,
    fund TEXT NOT NULL,
    dispatch TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    notice BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS stock_batch_item ON stock_batch(item, node);
CREATE INDEX IF NOT EXISTS stock_batch_expiry ON stock_batch(node, drill, expires_on);
CREATE TABLE IF NOT EXISTS stock_balance (
    batch TEXT NOT NULL,
    store TEXT NOT NULL,
    drill TEXT NOT NULL,
    node TEXT NOT NULL,
    item TEXT NOT NULL,
    expires_on TEXT NOT NULL,
    location TEXT NOT NULL,
    usable BIGINT NOT NULL,
    aside BIGINT NOT NULL,
    PRIMARY KEY (batch, store, drill)
);
CREATE INDEX IF NOT EXISTS stock_balance_store ON stock_balance(store, item);
CREATE INDEX IF NOT EXISTS stock_balance_item ON stock_balance(node, item);
CREATE TABLE IF NOT EXISTS stock_movement (
    node TEXT NOT NULL,
    seq BIGINT NOT NULL,
    line BIGINT NOT NULL,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    slip TEXT NOT NULL,
    store TEXT NOT NULL,
    other TEXT NOT NULL,
    batch TEXT NOT NULL,
    item TEXT NOT NULL,
    delta BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    PRIMARY KEY (node, seq, line)
);
CREATE INDEX IF NOT EXISTS stock_movement_all ON stock_movement(at, node, seq, line);
CREATE INDEX IF NOT EXISTS stock_movement_store ON stock_movement(store, at, node, seq, line);
CREATE INDEX IF NOT EXISTS stock_movement_item ON stock_movement(item, at, node, seq, line);
CREATE INDEX IF NOT EXISTS stock_movement_batch ON stock_movement(batch, at, node, seq, line);
CREATE TABLE IF NOT EXISTS stock_slip (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    node TEXT NOT NULL,
    store TEXT NOT NULL,
    purpose_kind TEXT NOT NULL,
    purpose TEXT NOT NULL,
    ordered_by TEXT NOT NULL,
    receiver TEXT NOT NULL,
    origin TEXT NOT NULL,
    dispatch TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    issued_by TEXT NOT NULL,
    return_by BIGINT,
    closed_at BIGINT,
    overdue BIGINT NOT NULL,
    signature TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS stock_slip_list ON stock_slip(drill, issued_at);
CREATE INDEX IF NOT EXISTS stock_slip_dispatch ON stock_slip(dispatch);
CREATE INDEX IF NOT EXISTS stock_slip_origin ON stock_slip(origin);
CREATE TABLE IF NOT EXISTS stock_slip_line (
    slip TEXT NOT NULL,
    batch TEXT NOT NULL,
    item TEXT NOT NULL,
    issued BIGINT NOT NULL,
    usable BIGINT NOT NULL,
    damaged BIGINT NOT NULL,
    lost BIGINT NOT NULL,
    PRIMARY KEY (slip, batch)
);
CREATE TABLE IF NOT EXISTS stock_scrap (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    node TEXT NOT NULL,
    store TEXT NOT NULL,
    batch TEXT NOT NULL,
    item TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    kind TEXT NOT NULL,
    opinion TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    asked_by TEXT NOT NULL,
    decided_at BIGINT,
    decided_by TEXT NOT NULL,
    approved BIGINT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS stock_scrap_list ON stock_scrap(drill, asked_at);
CREATE TABLE IF NOT EXISTS stock_count (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    node TEXT NOT NULL,
    store TEXT NOT NULL,
    begun_at BIGINT NOT NULL,
    begun_by TEXT NOT NULL,
    ended_at BIGINT,
    approved_at BIGINT,
    approved_by TEXT NOT NULL,
    differences TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS stock_count_store ON stock_count(store, drill, begun_at);
CREATE TABLE IF NOT EXISTS stock_count_line (
    count_id TEXT NOT NULL,
    batch TEXT NOT NULL,
    counted BIGINT,
    book BIGINT NOT NULL,
    seen_at BIGINT,
    clock_odd BIGINT NOT NULL,
    counted_by TEXT NOT NULL,
    PRIMARY KEY (count_id, batch)
);
CREATE TABLE IF NOT EXISTS stock_minimum (
    node TEXT NOT NULL,
    item TEXT NOT NULL,
    basis TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    PRIMARY KEY (node, item, basis)
);
CREATE TABLE IF NOT EXISTS stock_short (
    node TEXT NOT NULL,
    drill TEXT NOT NULL,
    item TEXT NOT NULL,
    unit TEXT NOT NULL,
    grain BIGINT NOT NULL,
    have BIGINT NOT NULL,
    minimum BIGINT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (node, drill, item)
);
CREATE TABLE IF NOT EXISTS stock_supply (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    agreement TEXT NOT NULL,
    supplier TEXT NOT NULL,
    item TEXT NOT NULL,
    unit TEXT NOT NULL,
    grain BIGINT NOT NULL,
    quantity BIGINT NOT NULL,
    store TEXT NOT NULL,
    purpose TEXT NOT NULL,
    origin TEXT NOT NULL,
    dispatch TEXT NOT NULL,
    ordered_at BIGINT NOT NULL,
    ordered_by TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    ended_at BIGINT,
    arrived BIGINT NOT NULL,
    cost_fen BIGINT NOT NULL,
    batch TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS stock_supply_list ON stock_supply(drill, ordered_at);
