-- What came of weighting an edition to the headcounts of its list: why not, or by what, and what it costs. Nobody's weight.
create table weighting (
    edition_id integer not null primary key references edition (edition_id),
    outcome    text    not null
);

-- Sums over an item's valid ratings, each with its person's weight: of the weights and of their squares, over all and over the good ones.
create table weighted_tally (
    edition_id   integer not null references edition (edition_id),
    item_no      integer not null,
    sum          double precision not null,
    good_sum     double precision not null,
    squares      double precision not null,
    good_squares double precision not null,
    primary key (edition_id, item_no)
);

-- Sums of squared weights over the people who rated both of two items, as pair_tally counts them.
create table weighted_pair (
    edition_id  integer not null references edition (edition_id),
    first_item  integer not null,
    second_item integer not null,
    both_rated  double precision not null,
    good_first  double precision not null,
    good_second double precision not null,
    good_both   double precision not null,
    primary key (edition_id, first_item, second_item)
);
