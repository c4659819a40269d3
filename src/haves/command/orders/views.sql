CREATE TABLE IF NOT EXISTS order_sheet (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    seq BIGINT NOT NULL,
    issuer TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    number TEXT NOT NULL,
    asks TEXT NOT NULL,
    response TEXT NOT NULL,
    hazard TEXT NOT NULL,
    level BIGINT NOT NULL,
    by_title TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    receipt_by BIGINT NOT NULL,
    answer_by BIGINT,
    withdrawn_at BIGINT,
    withdraw_reason TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS order_sheet_list ON order_sheet(drill, issued_at);
CREATE TABLE IF NOT EXISTS order_part (
    sheet TEXT NOT NULL,
    area TEXT NOT NULL,
    drill TEXT NOT NULL,
    place BIGINT NOT NULL,
    reminders BIGINT NOT NULL,
    reminded_at BIGINT,
    PRIMARY KEY (sheet, area)
);
CREATE TABLE IF NOT EXISTS order_receipt (
    sheet TEXT NOT NULL,
    area TEXT NOT NULL,
    node TEXT NOT NULL,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    title TEXT NOT NULL,
    on_behalf BIGINT NOT NULL,
    PRIMARY KEY (sheet, area, node, drill)
);
CREATE TABLE IF NOT EXISTS order_reply (
    sheet TEXT NOT NULL,
    area TEXT NOT NULL,
    node TEXT NOT NULL,
    drill TEXT NOT NULL,
    first_at BIGINT NOT NULL,
    at BIGINT NOT NULL,
    body TEXT NOT NULL,
    given TEXT NOT NULL,
    title TEXT NOT NULL,
    on_behalf BIGINT NOT NULL,
    PRIMARY KEY (sheet, area, node, drill)
);
CREATE TABLE IF NOT EXISTS order_arrival (
    sheet TEXT NOT NULL,
    area TEXT NOT NULL,
    drill TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (sheet, area, drill)
);
