import mongoose from 'mongoose';
import { pino } from 'pino';
import { connectDatabase } from '../src/database/connect.js';
import { runDueJobs } from '../src/jobs/run-jobs.js';

/**
 * A process of its own that does all jobs of the kind `mark` that are due at a moment: each leaves a mark. `stuck` ends
 * nowhere, once it has left one.
 */
const [uri = '', moment = '', mode] = process.argv.slice(2);
const now = new Date(Number(moment));
const connection = await connectDatabase(uri);
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
const Mark = mongoose.model('Mark', new mongoose.Schema({ about: String, by: Number }, { collection: 'marks' }));
const log = pino({ level: 'silent' });
const count = await runDueJobs(
  { connection, log, now: () => now },
  {
    async mark(about) {
      await Mark.create([{ about, by: process.pid }]);
      if (mode === 'stuck') {
        process.stdout.write('stuck\n');
        await new Promise(() => setInterval(() => {}, 1000));
      }
      return null;
    },
  },
);
process.stdout.write(`did ${count}\n`);
await connection.close();
process.exit(0);
