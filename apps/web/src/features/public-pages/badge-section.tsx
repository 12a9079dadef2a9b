import type { EnrolmentCard } from '@waymark/contract';
import { type BadgeTheme, drawBadge } from '@waymark/contract/rules';
import { useState } from 'react';
import { SelectField } from '../../ui/fields';
import { Segmented } from '../../ui/segmented';
import { Copyable } from './copyable';
import { settingsText as text } from './settings.text';
import styles from './settings-form.module.css';
import { htmlSnippet, markdownSnippet } from './snippets';

const themes = (['auto', 'light', 'dark'] as const).map((value) => ({ value, label: text.themes[value] }));

interface BadgeSectionProps {
  member: { name: string; handle: string };
  /** Those that are chosen: a badge says nothing of another. */
  ways: readonly EnrolmentCard[];
  isPublic: boolean;
}

/** The badge as it will look, and what to paste for it. */
export function BadgeSection({ member, ways, isPublic }: BadgeSectionProps) {
  const [theme, setTheme] = useState<BadgeTheme>('auto');
  const [chosen, setChosen] = useState('');
  const way = ways.find(({ roadmap }) => roadmap === chosen) ?? ways[0];
  if (!way) return <p className={styles.hint}>{text.badgeWants}</p>;
  const alt = text.badgeAlt(way.title);
  // Drawn here by the server's own rule: it can be looked at before anything is published.
  const svg = drawBadge({ name: member.name, roadmap: way.title, counts: way.summary }, theme);
  const link = { origin: location.origin, handle: member.handle, roadmap: way.roadmap, theme, alt };
  return (
    <>
      <p className={styles.hint}>{isPublic ? text.badgeHint : `${text.badgeHint} ${text.badgePrivate}`}</p>
      <div>
        <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={alt} height={28} />
      </div>
      {ways.length > 1 && (
        <SelectField
          label={text.badgeRoadmap}
          value={way.roadmap}
          onChange={setChosen}
          options={ways.map(({ roadmap, title }) => ({ value: roadmap, label: title }))}
        />
      )}
      <div>
        <Segmented label={text.theme} value={theme} onChange={setTheme} options={themes} />
      </div>
      <Copyable label={text.markdown} words={markdownSnippet(link)} />
      <Copyable label={text.html} words={htmlSnippet(link)} />
    </>
  );
}
