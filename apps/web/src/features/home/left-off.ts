/**
 * The words under which the learner left a topic. They are part of its room; until rooms are read on this page
 * there are none.
 */
export function leftOffAt(_topicId: string | undefined): string | null {
  return null;
}
