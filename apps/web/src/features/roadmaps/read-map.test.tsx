import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noFilter } from './map-filter';
import { ReadMap } from './read-map';
import { smallEnrolment, smallRoadmap } from './small-way.fixture';
import type { MapLook } from './view-choice';

const opened = vi.fn<(id: string) => void>();
let root: Root;
let host: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  opened.mockReset();
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
  vi.unstubAllGlobals();
});

const done = { state: 'done', proof: 'learned' } as const;
const enrolment = smallEnrolment({ http: done, dns: { state: 'learning' } }, { language: ['node'] });

interface Shown {
  look: MapLook;
  leads?: boolean;
  openId?: string | null;
  hideDone?: boolean;
}

async function show({ look, leads = true, openId = null, hideDone = false }: Shown) {
  const reads = leads && { toTopic: (id: string) => `?topic=${id}`, onOpen: opened };
  await act(async () =>
    root.render(
      <MemoryRouter>
        <ReadMap
          roadmap={smallRoadmap}
          enrolment={enrolment}
          projects={[]}
          notes={new Map([['http', 'asks for help']])}
          {...reads}
          openId={openId}
          look={look}
          onLook={() => {}}
          filter={{ ...noFilter, hideDone }}
          onFilter={() => {}}
        />
      </MemoryRouter>,
    ),
  );
  if (look === 'board') await act(() => vi.dynamicImportSettled());
}

const map = () => host.querySelector<HTMLElement>('section[aria-label]');
const links = () => [...(map()?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
const link = (id: string) => links().find((each) => each.dataset.node === id);

it.each(['trail', 'outline', 'board'] as const)(
  'draws somebody else’s way as a %s, with nothing to change',
  async (look) => {
    await show({ look });
    expect(link('http')?.getAttribute('aria-label')).toMatch(/^HTTP, asks for help.*, Learned$/);
    expect(link('dns')?.getAttribute('aria-label')).toMatch(/^DNS, Here now/);
    expect(link('node')?.getAttribute('aria-label')).toMatch(/^NODE, taken/);
    expect(map()?.textContent).not.toMatch(/you are here|your way|you are in it|change it/i);
    expect(map()?.querySelectorAll('button, input')).toHaveLength(0);
    // Every topic, and no choice: there is nothing of it to read.
    expect(
      links()
        .map((each) => each.dataset.node)
        .toSorted(),
    ).toEqual(smallRoadmap.topics.map(({ id }) => id).toSorted());
    expect(link('dns')?.getAttribute('href')).toBe('?topic=dns');
    act(() => link('dns')?.click());
    expect(opened).toHaveBeenCalledExactlyOnceWith('dns');
  },
);

it('is one stop for the Tab key, and the focus comes back to what was open', async () => {
  await show({ look: 'outline', openId: 'rest' });
  expect(links().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  expect(link('rest')?.getAttribute('aria-current')).toBe('page');
  await show({ look: 'outline' });
  expect(document.activeElement).toBe(link('rest'));
});

it.each(['trail', 'outline', 'board'] as const)('leads nowhere as a %s before it is agreed to', async (look) => {
  await show({ look, leads: false });
  expect(links()).toHaveLength(0);
  expect(map()?.querySelectorAll('[tabindex]')).toHaveLength(0);
  const heard = [...(map()?.querySelectorAll('[aria-hidden] + span') ?? [])].map(({ textContent }) => textContent);
  expect(heard.some((words) => /^HTTP, asks for help.*, Learned$/.test(words ?? ''))).toBe(true);
});

it('shows what the filter leaves', async () => {
  await show({ look: 'outline', hideDone: true });
  expect(link('http')).toBeUndefined();
  expect(link('dns')).toBeDefined();
});
