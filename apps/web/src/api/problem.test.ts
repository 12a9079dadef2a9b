import { problems } from '@waymark/contract';
import { expect, it } from 'vitest';
import { issueFor, ProblemError, problemOf, sentenceFor } from './problem';
import { problemText, unknownFailure } from './problem.text';

function answer(status: number, body: unknown, type = 'application/problem+json; charset=utf-8'): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': type },
  });
}

it('keeps what the API said', async () => {
  const errors = [{ path: 'covers.0.topicId', message: 'No such topic' }];
  const error = await problemOf(
    answer(412, { code: 'stale', status: 412, title: 'It changed', errors, current: { version: 4 }, requestId: 'r1' }),
  );
  expect(error).toMatchObject({ code: 'stale', status: 412, current: { version: 4 }, requestId: 'r1' });
  expect(issueFor(error, 'covers.0.topicId')).toBe('No such topic');
  expect(issueFor(error, 'covers')).toBeUndefined();
  expect(issueFor(new Error('x'), 'covers')).toBeUndefined();
});

it.each([
  [502, '<html>', 'text/html', 'unavailable'],
  [504, '', 'text/plain', 'unavailable'],
  [500, '<html>', 'text/html', 'internal'],
  [404, '<html>', 'text/html', 'internal'],
  [500, 'not json', 'application/problem+json', 'internal'],
])('tells %i of another kind like one of ours', async (status, body, type, code) => {
  expect(await problemOf(answer(status, body, type))).toMatchObject({ code, status });
});

it('has a sentence for every problem that the API knows', () => {
  for (const [code, [status, title]] of Object.entries(problems)) {
    const error = new ProblemError({ code: code as keyof typeof problems, status, title });
    expect(sentenceFor(error)).toBe(problemText[error.code]);
    expect(sentenceFor(error)).toMatch(/[.?]$/);
  }
  expect(sentenceFor(new TypeError('x is undefined'))).toBe(unknownFailure);
});
