import { notify, type Toast } from '../../ui/toast';

let takeBack = () => {};

/** One message at a time: what is done next replaces what was said of the last, and its Undo with it. */
export function say(toast: Toast): void {
  takeBack();
  takeBack = notify(toast);
}
