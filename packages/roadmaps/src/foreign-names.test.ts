import { matchForeign } from '@waymark/contract';
import { expect, it } from 'vitest';
import { loadRoadmaps } from './index.js';

const backend = loadRoadmaps().get('backend');
if (!backend) throw new Error('the backend roadmap is shipped');
const find = (id: string) => matchForeign(backend, { done: [id], learning: [], skipped: [] })[0]?.topicId;

it.each(backend.topics.map(({ id, title }) => [id, title]))('%s is found by its id and by its title', (id, title) => {
  for (const name of [id, id.toUpperCase(), `${id}@aB3_x`, title, title.toLowerCase().replaceAll(' ', '-')]) {
    expect(find(name), name).toBe(id);
  }
});

it.each([
  ['internet', 'how-the-internet-works'],
  ['how-does-the-internet-work', 'how-the-internet-works'],
  ['what-is-http', 'http'],
  ['dns-and-how-it-works', 'dns'],
  ['browsers-and-how-they-work', 'browsers'],
  ['what-is-hosting', 'domains-and-hosting'],
  ['https', 'tls'],
  ['postgres', 'postgresql'],
  ['node', 'nodejs'],
  ['version-control-systems', 'why-version-control'],
  ['docker', 'containers'],
  ['learn-about-apis', 'api-design'],
  ['rest-apis', 'rest'],
  ['oauth', 'oauth-2'],
  ['acid', 'transactions'],
  ['n-plus-1-problem', 'query-optimisation'],
  ['database-indexes', 'indexes'],
  ['unit-testing', 'automated-testing'],
  ['nosql-databases', 'document-databases'],
  ['ruby-on-rails', 'rails'],
  ['spring-boot', 'spring'],
])('%s, as others call it, is %s', (name, id) => {
  expect(find(name)).toBe(id);
});
