import { useEffect, useState, useSyncExternalStore } from 'react';
import { everyPage } from '../text/every-page.text';
import { classes } from './classes';
import styles from './toast.module.css';

export interface Toast {
  text: string;
  action?: { label: string; run: () => void } | undefined;
  tone?: 'info' | 'good' | 'alarm' | undefined;
}

type Kept = Toast & { id: number };

const staysMs = 5_000;
/** Long enough to read it, decide, and get there. */
const staysWithActionMs = 10_000;
const most = 3;

let toasts: readonly Kept[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function keep(next: readonly Kept[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says what just happened. Returns a function that takes it back. */
export function notify(toast: Toast): () => void {
  lastId += 1;
  const id = lastId;
  keep([...toasts, { ...toast, id }].slice(-most));
  return () => dismiss(id);
}

function dismiss(id: number): void {
  keep(toasts.filter((toast) => toast.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Once per app. The region is always there, so that screen readers hear what is put into it. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <section className={styles.region} aria-label={everyPage.messages} aria-live="polite" aria-relevant="additions">
      {shown.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function OneToast({ toast }: { toast: Kept }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = window.setTimeout(() => dismiss(toast.id), toast.action ? staysWithActionMs : staysMs);
    return () => window.clearTimeout(timer);
  }, [held, toast]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: being read holds it, nothing acts
    <div
      className={classes(styles.toast, toast.tone && styles[toast.tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className={styles.text}>{toast.text}</p>
      {toast.action && (
        <button
          type="button"
          className={styles.action}
          aria-label={`${toast.action.label}: ${toast.text}`}
          onClick={() => {
            dismiss(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={everyPage.dismiss} onClick={() => dismiss(toast.id)}>
        <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
          <path d="M5 5l10 10M15 5L5 15" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
      </button>
    </div>
  );
}
