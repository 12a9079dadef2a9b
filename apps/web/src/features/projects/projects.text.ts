import { plural } from '../../text/plural';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `HTTP, REST and TLS`; beyond five the rest is counted. */
function listed(titles: readonly string[]): string {
  if (titles.length <= 5) return list.format(titles);
  return list.format([...titles.slice(0, 4), `${titles.length - 4} more`]);
}

const doneTopics = (count: number) => plural(count, 'done topic', 'done topics');
const turn = (count: number) => (count === 1 ? 'turns' : 'turn');

export const projectsText = {
  title: 'Projects',
  lead: 'A tick says that you read it. A project shows that you used it.',
  newProject: 'Log a project',
  fromBriefs: 'Look through the briefs',
  filter: 'Show by build',
  all: 'All',
  build: { idea: 'Idea', building: 'Building', finished: 'Finished' },
  groups: { idea: 'Ideas', building: 'Building', finished: 'Finished' },
  count: (count: number, more: boolean) => `${count.toLocaleString()}${more ? '+' : ''}`,
  hours: (hours: number) => plural(hours, 'hour', 'hours'),
  changed: 'changed',
  finished: 'finished',
  covers: 'Topics that it covers',
  noCovers: 'Covers no topic yet',
  moreCovers: (count: number) => `and ${count} more`,
  repository: 'Repository',
  demo: 'Demo',
  linkOf: (kind: string, title: string) => `${kind} of ${title}`,
  showsNothing: 'Shows its topics once it has a link',
  emptyTitle: 'Nothing built yet, and that is where everyone begins',
  empty:
    'A project turns what you learned into something others can look at. Take a brief from your roadmap, or log what you have at hand.',
  emptyGroup: {
    idea: 'No ideas noted down. A brief is a good one to borrow.',
    building: 'Nothing on the bench at the moment.',
    finished: 'Nothing finished yet. Small counts too.',
  },
  loadFailed: 'Your projects could not be loaded',
  projectFailed: 'This project could not be loaded',
  gone: 'No such project',
  notFound: 'There is no such project of yours. It may have been deleted.',
  toProjects: 'To my projects',
  retry: 'Try again',

  newTitle: 'Log a project',
  editEyebrow: 'Project',
  save: 'Save',
  create: 'Save project',
  saved: 'All changes are saved',
  restored: 'This is what you typed here before. It had not been saved yet.',
  state: {
    new: 'Kept on this device until you save it',
    soon: 'Kept on this device, saved in a moment',
    saving: 'Saving',
    decide: 'What you wrote is saved. How far it is and who sees it change when you press Save.',
    mend: 'Kept on this device. Some fields need another look before it can be saved.',
    failed: 'Kept on this device. It could not be saved, and is tried again.',
    conflict: 'Kept on this device. It was changed elsewhere, too.',
  },
  turnedShown: (titles: readonly string[]) =>
    titles.length === 0 ? 'Saved.' : `Saved. ${listed(titles)} ${titles.length === 1 ? 'is' : 'are'} now shown.`,
  fieldsToMend: (count: number) => `${plural(count, 'field needs', 'fields need')} another look`,
  fieldsToMendHint: 'Nothing you typed is lost. The fields say what to change.',
  notSaved: 'It was not saved',

  sections: {
    what: 'What it is',
    links: 'Where it can be seen',
    topics: 'Topics it covers',
    facts: 'Time and tools',
    who: 'Who sees it',
  },
  fields: {
    title: 'Title',
    summary: 'In one line',
    summaryHint: 'What it does and for whom, as you would tell a friend.',
    writeUp: 'Write-up',
    writeUpHint: 'What you decided and why, what was hard, what you would do differently. Markdown.',
    build: 'How far it is',
    repoUrl: 'Repository',
    repoUrlHint: 'An https:// address on any forge.',
    repoPath: 'Folder in it',
    repoPathHint: 'For one part of a larger one.',
    demoUrl: 'Demo',
    demoUrlHint: 'Where it runs, if it does.',
    stack: 'Built with',
    hours: 'Hours spent',
    startedOn: 'Started',
    finishedOn: 'Finished',
    briefId: 'Brief',
    covers: 'Topics it covers',
    visibility: 'Who sees it',
    isArchived: 'In the archive',
  },
  write: 'Write',
  preview: 'Preview',
  writeOrPreview: 'Write-up: write or preview',
  nothingToPreview: 'Nothing written yet.',
  characters: (used: number, most: number) => `${used.toLocaleString()} of ${most.toLocaleString()} characters`,
  stackHint: 'Enter or a comma adds one.',
  removeFromStack: (entry: string) => `Remove ${entry}`,
  stackAdded: (entry: string) => `Added ${entry}`,
  stackRemoved: (entry: string) => `Removed ${entry}`,

  visibility: {
    private: ['Only me', 'Nobody else sees it, whatever you share with a mentor. It still counts on your own map.'],
    mentors: ['My mentors', 'Mentors with whom you share your projects see it.'],
    unlisted: [
      'Anyone with its address',
      'Your mentors, and whoever has the address of its page. It is listed nowhere.',
    ],
    public: ['Everyone', 'It may be listed for all to see.'],
  } satisfies Record<string, [label: string, line: string]>,

  topics: {
    find: 'Add a topic',
    findHint: 'Type a part of its name; arrows choose, Enter adds.',
    none: 'No topic of your roadmaps is called so.',
    noRoadmaps: 'You follow no roadmap yet. Follow one, and its topics can be covered here.',
    toRoadmaps: 'See the roadmaps',
    results: (count: number) => plural(count, 'topic found', 'topics found'),
    added: (title: string) => `Added ${title}`,
    removed: (title: string) => `Removed ${title}`,
    undo: 'Undo',
    remove: (title: string) => `Remove ${title}`,
    removeShort: 'Remove',
    where: 'Where in it',
    wherePlaceholder: 'Where: routes/links.ts',
    empty: 'Say which topics this project shows. That is what turns a tick into something to look at.',
    failed: 'The topics of your roadmaps could not be loaded, so none can be added now. Everything else can be saved.',
  },

  outlook: {
    turning: (titles: readonly string[]) =>
      titles.length === 1
        ? `This done topic will turn shown: ${listed(titles)}.`
        : `These ${titles.length} done topics will turn shown: ${listed(titles)}.`,
    turningOnce: (missing: readonly ('finished' | 'link')[], titles: readonly string[]) =>
      `Once it ${list.format(missing.map((what) => (what === 'finished' ? 'is finished' : 'has a link')))}, ${doneTopics(titles.length)} ${turn(titles.length)} shown: ${listed(titles)}.`,
    notDone: (titles: readonly string[]) =>
      titles.length === 1
        ? `${listed(titles)} is not done yet: it turns shown when you mark it done.`
        : `${listed(titles)} are not done yet: each turns shown when you mark it done.`,
    falling: (titles: readonly string[]) =>
      titles.length === 1
        ? `${listed(titles)} will fall back to learned: no other finished project shows it.`
        : `${listed(titles)} will fall back to learned: no other finished project shows them.`,
  },

  brief: {
    eyebrow: 'From the brief',
    asks: 'What it asks for',
    further: 'If you want to go further',
    effort: (min: number, max: number) => `About ${min} to ${max} hours`,
    level: { beginner: 'for beginners', intermediate: 'intermediate', advanced: 'advanced' },
    unknown: 'The brief of this link is not on your server. You can log the project all the same.',
  },

  conflict: {
    title: 'It was changed elsewhere',
    lead: 'Somebody, most likely you on another device, saved this project after you opened it. Nothing you typed is lost: choose field by field, then save.',
    taken: 'Changed only there, and taken over:',
    mine: 'Keep mine',
    theirs: 'Take the other',
    nothing: 'nothing',
    archived: (isArchived: boolean) => (isArchived ? 'yes' : 'no'),
    save: 'Save like this',
    back: 'Back to the form',
    compare: 'Compare',
    waits:
      'Another device saved other words in the same place. What you type is kept here; nothing is overwritten until you choose.',
    stillTheSame: 'The other change is the same as yours.',
    gone: 'It was deleted elsewhere. Save it again as a new project?',
    saveAsNew: 'Save as new',
  },

  remove: {
    open: 'Delete project',
    title: (title: string) => `Delete “${title}”?`,
    text: 'Its write-up, its links and what it covers go with it. This cannot be undone.',
    falling: (titles: readonly string[]) =>
      `${listed(titles)} ${titles.length === 1 ? 'is' : 'are'} shown by this project alone and will fall back to learned.`,
    confirm: 'Delete it',
    keep: 'Keep it',
    done: (title: string) => `Deleted “${title}”.`,
    stale: 'It was changed elsewhere a moment ago. Have another look before you delete it.',
  },

  wrong: {
    noTitle: 'Give it a title',
    tooLong: (most: number) => `At most ${most.toLocaleString()} characters`,
    repoUrl: 'Give an https:// address, without a password in it',
    demoUrl: 'Give an https:// or http:// address, without a password in it',
    repoPath: 'Give a folder inside the repository, such as services/api',
    hours: 'Give a number of hours, at most 10,000',
    tooManyInStack: 'At most 20 entries',
    finishedBeforeStarted: 'This is before the day it was started',
  },
};
