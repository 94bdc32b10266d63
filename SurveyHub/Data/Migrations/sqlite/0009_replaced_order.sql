-- SQLite keeps links made anew by their hashes and in no other order; PostgreSQL is put in order by this migration.
select 1;
