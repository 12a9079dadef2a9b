import type { Cover, Visibility } from '@waymark/contract';
import type { FieldName, ProjectFields } from './draft';
import { projectsText } from './projects.text';
import { type KnownTopic, titleOf } from './topic-list';

/** A field's value as one reads it in a comparison. */
export function valueText(fields: ProjectFields, name: FieldName, topics: readonly KnownTopic[]): string {
  const value = fields[name];
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return projectsText.conflict.nothing;
  if (name === 'build') return projectsText.build[fields.build];
  if (name === 'visibility') return projectsText.visibility[value as Visibility][0];
  if (name === 'isArchived') return projectsText.conflict.archived(fields.isArchived);
  if (name === 'stack') return fields.stack.join(', ');
  if (name === 'covers') {
    const line = (cover: Cover) =>
      cover.where ? `${titleOf(topics, cover)} (${cover.where})` : titleOf(topics, cover);
    return fields.covers.map(line).join('\n');
  }
  return String(value);
}
