import type { Project } from '@waymark/contract';
import { useState } from 'react';
import { isProblem, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import { useDeleteProject } from './projects.queries';
import { projectsText } from './projects.text';

const text = projectsText.remove;

interface Props {
  project: Project;
  /** Titles of the topics that nothing else shows. */
  falling: readonly string[];
  onDeleted: () => void;
}

export function DeleteProject({ project, falling, onDeleted }: Props) {
  const [isOpen, setOpen] = useState(false);
  const remove = useDeleteProject();

  function close() {
    setOpen(false);
    remove.reset();
  }

  function confirm() {
    remove.mutate(project, {
      onSuccess: () => {
        setOpen(false);
        notify({ text: text.done(project.title) });
        onDeleted();
      },
    });
  }

  const isStale = isProblem(remove.error, 'stale');
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {text.open}
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={text.title(project.title)}
        actions={
          <>
            <Button onClick={close}>{text.keep}</Button>
            <Button variant="danger" busy={remove.isPending} onClick={confirm}>
              {text.confirm}
            </Button>
          </>
        }
      >
        <p>{text.text}</p>
        {falling.length > 0 && <p>{text.falling(falling)}</p>}
        {remove.isError && <Notice tone="alarm">{isStale ? text.stale : sentenceFor(remove.error)}</Notice>}
      </Dialog>
    </>
  );
}
