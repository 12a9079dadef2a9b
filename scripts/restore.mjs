// `npm run restore -- <file>`: a backup into an empty data folder, or an empty database in MONGODB_URI.
import { runApiCommand } from './lib/run-command.mjs';

await runApiCommand('restore');
