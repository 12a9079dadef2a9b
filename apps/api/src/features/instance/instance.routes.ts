import type { instance } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { unavailable } from '../../http/problem.js';
import type { Handlers } from '../../http/route.js';

const patienceMs = 1500;

export function instanceHandlers(deps: Deps, state: { isStopping: boolean }): Handlers<typeof instance> {
  return {
    async readLiveness() {
      return { status: 'live' };
    },
    async readReadiness() {
      if (state.isStopping) throw unavailable('Waymark is stopping.', 5);
      if (!(await canWrite(deps))) throw unavailable('The database does not answer.', 2);
      return { status: 'ready' };
    },
  };
}

/** Asks the primary; a database that has lost its majority has none. */
async function canWrite(deps: Deps): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const hello = deps.connection
    .getClient()
    .db('admin')
    .command({ hello: 1 })
    .then((answer) => answer.isWritablePrimary === true);
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  try {
    return await Promise.race([hello.catch(() => false), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
