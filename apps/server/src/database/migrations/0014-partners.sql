-- Partners: apps of others that read what people share with them, by OAuth 2.

create table heldwell.partner (
  -- its person, too: what it reads is logged under that name; nobody signs in as it
  id uuid primary key references heldwell.person (id),
  name text not null,
  organisation_name text not null,
  -- what it is for, in its own plain words, as people read it before they say yes
  purpose text not null,
  -- public keys its assertions are checked with, as a JWK set
  keys jsonb not null,
  -- where people come back to; compared as they stand
  redirect_uris text[] not null default '{}',
  -- the most it may ask for
  scopes text[] not null,
  -- whether it may also read without a person at hand, whatever is shared with it
  acts_alone boolean not null default false,
  created_at timestamptz not null,
  disabled_at timestamptz
);

-- An assertion counts once.
create table heldwell.partner_assertion (
  partner_id uuid not null references heldwell.partner (id),
  jti_hash bytea not null,
  expires_at timestamptz not null,
  primary key (partner_id, jti_hash)
);
create index partner_assertion_expiry on heldwell.partner_assertion (expires_at);

-- What an app asks a person for, until they say yes or no.
create table heldwell.partner_request (
  id uuid primary key,
  partner_id uuid not null references heldwell.partner (id),
  redirect_uri text not null,
  scopes text[] not null,
  -- the app's own, given back as it came
  state text,
  challenge text not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  -- with a yes: whose record, and what it may be exchanged for
  patient_id uuid references heldwell.patient (id),
  grant_id uuid,
  code_hash bytea unique,
  used_at timestamptz
);
create index partner_request_expiry on heldwell.partner_request (expires_at);

create table heldwell.partner_token (
  token_hash bytea primary key,
  kind text not null check (kind in ('ACCESS', 'REFRESH')),
  partner_id uuid not null references heldwell.partner (id),
  scopes text[] not null,
  -- the one record it is for; null where the partner acts alone
  patient_id uuid references heldwell.patient (id),
  -- tokens that came of one yes: when a refresh token comes back a second time, all of them end
  family uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index partner_token_family on heldwell.partner_token (family);
create index partner_token_expiry on heldwell.partner_token (expires_at);
