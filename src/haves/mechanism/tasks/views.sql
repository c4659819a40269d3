CREATE TABLE IF NOT EXISTS task (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    origin TEXT NOT NULL,
    step TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT NOT NULL,
    action TEXT NOT NULL,
    post TEXT NOT NULL,
    post_title TEXT NOT NULL,
    line TEXT NOT NULL,
    owner TEXT NOT NULL,
    area TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    confirmation TEXT NOT NULL,
    unit TEXT NOT NULL,
    number_wanted DOUBLE PRECISION,
    number DOUBLE PRECISION,
    photo TEXT NOT NULL,
    lon DOUBLE PRECISION,
    lat DOUBLE PRECISION,
    note TEXT NOT NULL,
    needs TEXT NOT NULL,
    chapter TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL,
    overdue BIGINT NOT NULL,
    done_at BIGINT,
    done_by TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS task_origin ON task(origin, drill);
CREATE INDEX IF NOT EXISTS task_owner ON task(owner, state);
CREATE INDEX IF NOT EXISTS task_due ON task(drill, due_at);
CREATE INDEX IF NOT EXISTS task_state ON task(drill, state, due_at);
CREATE TABLE IF NOT EXISTS town_task (
    node TEXT NOT NULL,
    id TEXT NOT NULL,
    drill TEXT NOT NULL,
    origin TEXT NOT NULL,
    title TEXT NOT NULL,
    area TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    done_at BIGINT,
    PRIMARY KEY (node, id)
);
