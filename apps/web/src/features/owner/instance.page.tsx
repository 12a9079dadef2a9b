import { useQuery } from '@tanstack/react-query';
import { useInstance } from '../../api/instance';
import { Skeleton } from '../../ui/skeleton';
import styles from './instance.module.css';
import { InstanceForm } from './instance-form';
import { settingsText as text } from './instance-settings.text';
import { settingsQuery } from './owner.queries';
import { OwnerFrame } from './owner-frame';
import { TestMail } from './test-mail';

export function InstancePage() {
  const query = useQuery(settingsQuery);
  const instance = useInstance();
  return (
    <OwnerFrame title={text.title} asked={query}>
      {!query.data && <Skeleton lines={8} height={48} />}
      {query.data && (
        <div className={styles.page}>
          <InstanceForm settings={query.data} hasMail={instance?.mail !== 'none'} />
          {instance && <TestMail mail={instance.mail} />}
        </div>
      )}
    </OwnerFrame>
  );
}
