CREATE TABLE IF NOT EXISTS incident (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    seq BIGINT NOT NULL,
    source TEXT NOT NULL,
    from_node TEXT NOT NULL,
    kind TEXT NOT NULL,
    account TEXT NOT NULL,
    area TEXT NOT NULL,
    place TEXT NOT NULL,
    lon DOUBLE PRECISION,
    lat DOUBLE PRECISION,
    outside BIGINT NOT NULL,
    happened_at BIGINT NOT NULL,
    known_at BIGINT NOT NULL,
    entered_at BIGINT NOT NULL,
    taken_by TEXT NOT NULL,
    sensitive BIGINT NOT NULL,
    verified BIGINT NOT NULL,
    grade TEXT NOT NULL,
    grade_reason TEXT NOT NULL,
    phone_by BIGINT NOT NULL,
    phoned_at BIGINT,
    written_by BIGINT NOT NULL,
    written_at BIGINT,
    followup_by BIGINT,
    closed_at BIGINT,
    close_words TEXT NOT NULL,
    final_by BIGINT,
    final_at BIGINT,
    ended_as TEXT NOT NULL,
    merged_into TEXT NOT NULL,
    passed_to TEXT NOT NULL,
    head BIGINT NOT NULL,
    reports BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS incident_list ON incident(drill, known_at);
CREATE INDEX IF NOT EXISTS incident_open ON incident(drill, ended_as, known_at);
CREATE INDEX IF NOT EXISTS incident_written ON incident(drill, written_by);
CREATE INDEX IF NOT EXISTS incident_teller ON incident(taken_by, known_at);
CREATE TABLE IF NOT EXISTS incident_draft (
    incident TEXT NOT NULL,
    version BIGINT NOT NULL,
    drill TEXT NOT NULL,
    base BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    split BIGINT NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (incident, version)
);
CREATE TABLE IF NOT EXISTS incident_report (
    node TEXT NOT NULL,
    incident TEXT NOT NULL,
    number BIGINT NOT NULL,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (node, incident, number)
);
CREATE TABLE IF NOT EXISTS incident_arrival (
    node TEXT NOT NULL,
    incident TEXT NOT NULL,
    number BIGINT NOT NULL,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    read_at BIGINT,
    read_title TEXT NOT NULL,
    PRIMARY KEY (node, incident, number)
);
CREATE TABLE IF NOT EXISTS incident_phoned (
    node TEXT NOT NULL,
    incident TEXT NOT NULL,
    seq BIGINT NOT NULL,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (node, incident, seq)
);
CREATE TABLE IF NOT EXISTS incident_forewarning (
    incident TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    node TEXT NOT NULL,
    at BIGINT NOT NULL,
    over BIGINT NOT NULL,
    body TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS incident_delivery (
    incident TEXT NOT NULL,
    number BIGINT NOT NULL,
    recipient TEXT NOT NULL,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    how TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (incident, number, recipient)
);
CREATE TABLE IF NOT EXISTS incident_line (
    incident TEXT NOT NULL,
    seq BIGINT NOT NULL,
    node TEXT NOT NULL,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    late BIGINT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    PRIMARY KEY (incident, seq, node)
);
CREATE TABLE IF NOT EXISTS incident_evidence (
    incident TEXT NOT NULL,
    seq BIGINT NOT NULL,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    photos TEXT NOT NULL,
    voice TEXT NOT NULL,
    PRIMARY KEY (incident, seq)
);
