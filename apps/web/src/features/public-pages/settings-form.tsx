import type { EnrolmentCard, ProjectCard, PublicPageChoices } from '@waymark/contract';
import { CheckField, TextArea } from '../../ui/fields';
import { BadgeSection } from './badge-section';
import { Copyable } from './copyable';
import { ProjectChoice } from './project-choice';
import { settingsText as text } from './settings.text';
import styles from './settings-form.module.css';

interface SettingsFormProps {
  draft: PublicPageChoices;
  onChange: (draft: PublicPageChoices) => void;
  member: { name: string; handle: string };
  ways: readonly EnrolmentCard[];
  projects: readonly ProjectCard[];
  aboutError: string | undefined;
}

/** What can be chosen, from the switch on down. */
export function SettingsForm({ draft, onChange, member, ways, projects, aboutError }: SettingsFormProps) {
  const { sections } = draft;
  const change = (changes: Partial<PublicPageChoices>) => onChange({ ...draft, ...changes });
  const choose = (changes: Partial<PublicPageChoices['sections']>) => change({ sections: { ...sections, ...changes } });
  const toggle = (slug: string, on: boolean) =>
    choose({ roadmaps: on ? [...sections.roadmaps, slug] : sections.roadmaps.filter((each) => each !== slug) });
  const chosenWays = sections.roadmaps.flatMap((slug) => ways.find(({ roadmap }) => roadmap === slug) ?? []);
  return (
    <>
      <div className={styles.group}>
        <CheckField
          label={text.publish}
          hint={text.publishHint}
          checked={draft.isPublic}
          onChange={(isPublic) => change({ isPublic })}
        />
        <Copyable label={text.address} words={`${location.origin}/u/${member.handle}`} />
        <p className={styles.hint}>{text.addressHint}</p>
        <TextArea
          label={text.about}
          hint={text.aboutHint}
          rows={3}
          maxLength={280}
          value={draft.about}
          // One line: a line break would be refused.
          onChange={(about) => change({ about: about.replace(/\s*\n\s*/g, ' ') })}
          error={aboutError}
        />
      </div>
      <fieldset className={styles.group} aria-label={text.sections}>
        <h2>{text.sections}</h2>
        <h3>{text.roadmaps}</h3>
        <p className={styles.hint}>{ways.length > 0 ? text.roadmapsHint : text.noRoadmaps}</p>
        {ways.map(({ roadmap, title }) => (
          <CheckField
            key={roadmap}
            label={title}
            checked={sections.roadmaps.includes(roadmap)}
            onChange={(on) => toggle(roadmap, on)}
          />
        ))}
        <CheckField
          label={text.proof}
          hint={chosenWays.length > 0 ? text.proofHint : text.proofWants}
          checked={sections.proof}
          onChange={(proof) => choose({ proof })}
        />
        <CheckField
          label={text.calendar}
          hint={text.calendarHint}
          checked={sections.calendar}
          onChange={(calendar) => choose({ calendar })}
        />
        <h3>{text.projects}</h3>
        <ProjectChoice
          projects={projects}
          chosen={sections.projects}
          onChange={(chosen) => choose({ projects: chosen })}
        />
      </fieldset>
      <div className={styles.group}>
        <h2>{text.badge}</h2>
        <BadgeSection member={member} ways={chosenWays} isPublic={draft.isPublic} />
      </div>
    </>
  );
}
