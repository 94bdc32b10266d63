-- In which patterns people rated a service: its main rating, the further ones, the overall one. Counters only; importance and drivers
-- are computed from them. items and codes are lists with commas, in the same order; a code is missing where there is no rating.
create table joint_tally (
    edition_id integer not null references edition (edition_id),
    items      text    not null,
    codes      text    not null,
    n          integer not null,
    primary key (edition_id, items, codes)
);
