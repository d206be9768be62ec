import { type AppName, demoPassword } from './person.ts';

/** A program that speaks to the API as one app does, with the session of whoever signed in. */
export class ApiClient {
  private readonly origin: string;
  private readonly app: AppName;
  private cookie = '';

  constructor(origin: string, app: AppName) {
    this.origin = origin;
    this.app = app;
  }

  async signIn(email: string): Promise<void> {
    const { signIn } = await this.asks<{ signIn: { __typename: string } }>(
      'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }',
      { input: { email, password: demoPassword } },
    );
    if (signIn.__typename !== 'SignedIn') throw new Error(`${email} could not sign in: ${signIn.__typename}`);
  }

  /** Throws when the server does not answer, or answers with errors. */
  async asks<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await fetch(`${this.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-heldwell-app': this.app, cookie: this.cookie },
      body: JSON.stringify({ query, variables }),
    });
    const [session] = response.headers.getSetCookie();
    if (session) this.cookie = session.split(';')[0] ?? '';
    const answer = (await response.json()) as { data: Data; errors?: unknown };
    if (answer.errors) throw new Error(`The API answered ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }
}
