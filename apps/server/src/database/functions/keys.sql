-- Who is handed which wrapped keys. Unwrapping them is the application's, and only against a grant whose MAC is right.

-- The labels a grant in force speaks for: its own or, where it is for one discussion, that discussion's.
create or replace view heldwell.signed_grant as
  select c.patient_id, c.id, c.version, c.grantee_kind, c.grantee_id, c.labels, c.rights, c.thread_id, c.basis,
         c.valid_from, c.valid_until, c.ended, encode(c.mac, 'hex') as mac, c.thread_id is null as whole,
         case when c.thread_id is null then c.labels
           else array(select t.label from heldwell.thread t where t.patient_id = c.patient_id and t.id = c.thread_id)
         end as speaks_for
    from heldwell.held_grant g
    join heldwell.consent_grant c on c.patient_id = g.patient_id and c.id = g.id and c.superseded_at is null;

-- Keys of the own record, and those of labels that a grant in force speaks for.
create or replace view heldwell.handed_key as
  select k.patient_id, k.label, k.version, k.wrapped, k.master_key_id
    from heldwell.record_key k
   where k.wrapped is not null and k.label <> 'CODES'
     and (k.patient_id = (select heldwell.viewer_record())
       or (select true from heldwell.signed_grant g where g.patient_id = k.patient_id and k.label = any (g.speaks_for) limit 1));

alter view heldwell.signed_grant owner to heldwell_consent;
alter view heldwell.handed_key owner to heldwell_consent;
