-- The comments that a closed edition shows, copied from its answers and parted from the responses they came with: in an order that follows from
-- their text alone. What fewer wrote than the survey's minimum is not here.
create table comment (
    edition_id integer not null references edition (edition_id),
    item_no    integer not null,
    place      bigint  not null,
    copy       integer not null,
    body       text    not null,
    folded     text    not null,
    rating     text,
    primary key (edition_id, place, item_no, copy)
);

create index comment_item on comment (edition_id, item_no, place, copy);

-- By what they can be filtered. A filter that would tell a few people apart has no rows.
create table comment_part (
    edition_id integer not null references edition (edition_id),
    filter     text    not null,
    part       text    not null,
    place      bigint  not null,
    item_no    integer not null,
    copy       integer not null,
    primary key (edition_id, filter, part, place, item_no, copy)
);

-- What was decided of each text question and each filter, and why.
create table comment_level (
    edition_id integer not null references edition (edition_id),
    item_no    integer not null,
    filter     text    not null,
    part       text    not null,
    comments   integer,
    decision   text    not null,
    reason     text    not null,
    primary key (edition_id, item_no, filter, part)
);
