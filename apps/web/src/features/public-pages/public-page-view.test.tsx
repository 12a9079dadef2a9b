import type { PublicPage } from '@waymark/contract';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { weeksOf } from './calendar-table';
import { PublicPageView } from './public-page-view';

const counts = { required: 10, done: 4, shown: 2, confirmed: 1, percent: 40 };
const bare: PublicPage = {
  ...{ handle: 'ada', name: 'Ada Example', about: '' },
  ...{ roadmaps: [], proof: [], calendar: null, projects: [] },
};
const whole: PublicPage = {
  ...bare,
  about: 'I build.',
  roadmaps: [{ slug: 'backend', title: 'Backend', counts, stages: [{ id: 'one', title: 'The web', ...counts }] }],
  proof: [
    {
      roadmap: 'backend',
      title: 'Backend',
      topics: [
        {
          id: 'http',
          title: 'HTTP',
          proof: 'confirmed',
          projects: [{ title: 'Shortener', url: 'https://git.example/s' }],
        },
        { id: 'dns', title: 'DNS', proof: 'shown', projects: [] },
      ],
    },
  ],
  calendar: { from: '2026-06-01', to: '2026-11-22', days: [{ day: '2026-11-20', acts: 3 }] },
  projects: [
    {
      page: null,
      ...{ title: 'Shortener', summary: 'Links', build: 'finished', stack: ['node'], finishedOn: '2026-10-01' },
      ...{ repoUrl: 'https://git.example/s', repoPath: 'api', demoUrl: null },
      covers: [{ roadmap: 'backend', topicId: 'http', title: 'HTTP', where: 'server.ts' }],
    },
  ],
};

function show(page: PublicPage): HTMLElement {
  const host = document.createElement('div');
  host.innerHTML = renderToStaticMarkup(
    <MemoryRouter>
      <PublicPageView page={page} drawing={page.calendar && <div>picture</div>} />
    </MemoryRouter>,
  );
  return host;
}

const headings = (host: HTMLElement) => [...host.querySelectorAll('h2')].map((each) => each.textContent);

it('shows each section that there is, with its numbers, proof and links', () => {
  const host = show(whole);
  expect(host.querySelector('h1')?.textContent).toBe('Ada Example');
  expect(headings(host)).toEqual(['Roadmaps', 'Projects', 'What projects show', 'The last half year']);
  expect(host.querySelectorAll('[aria-label="4 of 10 done, 2 shown, 1 confirmed"]')).toHaveLength(2);
  const proof = host.querySelector('ul[aria-label="Backend"]');
  expect(proof?.querySelector('[aria-label="Confirmed"]')).not.toBeNull();
  const out = proof?.querySelector('a[href="https://git.example/s"]');
  expect([out?.textContent, out?.getAttribute('rel')]).toEqual(['Shortener', 'noopener noreferrer nofollow ugc']);
  for (const said of ['server.ts', 'picture', 'I build.']) expect(host.textContent).toContain(said);
});

it('leaves no trace of a section that is off', () => {
  const host = show({ ...whole, proof: [], calendar: null });
  expect(headings(host)).toEqual(['Roadmaps', 'Projects']);
});

it('says so where there is nothing but a name', () => {
  expect(show(bare).textContent).toContain('Ada Example shows nothing more for now.');
  expect(show(whole).textContent).not.toContain('shows nothing more');
});

it('sums the calendar by week, the last one first', () => {
  const rows = weeksOf({
    ...{ from: '2026-11-09', to: '2026-11-22' },
    days: [
      { day: '2026-11-15', acts: 1 },
      { day: '2026-11-16', acts: 2 },
      { day: '2026-11-22', acts: 4 },
    ],
  });
  expect(rows).toEqual([
    { monday: '2026-11-16', days: 2, acts: 6 },
    { monday: '2026-11-09', days: 1, acts: 1 },
  ]);
});
