import { shell } from './shell.text';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** `mod+k` as its reader's keyboard has it. */
export function keyName(key: string): string {
  const parts = key.split('+');
  const last = parts.pop() || '+';
  const name = shell.keyList.names[last] ?? (last.length === 1 ? last.toUpperCase() : last);
  return parts.includes('mod') ? `${isMac ? '⌘' : 'Ctrl'} ${name}` : name;
}
