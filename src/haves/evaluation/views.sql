CREATE TABLE IF NOT EXISTS evaluation_drill (
    node TEXT NOT NULL,
    exercise TEXT NOT NULL,
    title TEXT NOT NULL,
    held_at BIGINT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    judged BIGINT NOT NULL,
    injects BIGINT NOT NULL,
    PRIMARY KEY (node, exercise)
);
CREATE TABLE IF NOT EXISTS evaluation_nomination (
    id TEXT PRIMARY KEY,
    year BIGINT NOT NULL,
    station TEXT NOT NULL,
    county TEXT NOT NULL,
    name TEXT NOT NULL,
    acceptance TEXT NOT NULL,
    drill TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_title TEXT NOT NULL,
    at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    withdrawn TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS evaluation_change (
    id TEXT PRIMARY KEY,
    nomination TEXT NOT NULL,
    part TEXT NOT NULL,
    from_points DOUBLE PRECISION NOT NULL,
    to_points DOUBLE PRECISION NOT NULL,
    reason TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    proposed_title TEXT NOT NULL,
    proposed_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_title TEXT NOT NULL,
    decided_at BIGINT,
    decided_reason TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS evaluation_conclusion (
    year BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    content TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS evaluation_result (
    year BIGINT NOT NULL,
    station TEXT NOT NULL,
    at BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (year, station)
);
CREATE TABLE IF NOT EXISTS evaluation_letter (
    id TEXT PRIMARY KEY,
    year BIGINT NOT NULL,
    station TEXT NOT NULL,
    kind TEXT NOT NULL,
    order_id TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS model_place (
    id TEXT PRIMARY KEY,
    area TEXT NOT NULL,
    name TEXT NOT NULL,
    named_by TEXT NOT NULL,
    why TEXT NOT NULL,
    by_title TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS model_end (
    model TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS model_lesson (
    id TEXT PRIMARY KEY,
    model TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    by_title TEXT NOT NULL,
    at BIGINT NOT NULL
);
