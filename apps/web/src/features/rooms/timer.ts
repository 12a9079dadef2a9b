import { useSyncExternalStore } from 'react';

/** The one timer of this device. Its id becomes that of the entry, so that two tabs that stop it log it once. */
export interface Timer {
  id: string;
  account: string;
  roadmap: string;
  topicId: string;
  title: string;
  startedAt: number;
}

const key = 'waymark:timer';
const listeners = new Set<() => void>();
let written: string | null | undefined;
let known: Timer | null = null;

/** 24 hexadecimal digits, as ids are here. */
export function newEntryId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function read(): Timer | null {
  try {
    const text = localStorage.getItem(key);
    if (text === written) return known;
    written = text;
    known = JSON.parse(text ?? 'null') as Timer | null;
  } catch {
    known = null;
  }
  return known;
}

function tell(): void {
  for (const listener of listeners) listener();
}

function keep(timer: Timer | null): void {
  if (timer) localStorage.setItem(key, JSON.stringify(timer));
  else localStorage.removeItem(key);
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Fired by the other tabs of this browser.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** The running timer of this member, in whichever tab it was started. */
export function useTimer(account: string): Timer | null {
  const timer = useSyncExternalStore(subscribe, read);
  return timer?.account === account ? timer : null;
}

export function startTimer(timer: Omit<Timer, 'id' | 'startedAt'>, now = Date.now()): void {
  keep({ ...timer, id: newEntryId(), startedAt: now });
}

/** Stops it, if it is still this one. */
export function endTimer(id: string): void {
  if (read()?.id === id) keep(null);
}
