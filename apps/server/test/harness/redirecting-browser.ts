/** A browser without scripts: it keeps cookies, follows redirects and sends forms, within one installation. */
export class RedirectingBrowser {
  private readonly cookies = new Map<string, string>();
  private readonly url: string;
  private readonly publicUrl: string;

  constructor({ url, publicUrl }: { url: string; publicUrl: string }) {
    this.url = url;
    this.publicUrl = publicUrl;
  }

  /** One request, without following where it leads. */
  async ask(address: string, init: RequestInit = {}): Promise<Response> {
    const path = address.startsWith(this.publicUrl) ? address.slice(this.publicUrl.length) : address;
    const headers = new Headers(init.headers);
    const sent = [...this.cookies].filter(([key]) => path.startsWith(key.split(' ')[1] ?? '/'));
    headers.set('cookie', sent.map(([key, value]) => `${key.split(' ')[0]}=${value}`).join('; '));
    const response = await fetch(`${this.url}${path}`, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) this.keep(set);
    return response;
  }

  /** Goes on until something is shown; where that is, and what. */
  async open(address: string, init: RequestInit = {}): Promise<{ at: string; text: string; status: number }> {
    let response = await this.ask(address, init);
    let at = address;
    for (let hops = 0; hops < 15; hops += 1) {
      const next = response.headers.get('location');
      if (!next) break;
      at = new URL(next, new URL(at, this.publicUrl)).href;
      await response.arrayBuffer();
      if (!at.startsWith(this.publicUrl)) return { at, text: '', status: 302 };
      // The apps are not built where these tests run.
      if (/^\/(patient|carer|professional)\//.test(at.slice(this.publicUrl.length))) {
        return { at: at.slice(this.publicUrl.length), text: '', status: 200 };
      }
      response = await this.ask(at);
    }
    return { at: at.replace(this.publicUrl, ''), text: await response.text(), status: response.status };
  }

  /** Sends a form. */
  submit(
    address: string,
    fields: Record<string, string>,
  ): Promise<{ at: string; text: string; status: number }> {
    return this.open(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  }

  /** The value of a cookie. */
  cookie(name: string): string | undefined {
    return [...this.cookies].find(([key]) => key.split(' ')[0] === name)?.[1];
  }

  /** Gives this browser a cookie it got elsewhere. */
  keepCookie(name: string, value: string): void {
    this.cookies.set(`${name} /`, value);
  }

  private keep(set: string): void {
    const [pair = '', ...rest] = set.split(/;\s*/);
    const cut = pair.indexOf('=');
    const path = rest.find((part) => /^path=/i.test(part))?.slice(5) ?? '/';
    const gone = rest.some((part) => /^max-age=0$/i.test(part) || /^expires=Thu, 01 Jan 1970/i.test(part));
    const key = `${pair.slice(0, cut)} ${path}`;
    if (gone) this.cookies.delete(key);
    else this.cookies.set(key, pair.slice(cut + 1));
  }
}
