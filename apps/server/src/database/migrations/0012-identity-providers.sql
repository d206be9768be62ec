-- Signing in through others who know somebody: a national sign-in and employers, by OpenID Connect.

-- An organisation's own sign-in, and what its claims are called. The national one is a setting, and in no table.
create table heldwell.identity_provider (
  id uuid primary key,
  organisation_id uuid not null references heldwell.organisation (id),
  issuer text not null,
  client_id text not null,
  -- what staff know their sign-in by
  name text not null,
  -- the one algorithm its identity tokens are signed with
  signed_with text not null default 'RS256'
    check (signed_with in ('RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA')),
  organisation_claim text not null default 'ods_code',
  team_claim text not null default 'teams',
  role_claim text not null default 'role',
  job_claim text not null default 'job_title',
  -- from what the claims say to team codes and roles here; what is not in it counts as it stands
  team_map jsonb not null default '{}',
  role_map jsonb not null default '{}',
  created_at timestamptz not null,
  disabled_at timestamptz,
  unique (issuer, client_id)
);
create index identity_provider_organisation on heldwell.identity_provider (organisation_id);

-- Who somebody is elsewhere: by issuer and subject, never by e-mail.
create table heldwell.person_identity (
  issuer text not null,
  subject_hash bytea not null,
  person_id uuid not null references heldwell.person (id),
  linked_at timestamptz not null,
  primary key (issuer, subject_hash),
  unique (person_id, issuer)
);

-- A sign-in that went out to a provider and may come back once, to the browser it left.
create table heldwell.provider_sign_in (
  state_hash bytea primary key,
  browser_hash bytea not null,
  -- `national`, or the id of an identity_provider
  provider text not null,
  app text not null check (app in ('PATIENT', 'CARER', 'PROFESSIONAL')),
  -- who links an identity to the sign-in they have; null where somebody signs in
  linking_person_id uuid references heldwell.person (id),
  -- the patient and page a launch is for
  target bytea,
  silent boolean not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index provider_sign_in_expiry on heldwell.provider_sign_in (expires_at);

-- People whose national identity fits no record they may take up: staff look at each.
create table heldwell.identity_wait (
  id uuid primary key,
  issuer text not null,
  subject_hash bytea not null,
  claims bytea not null,
  waits_since timestamptz not null,
  settled_at timestamptz,
  unique (issuer, subject_hash)
);
