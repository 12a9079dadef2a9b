import type {
  Choices,
  Enrolment,
  Offer,
  ProjectCard,
  Roadmap,
  Topic,
  TopicChange,
  TopicState,
} from '@waymark/contract';
import { type ComponentType, createContext, type ReactNode, use } from 'react';
import type { WayView } from './way-view';

/** What a learner can do on the map. Shown at once, and taken back with its reason when it is refused. */
export interface MapActs {
  make: (change: { topics?: Record<string, TopicChange>; choices?: Choices }, words?: string) => void;
  undo: () => void;
}

/** What a topic's panel gives to the room that its learner keeps with it. */
export interface RoomProps {
  slug: string;
  topic: Topic;
  state: TopicState;
  goBack: (state: TopicState) => void;
  prerequisites: ReactNode;
  projects: ReactNode;
}

export interface MapValue {
  roadmap: Roadmap;
  view: WayView;
  enrolment: Enrolment | null;
  /** The topic or choice that is open beside the map. */
  openId: string | null;
  /** Null: the map is to be read only. */
  acts: MapActs | null;
  /** How many projects cover a topic and show it. */
  shownIn: ReadonlyMap<string, number>;
  projects: readonly ProjectCard[];
  /** How much is new in the talk on a topic. */
  unread?: ReadonlyMap<string, number> | undefined;
  /** What is open here and done on another roadmap of mine, by topic. */
  offers?: ReadonlyMap<string, Offer>;
  /** The room that a learner keeps with a topic; none for who only looks. */
  Room?: ComponentType<RoomProps> | null;
}

export const MapContext = createContext<MapValue | null>(null);

export function useMap(): MapValue {
  const value = use(MapContext);
  if (!value) throw new Error('A part of the map stands outside of it');
  return value;
}

export function pathOf(slug: string, node: { kind: 'topic' | 'choice'; id: string }): string {
  return `/roadmaps/${slug}/${node.kind === 'topic' ? 'topics' : 'choices'}/${node.id}`;
}
