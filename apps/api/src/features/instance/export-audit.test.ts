import { beforeAll, expect, it } from 'vitest';
import { makeOwner, signUp } from '../../../test/build.js';
import { startApp } from '../../../test/start.js';
import { Audit, recordAudit } from './audit.model.js';

const app = await startApp();
const owner = await makeOwner(await signUp(app, { name: 'Oda Owner' }));
const many = 1203;

beforeAll(async () => {
  await Audit.collection.deleteMany({});
  const ada = await signUp(app, { name: '=HYPERLINK("http://evil.example","Ada")' });
  await Audit.collection.deleteMany({});
  const lines = Array.from({ length: many }, (_, i) => ({
    at: new Date(Date.parse('2039-01-01T00:00:00Z') + Math.floor(i / 3)),
    event: 'signed-in',
    address: '192.0.2.7',
    device: `Device ${i}`,
    detail: {},
  }));
  await Audit.insertMany(lines);
  const client = { address: '2001:db8::', device: '@SUM(1+1)*cmd|" /C calc"!A0' };
  const detail = { by: 'password', note: 'a, "b"' };
  await recordAudit('role-changed', { actor: ada.id, target: owner.id, client, detail }, new Date('2039-02-01'));
});

it('is the whole log as CSV, the newest line first, with no formula in it', async () => {
  const answered = await owner.call('exportAudit');
  expect(answered.status).toBe(200);
  expect(answered.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(answered.headers['content-disposition']).toBe('attachment; filename="waymark-audit.csv"');
  const [header, exported, first, ...rest] = answered.text.split('\r\n');
  expect(header).toBe('at,event,actor,actorId,target,targetId,address,device,detail');
  expect(exported).toMatch(new RegExp(`^${app.now().toISOString()},audit-exported,Oda Owner,${owner.id},,,127.0.0.1,`));
  expect(first).toMatch(/^2039-02-01T00:00:00\.000Z,role-changed,"'=HYPERLINK\(""http:\/\/evil\.example"",""Ada""\)",/);
  expect(first).toContain(`,Oda Owner,${owner.id},2001:db8::,"'@SUM(1+1)*cmd|"" /C calc""!A0",`);
  expect(first).toMatch(/,"by: password; note: a, ""b"""$/);
  expect(rest.at(-1)).toBe('');
  const devices = rest.slice(0, -1).map((line) => line.split(',')[7]);
  expect(new Set(devices).size).toBe(many);
  const times = rest.slice(0, -1).map((line) => line.split(',')[0] ?? '');
  expect(times).toEqual(times.toSorted().reverse());
});

it('keeps to the filter of the list', async () => {
  const { text } = await owner.call('exportAudit', { query: { event: 'role-changed', from: '2039-02-01' } });
  expect(text.trim().split('\r\n')).toHaveLength(2);
  const none = await owner.call('exportAudit', { query: { to: '2038-12-31' } });
  expect(none.text).toBe('at,event,actor,actorId,target,targetId,address,device,detail\r\n');
});

it('is a line of the log itself, with what was asked for', async () => {
  await owner.call('exportAudit', { query: { from: '2039-03-03', event: 'signed-out' } });
  const line = await Audit.findOne({ event: 'audit-exported' }).sort({ _id: -1 }).lean();
  expect(line?.detail).toEqual({ from: '2039-03-03', event: 'signed-out' });
  expect(String(line?.actorId)).toBe(owner.id);
});
