import { Project } from '@waymark/contract';
import { z } from 'zod';
import { PastInstant } from './dates.js';

const { version: _, ...fields } = Project.shape;

/** What a file says of a project. Its version counts the changes of a document here, so it is not taken. */
export const FileProject = z.object({
  ...fields,
  isArchived: fields.isArchived.default(false),
  createdAt: PastInstant,
  updatedAt: PastInstant,
});
export type FileProject = z.output<typeof FileProject>;
