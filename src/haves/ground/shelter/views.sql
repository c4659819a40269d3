CREATE TABLE IF NOT EXISTS shelter_open (
    shelter TEXT NOT NULL,
    drill TEXT NOT NULL,
    name TEXT NOT NULL,
    area TEXT NOT NULL,
    stage TEXT NOT NULL,
    capacity BIGINT NOT NULL,
    checks TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    opened_by TEXT NOT NULL,
    closed_at BIGINT,
    PRIMARY KEY (shelter, drill)
);
CREATE TABLE IF NOT EXISTS stay (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    shelter TEXT NOT NULL,
    household TEXT NOT NULL,
    people BIGINT NOT NULL,
    over_full BIGINT NOT NULL,
    way TEXT NOT NULL,
    since BIGINT NOT NULL,
    left_at BIGINT,
    left_to TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS stay_shelter ON stay(shelter, drill, left_at);
CREATE INDEX IF NOT EXISTS stay_household ON stay(household, drill);
CREATE TABLE IF NOT EXISTS transfer (
    id TEXT PRIMARY KEY,
    drill TEXT NOT NULL,
    title TEXT NOT NULL,
    area TEXT NOT NULL,
    risk BIGINT NOT NULL,
    reason TEXT NOT NULL,
    response TEXT NOT NULL,
    stage TEXT NOT NULL,
    ordered_at BIGINT NOT NULL,
    ordered_by TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    lifted_at BIGINT,
    lift_reason TEXT NOT NULL,
    closed_at BIGINT
);
CREATE INDEX IF NOT EXISTS transfer_state ON transfer(drill, state);
CREATE TABLE IF NOT EXISTS transfer_household (
    transfer TEXT NOT NULL,
    household TEXT NOT NULL,
    drill TEXT NOT NULL,
    open_list BIGINT NOT NULL,
    area TEXT NOT NULL,
    kind TEXT NOT NULL,
    people BIGINT NOT NULL,
    helper TEXT NOT NULL,
    allotted TEXT NOT NULL,
    state TEXT NOT NULL,
    shelter TEXT NOT NULL,
    marked_by TEXT NOT NULL,
    marked_at BIGINT,
    seen_at BIGINT,
    clock_odd BIGINT NOT NULL,
    photo TEXT NOT NULL,
    worded BIGINT NOT NULL,
    visits BIGINT NOT NULL,
    PRIMARY KEY (transfer, household)
);
CREATE INDEX IF NOT EXISTS transfer_household_open ON transfer_household(household, drill, open_list);
CREATE INDEX IF NOT EXISTS transfer_household_board ON transfer_household(transfer, area, kind, state, people);
CREATE INDEX IF NOT EXISTS transfer_household_marked ON transfer_household(transfer, marked_at);
CREATE INDEX IF NOT EXISTS transfer_household_helper ON transfer_household(helper, open_list);
CREATE TABLE IF NOT EXISTS town_heads (
    node TEXT NOT NULL,
    drill TEXT NOT NULL,
    counted_at BIGINT NOT NULL,
    shelters_open BIGINT NOT NULL,
    capacity BIGINT NOT NULL,
    people BIGINT NOT NULL,
    over_full BIGINT NOT NULL,
    transfer TEXT NOT NULL,
    PRIMARY KEY (node, drill)
);
