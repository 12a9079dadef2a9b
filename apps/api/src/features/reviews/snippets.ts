import type { Snippet as SnippetAnswer } from '@waymark/contract';
import { beyond, page, readCursor } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import { Snippet, type SnippetRecord } from './talk.model.js';

const mostSnippets = 200;

const snippetAnswer = ({ _id, title, text }: SnippetRecord): SnippetAnswer => ({ id: String(_id), title, text });

export async function listSnippets(ownerId: string, query: { limit: number; cursor?: string | undefined }) {
  const [title, id] = (readCursor(query.cursor, ['string', 'id']) ?? []) as [string?, string?];
  const found = await Snippet.find({ ownerId, ...(title !== undefined && id && beyond('title', 1, title, id)) })
    .sort({ title: 1, _id: 1 })
    .limit(query.limit + 1)
    .lean<SnippetRecord[]>();
  const { items, nextCursor } = page(found, query.limit, (each) => [each.title, String(each._id)]);
  return { items: items.map(snippetAnswer), nextCursor };
}

export async function createSnippet(ownerId: string, words: { title: string; text: string }): Promise<SnippetAnswer> {
  if ((await Snippet.countDocuments({ ownerId }, { limit: mostSnippets })) >= mostSnippets) {
    throw new Problem('conflict', {
      detail: `There are ${mostSnippets} snippets already. Delete one that you do not need.`,
    });
  }
  const [made] = await Snippet.create([{ ownerId, ...words }]);
  if (!made) throw new Error('the snippet was not kept');
  return snippetAnswer(made.toObject() as SnippetRecord);
}
