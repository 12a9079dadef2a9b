import type { reviewTalk } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { createLimiter } from '../../http/limits.js';
import { Problem } from '../../http/problem.js';
import type { Handlers } from '../../http/route.js';
import { getReview, lookAtReview } from './act-on-review.js';
import { deleteComment, listComments, say } from './comments.js';
import { keepDraft, readDraft } from './drafts.js';
import { createSnippet, listSnippets } from './snippets.js';
import { Snippet } from './talk.model.js';

export function reviewTalkHandlers(deps: Deps): Handlers<typeof reviewTalk> {
  const comments = createLimiter(deps, 'review-comments', 60, 600);

  return {
    async listComments({ params, query, viewer, now }) {
      return listComments(await lookAtReview(params.id, viewer.id, now), query);
    },

    async sayInReview({ params, body, viewer, now }) {
      const review = await getReview(params.id, viewer.id);
      await comments.take(viewer.id);
      return say(deps, review, { authorId: viewer.id, ...body, now });
    },

    async deleteComment({ params, viewer }) {
      await deleteComment(await getReview(params.id, viewer.id), params.commentId, viewer.id);
      return undefined;
    },

    async readReviewDraft({ params, viewer }) {
      return readDraft(await getReview(params.id, viewer.id), params.number, viewer.id);
    },

    async keepReviewDraft({ params, body, viewer, now }) {
      return keepDraft(await getReview(params.id, viewer.id), params.number, { authorId: viewer.id, ...body, now });
    },

    async listSnippets({ query, viewer }) {
      return listSnippets(viewer.id, query);
    },

    async createSnippet({ body, viewer }) {
      return createSnippet(viewer.id, body);
    },

    async changeSnippet({ params, body, viewer }) {
      const { matchedCount } = await Snippet.updateOne({ _id: params.id, ownerId: viewer.id }, { $set: body });
      if (matchedCount === 0) throw new Problem('not-found');
      return { id: params.id, ...body };
    },

    async deleteSnippet({ params, viewer }) {
      const { deletedCount } = await Snippet.deleteOne({ _id: params.id, ownerId: viewer.id });
      if (deletedCount === 0) throw new Problem('not-found');
      return undefined;
    },
  };
}
