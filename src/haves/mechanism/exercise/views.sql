CREATE TABLE IF NOT EXISTS exercise (
    id TEXT PRIMARY KEY,
    sheet TEXT NOT NULL,
    drill TEXT NOT NULL,
    planned_at BIGINT NOT NULL,
    begun_at BIGINT,
    held_at BIGINT,
    verdicts TEXT NOT NULL,
    score BIGINT,
    judged BIGINT NOT NULL,
    summary TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS exercise_given (
    exercise TEXT NOT NULL,
    at_index BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_hand BIGINT NOT NULL,
    PRIMARY KEY (exercise, at_index)
);
CREATE TABLE IF NOT EXISTS exercise_observation (
    exercise TEXT NOT NULL,
    at_index BIGINT NOT NULL,
    observer TEXT NOT NULL,
    mark TEXT NOT NULL,
    fact TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (exercise, at_index, observer)
);
