import { useInfiniteQuery } from '@tanstack/react-query';
import type { DeadLink } from '@waymark/contract';
import { Link } from 'react-router';
import { call } from '../../api/call';
import { Button } from '../../ui/button';
import { DayText } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import { Skeleton } from '../../ui/skeleton';
import { deadLinksText as text } from './dead-links.text';
import { OwnerFrame } from './owner-frame';
import { RowsTable } from './rows-table';
import { ShowMore } from './show-more';
import styles from './table.module.css';
import { useAct } from './use-act';

/** What members reported, so that an owner can mend it; never who did. */
export function DeadLinksPage() {
  const query = useInfiniteQuery({
    queryKey: ['owner', 'dead-links'],
    queryFn: ({ pageParam, signal }) =>
      call('listDeadLinks', { query: pageParam ? { cursor: pageParam } : {}, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const links = query.data?.pages.flatMap(({ items }) => items);
  return (
    <OwnerFrame title={text.title} asked={query}>
      <p className={styles.lead}>{text.lead}</p>
      {!links && <Skeleton lines={5} height={48} />}
      {links?.length === 0 && <EmptyState title={text.nothing}>{text.nothingText}</EmptyState>}
      {links && links.length > 0 && (
        <RowsTable caption={text.list} columns={[text.link, text.topic, text.reports]} acts={text.act}>
          {links.map((link) => (
            <OneLink key={`${link.roadmap}/${link.topicId}/${link.resourceId}`} link={link} />
          ))}
        </RowsTable>
      )}
      <ShowMore query={query} />
    </OwnerFrame>
  );
}

function OneLink({ link }: { link: DeadLink }) {
  const { roadmap, topicId, resourceId, firstDay, lastDay } = link;
  const { busy, act, dialog } = useAct();
  const params = { slug: roadmap, topicId, resourceId };
  const dismiss = () => act(() => call('dismissDeadLink', { params }), text.dismissed(link.title));
  return (
    <tr>
      <th scope="row">
        <a href={link.url} rel="noopener noreferrer">
          {link.title}
        </a>
        <small>{link.url}</small>
      </th>
      <td data-label={text.topic}>
        <Link to={`/roadmaps/${roadmap}/topics/${topicId}`}>{link.topic}</Link>
      </td>
      <td data-label={text.reports}>
        <span>
          {text.count(link.reports)}
          <small>
            {firstDay === lastDay ? text.on : text.between} <DayText day={firstDay} />
            {firstDay !== lastDay && (
              <>
                {' '}
                {text.and} <DayText day={lastDay} />
              </>
            )}
          </small>
        </span>
      </td>
      <td className={styles.plain}>
        <Button busy={busy} onClick={dismiss} aria-label={text.dismissOf(link.title)}>
          {text.dismiss}
        </Button>
        {dialog}
      </td>
    </tr>
  );
}
