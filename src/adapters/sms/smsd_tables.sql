CREATE TABLE IF NOT EXISTS gammu (Version INTEGER NOT NULL PRIMARY KEY);
INSERT OR IGNORE INTO gammu(Version) VALUES (17);
CREATE TABLE IF NOT EXISTS inbox (
    UpdatedInDB NUMERIC NOT NULL DEFAULT (datetime('now')),
    ReceivingDateTime NUMERIC NOT NULL DEFAULT (datetime('now')),
    Text TEXT NOT NULL,
    SenderNumber TEXT NOT NULL DEFAULT '',
    Coding TEXT NOT NULL DEFAULT 'Default_No_Compression',
    UDH TEXT NOT NULL,
    SMSCNumber TEXT NOT NULL DEFAULT '',
    Class INTEGER NOT NULL DEFAULT -1,
    TextDecoded TEXT NOT NULL DEFAULT '',
    ID INTEGER PRIMARY KEY AUTOINCREMENT,
    RecipientID TEXT NOT NULL,
    Processed TEXT NOT NULL DEFAULT 'false',
    Status INTEGER NOT NULL DEFAULT -1
);
CREATE TABLE IF NOT EXISTS outbox (
    UpdatedInDB NUMERIC NOT NULL DEFAULT (datetime('now')),
    InsertIntoDB NUMERIC NOT NULL DEFAULT (datetime('now')),
    SendingDateTime NUMERIC NOT NULL DEFAULT (datetime('now')),
    SendBefore time NOT NULL DEFAULT '23:59:59',
    SendAfter time NOT NULL DEFAULT '00:00:00',
    Text TEXT,
    DestinationNumber TEXT NOT NULL DEFAULT '',
    Coding TEXT NOT NULL DEFAULT 'Default_No_Compression',
    UDH TEXT,
    Class INTEGER DEFAULT -1,
    TextDecoded TEXT NOT NULL DEFAULT '',
    ID INTEGER PRIMARY KEY AUTOINCREMENT,
    MultiPart TEXT NOT NULL DEFAULT 'false',
    RelativeValidity INTEGER DEFAULT -1,
    SenderID TEXT,
    SendingTimeOut NUMERIC NOT NULL DEFAULT (datetime('now')),
    DeliveryReport TEXT DEFAULT 'default',
    CreatorID TEXT NOT NULL,
    Retries INTEGER DEFAULT 0,
    Priority INTEGER DEFAULT 0,
    Status TEXT NOT NULL DEFAULT 'Reserved',
    StatusCode INTEGER NOT NULL DEFAULT -1
);
CREATE TABLE IF NOT EXISTS outbox_multipart (
    Text TEXT,
    Coding TEXT NOT NULL DEFAULT 'Default_No_Compression',
    UDH TEXT,
    Class INTEGER DEFAULT -1,
    TextDecoded TEXT,
    ID INTEGER,
    SequencePosition INTEGER NOT NULL DEFAULT 1,
    Status TEXT NOT NULL DEFAULT 'Reserved',
    StatusCode INTEGER NOT NULL DEFAULT -1,
    PRIMARY KEY (ID, SequencePosition)
);
CREATE TABLE IF NOT EXISTS phones (
    ID TEXT NOT NULL,
    UpdatedInDB NUMERIC NOT NULL DEFAULT (datetime('now')),
    InsertIntoDB NUMERIC NOT NULL DEFAULT (datetime('now')),
    TimeOut NUMERIC NOT NULL DEFAULT (datetime('now')),
    Send TEXT NOT NULL DEFAULT 'no',
    Receive TEXT NOT NULL DEFAULT 'no',
    IMEI TEXT PRIMARY KEY NOT NULL,
    IMSI TEXT NOT NULL,
    NetCode TEXT DEFAULT 'ERROR',
    NetName TEXT DEFAULT 'ERROR',
    Client TEXT NOT NULL,
    Battery INTEGER NOT NULL DEFAULT -1,
    Signal INTEGER NOT NULL DEFAULT -1,
    Sent INTEGER NOT NULL DEFAULT 0,
    Received INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS sentitems (
    UpdatedInDB NUMERIC NOT NULL DEFAULT (datetime('now')),
    InsertIntoDB NUMERIC NOT NULL DEFAULT (datetime('now')),
    SendingDateTime NUMERIC NOT NULL DEFAULT (datetime('now')),
    DeliveryDateTime NUMERIC NULL,
    Text TEXT NOT NULL,
    DestinationNumber TEXT NOT NULL DEFAULT '',
    Coding TEXT NOT NULL DEFAULT 'Default_No_Compression',
    UDH TEXT NOT NULL,
    SMSCNumber TEXT NOT NULL DEFAULT '',
    Class INTEGER NOT NULL DEFAULT -1,
    TextDecoded TEXT NOT NULL DEFAULT '',
    ID INTEGER,
    SenderID TEXT NOT NULL,
    SequencePosition INTEGER NOT NULL DEFAULT 1,
    Status TEXT NOT NULL DEFAULT 'SendingOK',
    StatusError INTEGER NOT NULL DEFAULT -1,
    TPMR INTEGER NOT NULL DEFAULT -1,
    RelativeValidity INTEGER NOT NULL DEFAULT -1,
    CreatorID TEXT NOT NULL,
    StatusCode INTEGER NOT NULL DEFAULT -1,
    PRIMARY KEY (ID, SequencePosition)
);
CREATE INDEX IF NOT EXISTS sentitems_creator ON sentitems(CreatorID);
CREATE INDEX IF NOT EXISTS sentitems_tpmr ON sentitems(TPMR);
CREATE TABLE IF NOT EXISTS uncertain (Name TEXT PRIMARY KEY);
