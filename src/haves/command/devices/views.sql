CREATE TABLE IF NOT EXISTS device (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    number TEXT NOT NULL,
    area TEXT NOT NULL,
    place TEXT NOT NULL,
    in_rounds BIGINT NOT NULL,
    keeper TEXT NOT NULL,
    battery_percent BIGINT,
    battery_at BIGINT,
    airtime_minutes BIGINT,
    airtime_until TEXT NOT NULL,
    maintenance_due TEXT NOT NULL,
    last_outcome TEXT,
    checked_at BIGINT,
    answered_at BIGINT,
    failure TEXT,
    failed_at BIGINT,
    failure_note TEXT NOT NULL,
    registered_at BIGINT NOT NULL,
    retired_at BIGINT,
    retired_reason TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS device_number ON device(kind, number);
CREATE TABLE IF NOT EXISTS device_line (
    seq BIGINT NOT NULL,
    device TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    happening TEXT NOT NULL,
    round_id TEXT NOT NULL,
    seconds BIGINT,
    person TEXT NOT NULL,
    battery_percent BIGINT,
    airtime_minutes BIGINT,
    counterpart TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (seq, device)
);
CREATE INDEX IF NOT EXISTS device_line_device ON device_line(device, seq);
CREATE INDEX IF NOT EXISTS device_line_at ON device_line(at);
CREATE TABLE IF NOT EXISTS comm_round (
    id TEXT PRIMARY KEY,
    daily BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    opened_by TEXT NOT NULL,
    closes_at BIGINT NOT NULL,
    closed_at BIGINT
);
CREATE INDEX IF NOT EXISTS comm_round_opened ON comm_round(opened_at);
CREATE TABLE IF NOT EXISTS comm_round_part (
    round_id TEXT NOT NULL,
    device TEXT NOT NULL,
    place_in_round BIGINT NOT NULL,
    outcome TEXT,
    seconds BIGINT,
    counterpart TEXT NOT NULL,
    note TEXT NOT NULL,
    noted_at BIGINT,
    noted_by TEXT NOT NULL,
    PRIMARY KEY (round_id, device)
);
CREATE TABLE IF NOT EXISTS devices_below (
    node TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    devices BIGINT NOT NULL,
    satellite_phones BIGINT NOT NULL,
    asked BIGINT NOT NULL,
    answered BIGINT NOT NULL,
    unanswered BIGINT NOT NULL,
    faulty BIGINT NOT NULL,
    left_out BIGINT NOT NULL,
    attention BIGINT NOT NULL,
    urgent BIGINT NOT NULL
);
