-- Mails that are no notices: of invitations, doors and sign-in.

-- Puts a sealed mail on its way in the transaction of what it is about; the id says which mail it is.
create or replace function heldwell.post_mail(mail uuid, address bytea, words bytea) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as
$$
begin
  insert into heldwell.outgoing_mail (id, address, words, posted_at) values (mail, address, words, heldwell.now());
  perform heldwell_jobs.add_job('sendMail', json_build_object('mail', mail), priority => -5);
end
$$;

alter function heldwell.post_mail(uuid, bytea, bytea) owner to heldwell_consent;
