/** The pure rules: no schema, no clock, no I/O. What the web client loads at run time. */
export * from './choices.rules.js';
export * from './days.rules.js';
export * from './effort.rules.js';
export * from './forecast.rules.js';
export * from './instance.rules.js';
export * from './mentoring.rules.js';
export * from './pauses.rules.js';
export * from './plan-weeks.rules.js';
export * from './progress.rules.js';
export * from './projects.rules.js';
export * from './rhythm.rules.js';
export * from './rooms.rules.js';
export * from './skills.rules.js';
export * from './steps.rules.js';
export * from './time.rules.js';
export * from './week-starts.rules.js';
