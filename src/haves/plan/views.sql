CREATE TABLE IF NOT EXISTS plan (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    owner_post TEXT NOT NULL,
    newest BIGINT NOT NULL,
    approved BIGINT NOT NULL,
    approved_at BIGINT,
    filed_at BIGINT,
    receipt TEXT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS plan_version (
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    document TEXT NOT NULL,
    yaml TEXT NOT NULL,
    comment TEXT NOT NULL,
    saved_by TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE IF NOT EXISTS plan_check (
    name TEXT PRIMARY KEY,
    checked_at BIGINT NOT NULL,
    plans BIGINT NOT NULL,
    red BIGINT NOT NULL,
    yellow BIGINT NOT NULL
);
