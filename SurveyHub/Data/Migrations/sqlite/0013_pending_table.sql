-- Tables of a published report as a later version of the program computes them, where any published figure differs: they wait for the
-- survey's owner. kept: the owner chose to leave what is published.
create table pending_table (
    edition_id     integer not null references edition (edition_id),
    name           text    not null,
    content        text    not null,
    sha256         text    not null,
    method_version text    not null,
    kept           integer not null default 0,
    primary key (edition_id, name)
) strict, without rowid;
