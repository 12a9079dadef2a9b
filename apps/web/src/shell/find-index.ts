import { foldText } from '@waymark/contract/rules';
import MiniSearch from 'minisearch';
import type { Place } from './places';

type Row = { id: number } & Record<'title' | 'beside' | 'more', string>;

/** Who types "rest" means REST, not its first word in a long text: the title decides, the rest helps. */
const boost = { title: 6, beside: 1, more: 1 };

/** How many letters of a word may be wrong. Two that changed places count as two. */
const fuzzy = (word: string) => (word.length > 6 ? 2 : word.length > 3 ? 1 : false);

/** Nobody types more to find something; what is pasted may be a whole book. */
const mostLetters = 80;

export type FindIndex = (sought: string, most?: number) => Place[];

/** A title that is, or begins with, what is sought stands before one that merely has it. */
function closeness({ title }: Place, sought: string): number {
  const own = foldText(title);
  if (own === sought) return 0;
  if (own.startsWith(sought)) return 1;
  return own.includes(` ${sought}`) ? 2 : 3;
}

/**
 * Everything that can be found, made ready once. Without words: pages and acts, in their order. With them: what fits
 * best first, titles before texts, typing errors forgiven, accents and case minded nowhere.
 */
export function indexPlaces(places: readonly Place[]): FindIndex {
  const search = new MiniSearch<Row>({
    fields: ['title', 'beside', 'more'],
    processTerm: (term) => foldText(term) || null,
    searchOptions: { boost, prefix: true, fuzzy, combineWith: 'AND' },
  });
  search.addAll(places.map(({ title, beside, more = '' }, id) => ({ id, title, beside, more })));
  return (sought, most = 12) => {
    const words = foldText(sought.trim().slice(0, mostLetters));
    if (!words) return places.filter(({ kind }) => kind === 'page' || kind === 'act').slice(0, 2 * most);
    // One or two letters are in nearly every text, and in few titles.
    const found = search.search(words, words.length < 3 ? { fields: ['title'] } : {}).flatMap(({ id, score }) => {
      const place = places[id as number];
      return place ? [{ place, score, close: closeness(place, words) }] : [];
    });
    return found
      .toSorted((a, b) => a.close - b.close || b.score - a.score)
      .slice(0, most)
      .map(({ place }) => place);
  };
}
