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
