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
CREATE TABLE IF NOT EXISTS duty_note (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    line TEXT NOT NULL,
    source TEXT NOT NULL,
    words TEXT NOT NULL,
    to_do TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    settled_at BIGINT,
    result TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS duty_note_open ON duty_note(drill, at) WHERE settled_at IS NULL AND to_do <> '';
CREATE TABLE IF NOT EXISTS handover (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    giver TEXT NOT NULL,
    offered_at BIGINT NOT NULL,
    take_by BIGINT NOT NULL,
    open_items TEXT NOT NULL,
    checks TEXT NOT NULL,
    words TEXT NOT NULL,
    taker TEXT NOT NULL,
    taken_at BIGINT,
    taker_words TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS handover_at ON handover(drill, offered_at);
CREATE TABLE IF NOT EXISTS shift_watch (
    day TEXT NOT NULL,
    shift TEXT NOT NULL,
    drill TEXT NOT NULL,
    officer TEXT NOT NULL,
    taken BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (day, shift)
);
CREATE TABLE IF NOT EXISTS rollcall (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    areas TEXT NOT NULL,
    limit_seconds BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS rollcall_rung (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    person TEXT NOT NULL,
    limit_seconds BIGINT NOT NULL,
    answered_at BIGINT
);
CREATE TABLE IF NOT EXISTS rollcall_answer (
    id TEXT NOT NULL,
    area TEXT NOT NULL,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    seconds BIGINT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (id, area)
);
CREATE INDEX IF NOT EXISTS rollcall_at ON rollcall(drill, at);
CREATE INDEX IF NOT EXISTS rollcall_answer_at ON rollcall_answer(drill, at);
