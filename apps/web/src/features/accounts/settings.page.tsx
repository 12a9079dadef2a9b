import type { ReactNode } from 'react';
import { useSession } from '../../api/session';
import layout from '../../ui/layout.module.css';
import { PageHead } from '../../ui/page-head';
import { Segmented } from '../../ui/segmented';
import { chooseTheme, type Theme, useTheme } from '../../ui/theme';
import { Sharing } from '../mentoring/sharing';
import { accounts } from './accounts.text';
import { DeleteAccount } from './delete-account';
import { Export } from './export';
import { Profile } from './profile';
import { Sessions } from './sessions';
import styles from './settings.module.css';

const text = accounts.settings;
const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: accounts.themes.system },
  { value: 'light', label: accounts.themes.light },
  { value: 'dark', label: accounts.themes.dark },
];

function Appearance() {
  const theme = useTheme();
  return (
    <>
      <Segmented label={accounts.appearance.theme} value={theme} onChange={chooseTheme} options={themes} />
      <p className={styles.small}>{accounts.appearance.hint}</p>
    </>
  );
}

export function SettingsPage() {
  const { account } = useSession();
  if (!account) return null;
  const sections: readonly [id: string, title: string, content: ReactNode][] = [
    ['profile', text.profile, <Profile key="profile" account={account} />],
    ['sharing', text.sharing, null],
    ['appearance', text.appearance, <Appearance key="appearance" />],
    ['sessions', text.sessions, <Sessions key="sessions" />],
    ['data', text.data, <Export key="data" account={account} />],
    ['delete', text.remove, <DeleteAccount key="delete" account={account} />],
  ];
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} eyebrow={account.email} />
      <div className={styles.page}>
        <nav className={styles.contents} aria-label={text.sections}>
          {sections.map(([id, title]) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
        <div className={styles.sections}>
          {sections.map(([id, title, content]) =>
            // Another feature's section brings its own heading.
            id === 'sharing' ? (
              <Sharing key={id} />
            ) : (
              <section key={id} id={id} aria-labelledby={`${id}-title`} className={styles.section}>
                <h2 id={`${id}-title`}>{title}</h2>
                {content}
              </section>
            ),
          )}
        </div>
      </div>
    </div>
  );
}
