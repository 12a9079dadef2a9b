import type { Enrolment, ProjectCard, Roadmap } from '@waymark/contract';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type MapFilter, noFilter } from '../roadmaps/map-filter';
import { ReadMap } from '../roadmaps/read-map';
import { useMapFilter } from '../roadmaps/use-map-filter';
import { lookOf, type MapLook, readLook } from '../roadmaps/view-choice';
import type { TopicAddress } from './topic-address';

interface DrawnProps {
  roadmap: Roadmap;
  enrolment: Enrolment;
  projects: readonly ProjectCard[];
  notes: ReadonlyMap<string, string>;
}

export interface LearnerMapProps extends DrawnProps {
  /** Where a topic opens; nowhere without it. */
  address?: TopicAddress | undefined;
}

/** A learner's way on the map of the roadmap's page. */
export function LearnerMap({ address, ...drawn }: LearnerMapProps) {
  return address ? <AddressedMap {...drawn} address={address} /> : <PlainMap {...drawn} />;
}

/** The look and the filter are in the address: Back and a reload bring them again. */
function AddressedMap({ address, ...drawn }: DrawnProps & { address: TopicAddress }) {
  const { openId, toTopic } = address;
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [filter, setFilter] = useMapFilter();
  const look = lookOf(search.get('view')) ?? readLook();
  return (
    <ReadMap
      {...drawn}
      {...{ openId, toTopic, look, filter }}
      onOpen={(id) => navigate(toTopic(id), { preventScrollReset: true })}
      onLook={(next) =>
        setSearch(
          (now) => {
            now.set('view', next);
            return now;
          },
          { replace: true, preventScrollReset: true },
        )
      }
      onFilter={setFilter}
    />
  );
}

function PlainMap(drawn: DrawnProps) {
  const [look, setLook] = useState<MapLook>('outline');
  const [filter, setFilter] = useState<MapFilter>(noFilter);
  return <ReadMap {...drawn} {...{ look, filter }} openId={null} onLook={setLook} onFilter={setFilter} />;
}
