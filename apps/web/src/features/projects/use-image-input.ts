import { type ClipboardEvent, type DragEvent, useState } from 'react';

const isPicture = (file: File) => file.type.startsWith('image/');

const hasText = (data: DataTransfer) => data.getData('text/plain').trim() !== '';

/**
 * Pictures on their way into a text, one after another, wherever they come from: chosen, pasted or dropped. What else is
 * pasted or dropped goes where it always goes.
 */
export function useImageInput(findProject: () => Promise<string | null>) {
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const [projectId, setProjectId] = useState<string | null>(null);
  const [wrong, setWrong] = useState<'kind' | 'project' | null>(null);

  async function add(files: readonly File[]) {
    const pictures = files.filter(isPicture);
    setWrong(pictures.length < files.length ? 'kind' : null);
    if (pictures.length === 0) return;
    const id = await findProject();
    if (!id) return setWrong('project');
    setProjectId(id);
    setWaiting((before) => [...before, ...pictures]);
  }

  return {
    add,
    wrong,
    /** The one whose words are asked for. */
    current: projectId && waiting[0] ? { projectId, file: waiting[0] } : null,
    next: () => setWaiting((before) => before.slice(1)),
    onPaste(event: ClipboardEvent) {
      const files = [...event.clipboardData.files];
      // An office program puts a picture beside the text that is meant.
      if (files.length === 0 || hasText(event.clipboardData)) return;
      event.preventDefault();
      void add(files);
    },
    onDragOver(event: DragEvent) {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault();
    },
    onDrop(event: DragEvent) {
      const files = [...event.dataTransfer.files];
      if (files.length === 0) return;
      event.preventDefault();
      void add(files);
    },
  };
}
