import type { ProjectCard } from '@waymark/contract';
import { Button } from '../../ui/button';
import { useMap } from './map-context';
import styles from './panel.module.css';
import { roadmapText } from './roadmaps.text';
import { changeOf } from './topic-change';
import type { TopicNode } from './way-view';

const text = roadmapText.topic.elsewhere;

/** The same thing, done on another roadmap: said, and taken over by a press. `showing`: the projects that show it. */
export function KnownElsewhere({ node, showing }: { node: TopicNode; showing: readonly ProjectCard[] }) {
  const { view, offers, acts } = useMap();
  const offer = offers?.get(node.id);
  if (!offer || !acts) return null;
  const { from } = offer;
  const projects = from.proof === 'learned' ? [] : showing.map((project) => project.title);
  return (
    <div className={styles.elsewhere}>
      <p>{text.known(from.roadmapTitle, from.proof, projects)}</p>
      <Button onClick={() => acts.make(changeOf(view, node, 'done', true), text.said(node.topic.title))}>
        {text.mark}
      </Button>
    </div>
  );
}
