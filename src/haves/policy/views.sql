CREATE TABLE IF NOT EXISTS policy_row (
    policy_key TEXT NOT NULL,
    layer TEXT NOT NULL,
    standing BIGINT NOT NULL,
    scope TEXT NOT NULL,
    setting TEXT NOT NULL,
    unit TEXT NOT NULL,
    source TEXT NOT NULL,
    clause TEXT NOT NULL,
    mark TEXT NOT NULL,
    local_only BIGINT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    edited_by TEXT NOT NULL,
    PRIMARY KEY (policy_key, layer)
);
