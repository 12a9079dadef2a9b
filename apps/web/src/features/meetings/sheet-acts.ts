import type { Endpoints, Meeting, MeetingAction, MeetingLine, Sent } from '@waymark/contract';

/** What somebody does to the agenda or to what is agreed. Done once more, on whatever stands there by then, it is the same. */
export interface SheetAct {
  part: 'agenda' | 'actions';
  apply: (meeting: Meeting) => Meeting;
  /** The change that is not to be talked about. */
  removed?: string;
}

const fresh = 'new:';
/** What stands here before the server has named it. */
const newId = () => `${fresh}${crypto.randomUUID()}`;
const idOf = (id: string) => (id.startsWith(fresh) ? {} : { id });

const onLines = (change: (lines: readonly MeetingLine[]) => MeetingLine[], removed?: string): SheetAct => ({
  part: 'agenda',
  ...(removed !== undefined && { removed }),
  apply: (meeting) => ({ ...meeting, agenda: { ...meeting.agenda, lines: change(meeting.agenda.lines) } }),
});
const onActions = (change: (items: readonly MeetingAction[]) => MeetingAction[]): SheetAct => ({
  part: 'actions',
  apply: (meeting) => ({ ...meeting, actions: { ...meeting.actions, items: change(meeting.actions.items) } }),
});
const tick =
  (id: string, isDone: boolean) =>
  <T extends { id: string; isDone: boolean }>(all: readonly T[]) =>
    all.map((each) => (each.id === id ? { ...each, isDone } : each));
const without =
  (id: string) =>
  <T extends { id: string }>(all: readonly T[]) =>
    all.filter((each) => each.id !== id);
const withLast =
  <T extends { id: string }>(last: T) =>
  (all: readonly T[]) => [...without(last.id)(all), last];

export const tickLine = (id: string, isDone: boolean) => onLines(tick(id, isDone));
export const removeLine = ({ id, change }: MeetingLine) => onLines(without(id), change ? id : undefined);
export const addLine = (text: string, by: Meeting['role']) =>
  onLines(withLast<MeetingLine>({ id: newId(), isDone: false, text, change: null, by, isCarried: false }));

/** To the place before `beforeId`; `null`: to the end. Where either has gone, nothing moves. */
export const moveLine = (id: string, beforeId: string | null) =>
  onLines((lines) => {
    const line = lines.find((each) => each.id === id);
    const rest = without(id)(lines);
    const place = beforeId === null ? rest.length : rest.findIndex((each) => each.id === beforeId);
    return line && place >= 0 ? rest.toSpliced(place, 0, line) : [...lines];
  });

export const tickItem = (id: string, isDone: boolean) => onActions(tick(id, isDone));
export const removeItem = (id: string) => onActions(without(id));
export const addItem = (action: Omit<MeetingAction, 'id'>) =>
  onActions(withLast<MeetingAction>({ ...action, id: newId() }));

export function agendaBody({ agenda }: Meeting, removed: string | undefined): Sent<Endpoints['writeAgenda']>['body'] {
  const lines = agenda.lines.map(({ id, isDone, text }) => ({ ...idOf(id), isDone, text }));
  return { base: agenda.version, lines, removed: removed === undefined ? [] : [removed] };
}

export function actionsBody({ actions }: Meeting): Sent<Endpoints['writeActions']>['body'] {
  return { base: actions.version, actions: actions.items.map(({ id, ...rest }) => ({ ...idOf(id), ...rest })) };
}
