import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The mark by which a page tells that it is of the newer build. */
export const newerMark = 'meta[name="build"][content="newer"]';

/** A build that differs in its page alone, at whatever address: the worker lists it under another revision. */
function newer(type = ''): ((body: string) => string) | undefined {
  if (type.startsWith('text/html')) {
    return (body) => body.replace('</head>', '<meta name="build" content="newer"></head>');
  }
  if (!type.includes('javascript')) return undefined;
  return (body) => body.replace(/(index\.html[^}]*?)[0-9a-f]{16}/, '$1ffffffffffffffff');
}

/** Stands before the product at an address of its own and passes on everything; once told, as a newer build. */
export async function startNewerBuild(product: string) {
  let isNewer = false;

  function pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { 'if-none-match': _, origin, ...headers } = asked.headers;
    const own = { host: new URL(product).host, 'accept-encoding': 'identity', ...(origin && { origin: product }) };
    const on = request(
      product + asked.url,
      { method: asked.method ?? 'GET', headers: { ...headers, ...own } },
      (given) => {
        const change = isNewer && newer(given.headers['content-type']);
        const { 'content-length': length, ...rest } = given.headers;
        answer.writeHead(given.statusCode ?? 502, change || !length ? rest : given.headers);
        if (!change) return void given.pipe(answer);
        let body = '';
        given.setEncoding('utf8').on('data', (piece) => {
          body += piece;
        });
        given.on('end', () => answer.end(change(body)));
      },
    );
    on.on('error', () => answer.destroy());
    answer.on('close', () => on.destroy());
    asked.pipe(on);
  }

  const server = createServer(pass);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release() {
      isNewer = true;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
