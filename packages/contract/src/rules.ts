/** The pure rules: no schema, no clock, no I/O. What the web client loads at run time. */
export * from './days.rules.js';
export * from './foreign-list.rules.js';
export * from './instance.rules.js';
export * from './mentoring.rules.js';
export * from './progress.rules.js';
export * from './projects.rules.js';
export * from './rhythm.rules.js';
export * from './rooms.rules.js';
export * from './time.rules.js';
export * from './transfer.rules.js';
