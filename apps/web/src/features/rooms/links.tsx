import type { Room, RoomLink } from '@waymark/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import { notify } from '../../ui/toast';
import { readLink } from './read-link';
import styles from './room.module.css';
import { roomsText } from './rooms.text';
import type { ChangeRoom } from './use-room';

const text = roomsText.links;
const mostLinks = 30;

/** What I found myself. */
export function Links({ room, change }: { room: Room; change: ChangeRoom }) {
  const [edited, setEdited] = useState<RoomLink | 'new' | null>(null);
  const save = (id: string, link: { title: string; url: string }) => {
    change({ links: { [id]: link } });
    setEdited(null);
  };
  const remove = ({ id, ...link }: RoomLink) => {
    change({ links: { [id]: null } });
    const action = { label: roomsText.undo, run: () => change({ links: { [id]: link } }) };
    notify({ text: text.removed(link.title), action });
  };
  return (
    <section className={styles.part}>
      <h3>{text.title}</h3>
      {room.links.length > 0 && (
        <ul className={styles.rows}>
          {room.links.map((link) => (
            <li key={link.id} className={styles.plainRow}>
              <div>
                <a href={link.url} rel="noopener noreferrer">
                  {link.title}
                </a>
              </div>
              <div className={styles.beside}>
                <button
                  type="button"
                  className={styles.small}
                  aria-label={text.editOf(link.title)}
                  onClick={() => setEdited(link)}
                >
                  {text.edit}
                </button>
                <button
                  type="button"
                  className={styles.small}
                  aria-label={text.removeOf(link.title)}
                  onClick={() => remove(link)}
                >
                  {text.remove}
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {edited ? (
        <LinkForm
          key={edited === 'new' ? 'new' : edited.id}
          link={edited === 'new' ? null : edited}
          onSave={save}
          onCancel={() => setEdited(null)}
        />
      ) : room.links.length < mostLinks ? (
        <Button onClick={() => setEdited('new')}>{text.add}</Button>
      ) : (
        <p className={styles.quiet}>{text.full}</p>
      )}
    </section>
  );
}

interface FormProps {
  link: RoomLink | null;
  onSave: (id: string, link: { title: string; url: string }) => void;
  onCancel: () => void;
}

function LinkForm({ link, onSave, onCancel }: FormProps) {
  const [title, setTitle] = useState(link?.title ?? '');
  const [url, setUrl] = useState(link?.url ?? '');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readLink(title, url);
    if (read) onSave(link?.id ?? crypto.randomUUID(), read);
    else setWrong(true);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={text.url}
        type="url"
        value={url}
        error={isWrong ? text.notHttps : undefined}
        autoFocus
        onChange={(value) => {
          setUrl(value);
          setWrong(false);
        }}
      />
      <TextField label={text.name} hint={text.nameHint} value={title} maxLength={120} onChange={setTitle} />
      <div className={styles.acts}>
        <Button type="submit" variant="main">
          {text.save}
        </Button>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </div>
    </form>
  );
}
