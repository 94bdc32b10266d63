create table survey (
    survey_key text not null primary key,
    title      text not null,
    created_on date not null
);

create table edition (
    edition_id           integer not null primary key,
    survey_key           text    not null references survey (survey_key),
    year                 integer not null,
    status               text    not null check (status in ('draft', 'open', 'closed')),
    origin               text    not null check (origin in ('collected', 'imported', 'history')),
    opens_on             date    not null,
    closes_on            date    not null,
    open_code            text    unique,
    questionnaire_json   text    not null,
    questionnaire_sha256 text    not null,
    confirmed_breaks     text    not null default '[]',
    unique (survey_key, year)
);

create table item (
    edition_id   integer not null references edition (edition_id),
    item_no      integer not null,
    item_key     text    not null,
    kind         text    not null,
    service_key  text,
    question_key text    not null,
    is_main      boolean not null,
    primary key (edition_id, item_no),
    unique (edition_id, item_key)
);

-- Participation: who was asked and who answered. In an anonymous edition it shares no key with the answers, and no time finer than a day.
-- Random keys: no key says anything about the order of events.
create table invitation (
    invitation_id uuid    not null primary key,
    edition_id    integer not null references edition (edition_id),
    token_hash    bytea   unique,
    address       text,
    name          text,
    language      text,
    groups        text    not null default '{}',
    kept_groups   text    not null default '{}',
    disposition   text    not null default 'invited'
        check (disposition in ('invited', 'started', 'answered', 'complete', 'partial', 'refused', 'undeliverable', 'ineligible')),
    disposed_on   date,
    unique (edition_id, address)
);

-- A draft is found by the hash of its link's secret; the hash differs from invitation.token_hash, so that the two tables do not join.
create table draft (
    draft_id   bytea   not null primary key,
    edition_id integer not null references edition (edition_id),
    status     text    not null check (status in ('open', 'submitted')),
    answers    text    not null,
    receipt    text,
    version    integer not null,
    touched_on date    not null
);

create index draft_edition on draft (edition_id);

create table response (
    edition_id    integer not null references edition (edition_id),
    response_id   bigint  not null,
    submitted_on  date,
    language      text,
    invitation_id uuid    references invitation (invitation_id),
    person_key    text,
    weight        double precision,
    is_complete   boolean not null,
    service_order text,
    receipt_hash  bytea,
    primary key (edition_id, response_id)
);

create index response_invitation on response (invitation_id) where invitation_id is not null;
create index response_receipt on response (receipt_hash) where receipt_hash is not null;

create table answer (
    edition_id  integer not null,
    response_id bigint  not null,
    item_no     integer not null,
    code        integer,
    number      double precision,
    text        text,
    role        integer,
    primary key (edition_id, response_id, item_no),
    foreign key (edition_id, response_id) references response (edition_id, response_id)
);

-- What closing an edition counts, once. attribute and value are empty for all customers.
create table tally (
    edition_id integer not null references edition (edition_id),
    item_no    integer not null,
    attribute  text    not null,
    value      text    not null,
    code       integer not null,
    n          integer not null,
    primary key (edition_id, item_no, attribute, value, code)
);

create table pair_tally (
    edition_id  integer not null references edition (edition_id),
    first_item  integer not null,
    second_item integer not null,
    both_rated  integer not null,
    good_first  integer not null,
    good_second integer not null,
    good_both   integer not null,
    primary key (edition_id, first_item, second_item)
);

create table edition_count (
    edition_id integer not null references edition (edition_id),
    name       text    not null,
    attribute  text    not null,
    value      text    not null,
    n          integer not null,
    primary key (edition_id, name, attribute, value)
);

create table report_table (
    edition_id     integer not null references edition (edition_id),
    name           text    not null,
    content        text    not null,
    sha256         text    not null,
    method_version text    not null,
    primary key (edition_id, name)
);
