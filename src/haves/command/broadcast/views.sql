CREATE TABLE IF NOT EXISTS terminal (
    id TEXT NOT NULL,
    node TEXT NOT NULL,
    name TEXT NOT NULL,
    area TEXT NOT NULL,
    kind TEXT NOT NULL,
    codec TEXT NOT NULL,
    address TEXT NOT NULL,
    volume BIGINT NOT NULL,
    drill_ok BIGINT NOT NULL,
    lon DOUBLE PRECISION,
    lat DOUBLE PRECISION,
    hearing TEXT NOT NULL,
    hearing_since BIGINT NOT NULL,
    last_heard_at BIGINT,
    registered_at BIGINT NOT NULL,
    retired_at BIGINT,
    PRIMARY KEY (node, id)
);
CREATE TABLE IF NOT EXISTS broadcast (
    id TEXT NOT NULL,
    node TEXT NOT NULL,
    drill TEXT NOT NULL,
    from_area TEXT NOT NULL,
    sheet TEXT NOT NULL,
    words TEXT NOT NULL,
    revision BIGINT NOT NULL,
    state TEXT NOT NULL,
    drafted_by TEXT NOT NULL,
    released_by TEXT NOT NULL,
    warning TEXT NOT NULL,
    drafted_at BIGINT NOT NULL,
    released_at BIGINT,
    begun_at BIGINT,
    interrupted_at BIGINT,
    ended_at BIGINT,
    interrupted_by TEXT NOT NULL,
    played BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    silent BIGINT NOT NULL,
    sent BIGINT NOT NULL,
    total BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (node, id)
);
CREATE INDEX IF NOT EXISTS broadcast_state ON broadcast(state, drafted_at);
CREATE TABLE IF NOT EXISTS broadcast_part (
    broadcast TEXT NOT NULL,
    terminal TEXT NOT NULL,
    outcome TEXT,
    seconds BIGINT NOT NULL,
    note TEXT NOT NULL,
    at BIGINT,
    PRIMARY KEY (broadcast, terminal)
);
CREATE TABLE IF NOT EXISTS broadcast_authority (
    warning TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    headline TEXT NOT NULL,
    hazard TEXT NOT NULL,
    areas TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE TABLE IF NOT EXISTS broadcast_test (
    zone TEXT PRIMARY KEY,
    tested_at BIGINT,
    due BIGINT NOT NULL
);
