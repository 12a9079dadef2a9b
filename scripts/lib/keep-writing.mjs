import { randomUUID } from 'node:crypto';

/** A member of its own at `address`, with what the proof needs: write a project, and list them all. */
export async function signUpMember(address) {
  const body = {
    name: 'Crash Witness',
    email: `${randomUUID()}@example.org`,
    password: `correct-horse-${randomUUID()}`,
  };
  const answer = await post(`${address}/api/accounts`, body);
  if (answer.status !== 201) throw new Error(`signing up answered ${answer.status}: ${await answer.text()}`);
  let { accessToken } = await answer.json();
  const headers = () => ({ Authorization: `Bearer ${accessToken}` });

  return {
    /** A token ends after ten minutes, and a proof may take longer. */
    async signIn() {
      const session = await post(`${address}/api/sessions`, { email: body.email, password: body.password });
      if (session.status !== 201) throw new Error(`signing in answered ${session.status}`);
      ({ accessToken } = await session.json());
    },
    /** True when it was acknowledged. */
    async write(title) {
      try {
        const written = await post(
          `${address}/api/me/projects`,
          { title },
          { ...headers(), 'Idempotency-Key': randomUUID() },
        );
        await written.text();
        return written.status === 201;
      } catch {
        return false;
      }
    },
    async listTitles() {
      const titles = [];
      let cursor = '';
      do {
        const page = await fetch(`${address}/api/me/projects?limit=100${cursor}`, { headers: headers() });
        if (page.status !== 200) throw new Error(`the list answered ${page.status}`);
        const { items, nextCursor } = await page.json();
        titles.push(...items.map(({ title }) => title));
        cursor = nextCursor ? `&cursor=${encodeURIComponent(nextCursor)}` : '';
      } while (cursor);
      return titles;
    },
  };
}

/** Writes with `lanes` at once until told to stop. `stop()` gives what was tried, and what was acknowledged. */
export function keepWriting(member, prefix, lanes = 4) {
  const tried = new Set();
  const acknowledged = new Set();
  let isOver = false;
  let number = 0;
  const lane = async () => {
    while (!isOver) {
      number += 1;
      const title = `${prefix}-${number}`;
      tried.add(title);
      if (await member.write(title)) acknowledged.add(title);
      // A server that is gone refuses at once: do not spin.
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const running = Promise.all(Array.from({ length: lanes }, lane));
  return {
    tried,
    acknowledged,
    async stop() {
      isOver = true;
      await running;
    },
  };
}

/** Against what the server has now: what was lost, what is there twice, and what nobody wrote. */
export function compare(titles, { acknowledged, tried }) {
  const there = new Set(titles);
  return {
    lost: [...acknowledged].filter((title) => !there.has(title)),
    doubled: titles.filter((title, index) => titles.indexOf(title) !== index),
    foreign: titles.filter((title) => !tried.has(title)),
  };
}

function post(url, body, headers = {}) {
  return fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  });
}
