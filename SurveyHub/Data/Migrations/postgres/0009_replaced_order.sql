-- Links made anew were noted in the order in which the list lay there: whoever had begun by then came last. They are written anew in the order
-- of their hashes, in one transaction and into a new file; with the old one the order goes that the database still held.
create temporary table noted on commit drop as select * from replaced_link;
truncate replaced_link;
insert into replaced_link select * from noted order by token_hash;
