import type { ProjectRecord } from '../projects/projects.model.js';
import { linkTo, plainLine, quoted } from './markdown-text.js';

const builds = { idea: 'an idea', building: 'in the making', finished: 'finished' } as const;

/** A project with its facts as a list, what it shows, and its write-up. */
export function markdownOfProject(
  project: ProjectRecord,
  titleOf: (roadmap: string, topicId: string) => string,
): string {
  const { title, summary, writeUp, build, repoUrl, repoPath, demoUrl, stack, hours, startedOn, finishedOn } = project;
  const days = [startedOn && `begun on ${startedOn}`, finishedOn && `finished on ${finishedOn}`].filter(Boolean);
  const facts = [
    `State: ${[builds[build], ...days].join(', ')}`,
    repoUrl && `Code: ${linkTo(repoUrl)}${repoPath ? `, in ${plainLine(repoPath)}` : ''}`,
    demoUrl && `To be seen at ${linkTo(demoUrl)}`,
    stack.length > 0 && `Made with ${stack.map(plainLine).join(', ')}`,
    hours !== null && `Hours: ${hours}`,
    ...project.covers.map(({ roadmap, topicId, where }) => {
      const topic = `Shows ${plainLine(titleOf(roadmap, topicId))}`;
      return where === '' ? topic : `${topic}: ${plainLine(where)}`;
    }),
  ].filter((fact) => typeof fact === 'string');
  const parts = [
    `### ${plainLine(title)}`,
    summary === '' ? '' : plainLine(summary),
    facts.map((fact) => `- ${fact}`).join('\n'),
    writeUp.trim() === '' ? '' : quoted(writeUp),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
