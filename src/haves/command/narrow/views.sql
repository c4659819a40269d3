CREATE TABLE IF NOT EXISTS narrow_sent (
    neighbour TEXT NOT NULL,
    number BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    thing BIGINT NOT NULL,
    told TEXT NOT NULL,
    drill TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    bearer TEXT NOT NULL,
    state TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    settled_at BIGINT,
    PRIMARY KEY (neighbour, number)
);
CREATE INDEX IF NOT EXISTS narrow_sent_seq ON narrow_sent(seq);
CREATE INDEX IF NOT EXISTS narrow_sent_state ON narrow_sent(state, neighbour);
CREATE TABLE IF NOT EXISTS narrow_fact (
    node TEXT NOT NULL,
    seq BIGINT NOT NULL,
    thing BIGINT NOT NULL,
    drill TEXT NOT NULL,
    told TEXT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    bearer TEXT NOT NULL,
    PRIMARY KEY (node, seq, thing)
);
CREATE INDEX IF NOT EXISTS narrow_fact_list ON narrow_fact(drill, received_at);
CREATE TABLE IF NOT EXISTS narrow_frame (
    neighbour TEXT NOT NULL,
    number BIGINT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (neighbour, number)
);
CREATE TABLE IF NOT EXISTS report (
    node TEXT NOT NULL,
    seq BIGINT NOT NULL,
    thing BIGINT NOT NULL,
    drill TEXT NOT NULL,
    told TEXT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (node, seq, thing)
);
CREATE INDEX IF NOT EXISTS report_list ON report(drill, at);
