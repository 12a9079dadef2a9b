import type { Member } from '../build.js';
import { at } from '../reviewing.js';
import { words } from './markers.js';
import type { Viewer } from './relations.js';

/** A sheet of the learner and one of their mentors. */
export interface Sheet {
  id: string;
  actionId: string;
}

/** Each mentor who sees progress begins a sheet, keeps on it what it says by then, and writes. */
export async function fillSheets(members: ReadonlyMap<Viewer, Member>, learner: Member) {
  const sheets = new Map<Viewer, Sheet>();
  for (const [viewer, mentor] of members) {
    if (viewer === 'learner') continue;
    const body = { as: 'mentor', with: learner.id, roadmap: 'backend' } as const;
    const begun = await mentor.call('beginMeeting', { body });
    if (begun.status !== 201) continue;
    const on = at(begun.body.id);
    const lines = begun.body.agenda.lines.map(({ id, isDone, text }) => ({ id, isDone, text }));
    await mentor.ok('writeAgenda', { ...on, body: { base: 0, lines, removed: [] } });
    await mentor.ok('writeMeetingNotes', { ...on, body: { base: 0, text: words.sheet } });
    const action = { topicId: null, projectId: null, day: null, isDone: false };
    const actions = [{ ...action, who: 'mentor' as const, what: words.sheet }];
    const agreed = await mentor.ok('writeActions', { ...on, body: { base: 0, actions } });
    sheets.set(viewer, { id: begun.body.id, actionId: agreed.actions.items[0]?.id ?? '' });
  }
  return sheets;
}
