CREATE TABLE IF NOT EXISTS readiness (
    node TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    to_do BIGINT NOT NULL,
    summary TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS readiness_day (
    node TEXT NOT NULL,
    day TEXT NOT NULL,
    points DOUBLE PRECISION NOT NULL,
    out_of DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (node, day)
);
CREATE TABLE IF NOT EXISTS acceptance_application (
    id TEXT NOT NULL,
    node TEXT NOT NULL,
    station TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_title TEXT NOT NULL,
    self TEXT NOT NULL,
    readiness TEXT NOT NULL,
    PRIMARY KEY (id, node)
);
CREATE TABLE IF NOT EXISTS acceptance_review (
    acceptance TEXT NOT NULL,
    item TEXT NOT NULL,
    points DOUBLE PRECISION NOT NULL,
    not_applicable BIGINT NOT NULL,
    opinion TEXT NOT NULL,
    photo TEXT NOT NULL,
    lon DOUBLE PRECISION,
    lat DOUBLE PRECISION,
    reviewer TEXT NOT NULL,
    by_title TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (acceptance, item)
);
CREATE TABLE IF NOT EXISTS acceptance_fix (
    acceptance TEXT NOT NULL,
    item TEXT NOT NULL,
    round BIGINT NOT NULL,
    what TEXT NOT NULL,
    until TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (acceptance, item, round)
);
CREATE TABLE IF NOT EXISTS acceptance_fix_report (
    acceptance TEXT NOT NULL,
    item TEXT NOT NULL,
    round BIGINT NOT NULL,
    node TEXT NOT NULL,
    note TEXT NOT NULL,
    photo TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (acceptance, item, round, node, at)
);
CREATE TABLE IF NOT EXISTS acceptance_fix_accepted (
    acceptance TEXT NOT NULL,
    item TEXT NOT NULL,
    round BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (acceptance, item, round)
);
CREATE TABLE IF NOT EXISTS acceptance_conclusion (
    id TEXT PRIMARY KEY,
    station TEXT NOT NULL,
    at BIGINT NOT NULL,
    content TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS acceptance_filing (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    number TEXT NOT NULL,
    digest TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS acceptance_submission (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    digest TEXT NOT NULL,
    files BIGINT NOT NULL,
    by_title TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS fund_budget (
    node TEXT NOT NULL,
    year BIGINT NOT NULL,
    source TEXT NOT NULL,
    line TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (node, year, source, line)
);
CREATE TABLE IF NOT EXISTS fund_contract (
    node TEXT NOT NULL,
    id TEXT NOT NULL,
    year BIGINT NOT NULL,
    source TEXT NOT NULL,
    line TEXT NOT NULL,
    title TEXT NOT NULL,
    supplier TEXT NOT NULL,
    number TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    day TEXT NOT NULL,
    procurement TEXT NOT NULL,
    not_reused TEXT NOT NULL,
    reused TEXT NOT NULL,
    PRIMARY KEY (node, id)
);
CREATE TABLE IF NOT EXISTS fund_payment (
    node TEXT NOT NULL,
    id TEXT NOT NULL,
    contract TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    voucher TEXT NOT NULL,
    day TEXT NOT NULL,
    scan TEXT NOT NULL,
    PRIMARY KEY (node, id)
);
CREATE TABLE IF NOT EXISTS fund_reversal (
    node TEXT NOT NULL,
    payment TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (node, payment)
);
CREATE TABLE IF NOT EXISTS build_plan (
    year BIGINT NOT NULL,
    own BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (year, own)
);
CREATE TABLE IF NOT EXISTS build_progress (
    node TEXT NOT NULL,
    year BIGINT NOT NULL,
    task TEXT NOT NULL,
    state TEXT NOT NULL,
    day TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (node, year, task)
);
CREATE TABLE IF NOT EXISTS means (
    node TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    content TEXT NOT NULL
);
