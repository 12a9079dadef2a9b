import { Cohort } from '../../src/features/mentoring/cohorts.model.js';
import { cohort, confirm, join, type Member, makeOwner, nothing, renew, signUp } from '../build.js';
import { type Client, clientOf } from '../client.js';
import { at } from '../reviewing.js';
import { day, type TestApp } from '../start.js';
import type { Permissions } from './build-permissions.js';
import { fillSheets } from './fill-sheets.js';
import { fillWay } from './fill-way.js';
import { markersOf, words } from './markers.js';
import type { Viewer } from './relations.js';

/** A learner, a mentor of their cohort who sees everything and from whom something will be withdrawn, and another one. */
export interface Withdrawal extends Permissions {
  mentor: Member;
  other: Member;
  owner: Member;
  grant: string;
}

export async function buildWithdrawal(app: TestApp): Promise<Withdrawal> {
  const made: Member[] = [];
  for (const name of [words.name, 'Mia Mentor', 'Oda Other', 'Owen Owner'])
    made.push(await confirm(await signUp(app, { name })));
  const [learner, mentor, other, owner] = made as [Member, Member, Member, Member];
  await makeOwner(owner);
  const of = await cohort(other, { name: 'The cohort' });
  await Cohort.updateOne({ _id: of.id }, { $push: { mentorIds: mentor.id } });
  await join(learner, of.code);
  for (let mate = 0; mate < 5; mate += 1) await join(await signUp(app), of.code, { ...nothing, progress: true });
  const filled = await fillWay(app, learner, other, of.id);
  for (let week = 0; week < 2; week += 1) {
    app.advance(8 * day);
    for (const member of made) await renew(member);
  }
  const { items } = await mentor.ok('listImages', at(filled.projectId));
  const { attention } = await mentor.ok('readLearner', at(learner.id));
  const grants = (await learner.ok('listGrants')).items;
  const grant = grants.find((each) => each.mentor.id === mentor.id)?.id ?? '';
  const { projectId, cohortProjectId, reviewId, cohortReviewId, helpId, projectHelpId, privateId } = filled;
  const viewer: Viewer = 'cohort.all';
  const sheets = await fillSheets(new Map([[viewer, mentor]]), learner);
  return {
    ...{ app, learner, mentor, other, owner, filled, cohortId: of.id, grant, grantId: grant, askId: '', sheets },
    clients: { [viewer]: mentor, nobody: clientOf(app) } as unknown as Record<Viewer, Client>,
    members: new Map([[viewer, mentor]]),
    passes: new Map([[viewer, items[0]?.address.split('/').at(-1) ?? '']]),
    helpKey: attention?.find(({ help }) => help?.id === helpId)?.key ?? '',
    markers: markersOf({
      ...{ id: learner.id, handle: learner.account.handle, email: learner.email },
      projectIds: [projectId, cohortProjectId ?? projectId, projectHelpId],
      reviewIds: [reviewId, cohortReviewId ?? reviewId],
      ...{ helpIds: [helpId], privateIds: [privateId] },
    }),
  };
}
