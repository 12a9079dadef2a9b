import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import styles from './sections.module.css';
import { shell } from './shell.text';

interface Section {
  to: string;
  label: string;
  icon: ReactNode;
}

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const sections: readonly Section[] = [
  { to: '/', label: shell.nav.home, icon: <path {...line} d="M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6" /> },
  {
    to: '/roadmaps',
    label: shell.nav.roadmaps,
    icon: <path {...line} d="M12 3v2M12 11v10M9 21h6M5 5h11l3.5 3-3.5 3H5z" />,
  },
  {
    to: '/projects',
    label: shell.nav.projects,
    icon: <path {...line} d="M4 8l8-4 8 4-8 4zM4 12l8 4 8-4M4 16l8 4 8-4" />,
  },
  {
    to: '/mentoring',
    label: shell.nav.mentoring,
    icon: (
      <path
        {...line}
        d="M8.5 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.3 3.3 0 0 1 0 6.2M18 14.5c2.5.8 4 2.700 4 5.5"
      />
    ),
  },
];

/** In the head of a wide page; on a phone in a bar at the bottom, under the thumb. */
export function Sections({ at }: { at: 'top' | 'bottom' }) {
  return (
    <nav aria-label={shell.sections} className={styles[at]}>
      {sections.map(({ to, label, icon }) => (
        <NavLink key={to} to={to} end={to === '/'}>
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            {icon}
          </svg>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
