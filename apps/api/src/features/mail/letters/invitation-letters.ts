import { type Letter, writeLetter } from './letter.js';
import type { To, WithLink } from './to.js';
import { greetable, words } from './words.js';

type Inviting = To &
  WithLink & {
    from: string;
    roadmap: string;
    /** `null`: to be mentored by who invites alone. */
    cohort: string | null;
  };

/** To addresses that may be nobody's here: in our own words alone. */
export const invitationLetters = {
  mentorInvitation: ({ name, instance, url, from, roadmap, cohort }: Inviting): Letter => {
    const who = greetable(from) || 'Somebody';
    const group = greetable(cohort ?? '');
    const what = group ? words` in the cohort ${group}` : cohort === null ? words`` : words` in a cohort`;
    return writeLetter({
      kind: 'mentor-invitation',
      subject: words`${who} would like to mentor you, at ${instance}`,
      name,
      instance,
      paragraphs: [
        [...words`${who} invites you to learn with a mentor`, ...what, ...words`, on the roadmap ${roadmap}.`],
        words`You see first what a mentor would see of you, and choose it yourself. Nothing is shared before you say so, and you can end it at any time.`,
      ],
      button: { label: 'Look at the invitation', url },
      terms: words`The link holds for 14 days. You can also decline there, without an account.`,
      notYou: words`Do you not know ${who}? Then leave this letter be: no account was made for you, and nobody is told whether you have one.`,
      why: words`${who} gave this address for an invitation.`,
    });
  },

  mentorAsk: ({ instance, url, from, roadmap }: Omit<Inviting, 'name' | 'cohort'>): Letter => {
    const who = greetable(from) || 'Somebody';
    return writeLetter({
      kind: 'mentor-ask',
      subject: words`${who} asks you to be their mentor, at ${instance}`,
      instance,
      paragraphs: [
        words`${who} learns on the roadmap ${roadmap}, and asks you to be their mentor: to look now and then at how it goes, and at what they build.`,
        words`What they hope for, and what they would let you see, stands behind the link.`,
      ],
      button: { label: 'Read what they ask', url },
      terms: words`The link holds for 30 days. You can also decline there, without an account.`,
      notYou: words`Do you not know ${who}? Then leave this letter be: no account was made for you, and nobody is told whether you have one.`,
      why: words`${who} gave this address for somebody whom they would like as a mentor.`,
    });
  },
};
