-- How staff let people stand is counted apart from how far they have come. Counting the frame reads nothing else.
drop index invitation_counts;
create index invitation_counts on invitation (edition_id, groups, disposition, earlier_disposition);

-- Null over "ineligible": taken off before anybody could answer, and in no rate. Opening does the same from now on.
update invitation
set earlier_disposition = null
where disposition = 'ineligible'
  and disposed_on < (select opens_on from edition where edition.edition_id = invitation.edition_id);
