import { imageNamesIn } from '@waymark/contract/rules';
import { useMemo } from 'react';
import { Markdown } from '../../ui/markdown';
import { useImages } from './images.queries';

/** A project's write-up with its images, for whoever may see both. */
export function WriteUp({ projectId, text }: { projectId: string | undefined; text: string }) {
  const { data } = useImages(projectId, imageNamesIn(text).length > 0);
  const images = useMemo(() => new Map(data?.items.map((image) => [image.name, image])), [data]);
  return <Markdown text={text} images={images} />;
}
