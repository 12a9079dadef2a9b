/** Whatever an export holds that an import takes, in the order in which it is taken: what later parts build on comes first. */
export const importParts = ['projects', 'images', 'activity', 'enrolments', 'rooms', 'time'] as const;

/** What the export is written as today; older ones are read as well. */
export const exportVersion = 2;
