CREATE TABLE IF NOT EXISTS rota_pattern (
    id TEXT PRIMARY KEY,
    content TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS rota_day (
    day TEXT PRIMARY KEY,
    year BIGINT NOT NULL,
    off BIGINT NOT NULL,
    name TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS rota_member (
    person TEXT PRIMARY KEY,
    posts TEXT NOT NULL,
    lines TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS leave (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    person TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    stand_in TEXT NOT NULL,
    filed_at BIGINT NOT NULL,
    filed_by TEXT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX IF NOT EXISTS leave_days ON leave(last_day, first_day);
CREATE TABLE IF NOT EXISTS rota (
    month TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    version BIGINT NOT NULL,
    saved_at BIGINT NOT NULL,
    saved_by TEXT NOT NULL,
    published_version BIGINT NOT NULL,
    published_at BIGINT,
    published_by TEXT NOT NULL,
    broken BIGINT NOT NULL,
    reason TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS rota_turn (
    month TEXT NOT NULL,
    drill TEXT NOT NULL,
    published BIGINT NOT NULL,
    day TEXT NOT NULL,
    shift TEXT NOT NULL,
    post TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (month, published, day, shift, post, person)
);
CREATE INDEX IF NOT EXISTS rota_turn_person ON rota_turn(person, published, day);
CREATE INDEX IF NOT EXISTS rota_turn_day ON rota_turn(day, published);
CREATE TABLE IF NOT EXISTS swap (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    give TEXT NOT NULL,
    take TEXT,
    asked_by TEXT NOT NULL,
    asked_of TEXT NOT NULL,
    state TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    agreed_at BIGINT,
    decided_at BIGINT,
    decided_by TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS swap_state ON swap(state, asked_at);
CREATE TABLE IF NOT EXISTS duty_calendar (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    digest TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT
);
CREATE INDEX IF NOT EXISTS duty_calendar_digest ON duty_calendar(digest);
CREATE TABLE IF NOT EXISTS reinforcement (
    response TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    level BIGINT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL
);
