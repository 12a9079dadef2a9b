import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** One process that judges one record after another: `ask` gives what was found wrong with it. */
export function createJudge({ command, args }) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(question) {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error('the validator ended before it answered');
      return JSON.parse(value);
    },
    end() {
      child.stdin.end();
    },
  };
}
