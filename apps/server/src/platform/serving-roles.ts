import { derive } from './secrets.ts';

export interface ServingUrls {
  serving: string;
  system: string;
  /** The role that chains the access log. */
  sealing: string;
}

/** Where the serving, system and sealing roles sign in: the owner's server, with passwords derived from the secret. */
export function servingUrls(options: { ownerUrl: string; servingUrl?: string; secret: string }): ServingUrls {
  const as = (role: string) => {
    const url = new URL(options.ownerUrl);
    url.username = role;
    url.password = derive(options.secret, `password of ${role}`);
    return url.href;
  };
  return {
    serving: options.servingUrl || as('heldwell_app'),
    system: as('heldwell_system'),
    sealing: as('heldwell_sealer'),
  };
}

/** Statements that give the roles their passwords, and a serving role of the operator's its membership. */
export function roleStatements(options: { ownerUrl: string; servingUrl?: string; secret: string }): string[] {
  const urls = servingUrls(options);
  const statements = [urls.system, urls.sealing, ...(options.servingUrl ? [] : [urls.serving])].map(
    (address) => {
      const url = new URL(address);
      return `alter role ${quoted(url.username)} login password '${url.password}'`;
    },
  );
  if (!options.servingUrl) return statements;
  const serving = new URL(options.servingUrl);
  const name = decodeURIComponent(serving.username);
  const password = decodeURIComponent(serving.password).replaceAll("'", "''");
  return [
    ...statements,
    `do $make$ begin
       if not exists (select from pg_roles where rolname = '${name.replaceAll("'", "''")}') then
         create role ${quoted(name)} login password '${password}';
       end if;
     end $make$`,
    ...(name === 'heldwell_app' ? [] : [`grant heldwell_app to ${quoted(name)}`]),
  ];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
