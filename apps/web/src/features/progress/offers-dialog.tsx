import type { Choices, Enrolment, Offer, Roadmap, TopicChange } from '@waymark/contract';
import { indexTopics, takenOptions } from '@waymark/contract/rules';
import { useState } from 'react';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { CheckField } from '../../ui/fields';
import { Mark } from '../../ui/mark';
import type { Change } from './apply-act';
import styles from './offers.module.css';
import { offersText as text } from './offers.text';

interface OffersDialogProps {
  roadmap: Roadmap;
  enrolment: Enrolment;
  offers: readonly Offer[];
  onAccept: (change: Change, words: string) => void;
  onClose: () => void;
}

/** An option of a choice that is decided otherwise is not asked for; it can be ticked all the same. */
function isAskedFor(roadmap: Roadmap, { choices }: Enrolment, { choiceId }: Offer): boolean {
  const choice = roadmap.choices.find(({ id }) => id === choiceId);
  return !choice || takenOptions(choice, choices).length < choice.take;
}

/** Everything at one stroke: done, known before, and the options taken that are among it. */
function changeFor(enrolment: Enrolment, offers: readonly Offer[]): Change {
  const topics: Record<string, TopicChange> = {};
  const choices: Choices = {};
  for (const { topicId, choiceId } of offers) {
    topics[topicId] = { state: 'done', known: true };
    if (choiceId) choices[choiceId] = [...(choices[choiceId] ?? enrolment.choices[choiceId] ?? []), topicId];
  }
  return { topics, ...(Object.keys(choices).length > 0 && { choices }) };
}

/** What is known from elsewhere, to be looked through before anything is marked. */
export function OffersDialog({ roadmap, enrolment, offers, onAccept, onClose }: OffersDialogProps) {
  const [refused, setRefused] = useState<readonly string[]>(() =>
    offers.filter((offer) => !isAskedFor(roadmap, enrolment, offer)).map(({ topicId }) => topicId),
  );
  const topics = indexTopics(roadmap);
  const accepted = offers.filter(({ topicId }) => !refused.includes(topicId));
  const set = (id: string, isOn: boolean) =>
    setRefused((before) => (isOn ? before.filter((each) => each !== id) : [...before, id]));
  const hintOf = (offer: Offer) => {
    const choice = roadmap.choices.find(({ id }) => id === offer.choiceId);
    const isOtherwise = topics.get(offer.topicId)?.title !== offer.from.title;
    return [
      `${text.from(offer)}.`,
      isOtherwise && text.calledThere(offer.from.title),
      choice && text.option(choice.title),
    ]
      .filter(Boolean)
      .join(' ');
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {everyPage.cancel}
          </Button>
          <Button
            variant="main"
            disabled={accepted.length === 0}
            onClick={() => onAccept(changeFor(enrolment, accepted), text.accepted(accepted.length))}
          >
            {text.accept(accepted.length)}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>{text.intro}</p>
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <li key={offer.topicId}>
            <CheckField
              label={topics.get(offer.topicId)?.title ?? offer.topicId}
              hint={hintOf(offer)}
              checked={!refused.includes(offer.topicId)}
              onChange={(isOn) => set(offer.topicId, isOn)}
            />
            <Mark kind={offer.from.proof} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
