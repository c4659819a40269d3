CREATE TABLE IF NOT EXISTS dispatch_ask (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    asker TEXT NOT NULL,
    title TEXT NOT NULL,
    site TEXT NOT NULL,
    area TEXT NOT NULL,
    lon DOUBLE PRECISION NOT NULL,
    lat DOUBLE PRECISION NOT NULL,
    origin TEXT NOT NULL,
    needed_by BIGINT NOT NULL,
    needs TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_title TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS dispatch_ask_list ON dispatch_ask(drill, at, id);
CREATE INDEX IF NOT EXISTS dispatch_ask_origin ON dispatch_ask(origin);
CREATE TABLE IF NOT EXISTS dispatch_decision (
    id TEXT NOT NULL,
    node TEXT NOT NULL,
    drill TEXT NOT NULL,
    asker TEXT NOT NULL,
    title TEXT NOT NULL,
    site TEXT NOT NULL,
    area TEXT NOT NULL,
    needed_by BIGINT NOT NULL,
    needs TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_title TEXT NOT NULL,
    out_by BIGINT NOT NULL,
    below_minimum BIGINT NOT NULL,
    reason TEXT NOT NULL,
    sendings TEXT NOT NULL,
    PRIMARY KEY (id, node)
);
CREATE INDEX IF NOT EXISTS dispatch_decision_list ON dispatch_decision(drill, at, id);
CREATE TABLE IF NOT EXISTS dispatch_promise (
    dispatch TEXT NOT NULL,
    node TEXT NOT NULL,
    place BIGINT NOT NULL,
    drill TEXT NOT NULL,
    store TEXT NOT NULL,
    item TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    PRIMARY KEY (dispatch, node, place)
);
CREATE INDEX IF NOT EXISTS dispatch_promise_store ON dispatch_promise(store, item);
CREATE TABLE IF NOT EXISTS dispatch_hand (
    dispatch TEXT NOT NULL,
    store TEXT NOT NULL,
    node TEXT NOT NULL,
    slip TEXT NOT NULL,
    team TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (dispatch, store, node)
);
CREATE TABLE IF NOT EXISTS dispatch_receipt (
    dispatch TEXT NOT NULL,
    store TEXT NOT NULL,
    node TEXT NOT NULL,
    arrived TEXT NOT NULL,
    by_title TEXT NOT NULL,
    note TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (dispatch, store, node)
);
CREATE TABLE IF NOT EXISTS dispatch_close (
    dispatch TEXT NOT NULL,
    node TEXT NOT NULL,
    lessons TEXT NOT NULL,
    cost_fen BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (dispatch, node)
);
