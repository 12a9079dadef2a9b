import type { Room } from '@waymark/contract';
import { namesTogether } from '@waymark/contract/rules';
import { CheckField } from '../../ui/fields';
import { roomsText } from './rooms.text';
import type { ChangeRoom } from './use-room';

const text = roomsText.note.sharing;

interface NoteSharingProps {
  room: Room;
  /** By name; missing while nobody knows. */
  readers: readonly string[] | undefined;
  change: ChangeRoom;
}

/** Says plainly who reads this note. It is off until its learner turns it on. */
export function NoteSharing({ room, readers, change }: NoteSharingProps) {
  const { shared } = room;
  const names = readers ?? [];
  const reads = text.read(namesTogether(names), names.length === 1);
  const hint = !shared ? text.off : !readers ? text.unknown : names.length > 0 ? reads : text.nobody;
  return <CheckField label={text.label} hint={hint} checked={shared} onChange={(on) => change({ shared: on })} />;
}
