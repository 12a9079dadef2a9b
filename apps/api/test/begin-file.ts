import { beginFile } from './start.js';

// Vitest runs this before each file, also where files share their modules.
beginFile();
