import { Agent, request } from 'node:http';

/** A client with one connection of its own, which stays open: what is measured is the answer, not the handshake. */
export function createAsker(address) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port } = new URL(address);
  return {
    /** Gives `{ status, text, headers, ms }`: from the first byte sent to the last one received. */
    ask(method, path, { body, headers = {} } = {}) {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const more =
        text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
      return new Promise((resolve, reject) => {
        const begun = performance.now();
        const sent = request({ agent, hostname, port, method, path, headers: { ...more, ...headers } }, (answer) => {
          let received = '';
          answer.setEncoding('utf8').on('data', (chunk) => {
            received += chunk;
          });
          answer.on('error', reject);
          answer.on('end', () => {
            const ms = performance.now() - begun;
            resolve({ status: answer.statusCode, text: received, headers: answer.headers, ms });
          });
        });
        sent.on('error', reject);
        sent.end(text);
      });
    },
    close: () => agent.destroy(),
  };
}

/** The answer's body, or an error that says which request was answered otherwise. */
export async function expectStatus(asked, status, what) {
  const answer = await asked;
  if (answer.status !== status) throw new Error(`${what} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
  return answer.text === '' ? undefined : JSON.parse(answer.text);
}
