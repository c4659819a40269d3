-- Findings of 2026-11, with rows of lists, lines of the duty log, and the works of teams, stores, venue and enforcement.
-- Another word here makes them anew.
CREATE TABLE IF NOT EXISTS search_doc (
    id BIGINT PRIMARY KEY,
    drill TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    area TEXT NOT NULL,
    permission TEXT NOT NULL,
    at BIGINT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS search_doc_subject ON search_doc(subject, kind);
CREATE TABLE IF NOT EXISTS search_gram (
    gram TEXT NOT NULL,
    block BIGINT NOT NULL,
    places TEXT NOT NULL,
    PRIMARY KEY (gram, block)
);
