-- The disposition that staff's word ("left", "asked not to be asked") stands over, so that it can be taken back. Null: staff said nothing.
alter table invitation add column earlier_disposition text
    check (earlier_disposition in ('invited', 'started', 'answered', 'complete', 'partial', 'refused', 'undeliverable'));

-- Which of the edition's lists of links holds the person's link, and the day it was made. The links themselves are nowhere.
alter table invitation add column link_list integer;
alter table invitation add column linked_on text;

-- Counting the frame reads nothing else.
create index invitation_counts on invitation (edition_id, groups, disposition);
