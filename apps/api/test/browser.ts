/** Goes from page to page as a browser does at a provider: keeps its cookies, follows redirects. */
export class Wanderer {
  private readonly cookies = new Map<string, string>();

  /** Goes on until it is sent to an address that begins with `target`; there it stops. `asked` may change each address. */
  async follow(start: string, target: string, asked: (address: string) => string = (same) => same): Promise<URL> {
    let address = asked(start);
    for (let hop = 0; hop < 12; hop += 1) {
      if (address.startsWith(target)) return new URL(address);
      const answer = await fetch(address, {
        redirect: 'manual',
        headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const line of answer.headers.getSetCookie()) this.keep(line);
      const location = answer.headers.get('location');
      if (!location) throw new Error(`${answer.status} at ${address}: ${(await answer.text()).slice(0, 300)}`);
      await answer.body?.cancel();
      address = asked(new URL(location, address).href);
    }
    throw new Error('sent from one page to the next without end');
  }

  private keep(line: string): void {
    const [name = '', value = ''] = line.split(';', 1)[0]?.split('=', 2) ?? [];
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
