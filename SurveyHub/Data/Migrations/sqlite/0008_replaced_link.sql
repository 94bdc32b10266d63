-- Links that were made anew. Whoever has begun by one goes on by it: their draft can be found by nothing else. Everybody's are here, so
-- that no list has to leave out those who have begun. Deferred, because used invitations are taken out and put back within one work.
create table replaced_link (
    token_hash    blob not null primary key,
    invitation_id text not null references invitation (invitation_id) deferrable initially deferred
) strict, without rowid;

create index replaced_link_invitation on replaced_link (invitation_id);
