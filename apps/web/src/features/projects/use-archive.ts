import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MyProject } from '@waymark/contract';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { notify } from '../../ui/toast';
import { listText as text } from './list.text';

type Which = Pick<MyProject, 'id' | 'title' | 'version' | 'isArchived'>;

/** Puts a project away, or brings it back; either can be undone where it is said. */
export function useArchive() {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ id, version, isArchived }: Which) =>
      call('changeProject', { params: { id }, body: { isArchived: !isArchived }, ifMatch: version }),
    onSuccess: (after) => {
      client.setQueryData(['project', after.id], after);
      const said = after.isArchived ? text.away : text.back;
      notify({ text: said(after.title), tone: 'good', action: { label: text.undo, run: () => mutate(after) } });
    },
    onError: (error) => notify({ text: sentenceFor(error), tone: 'alarm' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['projects'] }),
  });
  return { archive: mutate, isPending };
}
