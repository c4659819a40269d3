CREATE TABLE IF NOT EXISTS link_change (
    seq BIGINT PRIMARY KEY,
    neighbour TEXT NOT NULL,
    name TEXT NOT NULL,
    up BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS link_fault (
    seq BIGINT PRIMARY KEY,
    neighbour TEXT NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS checkpoint_below (
    neighbour TEXT PRIMARY KEY,
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL,
    holds BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS link_code (
    code_id TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_by TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS link_request (
    area TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    level TEXT NOT NULL,
    public_pem TEXT NOT NULL,
    nkey TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    address TEXT NOT NULL,
    code_id TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    decided_at BIGINT
);
CREATE TABLE IF NOT EXISTS link_child (
    area TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    public_pem TEXT NOT NULL,
    nkey TEXT NOT NULL,
    approved_at BIGINT NOT NULL
);
