CREATE TABLE IF NOT EXISTS register_row (
    id TEXT PRIMARY KEY,
    list TEXT NOT NULL,
    area TEXT NOT NULL,
    content TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    retired BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS register_row_list ON register_row(list, area);
CREATE TABLE IF NOT EXISTS register_mirror (
    node TEXT NOT NULL,
    id TEXT NOT NULL,
    list TEXT NOT NULL,
    area TEXT NOT NULL,
    content TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (node, id)
);
