import { canary, split } from './families.js';

/** A value nested so many times in objects and arrays. */
export function nested(depth: number): unknown {
  return Array.from({ length: depth }).reduce<unknown>((inner, _, i) => (i % 2 ? { a: inner } : [inner]), canary);
}

/** An object that has this very key, even one that reaches its prototype: `JSON.parse` makes it as a body would. */
function keyed(key: string, value: unknown): unknown {
  return JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`);
}

const queryOperators = [
  ...split(`
      $gt ¦ $gte ¦ $lt ¦ $lte ¦ $ne ¦ $eq ¦ $in ¦ $nin ¦ $or ¦ $and ¦ $nor ¦ $not ¦ $exists ¦ $type ¦ $expr ¦
      $regex ¦ $where ¦ $mod ¦ $text ¦ $all ¦ $elemMatch ¦ $size ¦ $jsonSchema ¦ $function ¦ $set ¦ $unset ¦
      $inc ¦
      $push ¦ $pull ¦ $rename ¦ $lookup ¦ $out ¦ $merge ¦ $$ROOT ¦ $comment ¦ $oid ¦ $date ¦ $numberLong ¦
      $binary
    `),
];

const bsonTypes = ['ObjectId', 'Binary', 'Code', 'Long', 'Decimal128', 'MinKey', 'Timestamp', 'BSONRegExp', 'DBRef'];
const wide = (keys: number) => Object.fromEntries(Array.from({ length: keys }, (_, i) => [`k${i}`, canary]));

/** What JSON can hold beside text. */
export const structures: Readonly<Record<string, readonly unknown[]>> = {
  plain: [null, true, false, [], {}, [null], [[]], [{}], { a: null }],
  numbers: [
    ...[
      0,
      -0,
      1,
      -1,
      1.5,
      -1.5,
      0.1 + 0.2,
      5e-324,
      1e-7,
      1e21,
      1e308,
      -1e308,
      Number.MAX_VALUE,
      255,
      256,
      65_536,
      2 ** 31 - 1,
    ],
    ...[
      2 ** 31,
      -(2 ** 31) - 1,
      2 ** 32,
      2 ** 53 - 1,
      2 ** 53,
      -(2 ** 53),
      2 ** 63,
      2 ** 64,
      8.64e15,
      8.64e15 + 1,
      101,
      366,
      10_001,
    ],
  ],
  operators: queryOperators.flatMap((operator) => [{ [operator]: canary }, { [operator]: [{ [operator]: 1 }] }]),
  operatorValues: [
    ...[
      { $gt: '' },
      { $ne: null },
      { $in: [canary] },
      { $exists: true },
      { $regex: '.*' },
      { $regex: '(a+)+$', $options: 'i' },
    ],
    ...[
      { $where: `sleep(5000) || '${canary}'` },
      { $not: { $eq: canary } },
      [canary, { $gt: '' }],
      { a: { b: { $gt: '' } } },
    ],
    ...[
      { $function: { body: 'function(){}', args: [], lang: 'js' } },
      { 'a.$': 1 },
      { 'a.b': canary, '': canary },
      { '': { '': '' } },
    ],
  ],
  prototypes: split(`
      __proto__ ¦ constructor ¦ prototype ¦ toString ¦ valueOf ¦ hasOwnProperty ¦ then ¦ toJSON ¦ _bsontype ¦
      _id ¦ __v ¦ length
    `).flatMap((key) => [keyed(key, canary), keyed(key, { isOwner: true, role: 'owner' }), [keyed(key, 1)]]),
  types: bsonTypes.map((type) => ({ _bsontype: type, value: canary, id: canary, code: `'${canary}'` })),
  buffers: [
    { type: 'Buffer', data: [1, 2, 3] },
    { 0: 'a', length: 1 },
    { length: 1e9 },
    { toString: canary, valueOf: 1, toJSON: 1 },
  ],
  deep: [2, 10, 18, 19, 20, 21, 25, 100, 1000].map(nested),
  wide: [wide(10), wide(100), wide(1000), wide(3000)],
  lists: [
    ...[2, 20, 21, 100, 101, 1000, 5000].map((length) => Array.from({ length }, () => canary)),
    ...[
      Array(3000).fill(null),
      Array(1000).fill({}),
      Array(1000).fill([]),
      Array(200).fill({ $gt: '' }),
      [1, 'a', null, {}, []],
    ],
  ],
};
