import { describe, expect, it } from 'vitest';
import { smallEnrolment, smallRoadmap } from './small-way.fixture';
import { changeOf, changeOfMany, skipChange } from './topic-change';
import { labelOf, noteOf } from './topic-note';
import { type ChoiceNode, type TopicNode, viewOf } from './way-view';

const done = { state: 'done', proof: 'learned' } as const;
const skipped = { state: 'skipped' } as const;

function look(...given: Parameters<typeof smallEnrolment>) {
  const view = viewOf(smallRoadmap, smallEnrolment(...given));
  const topic = (id: string) => view.nodes.get(id) as TopicNode;
  const choice = (id: string) => view.nodes.get(id) as ChoiceNode;
  return { view, topic, choice, note: (id: string) => noteOf(topic(id), 0) };
}

describe('the states of a fork', () => {
  it('is open at first, with no way taken or proposed', () => {
    const { choice } = look();
    expect(choice('language').options.map((option) => option.option?.way)).toEqual(['open', 'open']);
    expect(choice('language').isSkipped).toBe(false);
  });

  it('shows the way taken, and proposes with its reason what follows from it elsewhere', () => {
    const { topic, note } = look({}, { language: ['node'] });
    expect(topic('node').option?.way).toBe('taken');
    expect(topic('python').option?.way).toBe('open');
    expect(topic('npm').option).toEqual({ choiceId: 'manager', way: 'proposed', why: 'npm comes with it.' });
    expect([note('npm'), note('pip')]).toEqual(['proposed', '2–4 h']);
  });

  it('shows every way that was taken, and proposes nothing where the place is filled', () => {
    const { topic } = look({}, { language: ['node', 'python'], manager: ['pip'] });
    expect([topic('node').option?.way, topic('python').option?.way]).toEqual(['taken', 'taken']);
    expect(topic('npm').option?.way).toBe('open');
  });

  it('is left out once all its ways are skipped and none is taken', () => {
    expect(look({ node: skipped, python: skipped }).choice('language').isSkipped).toBe(true);
    expect(look({ node: skipped, python: skipped }, { language: ['node'] }).choice('language').isSkipped).toBe(false);
  });
});

describe('a stage', () => {
  it('is walked when all that it asks for is done, and is where the next step lies', () => {
    const { view } = look({ http: done, dns: done });
    expect(view.stages.map((stage) => stage.standing)).toEqual(['walked', 'here']);
    expect(view.here).toBe('language');
  });

  it('shows nobody anywhere to a stranger', () => {
    const view = viewOf(smallRoadmap, null);
    expect(view.stages.map((stage) => stage.standing)).toEqual(['ahead', 'ahead']);
    expect(view.stages.map((stage) => stage.counts.required)).toEqual([2, 3]);
  });
});

describe('the small line', () => {
  it('says the one thing that matters most', () => {
    const { note } = look({ dns: { ...done, known: true } });
    expect(note('http')).toBe('You are here');
    expect(note('rest')).toBe('after HTTP');
    expect(note('dns')).toBe('known before');
    expect(note('extra')).toBe('optional, 2–4 h');
  });

  it('counts the projects that show it', () => {
    const { topic } = look({ http: { state: 'done', proof: 'shown' } });
    expect(noteOf(topic('http'), 2)).toBe('Shown in 2 projects');
  });

  it('is heard in the order in which it is seen, with the mark', () => {
    expect(labelOf('HTTP', 'learning', 'You are here')).toBe('HTTP, You are here, Learning');
  });
});

describe('setting a topic', () => {
  it('takes the way that one begins while its place is open', () => {
    const { view, topic } = look();
    expect(changeOf(view, topic('node'), 'learning')).toEqual({
      topics: { node: { state: 'learning' } },
      choices: { language: ['node'] },
    });
  });

  it('takes nothing when another way is taken, or when a way is skipped', () => {
    const { view, topic } = look({}, { language: ['node'] });
    expect(changeOf(view, topic('python'), 'done').choices).toBeUndefined();
    expect(changeOf(view, topic('npm'), 'skipped').choices).toBeUndefined();
  });

  it('skips an undecided choice by all its ways, and brings them back', () => {
    const { choice } = look();
    const states = (isBack: boolean) => Object.values(skipChange(choice('language'), isBack).topics);
    expect(states(false)).toEqual([{ state: 'skipped' }, { state: 'skipped' }]);
    expect(states(true)).toEqual([{ state: 'not_started' }, { state: 'not_started' }]);
  });

  it('sets many as one act, and leaves out what is so already', () => {
    const { view, topic } = look({ http: done });
    expect(changeOfMany(view, [topic('http'), topic('dns')], 'done')).toEqual({ topics: { dns: { state: 'done' } } });
    expect(changeOfMany(view, [topic('http')], 'done', true)).toEqual({
      topics: { http: { state: 'done', known: true } },
    });
  });

  it('chooses for nobody who marks more ways than there are places', () => {
    const { view, topic } = look();
    expect(changeOfMany(view, [topic('node'), topic('python')], 'done').choices).toBeUndefined();
    expect(changeOfMany(view, [topic('node'), topic('npm')], 'done').choices).toEqual({
      language: ['node'],
      manager: ['npm'],
    });
  });
});
