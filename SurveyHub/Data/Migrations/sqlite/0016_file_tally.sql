-- The same counts over what the file of single responses tells: nobody's withheld answers are in them. Only of editions whose file
-- withholds ratings. Errors of headlines that pages tell come from them (docs/adr/0010, rule 6).
create table file_tally (
    edition_id integer not null references edition (edition_id),
    item_no    integer not null,
    code       integer not null,
    n          integer not null,
    primary key (edition_id, item_no, code)
) strict, without rowid;

-- As pair_tally.
create table file_pair (
    edition_id  integer not null references edition (edition_id),
    first_item  integer not null,
    second_item integer not null,
    both_rated  integer not null,
    good_first  integer not null,
    good_second integer not null,
    good_both   integer not null,
    primary key (edition_id, first_item, second_item)
) strict, without rowid;

-- As joint_tally.
create table file_joint (
    edition_id integer not null references edition (edition_id),
    items      text    not null,
    codes      text    not null,
    n          integer not null,
    primary key (edition_id, items, codes)
) strict, without rowid;
