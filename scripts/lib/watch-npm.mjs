import { readFileSync } from 'node:fs';

const EVERY_MS = 500;

/**
 * Calls `gone` when the npm that runs this script was killed: nobody could stop us with it any more, and the next
 * `npm start` would find the port taken. Where npm did not start us, or its process cannot be told, nothing is watched.
 */
export function whenNpmIsGone(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const npm = findNpm(process.ppid);
  if (npm === null) return;
  const timer = setInterval(() => {
    if (isAlive(npm)) return;
    clearInterval(timer);
    gone();
  }, EVERY_MS);
  timer.unref();
}

/** npm is our parent, or its shell is. */
function findNpm(pid) {
  if (process.platform !== 'linux') return pid > 1 ? pid : null;
  for (let each = pid, hops = 0; each > 1 && hops < 3; hops += 1) {
    const { name, parent } = look(each);
    if (/npm|node/.test(name)) return each;
    each = parent;
  }
  return null;
}

function look(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    return { name, parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) };
  } catch {
    return { name: '', parent: 0 };
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
