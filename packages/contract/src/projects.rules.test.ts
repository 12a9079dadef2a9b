import { expect, it } from 'vitest';
import { type Build, Build as builds } from './projects.js';
import { showsItsTopics } from './projects.rules.js';

const link = 'https://git.example/ada/notes';

it.each<[Build, string | null, string | null, boolean]>([
  ['finished', link, null, true],
  ['finished', null, link, true],
  ['finished', link, link, true],
  ['finished', null, null, false],
  ['building', link, link, false],
  ['idea', link, link, false],
])('%s with repository %s and demo %s shows its topics: %s', (build, repoUrl, demoUrl, shows) => {
  expect(showsItsTopics({ build, repoUrl, demoUrl })).toBe(shows);
});

it('knows every build state', () => expect(builds.options).toEqual(['idea', 'building', 'finished']));
