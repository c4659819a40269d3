CREATE TABLE IF NOT EXISTS api_token (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    permissions TEXT NOT NULL,
    area TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    expires BIGINT NOT NULL,
    per_minute BIGINT NOT NULL,
    revoked_at BIGINT,
    revoke_reason TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS api_token_digest ON api_token(digest);
