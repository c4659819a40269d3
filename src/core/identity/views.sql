CREATE TABLE IF NOT EXISTS account (
    login TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    roles TEXT NOT NULL,
    area TEXT NOT NULL,
    active BIGINT NOT NULL,
    totp_required BIGINT NOT NULL,
    totp_enrolled BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    locked_until BIGINT,
    last_login_at BIGINT,
    totp_last_step BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS account_person ON account(person);
CREATE TABLE IF NOT EXISTS login_session (
    digest TEXT PRIMARY KEY,
    login TEXT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS login_session_login ON login_session(login);
