CREATE TABLE IF NOT EXISTS readiness (
    node TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    to_do BIGINT NOT NULL,
    summary TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS readiness_day (
    node TEXT NOT NULL,
    day TEXT NOT NULL,
    points DOUBLE PRECISION NOT NULL,
    out_of DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (node, day)
);
