import type { LiveEvent } from '@waymark/contract';
import mongoose from 'mongoose';
import { expect } from 'vitest';
import { Project } from '../../src/features/projects/projects.model.js';
import type { Member } from '../build.js';
import type { listen } from '../listen.js';

type Stream = Awaited<ReturnType<typeof listen>>;

const marks = new Set<string>();
/** What these tests wait for, which nobody’s act has made. */
export const isMark = ({ id }: LiveEvent): boolean => id !== undefined && marks.has(id);

/** Changes come in one order: once each has heard of something of their own, all that was before it has been told. */
export async function hearAll(streams: readonly (readonly [Pick<Member, 'id'>, Stream])[]): Promise<void> {
  const made = streams.map(([member, stream]) => ({ member, stream, _id: new mongoose.Types.ObjectId() }));
  for (const { _id } of made) marks.add(String(_id));
  await Project.collection.insertMany(
    made.map(({ _id, member }) => ({ _id, learnerId: new mongoose.Types.ObjectId(member.id) })),
  );
  const heard = ({ _id, stream }: (typeof made)[number]) =>
    stream.until(() => expect(stream.heard.some(({ event }) => event.id === String(_id))).toBe(true));
  await Promise.all(made.map(heard));
}
