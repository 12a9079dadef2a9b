import type { Consent } from '@waymark/contract';
import { readAsked } from '@waymark/contract/rules';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { issueFor, sentenceFor } from '../../api/problem';
import { ButtonLink } from '../../ui/button';
import { SelectField, TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { notify } from '../../ui/toast';
import { usualConsent } from './consent-fields';
import { ConsentSheet } from './consent-sheet';
import styles from './invitations.module.css';
import { useAskToMentor } from './invitations.queries';
import { invitationsText } from './invitations.text';
import { useRoadmapList } from './mentoring.queries';

const text = invitationsText.ask;

/** Asks somebody to mentor me, with what they would see chosen and looked at first. */
export function AskMentorPage() {
  const roadmaps = useRoadmapList();
  const ask = useAskToMentor();
  const navigate = useNavigate();
  const [to, setTo] = useState('');
  const [sentence, setSentence] = useState('');
  const [chosen, setChosen] = useState('');
  const [wasTried, setTried] = useState(false);
  const options = roadmaps.data?.items.map(({ slug, title }) => ({ value: slug, label: title })) ?? [];
  const roadmap = chosen || options[0]?.value || '';
  const missing = {
    to: wasTried && !readAsked(to) ? text.noTo : undefined,
    sentence: wasTried && sentence.trim() === '' ? text.noSentence : undefined,
  };
  const issue = { to: issueFor(ask.error, 'to'), sentence: issueFor(ask.error, 'sentence') };

  function onAsk(consent: Consent) {
    setTried(true);
    if (!readAsked(to) || sentence.trim() === '' || roadmap === '' || ask.isPending) return;
    ask.mutate(
      { to: to.trim(), roadmap, sentence: sentence.trim(), consent, key: crypto.randomUUID() },
      {
        onSuccess: () => {
          notify({ text: text.asked, tone: 'good' });
          navigate('/mentoring');
        },
      },
    );
  }

  const failed = ask.isError && !issue.to && !issue.sentence ? sentenceFor(ask.error) : undefined;
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title}>
        <ButtonLink to="/cohorts/join">{text.join}</ButtonLink>
      </PageHead>
      <div className={styles.page}>
        <div className={styles.form}>
          <p>{text.lead}</p>
          <TextField
            label={text.to}
            hint={text.toHint}
            value={to}
            onChange={setTo}
            error={missing.to ?? issue.to}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
            required
          />
          <TextField
            label={text.sentence}
            hint={text.sentenceHint}
            value={sentence}
            onChange={setSentence}
            error={missing.sentence ?? issue.sentence}
            maxLength={300}
            required
          />
          {options.length > 1 && (
            <SelectField label={text.roadmap} value={roadmap} onChange={setChosen} options={options} />
          )}
        </div>
        {roadmap && (
          <ConsentSheet
            key={roadmap}
            roadmap={roadmap}
            mentorNames={[text.who]}
            initial={usualConsent}
            onConfirm={onAsk}
            busy={ask.isPending}
            lead={invitationsText.consent.lead}
            confirm={{ some: text.act, nothing: text.actNothing }}
          >
            {failed && <Notice tone="alarm">{failed}</Notice>}
          </ConsentSheet>
        )}
      </div>
    </div>
  );
}
