CREATE TABLE IF NOT EXISTS sensor (
    id TEXT NOT NULL,
    node TEXT NOT NULL,
    name TEXT NOT NULL,
    device TEXT NOT NULL,
    measure TEXT NOT NULL,
    area TEXT NOT NULL,
    lon DOUBLE PRECISION,
    lat DOUBLE PRECISION,
    interval_seconds BIGINT NOT NULL,
    hazard_point TEXT NOT NULL,
    camera BIGINT NOT NULL,
    thresholds TEXT NOT NULL,
    registered_at BIGINT NOT NULL,
    retired_at BIGINT,
    PRIMARY KEY (node, id)
);
CREATE INDEX IF NOT EXISTS sensor_device ON sensor(device, measure);
CREATE TABLE IF NOT EXISTS series_request (
    id TEXT PRIMARY KEY,
    sensor TEXT NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    asked_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS series_request_sensor ON series_request(sensor, asked_at);
CREATE TABLE IF NOT EXISTS series_told (
    id TEXT PRIMARY KEY,
    told_at BIGINT NOT NULL,
    points TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS sensor_fault (
    sensor TEXT NOT NULL,
    fault TEXT NOT NULL,
    at BIGINT NOT NULL,
    sample TEXT NOT NULL,
    PRIMARY KEY (sensor, fault)
);
CREATE TABLE IF NOT EXISTS sensor_alarm (
    id TEXT NOT NULL,
    node TEXT NOT NULL,
    sensor TEXT NOT NULL,
    kind TEXT NOT NULL,
    grade TEXT NOT NULL,
    name TEXT NOT NULL,
    measure TEXT NOT NULL,
    area TEXT NOT NULL,
    value DOUBLE PRECISION,
    bound DOUBLE PRECISION,
    read_at BIGINT NOT NULL,
    text TEXT NOT NULL,
    text_en TEXT NOT NULL,
    raised_at BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    attended_at BIGINT,
    attended_by TEXT NOT NULL,
    seconds BIGINT,
    note TEXT NOT NULL,
    cleared_at BIGINT,
    PRIMARY KEY (node, id)
);
CREATE INDEX IF NOT EXISTS sensor_alarm_sensor ON sensor_alarm(sensor, raised_at);
CREATE INDEX IF NOT EXISTS sensor_alarm_raised ON sensor_alarm(raised_at);
