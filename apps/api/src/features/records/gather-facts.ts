import { coversTopic, isOnTheWay, type RecordFacts, type Roadmap, showsItsTopics, skillsOf } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { readSettings } from '../instance/settings.model.js';
import { getEnrolment } from '../progress/find-enrolment.js';
import { topicAt } from '../progress/way-of.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { type Confirmation, findConfirmations } from '../reviews/find-confirmations.js';

type Learner = { id: string; name: string };

async function confirmationsOf(learnerId: string): Promise<Confirmation[]> {
  const found = await Project.find({ learnerId, build: 'finished', 'verdicts.verdict': 'met' })
    .select({ writeUp: 0 })
    .lean<ProjectRecord[]>();
  return findConfirmations(found.filter(showsItsTopics));
}

/** What of a roadmap is confirmed now, each topic with the latest verdict that confirms it, in the roadmap's order. */
export async function gatherFacts(
  deps: Pick<Deps, 'roadmaps' | 'env'>,
  learner: Learner,
  roadmap: Roadmap,
  now: Date,
): Promise<RecordFacts> {
  const way = await getEnrolment(learner.id, roadmap.slug);
  const confirmations = await confirmationsOf(learner.id);
  // As on the map: by name, or by a skill that the topic shares with the one that was confirmed.
  const speaksFor = ({ roadmap: named, topicId }: Confirmation, topic: Roadmap['topics'][number]) => {
    const covers = [{ roadmap: named, topicId }];
    return coversTopic({ covers, skills: skillsOf(deps.roadmaps, covers) }, roadmap.slug, topic);
  };
  const topics = roadmap.topics.flatMap((topic) => {
    const isConfirmed = topicAt(way, topic.ordinal).proof === 'confirmed';
    if (!isConfirmed || !isOnTheWay(roadmap, way.choices, topic.id)) return [];
    const found = confirmations.find((each) => speaksFor(each, topic));
    if (!found) return [];
    const { project, revision, commit, at, reviewer } = found;
    const url = project.repoUrl ?? project.demoUrl;
    const confirmedAt = at.toISOString();
    return [{ title: topic.title, project: project.title, url, revision, commit, confirmedAt, reviewer }];
  });
  const { name } = await readSettings();
  const issuer = { name, url: deps.env.publicUrl };
  return { learner: learner.name, issuer, roadmap: roadmap.title, issuedAt: now.toISOString(), topics };
}
