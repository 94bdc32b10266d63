-- Staff only: no customer has an account.
create table account (
    account_id       text    not null primary key,
    sign_in_name     text    not null,
    normalized_name  text    not null unique,
    name             text    not null,
    password_hash    text,
    security_stamp   text    not null,
    failed_count     integer not null default 0,
    locked_until     text,
    is_disabled      integer not null default 0,
    is_demonstration integer not null default 0,
    created_on       text    not null
) strict, without rowid;

create table account_role (
    account_id text not null references account (account_id) on delete cascade,
    role       text not null check (role in ('owner', 'cio', 'analyst', 'service_owner', 'administrator')),
    primary key (account_id, role)
) strict, without rowid;

-- One-time links, known by their hash. The set-up link belongs to nobody yet.
create table account_link (
    token_hash blob not null primary key,
    kind       text not null check (kind in ('set_up', 'password')),
    account_id text references account (account_id) on delete cascade,
    expires_at text not null
) strict, without rowid;

create index account_link_account on account_link (account_id);

-- Who did what and when. Never an answer, a token or an address; no reference to account, because the line outlives it.
create table audit_entry (
    entry_no integer not null primary key,
    at       text    not null,
    who      text    not null,
    verb     text    not null,
    subject  text    not null,
    detail   text
) strict;

create index audit_entry_at on audit_entry (at);
