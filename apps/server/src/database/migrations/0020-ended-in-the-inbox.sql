-- A discussion that has ended waits on nobody: the inbox knows it without looking at the discussion.
alter table heldwell.team_inbox add column has_ended boolean not null default false;
