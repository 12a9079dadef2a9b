import { Job } from './jobs.model.js';

interface Asked {
  kind: string;
  about: string;
  dueAt: Date;
}

const idOf = ({ kind, about }: Pick<Asked, 'kind' | 'about'>) => `${kind}:${about}`;
const free = new Date(0);

function ask({ kind, about }: Asked, due: { $min: { dueAt: Date } } | { $set: { dueAt: Date } }) {
  return Job.updateOne(
    { _id: idOf({ kind, about }) },
    {
      ...due,
      $inc: { asked: 1 },
      $unset: { doneAt: 1, failedAt: 1 },
      $setOnInsert: { kind, about, lockedUntil: free, attempts: 0 },
    },
    { upsert: true },
  );
}

/** Lets something be done at `dueAt`, in the transaction around it; where it is due sooner already, it stays so. */
export async function askForJob(asked: Asked): Promise<void> {
  await ask(asked, { $min: { dueAt: asked.dueAt } });
}

/** The same, at `dueAt` whatever was asked before. */
export async function moveJob(asked: Asked): Promise<void> {
  await ask(asked, { $set: { dueAt: asked.dueAt } });
}

/** It is not to be done any more. */
export async function dropJob(kind: string, about: string): Promise<void> {
  await Job.deleteOne({ _id: idOf({ kind, about }) });
}
