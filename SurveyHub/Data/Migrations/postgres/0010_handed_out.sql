-- Microdata that were downloaded before their number of responses was noted: an edition that is reopened gives none with other answers in them.
insert into edition_count (edition_id, name, attribute, value, n)
select e.edition_id, 'handed_out', '', '', c.n
from edition e
join edition_count c on c.edition_id = e.edition_id and c.name = 'responses' and c.attribute = '' and c.value = ''
where exists (
    select 1
    from audit_entry a
    where a.verb = 'downloaded' and a.subject = e.survey_key || ' ' || cast(e.year as text) and a.detail like '%/microdata.zip')
on conflict (edition_id, name, attribute, value) do nothing;
