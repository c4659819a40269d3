CREATE TABLE IF NOT EXISTS meeting (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    seq BIGINT NOT NULL,
    title TEXT NOT NULL,
    origin TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    opened_by TEXT NOT NULL,
    recording BIGINT NOT NULL,
    ever_recorded BIGINT NOT NULL,
    shared TEXT NOT NULL, -- with its time, to be compared with other stations'
    closed_at BIGINT,
    film TEXT NOT NULL,
    film_bytes BIGINT NOT NULL,
    film_seconds BIGINT NOT NULL,
    film_lost BIGINT NOT NULL,
    film_fault TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS meeting_list ON meeting(drill, opened_at);
CREATE INDEX IF NOT EXISTS meeting_origin ON meeting(origin);
CREATE TABLE IF NOT EXISTS meeting_guest (
    meeting TEXT NOT NULL,
    person TEXT NOT NULL,
    place BIGINT NOT NULL,
    title TEXT NOT NULL,
    invited BIGINT NOT NULL,
    first_joined BIGINT,
    joined_at BIGINT,
    left_at BIGINT,
    millis BIGINT NOT NULL,
    hand BIGINT NOT NULL,
    PRIMARY KEY (meeting, person)
);
CREATE INDEX IF NOT EXISTS meeting_guest_person ON meeting_guest(person);
CREATE TABLE IF NOT EXISTS meeting_span (
    meeting TEXT NOT NULL,
    area TEXT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (meeting, area)
);
CREATE TABLE IF NOT EXISTS meeting_camera (
    meeting TEXT NOT NULL,
    since_seq BIGINT NOT NULL,
    camera TEXT NOT NULL,
    name TEXT NOT NULL,
    person TEXT NOT NULL,
    since_at BIGINT NOT NULL,
    until_at BIGINT,
    PRIMARY KEY (meeting, since_seq)
);
CREATE TABLE IF NOT EXISTS meeting_terminal (
    meeting TEXT NOT NULL,
    terminal TEXT NOT NULL,
    seq BIGINT NOT NULL,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    state TEXT NOT NULL,
    muted BIGINT NOT NULL,
    called_at BIGINT,
    first_joined BIGINT,
    joined_at BIGINT,
    left_at BIGINT,
    millis BIGINT NOT NULL,
    how TEXT,
    PRIMARY KEY (meeting, terminal)
);
CREATE INDEX IF NOT EXISTS meeting_terminal_state ON meeting_terminal(state);
