-- A look took a lock on the row of the patient, for the foreign key's sake: a write of its own, and one for which those who
-- look at one record at the same moment queued. No patient is ever deleted, and a look is written of rows just read.
alter table heldwell.access_log drop constraint access_log_patient_id_fkey;
