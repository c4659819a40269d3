CREATE TABLE IF NOT EXISTS warning (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    seq BIGINT NOT NULL,
    identifier TEXT NOT NULL,
    sender TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    standard TEXT NOT NULL,
    source TEXT NOT NULL,
    via TEXT NOT NULL,
    status TEXT NOT NULL,
    msg_type TEXT NOT NULL,
    action TEXT NOT NULL,
    hazard TEXT NOT NULL,
    colour TEXT NOT NULL,
    weather_level BIGINT NOT NULL,
    event TEXT NOT NULL,
    headline TEXT NOT NULL,
    description TEXT NOT NULL,
    instruction TEXT NOT NULL,
    sent BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    effective BIGINT,
    onset BIGINT,
    expires BIGINT,
    state TEXT NOT NULL,
    replaced_by TEXT,
    replaces TEXT NOT NULL,
    covers_us BIGINT NOT NULL,
    areas TEXT NOT NULL,
    notes TEXT NOT NULL,
    infos TEXT NOT NULL,
    original TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS warning_list ON warning(drill, seq);
CREATE INDEX IF NOT EXISTS warning_state ON warning(drill, state, hazard);
CREATE TABLE IF NOT EXISTS warning_message (
    drill TEXT NOT NULL,
    sender TEXT NOT NULL,
    identifier TEXT NOT NULL,
    sent BIGINT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (drill, sender, identifier, sent)
);
CREATE INDEX IF NOT EXISTS warning_message_identifier ON warning_message(identifier);
CREATE TABLE IF NOT EXISTS warning_reference (
    warning TEXT NOT NULL,
    number BIGINT NOT NULL,
    drill TEXT NOT NULL,
    sender TEXT NOT NULL,
    identifier TEXT NOT NULL,
    sent BIGINT,
    PRIMARY KEY (warning, number)
);
CREATE INDEX IF NOT EXISTS warning_reference_identifier ON warning_reference(identifier);
CREATE TABLE IF NOT EXISTS typhoon (
    node TEXT NOT NULL,
    drill TEXT NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    grade TEXT NOT NULL,
    latest BIGINT NOT NULL,
    circles TEXT NOT NULL,
    forecast TEXT NOT NULL,
    landfall_expected BIGINT,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (node, drill, number)
);
CREATE TABLE IF NOT EXISTS typhoon_point (
    node TEXT NOT NULL,
    drill TEXT NOT NULL,
    number TEXT NOT NULL,
    at BIGINT NOT NULL,
    agency TEXT NOT NULL,
    lon DOUBLE PRECISION NOT NULL,
    lat DOUBLE PRECISION NOT NULL,
    wind_ms DOUBLE PRECISION NOT NULL,
    pressure_hpa DOUBLE PRECISION NOT NULL,
    grade TEXT NOT NULL,
    PRIMARY KEY (node, drill, number, at, agency)
);
CREATE TABLE IF NOT EXISTS feed (
    feed TEXT PRIMARY KEY,
    up BIGINT NOT NULL,
    since BIGINT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS drill (
    node TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    scenario TEXT NOT NULL,
    by_warning BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (node, id)
);
