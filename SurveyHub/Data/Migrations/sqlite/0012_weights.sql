-- What came of weighting an edition to the headcounts of its list: why not, or by what, and what it costs. Nobody's weight.
create table weighting (
    edition_id integer not null primary key references edition (edition_id),
    outcome    text    not null
) strict;

-- Sums over an item's valid ratings, each with its person's weight: of the weights and of their squares, over all and over the good ones.
create table weighted_tally (
    edition_id   integer not null references edition (edition_id),
    item_no      integer not null,
    sum          real    not null,
    good_sum     real    not null,
    squares      real    not null,
    good_squares real    not null,
    primary key (edition_id, item_no)
) strict, without rowid;

-- Sums of squared weights over the people who rated both of two items, as pair_tally counts them.
create table weighted_pair (
    edition_id  integer not null references edition (edition_id),
    first_item  integer not null,
    second_item integer not null,
    both_rated  real    not null,
    good_first  real    not null,
    good_second real    not null,
    good_both   real    not null,
    primary key (edition_id, first_item, second_item)
) strict, without rowid;
