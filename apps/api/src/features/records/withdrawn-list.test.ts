import { gunzipSync } from 'node:zlib';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { clientOf } from '../../../test/client.js';
import { recorded } from '../../../test/recorded.js';
import { day, startApp } from '../../../test/start.js';
import { Account } from '../accounts/accounts.model.js';
import { eraseAccounts } from '../accounts/erase-accounts.js';
import { endPlaces, findPlacesOver, takePlace } from './record-places.js';
import { RecordPlace, type RecordPlaceRecord } from './record-places.model.js';
import { SignedRecord } from './records.model.js';

const app = await startApp();
const stranger = clientOf(app);

interface Entry {
  id: string;
  type: string;
  statusPurpose: string;
  statusListIndex: string;
  statusListCredential: string;
}
interface List {
  credentialSubject: { encodedList: string };
}

/** What a record says of where its standing is listed. */
const entryOf = (signed: string) => decodeJwt<{ credentialStatus: Entry }>(signed).credentialStatus;

const numberOf = ({ statusListCredential }: Entry) => statusListCredential.split('/').at(-1) ?? '';

/** The list that a record names, as software elsewhere reads it. */
async function readList(entry: Entry) {
  expect(entry.statusListCredential).toBe(`${app.deps.env.publicUrl}/api/records/withdrawn/${numberOf(entry)}`);
  const answered = await stranger.call('readWithdrawnList', { params: { list: numberOf(entry) } });
  const keys = createLocalJWKSet(await stranger.ok('listRecordKeys'));
  const checked = await jwtVerify<List>(answered.text, keys, { algorithms: ['RS256'], currentDate: app.now() });
  const bits = gunzipSync(Buffer.from(checked.payload.credentialSubject.encodedList.slice(1), 'base64url'));
  return { ...checked, text: answered.text, headers: answered.headers, bits };
}

/** Whether software elsewhere takes the record for one that was taken back. */
async function isListed(signed: string): Promise<boolean> {
  const entry = entryOf(signed);
  const { bits } = await readList(entry);
  const index = Number(entry.statusListIndex);
  const byte = bits[Math.floor(index / 8)];
  if (byte === undefined) throw new Error(`the list has no place ${index}`);
  return (byte & (1 << (7 - (index % 8)))) !== 0;
}

it('lists a record that was taken back, and none that stands', async () => {
  const [taken, stands] = [await recorded(app, true), await recorded(app, false)];
  expect(entryOf(taken.signed)).toMatchObject({ type: 'BitstringStatusListEntry', statusPurpose: 'revocation' });
  expect([await isListed(taken.signed), await isListed(stands.signed)]).toEqual([false, false]);
  await taken.learner.ok('withdrawRecord', { params: { key: taken.card.key } });
  expect([await isListed(taken.signed), await isListed(stands.signed)]).toEqual([true, false]);
  // As a checker on this instance is told.
  const standing = async (signed: string) => (await stranger.ok('checkRecord', { body: { signed } })).standing;
  expect([await standing(taken.signed), await standing(stands.signed)]).toEqual(['withdrawn', 'valid']);
});

it('is a credential of the instance, as the W3C has it', async () => {
  const { signed } = await recorded(app, true);
  const entry = entryOf(signed);
  const { payload, protectedHeader, headers, bits } = await readList(entry);
  expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'vc+jwt' });
  expect(headers['content-type']).toBe('application/vc+jwt');
  expect(headers['cache-control']).toBe('public, max-age=300');
  expect(payload).toMatchObject({
    id: entry.statusListCredential,
    jti: entry.statusListCredential,
    iss: app.deps.env.publicUrl,
    issuer: app.deps.env.publicUrl,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation' },
  });
  expect(payload.exp).toBe(Math.floor((app.now().getTime() + day) / 1000));
  expect(bits.length * 8).toBe(131_072);
});

it('tells nothing of whose they are', async () => {
  const { learner, mentor, card, signed } = await recorded(app, true);
  await learner.ok('withdrawRecord', { params: { key: card.key } });
  const { payload, bits } = await readList(entryOf(signed));
  const said = JSON.stringify(payload);
  for (const theirs of [learner.id, mentor.id, learner.account.name, card.key, card.roadmap]) {
    expect(said).not.toContain(theirs);
  }
  expect(bits.some((byte) => byte !== 0)).toBe(true);
  const places = await RecordPlace.find().lean();
  expect(Object.keys(places[0] ?? {}).sort()).toEqual(['_id', 'index', 'isOver', 'list']);
});

it('goes on to list the records of a member who was erased, not of one who can still come back', async () => {
  const { learner, signed } = await recorded(app, true);
  await learner.ok('deleteMe');
  expect(await isListed(signed)).toBe(false);
  app.advance(8 * day);
  await eraseAccounts(app.now());
  expect(await Account.countDocuments({ _id: learner.id })).toBe(0);
  expect(await isListed(signed)).toBe(true);
});

it('takes a record for valid that was signed before there were lists, and takes it back as before', async () => {
  const { learner, card, signed } = await recorded(app, true);
  await SignedRecord.updateOne({ _id: card.key }, { $unset: { place: 1 } });
  const check = () => stranger.ok('checkRecord', { body: { signed } });
  expect((await check()).standing).toBe('valid');
  await learner.ok('withdrawRecord', { params: { key: card.key } });
  expect((await check()).standing).toBe('withdrawn');
  expect(await isListed(signed)).toBe(false);
});

it('gives no place twice, and begins another list where one is full enough', async () => {
  const given: RecordPlaceRecord[] = [];
  for (let each = 0; each < 30; each += 1) given.push(await takePlace(4));
  expect(new Set(given.map(({ _id }) => _id)).size).toBe(30);
  for (const { index } of given) expect([0, 1, 2, 3]).toContain(index);
  const [first] = given;
  const lists = new Set(given.map(({ list }) => list));
  expect(lists.size).toBeGreaterThanOrEqual(8);
  expect(Math.max(...lists)).toBe((first?.list ?? 0) + lists.size - 1);
  await endPlaces(given.filter(({ list }) => list === 2).map(({ _id }) => ({ place: _id })));
  expect(await findPlacesOver(2)).not.toEqual([]);
  expect(await findPlacesOver(3)).toEqual([]);
});

it('has no list that no record names', async () => {
  expect((await stranger.call('readWithdrawnList', { params: { list: '9999' } })).problem.code).toBe('not-found');
  expect((await stranger.call('readWithdrawnList', { params: { list: 'first' } })).problem.code).toBe('bad-request');
});
