import { useQuery } from '@tanstack/react-query';
import type { ProjectCard } from '@waymark/contract';
import { call } from '../../api/call';
import { useSession } from '../../api/session';

async function readAll(signal: AbortSignal): Promise<ProjectCard[]> {
  const all: ProjectCard[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await call('listProjects', {
      query: { limit: 100, archived: 'all', ...(cursor && { cursor }) },
      signal,
    });
    all.push(...page.items);
    if (!page.nextCursor) return all;
    cursor = page.nextCursor;
  }
}

/** All projects of mine, to tell which topics they cover. Empty for a stranger, and until they are here. */
export function useMyProjects(): readonly ProjectCard[] {
  const { status } = useSession();
  const query = useQuery({
    queryKey: ['projects', 'all'],
    queryFn: ({ signal }) => readAll(signal),
    enabled: status === 'member',
  });
  return query.data ?? none;
}

const none: readonly ProjectCard[] = [];
