CREATE TABLE IF NOT EXISTS area (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    parent TEXT NOT NULL,
    lon DOUBLE PRECISION,
    lat DOUBLE PRECISION
);
CREATE TABLE IF NOT EXISTS person (
    id TEXT PRIMARY KEY,
    area TEXT NOT NULL,
    full_time BIGINT NOT NULL,
    active BIGINT NOT NULL,
    erased BIGINT NOT NULL,
    phone_tested_at BIGINT,
    phone_test_result TEXT,
    added_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS person_line (
    person TEXT NOT NULL,
    line TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (person, line)
);
CREATE TABLE IF NOT EXISTS post (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    area TEXT NOT NULL,
    duties TEXT NOT NULL,
    required BIGINT NOT NULL,
    full_time BIGINT NOT NULL,
    line TEXT NOT NULL,
    sort BIGINT NOT NULL,
    holder TEXT NOT NULL,
    deputy TEXT NOT NULL,
    since BIGINT
);
CREATE INDEX IF NOT EXISTS post_code ON post(code, area);
CREATE INDEX IF NOT EXISTS post_area ON post(area, sort);
CREATE INDEX IF NOT EXISTS post_holder ON post(holder);
CREATE TABLE IF NOT EXISTS area_chain (
    area TEXT NOT NULL,
    position BIGINT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (area, position)
);
CREATE TABLE IF NOT EXISTS leader_on_duty (
    area TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    since BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS responsibility (
    id TEXT PRIMARY KEY,
    post TEXT NOT NULL,
    line TEXT NOT NULL,
    wording TEXT NOT NULL,
    basis TEXT NOT NULL,
    listed_at BIGINT NOT NULL,
    acknowledged_at BIGINT,
    acknowledged_by TEXT NOT NULL
);
