CREATE TABLE IF NOT EXISTS team_member (
    person TEXT PRIMARY KEY,
    team TEXT NOT NULL,
    role TEXT NOT NULL,
    skills TEXT NOT NULL,
    size TEXT NOT NULL,
    joined_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS team_member_team ON team_member(team);
CREATE TABLE IF NOT EXISTS team_paper (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    grade TEXT NOT NULL,
    expires TEXT NOT NULL,
    warn_days TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS team_paper_person ON team_paper(person);
CREATE TABLE IF NOT EXISTS team_gear (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    item TEXT NOT NULL,
    batch TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    issued_at BIGINT NOT NULL,
    returned_at BIGINT,
    note TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS team_gear_person ON team_gear(person);
CREATE TABLE IF NOT EXISTS team_standby (
    team TEXT NOT NULL,
    day TEXT NOT NULL,
    leader TEXT NOT NULL,
    people TEXT NOT NULL,
    PRIMARY KEY (team, day)
);
CREATE TABLE IF NOT EXISTS callout (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    errand TEXT NOT NULL,
    origin TEXT NOT NULL,
    target_seconds BIGINT NOT NULL,
    answer_seconds BIGINT NOT NULL,
    by_title TEXT NOT NULL,
    ordered_at BIGINT NOT NULL,
    closed_at BIGINT,
    reason TEXT NOT NULL,
    short_at BIGINT,
    next_team TEXT NOT NULL,
    next_name TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS callout_list ON callout(drill, ordered_at);
CREATE TABLE IF NOT EXISTS callout_team (
    callout TEXT NOT NULL,
    team TEXT NOT NULL,
    drill TEXT NOT NULL,
    name TEXT NOT NULL,
    strength BIGINT NOT NULL,
    called_at BIGINT NOT NULL,
    seconds BIGINT,
    PRIMARY KEY (callout, team)
);
CREATE TABLE IF NOT EXISTS callout_member (
    callout TEXT NOT NULL,
    person TEXT NOT NULL,
    team TEXT NOT NULL,
    drill TEXT NOT NULL,
    state TEXT NOT NULL,
    called_at BIGINT NOT NULL,
    answered_at BIGINT,
    answer_seconds BIGINT,
    reason TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    metres DOUBLE PRECISION,
    arrival_seconds BIGINT,
    PRIMARY KEY (callout, person)
);
CREATE INDEX IF NOT EXISTS callout_member_person ON callout_member(person, answered_at);
CREATE TABLE IF NOT EXISTS town_callout (
    node TEXT NOT NULL,
    id TEXT NOT NULL,
    drill TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    wanted BIGINT NOT NULL,
    ordered_at BIGINT NOT NULL,
    coming BIGINT NOT NULL,
    arrived BIGINT NOT NULL,
    turnout_seconds BIGINT,
    target_seconds BIGINT NOT NULL,
    closed_at BIGINT,
    PRIMARY KEY (node, id)
);
CREATE TABLE IF NOT EXISTS aid (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    side TEXT NOT NULL,
    callout TEXT NOT NULL,
    asker TEXT NOT NULL,
    asker_name TEXT NOT NULL,
    errand TEXT NOT NULL,
    by_title TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    helper TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS aid_pass (
    id TEXT PRIMARY KEY,
    helper TEXT NOT NULL,
    passed_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS aid_word (
    id TEXT NOT NULL,
    helper TEXT NOT NULL,
    word TEXT NOT NULL,
    answered_at BIGINT NOT NULL,
    PRIMARY KEY (id, helper)
);
CREATE TABLE IF NOT EXISTS training (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    goal TEXT NOT NULL,
    teams TEXT NOT NULL,
    starts BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    closed_at BIGINT,
    summary TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS training_person (
    training TEXT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    recorded_by TEXT NOT NULL,
    hours DOUBLE PRECISION,
    PRIMARY KEY (training, person)
);
