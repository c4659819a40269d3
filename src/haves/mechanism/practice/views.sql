CREATE TABLE IF NOT EXISTS practice (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    started TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    step BIGINT NOT NULL,
    step_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    points BIGINT NOT NULL,
    in_time BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX IF NOT EXISTS practice_of_person ON practice(person, started_at);
CREATE TABLE IF NOT EXISTS practice_move (
    practice TEXT NOT NULL,
    step BIGINT NOT NULL,
    seconds BIGINT NOT NULL,
    in_time BIGINT NOT NULL,
    points BIGINT NOT NULL,
    remarks TEXT NOT NULL,
    PRIMARY KEY (practice, step)
);
