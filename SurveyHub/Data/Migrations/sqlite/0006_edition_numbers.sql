-- SQLite numbers editions itself since the first migration; PostgreSQL does from this one on.
select 1;
