CREATE TABLE IF NOT EXISTS call (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    origin TEXT NOT NULL,
    person TEXT NOT NULL,
    post TEXT NOT NULL,
    post_title TEXT NOT NULL,
    area TEXT NOT NULL,
    headline TEXT NOT NULL,
    text TEXT NOT NULL,
    colour TEXT NOT NULL,
    hazard TEXT NOT NULL,
    level BIGINT NOT NULL,
    state TEXT NOT NULL,
    stage BIGINT NOT NULL,
    placed_at BIGINT NOT NULL,
    first_due BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    turn TEXT NOT NULL,
    ladder TEXT NOT NULL,
    households TEXT NOT NULL,
    answered_at BIGINT,
    answered_by TEXT NOT NULL,
    answer_channel TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    seconds BIGINT,
    escalations BIGINT NOT NULL,
    exhausted BIGINT NOT NULL,
    voice BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS call_origin ON call(origin, drill, person);
CREATE INDEX IF NOT EXISTS call_state ON call(state, drill, placed_at);
CREATE INDEX IF NOT EXISTS call_answered_by ON call(answered_by, answered_at);
CREATE TABLE IF NOT EXISTS call_rung (
    call TEXT NOT NULL,
    stage BIGINT NOT NULL,
    role TEXT NOT NULL,
    person TEXT NOT NULL,
    post_title TEXT NOT NULL,
    placed_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (call, stage)
);
CREATE INDEX IF NOT EXISTS call_rung_person ON call_rung(person, outcome);
CREATE TABLE IF NOT EXISTS door_knock (
    call TEXT NOT NULL,
    household TEXT NOT NULL,
    helper TEXT NOT NULL,
    outcome TEXT NOT NULL,
    note TEXT NOT NULL,
    noted BIGINT NOT NULL,
    at BIGINT,
    PRIMARY KEY (call, household)
);
CREATE TABLE IF NOT EXISTS town_call (
    node TEXT NOT NULL,
    id TEXT NOT NULL,
    drill TEXT NOT NULL,
    origin TEXT NOT NULL,
    area TEXT NOT NULL,
    state TEXT NOT NULL,
    first_due BIGINT NOT NULL,
    answered_at BIGINT,
    escalations BIGINT NOT NULL,
    PRIMARY KEY (node, id)
);
CREATE TABLE IF NOT EXISTS call_channel (
    channel TEXT PRIMARY KEY,
    awake BIGINT NOT NULL,
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL,
    since BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS person_channels (
    person TEXT PRIMARY KEY,
    channels TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS call_plan (
    call TEXT PRIMARY KEY,
    stage BIGINT NOT NULL,
    turns TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS call_carry (
    id TEXT PRIMARY KEY,
    call TEXT NOT NULL,
    stage BIGINT NOT NULL,
    turn BIGINT NOT NULL,
    person TEXT NOT NULL,
    channel TEXT NOT NULL,
    state TEXT NOT NULL,
    why TEXT NOT NULL,
    at BIGINT NOT NULL,
    told_at BIGINT,
    parts BIGINT NOT NULL,
    cost_fen BIGINT NOT NULL,
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL,
    replied BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS call_carry_call ON call_carry(call, stage, turn);
CREATE INDEX IF NOT EXISTS call_carry_state ON call_carry(state, channel);
CREATE INDEX IF NOT EXISTS call_carry_at ON call_carry(channel, at);
