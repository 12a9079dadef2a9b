import { notify } from '../../ui/toast';
import { settings } from './settings.text';

/** Says whether it worked: some browsers let no page write to the clipboard. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify({ text: settings.copying.done, tone: 'good' });
  } catch {
    notify({ text: settings.copying.failed, tone: 'alarm' });
  }
}
