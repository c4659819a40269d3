CREATE TABLE IF NOT EXISTS push_subscription (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    device TEXT NOT NULL,
    service TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS push_subscription_person ON push_subscription(person);
