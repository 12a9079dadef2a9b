import { createHash } from 'node:crypto';
import type { calendar } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { createLimiter } from '../../http/limits.js';
import { Problem } from '../../http/problem.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { whole } from '../../http/stream.js';
import { Account, type AccountRecord } from '../accounts/accounts.model.js';
import { hashToken, newToken } from '../credentials/links.js';
import { CalendarFeed, type CalendarFeedRecord } from './calendar.model.js';
import { writeCalendar } from './write-calendar.js';

/** Calendars ask again by themselves, most of them each hour or so. */
const freshSeconds = 300;

export function calendarHandlers(deps: Deps): Handlers<typeof calendar> {
  // None can be guessed; what is found is not counted, since a school's calendars share one address.
  const misses = createLimiter(deps, 'calendar-misses', 60, 900);

  return {
    async readCalendarFeed({ viewer }) {
      const feed = await CalendarFeed.findOne({ accountId: viewer.id }).lean<CalendarFeedRecord>();
      return { madeAt: feed?.createdAt.toISOString() ?? null };
    },

    async makeCalendarFeed({ body, viewer, now }) {
      const token = newToken();
      const made = { hash: hashToken(token), weekStartsOn: body.weekStartsOn, createdAt: now };
      await CalendarFeed.updateOne({ accountId: viewer.id }, { $set: made }, { upsert: true });
      return { url: `${deps.env.publicUrl}/api/calendar/${token}`, madeAt: now.toISOString() };
    },

    async endCalendarFeed({ viewer }) {
      const { deletedCount } = await CalendarFeed.deleteOne({ accountId: viewer.id });
      if (deletedCount === 0) throw new Problem('not-found');
      return undefined;
    },

    async readCalendar({ params, client, now }) {
      const feed = await CalendarFeed.findOne({ hash: hashToken(params.token) }).lean<CalendarFeedRecord>();
      const owner = feed && (await findOwner(feed));
      if (!feed || !owner) {
        await misses.take(client.address);
        throw new Problem('not-found');
      }
      const text = await writeCalendar(deps, owner, owner.weekStartsOn ?? feed.weekStartsOn, now);
      const headers = {
        ETag: `"${createHash('sha256').update(text).digest('base64url')}"`,
        'Cache-Control': `private, max-age=${freshSeconds}`,
        'Content-Disposition': 'inline; filename="waymark.ics"',
      };
      return reply(whole(text), { headers });
    },
  };
}

/** Who is disabled or leaving shows nothing any more. */
function findOwner({ accountId }: CalendarFeedRecord): Promise<AccountRecord | null> {
  const missing = mongoose.trusted({ $exists: false });
  return Account.findOne({ _id: accountId, disabledAt: missing, eraseAfter: missing }).lean<AccountRecord>();
}
