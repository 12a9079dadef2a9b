import type { Meeting, MeetingLine } from '@waymark/contract';

export const lineOf = (id: string, more: Partial<MeetingLine> = {}): MeetingLine => ({
  ...{ id, isDone: false, text: `Line ${id}`, change: null, by: 'mentor', isCarried: false },
  ...more,
});

/** An open sheet, as its mentor has it. */
export const sheetOf = (lines: MeetingLine[]): Meeting => ({
  ...{ id: 'sheet', roadmap: 'backend', role: 'mentor', isShared: true },
  learner: { id: 'lea', name: 'Lea', handle: 'lea' },
  mentor: { id: 'mia', name: 'Mia', handle: 'mia' },
  ...{ openedAt: '2040-01-02T10:00:00.000Z', since: null, closedAt: null },
  agenda: { lines, more: 0, version: 0 },
  notes: { text: '', version: 0 },
  actions: { items: [], version: 0 },
  projects: [{ id: 'p1', title: 'Link shortener' }],
});
