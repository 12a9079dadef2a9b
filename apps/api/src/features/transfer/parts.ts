import { importParts } from '@waymark/contract';
import type { Part } from './part.js';
import { activityPart } from './parts/activity.part.js';
import { enrolmentsPart } from './parts/enrolments.part.js';
import { imagesPart } from './parts/images.part.js';
import { projectsPart } from './parts/projects.part.js';
import { roomsPart } from './parts/rooms.part.js';
import { timePart } from './parts/time.part.js';

const byName = {
  projects: projectsPart,
  images: imagesPart,
  activity: activityPart,
  enrolments: enrolmentsPart,
  rooms: roomsPart,
  time: timePart,
} satisfies Record<(typeof importParts)[number], Part>;

export function partOf(name: keyof typeof byName): Part {
  return byName[name];
}

/** In the order in which they are taken. */
export const parts: readonly Part[] = importParts.map(partOf);
