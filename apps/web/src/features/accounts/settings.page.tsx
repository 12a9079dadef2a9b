import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'react-router';
import { instanceQuery } from '../../api/instance';
import { useSession } from '../../api/session';
import layout from '../../ui/layout.module.css';
import { PageHead } from '../../ui/page-head';
import { Segmented } from '../../ui/segmented';
import { chooseTheme, type Theme, useTheme } from '../../ui/theme';
import { SharingLink } from '../mentoring/sharing-link';
import { MailSetting } from '../notifications/mail-setting';
import { CalendarFeed } from '../progress/calendar-feed';
import { PublicPageLink } from '../public-pages/settings-link';
import { RecordsLink } from '../records/records-link';
import { AccessTokens } from './access-tokens';
import { DeleteAccount } from './delete-account';
import { Email } from './email';
import { Export } from './export';
import { Identities } from './identities';
import { Password } from './password';
import { Profile } from './profile';
import { Sessions } from './sessions';
import styles from './settings.module.css';
import { settings } from './settings.text';
import { TwoFactor } from './two-factor';

const text = settings.page;
const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: settings.themes.system },
  { value: 'light', label: settings.themes.light },
  { value: 'dark', label: settings.themes.dark },
];

function Appearance() {
  const theme = useTheme();
  return (
    <>
      <Segmented label={settings.appearance.theme} value={theme} onChange={chooseTheme} options={themes} />
      <p className={styles.small}>{settings.appearance.hint}</p>
    </>
  );
}

export function SettingsPage() {
  const { account } = useSession();
  const { hash } = useLocation();
  const { data: instance } = useQuery(instanceQuery);
  useEffect(() => {
    // A letter leads to its section, which was not there yet when the browser looked for it.
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
  if (!account) return null;
  const providers = instance?.providers ?? [];
  // Where the owner wants none, it cannot be set up; one that is on stays and can be looked after.
  const hasTwoFactor = account.hasTwoFactor || (instance !== undefined && instance.twoFactor !== 'off');
  const sections: readonly (readonly [id: string, title: string, content: ReactNode])[] = [
    ['profile', text.profile, <Profile key="profile" account={account} />],
    ['email', text.email, <Email key="email" account={account} />],
    ['letters', text.letters, <MailSetting key="letters" account={account} />],
    ['password', text.password, <Password key="password" account={account} />],
    ['sharing', text.sharing, <SharingLink key="sharing" />],
    ['public-page', text.publicPage, <PublicPageLink key="public-page" />],
    ['records', text.records, <RecordsLink key="records" />],
    ['calendar', text.calendar, <CalendarFeed key="calendar" withTitle={false} />],
    ['appearance', text.appearance, <Appearance key="appearance" />],
    ...(hasTwoFactor ? [['two-factor', text.twoFactor, <TwoFactor key="two-factor" />] as const] : []),
    ...(providers.length > 0
      ? [['identities', text.identities, <Identities key="identities" providers={providers} />] as const]
      : []),
    ['sessions', text.sessions, <Sessions key="sessions" />],
    ['access-tokens', text.tokens, <AccessTokens key="access-tokens" />],
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
          {sections.map(([id, title, content]) => (
            <section key={id} id={id} aria-labelledby={`${id}-title`} className={styles.section}>
              <h2 id={`${id}-title`}>{title}</h2>
              {content}
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}
