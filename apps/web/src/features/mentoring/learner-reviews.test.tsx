import type { LearnerDashboard, SharedProject, ToldAttention } from '@waymark/contract';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { LearnerReviews, reviewsOf } from './learner-reviews';
import { stuckNotes } from './stuck-notes';

type Standing = NonNullable<SharedProject['review']>;

const reviewed = (title: string, review: Partial<Standing> | null) =>
  ({
    id: title,
    title,
    review: review && {
      id: `review-of-${title}`,
      state: 'approved',
      ballWith: null,
      ballSince: '2026-11-01T00:00:00Z',
      ...review,
    },
  }) as SharedProject;

const projects = [
  reviewed('Late', { state: 'requested', ballWith: 'mentor', ballSince: '2026-11-09T00:00:00Z' }),
  reviewed('Early', { state: 'changes_requested', ballWith: 'learner', ballSince: '2026-11-02T00:00:00Z' }),
  reviewed('Alone', null),
  ...['01', '02', '03', '04'].map((day) => reviewed(`Done${day}`, { ballSince: `2026-10-${day}T00:00:00Z` })),
];

const drawn = (given: readonly SharedProject[] | null, leads = true) =>
  renderToStaticMarkup(
    <MemoryRouter>
      <LearnerReviews
        dashboard={{ projects: given, learner: { id: 'l', name: 'Lou', handle: 'lou' } } as unknown as LearnerDashboard}
        leads={leads}
      />
    </MemoryRouter>,
  );

it('has first what waits longest, then what was answered last', () => {
  const { open, answered } = reviewsOf(projects);
  expect(open.map(({ title }) => title)).toEqual(['Early', 'Late']);
  expect(answered.map(({ title }) => title)).toEqual(['Done04', 'Done03', 'Done02', 'Done01']);
  const html = drawn(projects);
  expect(html).toContain('Changes requested. It is Lou’s turn');
  expect(html).toContain('Waits for a reviewer. It is a mentor’s turn');
  expect(html).not.toContain('Alone');
  expect(html.indexOf('Done02')).toBeLessThan(html.indexOf('<summary>'));
  expect(html.indexOf('Done01')).toBeGreaterThan(html.indexOf('<summary>'));
});

it('leads to a review only on the mentor’s own page, and says nothing where projects are not shared', () => {
  expect(drawn(projects).match(/href="\/reviews\/review-of-/g)).toHaveLength(6);
  expect(drawn(projects, false)).not.toContain('href');
  expect(drawn(null)).toBe('');
  expect(drawn([reviewed('Alone', null)])).toContain('No review of a project that is for you to read.');
});

it('says of a topic that stands still for how long, as the list of what needs attention does', () => {
  const told = (reason: string, topicId: string | null) => ({ reason, topicId, since: '2026-11-10' }) as ToldAttention;
  const notes = stuckNotes([told('stuck', 'http'), told('asked-for-help', 'dns'), told('quiet', null)], '2026-11-13');
  expect([...notes]).toEqual([['http', 'nothing new for 17 days']]);
  expect(stuckNotes(null, '2026-11-13').size).toBe(0);
});
