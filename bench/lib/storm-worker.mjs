// Signs in with each of its members at once, again and again, until it is told to stop; then says what was answered.
import { parentPort, workerData } from 'node:worker_threads';
import { createAsker } from './ask.mjs';
import { password } from './members.mjs';

const { address, members } = workerData;
const byStatus = {};
let isOver = false;
parentPort.once('message', () => {
  isOver = true;
});

async function keepSigningIn({ email }) {
  const asker = createAsker(address);
  while (!isOver) {
    const { status } = await asker.ask('POST', '/api/sessions', { body: { email, password } });
    byStatus[status] = (byStatus[status] ?? 0) + 1;
  }
  asker.close();
}

parentPort.postMessage('begun');
await Promise.all(members.map(keepSigningIn));
parentPort.postMessage(byStatus);
