CREATE TABLE IF NOT EXISTS work_calendar (
    day TEXT PRIMARY KEY,
    works BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS inspection_plan (
    year BIGINT PRIMARY KEY,
    visits TEXT NOT NULL,
    capacity TEXT NOT NULL,
    drafted_by TEXT NOT NULL,
    drafted_at BIGINT NOT NULL,
    approved_by TEXT NOT NULL,
    approved_at BIGINT,
    note TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS inspection (
    id TEXT PRIMARY KEY,
    party TEXT NOT NULL,
    place TEXT NOT NULL,
    checklist TEXT NOT NULL,
    checklist_version TEXT NOT NULL,
    officers TEXT NOT NULL,
    occasion TEXT NOT NULL,
    visit TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    record TEXT,
    recorded_at BIGINT,
    outcome TEXT NOT NULL,
    closed_at BIGINT
);
CREATE INDEX IF NOT EXISTS inspection_by_start ON inspection(started_at);
CREATE INDEX IF NOT EXISTS inspection_by_place ON inspection(place);
CREATE TABLE IF NOT EXISTS enforcement_hazard (
    id TEXT PRIMARY KEY,
    party TEXT NOT NULL,
    place TEXT NOT NULL,
    source TEXT NOT NULL,
    origin TEXT NOT NULL,
    body TEXT NOT NULL,
    basis TEXT NOT NULL,
    grade TEXT NOT NULL,
    judged_by TEXT NOT NULL,
    judged_after TEXT NOT NULL,
    photos TEXT NOT NULL,
    found_at BIGINT NOT NULL,
    measure TEXT NOT NULL,
    rectification TEXT NOT NULL,
    removed_at BIGINT,
    removed_how TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS enforcement_hazard_by_origin ON enforcement_hazard(origin);
CREATE INDEX IF NOT EXISTS enforcement_hazard_by_find ON enforcement_hazard(found_at);
CREATE TABLE IF NOT EXISTS listed_hazard (
    id TEXT PRIMARY KEY,
    node TEXT NOT NULL,
    party_name TEXT NOT NULL,
    address TEXT NOT NULL,
    body TEXT NOT NULL,
    basis TEXT NOT NULL,
    listed_at BIGINT NOT NULL,
    removed_at BIGINT
);
-- What one station says of another's thing stands apart from it: a replay reads own entries first, then those that came.
CREATE TABLE IF NOT EXISTS hazard_supervision (
    hazard TEXT PRIMARY KEY,
    due TEXT NOT NULL,
    demands TEXT NOT NULL,
    by_title TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS rectification (
    id TEXT PRIMARY KEY,
    inspection TEXT NOT NULL,
    place TEXT NOT NULL,
    party_name TEXT NOT NULL,
    hazards TEXT NOT NULL,
    first_due TEXT NOT NULL,
    due TEXT NOT NULL,
    remind_on TEXT NOT NULL,
    recheck_by TEXT NOT NULL,
    demands TEXT NOT NULL,
    ordered_at BIGINT NOT NULL,
    reminded_at BIGINT,
    fell_due_at BIGINT,
    recheck_missed_at BIGINT,
    asked_until TEXT NOT NULL,
    asked_reason TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at BIGINT,
    extension_note TEXT NOT NULL,
    report TEXT,
    reported_at BIGINT,
    recheck TEXT,
    rechecked_at BIGINT
);
CREATE INDEX IF NOT EXISTS rectification_by_inspection ON rectification(inspection);
CREATE INDEX IF NOT EXISTS rectification_by_place ON rectification(place);
CREATE TABLE IF NOT EXISTS enforcement_paper (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    text TEXT NOT NULL,
    inspection TEXT NOT NULL,
    subject TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    place BIGINT NOT NULL, -- in the order of the file: by entry, and within one by the order of the law
    detail TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS enforcement_paper_number ON enforcement_paper(kind, year, number);
CREATE INDEX IF NOT EXISTS enforcement_paper_file ON enforcement_paper(inspection);
CREATE TABLE IF NOT EXISTS penalty_case (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL,
    filed_at BIGINT NOT NULL,
    facts TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS penalty_case_by_place ON penalty_case(place);
CREATE TABLE IF NOT EXISTS transferred_matter (
    id TEXT PRIMARY KEY,
    node TEXT NOT NULL,
    party_name TEXT NOT NULL,
    address TEXT NOT NULL,
    act TEXT NOT NULL,
    facts TEXT NOT NULL,
    reason TEXT NOT NULL,
    file TEXT NOT NULL,
    paper TEXT NOT NULL,
    transferred_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS matter_receipt (
    matter TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    note TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS party_link (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL,
    party_name TEXT NOT NULL,
    digest TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE UNIQUE INDEX IF NOT EXISTS party_link_by_digest ON party_link(digest);
CREATE TABLE IF NOT EXISTS self_check (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL,
    party_name TEXT NOT NULL,
    checklist TEXT NOT NULL,
    failed BIGINT NOT NULL,
    filed_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS self_check_by_place ON self_check(place);
CREATE TABLE IF NOT EXISTS public_report (
    id TEXT PRIMARY KEY,
    what TEXT NOT NULL,
    place_text TEXT NOT NULL,
    digest TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    photos TEXT NOT NULL,
    contact BIGINT NOT NULL,
    filed_at BIGINT NOT NULL,
    way TEXT NOT NULL,
    answer TEXT NOT NULL,
    sorted_at BIGINT
);
CREATE UNIQUE INDEX IF NOT EXISTS public_report_by_digest ON public_report(digest);
