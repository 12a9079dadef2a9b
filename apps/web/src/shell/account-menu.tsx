import { Link } from 'react-router';
import { sentenceFor } from '../api/problem';
import { signOut, useSession } from '../api/session';
import { Menu } from '../ui/menu';
import { Segmented } from '../ui/segmented';
import { chooseTheme, type Theme, useTheme } from '../ui/theme';
import { notify } from '../ui/toast';
import styles from './account-menu.module.css';
import { shell } from './shell.text';

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: shell.themes.system },
  { value: 'light', label: shell.themes.light },
  { value: 'dark', label: shell.themes.dark },
];

export function ThemeSwitch() {
  const theme = useTheme();
  return <Segmented label={shell.theme} value={theme} onChange={chooseTheme} options={themes} />;
}

/** Theme and keys for everybody; who one is, settings and the way out for members. */
export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const { account } = useSession();
  const leave = async () => {
    try {
      await signOut();
      notify({ text: shell.signedOut });
    } catch (error) {
      notify({ text: sentenceFor(error), tone: 'alarm', action: { label: shell.signOut, run: leave } });
    }
  };
  const trigger = account ? (
    <span className={styles.initial} aria-hidden="true">
      {Array.from(account.name)[0]?.toLocaleUpperCase()}
    </span>
  ) : (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor" />
    </svg>
  );
  return (
    <Menu label={account ? shell.account(account.name) : shell.more} trigger={trigger}>
      <div className={styles.inside}>
        {account && (
          <div>
            <p className={styles.name}>{account.name}</p>
            <p className={styles.email}>{account.email}</p>
          </div>
        )}
        <ThemeSwitch />
        <div className={styles.links}>
          {account && <Link to="/notes">{shell.notes}</Link>}
          {account && <Link to="/settings">{shell.settings}</Link>}
          {account?.role === 'owner' && <Link to="/owner">{shell.owner}</Link>}
          <button type="button" data-closes onClick={onKeys}>
            {shell.keys}
          </button>
          {account && (
            <button type="button" data-closes onClick={leave}>
              {shell.signOut}
            </button>
          )}
        </div>
      </div>
    </Menu>
  );
}
