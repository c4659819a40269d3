CREATE TABLE IF NOT EXISTS venue_sheet (
    node TEXT PRIMARY KEY,
    sheet TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS venue_booking (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    from_minute BIGINT NOT NULL,
    people BIGINT NOT NULL,
    visitors TEXT NOT NULL,
    guide BIGINT NOT NULL,
    code TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS venue_booking_day ON venue_booking(day, from_minute);
CREATE TABLE IF NOT EXISTS venue_visit (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    day TEXT NOT NULL,
    booking TEXT NOT NULL,
    people BIGINT NOT NULL,
    visitors TEXT NOT NULL,
    stars BIGINT NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS venue_visit_day ON venue_visit(day);
CREATE TABLE IF NOT EXISTS venue_exhibit (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    hall TEXT NOT NULL,
    keeper TEXT NOT NULL,
    checked_at BIGINT,
    faulted_at BIGINT,
    repair_by BIGINT,
    fault TEXT NOT NULL,
    retired BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS venue_activity (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    sheet TEXT NOT NULL,
    state TEXT NOT NULL,
    people BIGINT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS venue_activity_day ON venue_activity(day);
CREATE TABLE IF NOT EXISTS venue_quiz (
    paper TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    hazard TEXT NOT NULL,
    questions TEXT NOT NULL,
    answers TEXT NOT NULL,
    correct BIGINT NOT NULL,
    visitors TEXT NOT NULL,
    learner TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS venue_quiz_at ON venue_quiz(at);
CREATE TABLE IF NOT EXISTS venue_below (
    node TEXT NOT NULL,
    year TEXT NOT NULL,
    thing TEXT NOT NULL,
    people BIGINT NOT NULL,
    held BIGINT NOT NULL,
    PRIMARY KEY (node, year, thing)
);
