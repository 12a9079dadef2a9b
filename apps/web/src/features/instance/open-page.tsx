import type { ReactNode } from 'react';
import { sentenceFor } from '../../api/problem';
import type { Reading } from '../../api/use-reading';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { PageSkeleton } from '../../ui/page-skeleton';
import { Lost } from './lost';

interface OpenPageProps<T> {
  reading: Reading<T> & { retry: () => void };
  /** Said where it could not be read. */
  failed: string;
  /** Shown where there is nothing. */
  missing: { title: string; text: string; ways: ReactNode };
  children: (answer: T) => ReactNode;
}

/** A page that is open to strangers, while it is read, once it is, and where it cannot be. */
export function OpenPage<T>({ reading, failed, missing, children }: OpenPageProps<T>) {
  if (reading.status === 'loading') return <PageSkeleton />;
  if (reading.status === 'read') return children(reading.answer);
  if (reading.status === 'missing') {
    return (
      <Lost title={missing.title} text={missing.text}>
        {missing.ways}
      </Lost>
    );
  }
  return (
    <Lost title={failed} text={sentenceFor(reading.failure)}>
      <Button variant="main" onClick={reading.retry}>
        {everyPage.retry}
      </Button>
    </Lost>
  );
}
