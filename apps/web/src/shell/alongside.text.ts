import type { EndpointName } from '@waymark/contract/paths';
import { plural } from '../text/plural';

const changes = (count: number) => plural(count, 'change', 'changes');

const names: Partial<Record<EndpointName, string>> = {
  setTopic: 'The state of a topic',
  setTopics: 'The states of some topics',
  putEnrolment: 'A choice or a plan',
};

export const alongside = {
  offline: (waiting: number) =>
    waiting > 0
      ? `Offline. ${changes(waiting)} kept here until you are back.`
      : 'Offline. You see what was last known.',
  waiting: (count: number) => `${changes(count)} waiting to be sent`,
  sent: 'All is sent',
  unmerged: (count: number) => `${changes(count)} could not be merged`,
  newVersion: {
    title: 'New version',
    text: 'There is a new version of this page. It comes when you say so.',
    take: 'Use it now',
  },
  unmergedDialog: {
    title: 'What could not be merged',
    intro: 'These were done on this device, and the server did not take them. Nothing is thrown away until you say so.',
    none: 'Nothing is left here.',
    when: 'Done',
    yours: 'Yours',
    theirs: 'What stands there now',
    retry: 'Try again',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'It could not be copied. Select the text and copy it by hand.',
    discard: 'Discard',
    nameOf: (name: EndpointName) => names[name] ?? 'A change',
  },
  unsent: {
    text: (count: number) =>
      `${changes(count)} not sent yet. They stay on this device and are sent when you sign in here again.`,
    leave: 'Sign out all the same',
  },
} as const;
