CREATE TABLE IF NOT EXISTS response (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    seq BIGINT NOT NULL,
    hazard TEXT NOT NULL,
    level BIGINT NOT NULL,
    plan TEXT NOT NULL,
    plan_title TEXT NOT NULL,
    plan_title_en TEXT NOT NULL,
    plan_version BIGINT NOT NULL,
    state TEXT NOT NULL,
    warning TEXT NOT NULL,
    incident TEXT NOT NULL,
    ordered_by TEXT NOT NULL,
    colour TEXT NOT NULL,
    area TEXT NOT NULL,
    reason_zh TEXT NOT NULL,
    reason_en TEXT NOT NULL,
    proposed_at BIGINT NOT NULL,
    confirm_by BIGINT,
    activated_at BIGINT,
    activated_by TEXT NOT NULL,
    measures_zh TEXT NOT NULL,
    measures_en TEXT NOT NULL,
    expected_end BIGINT,
    closed_at BIGINT,
    closed_by TEXT NOT NULL,
    close_reason TEXT,
    declined BIGINT NOT NULL,
    suggested_level BIGINT
);
CREATE INDEX IF NOT EXISTS response_list ON response(drill, seq);
CREATE INDEX IF NOT EXISTS response_open ON response(drill, hazard, plan, state);
CREATE TABLE IF NOT EXISTS response_warning (
    response TEXT NOT NULL,
    warning TEXT NOT NULL,
    drill TEXT NOT NULL,
    PRIMARY KEY (response, warning)
);
CREATE INDEX IF NOT EXISTS response_warning_back ON response_warning(warning);
CREATE TABLE IF NOT EXISTS response_repeat (
    response TEXT NOT NULL,
    step TEXT NOT NULL,
    drill TEXT NOT NULL,
    PRIMARY KEY (response, step)
);
CREATE TABLE IF NOT EXISTS other_response (
    node TEXT NOT NULL,
    id TEXT NOT NULL,
    drill TEXT NOT NULL,
    hazard TEXT NOT NULL,
    level BIGINT NOT NULL,
    state TEXT NOT NULL,
    plan_title TEXT NOT NULL,
    activated_at BIGINT,
    PRIMARY KEY (node, id)
);
CREATE TABLE IF NOT EXISTS response_part (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    response TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    person TEXT NOT NULL,
    area TEXT NOT NULL,
    colour TEXT NOT NULL,
    due_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS response_part_response ON response_part(response, kind);
CREATE TABLE IF NOT EXISTS retention_run (
    seq BIGINT PRIMARY KEY,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    responses BIGINT NOT NULL,
    people BIGINT NOT NULL,
    destroyed BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS retention_done (
    response TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS totals (
    node TEXT NOT NULL,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (node, drill)
);
CREATE TABLE IF NOT EXISTS timeline (
    node TEXT NOT NULL,
    seq BIGINT NOT NULL,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    response TEXT NOT NULL,
    actor TEXT NOT NULL,
    person TEXT NOT NULL,
    area TEXT NOT NULL,
    colour TEXT NOT NULL,
    late BIGINT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (node, seq, hash)
);
CREATE INDEX IF NOT EXISTS timeline_response ON timeline(response, seq);
CREATE INDEX IF NOT EXISTS timeline_log ON timeline(drill, at);
CREATE INDEX IF NOT EXISTS timeline_subject ON timeline(subject);
