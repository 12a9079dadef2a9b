import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Enrolment, Pause } from '@waymark/contract';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Toasts } from '../../ui/toast';
import { smallEnrolment, smallRoadmap } from '../roadmaps/small-way.fixture';
import { KnownDialog } from './known-dialog';
import { Pauses } from './pauses';
import { PlanForm } from './plan-form';
import { PlanWeeks } from './plan-weeks';

const { asked } = vi.hoisted(() => ({ asked: [] as { name: string; input: { body?: unknown } }[] }));

vi.mock('../../api/call', () => ({
  call: (name: string, input: { body?: unknown } = {}) => {
    asked.push({ name, input });
    return new Promise(() => {});
  },
}));
vi.mock('../../api/session', () => ({ useSession: () => ({ status: 'member', account: { id: 'a' } }) }));

const today = '2026-11-23';
let root: Root;
let host: HTMLElement;
let enrolment: Enrolment;

function show(part: ReactNode): void {
  const client = new QueryClient();
  client.setQueryData(['roadmap', 'small'], smallRoadmap);
  client.setQueryData(['enrolment', 'small'], enrolment);
  act(() =>
    root.render(
      <QueryClientProvider client={client}>
        <MemoryRouter>
          {part}
          <Toasts />
        </MemoryRouter>
      </QueryClientProvider>,
    ),
  );
}

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)));
const button = (name: string) =>
  [...host.querySelectorAll('button')].find(
    (each) => each.textContent === name || each.getAttribute('aria-label') === name,
  );
const box = (label: string) =>
  [...host.querySelectorAll('label')].find((each) => each.textContent === label)?.querySelector('input');
const field = (label: string) => {
  const id = [...host.querySelectorAll('label')].find((each) => each.textContent === label)?.htmlFor;
  return host.querySelector<HTMLInputElement>(`[id="${id}"]`);
};
const sent = (name: string) => asked.filter((each) => each.name === name).map(({ input }) => input.body);

async function press(element: HTMLElement | null | undefined): Promise<void> {
  if (!element) throw new Error('there is nothing to press');
  act(() => element.click());
  await settle();
}

function type(label: string, value: string): void {
  const input = field(label);
  if (!input) throw new Error(`no field “${label}”`);
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const withPauses = (...pauses: Pause[]): Enrolment => {
  const plain = smallEnrolment();
  return { ...plain, plan: { ...plain.plan, pauses } };
};

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= () => {};
  asked.length = 0;
  enrolment = smallEnrolment();
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
  vi.unstubAllGlobals();
});

it('marks what was known in one act, and takes back what was not known after all', async () => {
  const [first, second, third] = smallRoadmap.topics;
  if (!first || !second || !third) throw new Error('the small roadmap has three topics');
  enrolment = smallEnrolment({
    [second.id]: { state: 'done', proof: 'learned', known: true },
    [third.id]: { state: 'done', proof: 'learned' },
  });
  const onClose = vi.fn();
  show(<KnownDialog roadmap={smallRoadmap} enrolment={enrolment} onClose={onClose} />);
  expect(box(third.title), 'what was learned on the way').toBeUndefined();
  await press(box(first.title));
  await press(box(second.title));
  await press(button('Save'));
  expect(sent('setTopics')).toEqual([
    {
      topics: {
        [first.id]: { state: 'done', known: true, at: expect.any(String) },
        [second.id]: { state: 'not_started', at: expect.any(String) },
      },
    },
  ]);
  expect(onClose).toHaveBeenCalledOnce();
});

it('finds a topic by what is typed', () => {
  const [first, second] = smallRoadmap.topics;
  show(<KnownDialog roadmap={smallRoadmap} enrolment={enrolment} onClose={() => {}} />);
  type('Find a topic', ` ${first?.title.toUpperCase()} `);
  expect(box(first?.title ?? '')).toBeDefined();
  expect(box(second?.title ?? '')).toBeUndefined();
  type('Find a topic', 'no such thing');
  expect(host.textContent).toContain('No topic is called that.');
});

it('pauses in one press, and goes on in one press', async () => {
  show(<Pauses enrolment={enrolment} today={today} />);
  await press(button('Pause now'));
  enrolment = withPauses({ from: '2026-11-20', to: null });
  show(<Pauses key="paused" enrolment={enrolment} today={today} />);
  expect(host.textContent).toContain('Paused since');
  await press(button('Go on'));
  expect(sent('putEnrolment')).toEqual([
    { plan: { pauses: [{ from: today, to: null }] } },
    { plan: { pauses: [{ from: '2026-11-20', to: '2026-11-22' }] } },
  ]);
});

it('refuses a pause that overlaps, and keeps what was typed', async () => {
  enrolment = withPauses({ from: '2026-12-20', to: '2027-01-03' });
  show(<Pauses enrolment={enrolment} today={today} />);
  type('First day', '2027-01-01');
  type('Last day', '2027-01-10');
  await press(button('Plan a pause'));
  expect(host.querySelector('[role=alert]')?.textContent).toBe('Two pauses overlap');
  expect([sent('putEnrolment'), field('First day')?.value]).toEqual([[], '2027-01-01']);
  type('First day', '2027-01-04');
  await press(button('Plan a pause'));
  expect(sent('putEnrolment')).toHaveLength(1);
});

it('shows this week first, and no hours to who hides them', () => {
  const weeks = () => <PlanWeeks roadmap={smallRoadmap} enrolment={enrolment} today={today} weekStartsOn={1} />;
  show(weeks());
  const first = () => host.querySelector('ol li')?.textContent ?? '';
  expect(first()).toContain('This week');
  expect(first()).toMatch(/\d h/);
  enrolment = { ...enrolment, plan: { ...enrolment.plan, hideEstimates: true } };
  show(weeks());
  expect(first()).toContain('This week');
  expect(host.textContent).not.toMatch(/\d h\b|\d hours/);
});

it('shows the plan as it has become, but for what is typed over it', () => {
  const planned = (plan: Partial<Enrolment['plan']>): Enrolment => {
    const plain = smallEnrolment();
    return { ...plain, plan: { ...plain.plan, ...plan } };
  };
  enrolment = planned({ hoursPerWeek: 5, daysPerWeek: 2 });
  show(<PlanForm enrolment={enrolment} today={today} />);
  type('Hours a week', '9');
  enrolment = planned({ hoursPerWeek: 6, daysPerWeek: 4, targetDate: '2027-09-01', hideEstimates: true });
  show(<PlanForm enrolment={enrolment} today={today} />);
  expect(field('Hours a week')?.value).toBe('9');
  expect(field('Days a week')?.value).toBe('4');
  expect(field('When you would like to be there')?.value).toBe('2027-09-01');
  expect(host.querySelector<HTMLInputElement>('input[type=checkbox]')?.checked).toBe(true);
});
