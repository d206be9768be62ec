-- Showing again who is signed in at the provider one came by, and whether a session began with the person there.

alter table heldwell.session
  -- false where a provider vouched for somebody it had signed in before: they did not just show who they are
  add column begun_fresh boolean not null default true;

alter table heldwell.provider_sign_in
  -- the session whose person shows again who they are; null where somebody signs in or links
  add column confirming_session_id uuid references heldwell.session (id);
create index provider_sign_in_confirming on heldwell.provider_sign_in (confirming_session_id)
  where confirming_session_id is not null;
