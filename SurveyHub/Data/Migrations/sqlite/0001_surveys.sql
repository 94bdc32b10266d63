create table survey (
    survey_key text not null primary key,
    title      text not null,
    created_on text not null
) strict, without rowid;

create table edition (
    edition_id           integer not null primary key,
    survey_key           text    not null references survey (survey_key),
    year                 integer not null,
    status               text    not null check (status in ('draft', 'open', 'closed')),
    origin               text    not null check (origin in ('collected', 'imported', 'history')),
    opens_on             text    not null,
    closes_on            text    not null,
    open_code            text    unique,
    questionnaire_json   text    not null,
    questionnaire_sha256 text    not null,
    confirmed_breaks     text    not null default '[]',
    unique (survey_key, year)
) strict;

create table item (
    edition_id   integer not null references edition (edition_id),
    item_no      integer not null,
    item_key     text    not null,
    kind         text    not null,
    service_key  text,
    question_key text    not null,
    is_main      integer not null,
    primary key (edition_id, item_no),
    unique (edition_id, item_key)
) strict, without rowid;

-- Participation: who was asked and who answered. In an anonymous edition it shares no key with the answers, and no time finer than a day.
-- Random keys and no rowid: the order of rows says nothing about the order of events.
create table invitation (
    invitation_id text    not null primary key,
    edition_id    integer not null references edition (edition_id),
    token_hash    blob    unique,
    address       text,
    name          text,
    language      text,
    groups        text    not null default '{}',
    kept_groups   text    not null default '{}',
    disposition   text    not null default 'invited'
        check (disposition in ('invited', 'started', 'answered', 'complete', 'partial', 'refused', 'undeliverable', 'ineligible')),
    disposed_on   text,
    unique (edition_id, address)
) strict, without rowid;

-- A draft is found by the hash of its link's secret; the hash differs from invitation.token_hash, so that the two tables do not join.
create table draft (
    draft_id   blob    not null primary key,
    edition_id integer not null references edition (edition_id),
    status     text    not null check (status in ('open', 'submitted')),
    answers    text    not null,
    receipt    text,
    version    integer not null,
    touched_on text    not null
) strict, without rowid;

create index draft_edition on draft (edition_id);

create table response (
    edition_id    integer not null references edition (edition_id),
    response_id   integer not null,
    submitted_on  text,
    language      text,
    invitation_id text    references invitation (invitation_id),
    person_key    text,
    weight        real,
    is_complete   integer not null,
    service_order text,
    receipt_hash  blob,
    primary key (edition_id, response_id)
) strict, without rowid;

create index response_invitation on response (invitation_id) where invitation_id is not null;
create index response_receipt on response (receipt_hash) where receipt_hash is not null;

create table answer (
    edition_id  integer not null,
    response_id integer not null,
    item_no     integer not null,
    code        integer,
    number      real,
    text        text,
    role        integer,
    primary key (edition_id, response_id, item_no),
    foreign key (edition_id, response_id) references response (edition_id, response_id)
) strict, without rowid;

-- What closing an edition counts, once. attribute and value are empty for all customers.
create table tally (
    edition_id integer not null references edition (edition_id),
    item_no    integer not null,
    attribute  text    not null,
    value      text    not null,
    code       integer not null,
    n          integer not null,
    primary key (edition_id, item_no, attribute, value, code)
) strict, without rowid;

create table pair_tally (
    edition_id  integer not null references edition (edition_id),
    first_item  integer not null,
    second_item integer not null,
    both_rated  integer not null,
    good_first  integer not null,
    good_second integer not null,
    good_both   integer not null,
    primary key (edition_id, first_item, second_item)
) strict, without rowid;

create table edition_count (
    edition_id integer not null references edition (edition_id),
    name       text    not null,
    attribute  text    not null,
    value      text    not null,
    n          integer not null,
    primary key (edition_id, name, attribute, value)
) strict, without rowid;

create table report_table (
    edition_id     integer not null references edition (edition_id),
    name           text    not null,
    content        text    not null,
    sha256         text    not null,
    method_version text    not null,
    primary key (edition_id, name)
) strict, without rowid;
