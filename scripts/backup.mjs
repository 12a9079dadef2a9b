// `npm run backup [-- <file>] [-- --keep <number>]`: everything of this Waymark in one file, also while it runs.
import { runApiCommand } from './lib/run-command.mjs';

await runApiCommand('backup');
