-- The open link's code while the link is switched off: switched on again, what is printed on posters works again.
alter table edition add column resting_code text;
