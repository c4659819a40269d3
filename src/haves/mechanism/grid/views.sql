CREATE TABLE IF NOT EXISTS grid (
    node TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    area TEXT NOT NULL,
    outline TEXT NOT NULL,
    members TEXT NOT NULL,
    people BIGINT NOT NULL,
    drawn_at BIGINT NOT NULL,
    retired_at BIGINT,
    PRIMARY KEY (node, id)
);
CREATE TABLE IF NOT EXISTS grid_away (
    person TEXT PRIMARY KEY,
    until_at BIGINT NOT NULL,
    reason TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS grid_sign (
    person TEXT PRIMARY KEY,
    at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS patrol (
    id TEXT PRIMARY KEY,
    grid TEXT NOT NULL,
    title TEXT NOT NULL,
    stops TEXT NOT NULL,
    every_days BIGINT NOT NULL,
    owner TEXT NOT NULL,
    next_at BIGINT NOT NULL,
    round BIGINT NOT NULL,
    round_due BIGINT,
    round_owner TEXT NOT NULL,
    walked_at BIGINT,
    walked_by TEXT NOT NULL,
    rounds BIGINT NOT NULL,
    stopped_at BIGINT
);
CREATE INDEX IF NOT EXISTS patrol_grid ON patrol(grid);
CREATE TABLE IF NOT EXISTS patrol_round (
    seq BIGINT PRIMARY KEY,
    patrol TEXT NOT NULL,
    round BIGINT NOT NULL,
    key TEXT NOT NULL,
    walked_at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    findings TEXT NOT NULL,
    wrong BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS patrol_round_of ON patrol_round(patrol, seq);
CREATE TABLE IF NOT EXISTS grid_report (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    seq BIGINT NOT NULL,
    node TEXT NOT NULL,
    grid TEXT NOT NULL,
    area TEXT NOT NULL,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    words TEXT NOT NULL,
    place TEXT NOT NULL,
    lon DOUBLE PRECISION,
    lat DOUBLE PRECISION,
    outside BIGINT NOT NULL,
    photo TEXT NOT NULL,
    found_at BIGINT NOT NULL,
    at BIGINT NOT NULL,
    reporter TEXT NOT NULL,
    key TEXT NOT NULL,
    patrol TEXT NOT NULL,
    state TEXT NOT NULL,
    owner TEXT NOT NULL,
    owner_title TEXT NOT NULL,
    due BIGINT,
    incident TEXT NOT NULL,
    incident_seq BIGINT NOT NULL,
    handled_by TEXT NOT NULL,
    handled_words TEXT NOT NULL,
    handled_photo TEXT NOT NULL,
    answer TEXT NOT NULL,
    ending TEXT,
    closed_at BIGINT
);
CREATE INDEX IF NOT EXISTS grid_report_list ON grid_report(drill, state, at);
CREATE INDEX IF NOT EXISTS grid_report_mine ON grid_report(reporter, at);
CREATE INDEX IF NOT EXISTS grid_report_key ON grid_report(key);
CREATE INDEX IF NOT EXISTS grid_report_incident ON grid_report(incident);
CREATE INDEX IF NOT EXISTS grid_report_made ON grid_report(incident_seq);
CREATE TABLE IF NOT EXISTS grid_step (
    seq BIGINT PRIMARY KEY,
    report TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS grid_step_of ON grid_step(report, seq);
CREATE TABLE IF NOT EXISTS grid_report_below (
    node TEXT NOT NULL,
    id TEXT NOT NULL,
    drill TEXT NOT NULL,
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    closed_at BIGINT,
    PRIMARY KEY (node, id)
);
