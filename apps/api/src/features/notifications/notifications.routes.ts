import type { notifications } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Handlers } from '../../http/route.js';
import { listNotifications } from './list-notifications.js';
import { keyOf, Notification } from './notifications.model.js';
import { settleTold } from './tell-members.js';

const mostCounted = 100;

export function notificationsHandlers(deps: Pick<Deps, 'roadmaps'>): Handlers<typeof notifications> {
  return {
    async listNotifications({ query, viewer }) {
      return listNotifications(deps, viewer.id, query);
    },

    async countNotifications({ viewer }) {
      return {
        unread: await Notification.countDocuments({ memberId: viewer.id, isUnread: true }, { limit: mostCounted }),
      };
    },

    async readNotification({ params, viewer }) {
      const mine = { _id: params.id, memberId: viewer.id };
      const { matchedCount } = await Notification.updateOne(mine, { $set: { isUnread: false } });
      if (matchedCount === 0) throw new Problem('not-found');
      return undefined;
    },

    async readNotifications({ body, viewer }) {
      const seen = { at: mongoose.trusted({ $lte: new Date(body.until) }) };
      await Notification.updateMany({ memberId: viewer.id, isUnread: true, ...seen }, { $set: { isUnread: false } });
      return undefined;
    },

    async seeAbout({ body, viewer }) {
      await settleTold(keyOf(body), { only: [viewer.id] });
      return undefined;
    },
  };
}
