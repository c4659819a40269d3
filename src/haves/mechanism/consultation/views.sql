CREATE TABLE IF NOT EXISTS consultation (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    seq BIGINT NOT NULL,
    occasion TEXT NOT NULL,
    origin TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    chair TEXT NOT NULL,
    chair_title TEXT NOT NULL,
    agenda TEXT NOT NULL,
    meeting TEXT NOT NULL,
    called_at BIGINT NOT NULL,
    called_by TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    concluded_at BIGINT,
    concluded_by TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS consultation_list ON consultation(drill, starts_at);
CREATE INDEX IF NOT EXISTS consultation_origin ON consultation(origin);
CREATE TABLE IF NOT EXISTS consultation_person (
    consultation TEXT NOT NULL,
    person TEXT NOT NULL,
    place BIGINT NOT NULL,
    title TEXT NOT NULL,
    presence TEXT,
    reason TEXT NOT NULL,
    deputy TEXT NOT NULL,
    PRIMARY KEY (consultation, person)
);
CREATE TABLE IF NOT EXISTS consultation_word (
    seq BIGINT PRIMARY KEY,
    consultation TEXT NOT NULL,
    person TEXT NOT NULL,
    unit TEXT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS consultation_word_of ON consultation_word(consultation, seq);
CREATE TABLE IF NOT EXISTS resolution (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    seq BIGINT NOT NULL,
    consultation TEXT NOT NULL,
    number BIGINT NOT NULL,
    body TEXT NOT NULL,
    post TEXT NOT NULL,
    owner TEXT NOT NULL,
    owner_title TEXT NOT NULL,
    areas TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    due BIGINT NOT NULL,
    sheet TEXT NOT NULL,
    reminders BIGINT NOT NULL,
    reminded_at BIGINT,
    outcome TEXT,
    closed_at BIGINT,
    words TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS resolution_of ON resolution(consultation, number);
CREATE INDEX IF NOT EXISTS resolution_made_by ON resolution(seq);
CREATE INDEX IF NOT EXISTS resolution_sheet ON resolution(sheet);
CREATE TABLE IF NOT EXISTS consultation_below (
    node TEXT NOT NULL,
    id TEXT NOT NULL,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (node, id)
);
CREATE TABLE IF NOT EXISTS resolution_below (
    node TEXT NOT NULL,
    id TEXT NOT NULL,
    consultation TEXT NOT NULL,
    outcome TEXT NOT NULL,
    at BIGINT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (node, id)
);
