CREATE TABLE IF NOT EXISTS platform (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    up BIGINT NOT NULL,
    since BIGINT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS platform_message (
    package TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    platform_name TEXT NOT NULL,
    message TEXT NOT NULL,
    title TEXT NOT NULL,
    taking TEXT NOT NULL,
    broadcast TEXT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS platform_message_name ON platform_message(message);
CREATE TABLE IF NOT EXISTS platform_sent (
    broadcast TEXT NOT NULL,
    platform TEXT NOT NULL,
    said TEXT NOT NULL,
    package TEXT NOT NULL,
    taken BIGINT NOT NULL,
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (broadcast, platform, said)
);
CREATE TABLE IF NOT EXISTS platform_refusal (
    platform TEXT NOT NULL,
    code TEXT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (platform, code)
);
