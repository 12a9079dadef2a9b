import { Account } from '../src/features/accounts/accounts.model.js';
import { Notification } from '../src/features/notifications/notifications.model.js';
import { askForReview, finishedProject, type Member } from './build.js';
import { lettersTo } from './letters.js';
import { asked, coreTopics } from './reviewing.js';
import type { TestApp } from './start.js';

type Digest = 'at-once' | 'hourly' | 'daily' | 'off';

/** Members who are told of reviews, and the letters that they get. */
export function toldIn(app: TestApp) {
  const digests = async ({ email }: Member) => (await lettersTo(app, email)).filter(({ kind }) => kind === 'digest');
  const confirm = ({ id }: Member) => Account.updateOne({ _id: id }, { $set: { verifiedAt: app.now() } });

  async function prefer(member: Member, digest: Digest, timeZone = 'UTC') {
    const { version } = await member.ok('readMe');
    return member.ok('changeMe', { body: { digest, timeZone }, headers: { 'if-match': `"${version}"` } });
  }

  /** A mentor who confirmed their address, and was asked for a review. */
  async function toldMentor(digest: Digest = 'at-once', timeZone?: string) {
    const made = await asked(app);
    await confirm(made.mentor);
    await Notification.deleteMany({});
    await prefer(made.mentor, digest, timeZone);
    const another = async (title = 'Another') => {
      const mine = await finishedProject(made.learner, coreTopics(app).slice(0, 1), { title });
      return askForReview(made.learner, mine.id);
    };
    return { ...made, another };
  }

  return { digests, prefer, toldMentor };
}
