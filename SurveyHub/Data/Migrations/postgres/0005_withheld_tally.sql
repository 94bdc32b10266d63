-- Answers of responses that gave up a customer group when an anonymous edition was closed, because too few others share their groups.
-- Added up per group, they still count in it; nothing says any more whose they are.
create table withheld_tally (
    edition_id integer not null references edition (edition_id),
    item_no    integer not null,
    attribute  text    not null,
    value      text    not null,
    code       integer not null,
    n          integer not null,
    primary key (edition_id, item_no, attribute, value, code)
);
