import type { Review } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { GivenAnswers } from './given-answers';
import { aReview, mira } from './review.fixture';

vi.mock('../../ui/dates', () => ({ Timestamp: () => null }));

const given: Review['verdicts'][number] = {
  decision: 'changes_requested',
  text: 'Nearly.',
  revision: 1,
  at: '2026-11-21T10:00:00.000Z',
  reviewer: mira,
  topics: [
    { roadmap: 'backend', topicId: 'http', verdict: 'partly', text: 'No status is checked.' },
    // From before each topic had a sentence.
    { roadmap: 'backend', topicId: 'dns', verdict: 'met', text: '' },
  ],
  requirements: [
    { id: 'short', verdict: 'not_met', text: 'The link is as long as before.' },
    { id: 'gone', verdict: 'met', text: '' },
  ],
};

let root: Root;
let host: HTMLElement;
const lines = () => [...host.querySelectorAll('li')].map(({ textContent }) => textContent?.trim());

function show(verdicts: Review['verdicts']): void {
  act(() =>
    root.render(
      <GivenAnswers
        review={{ ...aReview, verdicts }}
        titleOf={(_, topicId) => topicId.toUpperCase()}
        requirements={[{ id: 'short', text: 'A link gets short' }]}
      />,
    ),
  );
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

it('says what was said of each topic and each requirement', () => {
  show([given]);
  expect(lines()).toEqual([
    'HTTP: PartlyNo status is checked.',
    'DNS: Met',
    'A link gets short: Not metThe link is as long as before.',
    'gone: Met',
  ]);
});

it('has no list of what was not judged, and the last answer first', () => {
  show([given, { ...given, at: '2026-11-22T10:00:00.000Z', text: 'Sound.', topics: [], requirements: [] }]);
  const [last, first] = host.querySelectorAll('article');
  expect([last?.querySelectorAll('h3').length, first?.querySelectorAll('h3').length]).toEqual([0, 2]);
  expect(last?.textContent).toContain('Sound.');
});
