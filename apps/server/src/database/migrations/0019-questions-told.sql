-- Questions are told as changes are: for access, about a look, and what was answered.
alter table heldwell.notice
  -- the question for access, or about a look, that it tells of
  add column about_id uuid;
alter table heldwell.notice drop constraint notice_kind_check;
alter table heldwell.notice add constraint notice_kind_check check (kind in ('ACCESS_GIVEN', 'ACCESS_CHANGED', 'ACCESS_ENDED',
  'EMERGENCY_ACCESS', 'INVITATION_TAKEN_UP', 'RECORD_TAKEN_UP', 'LABEL_CHANGED', 'SHARING_STOPPED', 'SHARING_RESUMED',
  'IDENTITY_LOOKED_AT', 'SECOND_RECORD', 'RECORD_CLOSED', 'RECORD_OPENED', 'DEATH_RECORDED', 'DEATH_TAKEN_BACK',
  'ACCESS_ASKED', 'LOOK_QUESTIONED', 'QUESTION_ANSWERED'));
