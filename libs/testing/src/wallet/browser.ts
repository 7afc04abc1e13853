/** A browser as far as a login needs one: it keeps cookies and follows nothing by itself. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  async open(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }

  /**
   * Opens an authorization request, chooses a persona in the login form and goes on until the client's own address.
   * @returns the address the login sent the browser back to
   */
  async logIn(request: string, persona: string): Promise<string> {
    const form = locationOf(await this.open(request), request);
    await this.open(form);
    const chosen = await this.open(form, { method: 'POST', body: new URLSearchParams({ persona }) });
    return locationOf(await this.open(locationOf(chosen, request)), request);
  }
}

function locationOf(answer: Response, base: string): string {
  return new URL(answer.headers.get('location') ?? '', base).href;
}
