import type { RecordFacts } from '@waymark/contract';

/** Which words are meant, as Open Badges 3.0 and the Verifiable Credentials data model 2.0 name them. */
const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

type Topic = RecordFacts['topics'][number];

const byline = ({ reviewer }: Topic) => (reviewer ? `by ${reviewer}` : 'by a reviewer who is not named');

function evidenceOf(topic: Topic) {
  const { title, project, url, revision, commit, confirmedAt } = topic;
  const at = commit ? `revision ${revision}, commit ${commit}` : `revision ${revision}`;
  return {
    ...(url && { id: url }),
    type: ['Evidence'],
    name: project,
    genre: 'Project',
    narrative: `${title}: confirmed on ${confirmedAt.slice(0, 10)} ${byline(topic)}, at ${at}.`,
  };
}

/** An `OpenBadgeCredential`: who learned what on which roadmap, and on what a reviewer looked to say so. */
export function writeCredential(facts: RecordFacts, { id, subject }: { id: string; subject: string }) {
  const { learner, issuer, roadmap, issuedAt, topics } = facts;
  const names = topics.map(({ title }) => title);
  const resultId = (place: number) => `${id}#topic-${place + 1}`;
  return {
    '@context': contexts,
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `${roadmap}: ${names.length === 1 ? '1 topic' : `${names.length} topics`} confirmed`,
    issuer: { id: issuer.url, type: ['Profile'], name: issuer.name, url: issuer.url },
    validFrom: issuedAt,
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: learner, identityType: 'name' }],
      achievement: {
        id: `${id}#achievement`,
        type: ['Achievement'],
        achievementType: 'Achievement',
        name: roadmap,
        description: `Topics of the roadmap ${roadmap}, each backed by a project that a reviewer looked at.`,
        criteria: {
          narrative: `A reviewer other than the learner called the topic met in a finished project: ${names.join('; ')}.`,
        },
        resultDescription: names.map((name, place) => ({
          id: resultId(place),
          type: ['ResultDescription'],
          name,
          resultType: 'Status',
        })),
      },
      result: names.map((_, place) => ({
        type: ['Result'],
        resultDescription: resultId(place),
        status: 'Completed',
      })),
    },
    evidence: topics.map(evidenceOf),
  };
}
