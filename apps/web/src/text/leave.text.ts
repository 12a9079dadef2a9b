/** What is asked before unsaved changes are left behind. */
export const leaveText = {
  title: 'Leave without saving?',
  text: 'What you changed here is not saved yet.',
  stay: 'Stay here',
  leave: 'Leave, drop the changes',
};
