import { setTimeout as delay } from 'node:timers/promises';
import type { Deps } from '../../deps.js';
import { deliverDue } from './deliver-mails.js';
import { tidyMailbox } from './mailbox.js';
import { mailKind } from './queue-letter.js';
import { openTransport } from './smtp-transport.js';

const pollMs = 1000;
/** After the mail server failed: every letter would fail with it. */
const pauseMs = 30_000;
const tidyMs = 60_000;
/** From being told to stop on: what takes longer is sent again after the next start. */
const stopMs = 5000;

export interface Delivering {
  /** Takes no more letters; resolves once those in flight have come to their end, or after five seconds. */
  stop(): Promise<void>;
}

/** Delivers what is due, every second, as long as the process lives. Several processes may do it at once. */
export function keepDelivering(deps: Deps): Delivering {
  const way = mailKind(deps.env);
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  /** One round; how long to wait for the next. */
  const round = async (): Promise<number> => {
    if (way === 'mailbox') {
      await tidyMailbox(deps.now());
      return tidyMs;
    }
    // It connects when there is a letter, and keeps no connection that the server would close under our hands.
    const transport = openTransport(deps.env);
    try {
      return (await deliverDue(deps, transport, () => isStopping)) === 'server' ? pauseMs : pollMs;
    } finally {
      transport.close();
    }
  };
  const goOn = () => {
    running = round()
      .catch((error: Error) => {
        deps.log.error({ name: error.name, message: error.message }, 'delivering mail failed');
        return pauseMs;
      })
      .then((wait) => {
        if (!isStopping) timer = setTimeout(goOn, wait).unref();
      });
  };
  if (way !== 'none') goOn();
  const end = async () => {
    isStopping = true;
    clearTimeout(timer);
    await Promise.race([running, delay(stopMs, undefined, { ref: false })]);
  };
  let ending: Promise<void> | undefined;
  return {
    stop() {
      ending ??= end();
      return ending;
    },
  };
}
