import type { Proof, TopicState } from './progress.js';

/** The six marks of the trail: what is drawn on every map, legend and badge. */
export type MarkKind = Exclude<TopicState, 'done'> | Proof;

/**
 * One part of a mark, as the path of an SVG, in a box of 20 by 24. `frame` and `line` are strokes in the mark's own
 * colour, `plane` is filled with it, `half` with the accent, and `cut` is a stroke in the colour of the ground.
 */
export interface MarkPart {
  as: 'frame' | 'line' | 'plane' | 'half' | 'cut';
  path: string;
  /** Of the stroke. */
  width?: number;
  dashes?: string;
}

const outline = 'M7 3h6a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z';
const frame: MarkPart = { as: 'frame', path: outline, width: 1.75 };

/** A painted trail blaze is an upright rectangle; two of them, offset, mean "confirmed, go this way". */
export const markParts: Readonly<Record<MarkKind, readonly MarkPart[]>> = {
  not_started: [frame],
  learning: [
    frame,
    { as: 'half', path: 'M5.9 12h8.2v7.2a1 1 0 0 1-1 1H6.9a1 1 0 0 1-1-1z' },
    { as: 'line', path: 'M5.5 12h9', width: 1.5 },
  ],
  learned: [frame, { as: 'line', path: 'M7.4 12.4l2 2.2 3.4-4.6', width: 1.9 }],
  shown: [
    {
      as: 'plane',
      path: 'M6.6 2.2h6.8a2.4 2.4 0 0 1 2.4 2.4v14.8a2.4 2.4 0 0 1-2.4 2.4H6.6a2.4 2.4 0 0 1-2.4-2.4V4.6a2.4 2.4 0 0 1 2.4-2.4z',
    },
    { as: 'cut', path: 'M7.2 12.4l2.1 2.2 3.6-4.8', width: 2 },
  ],
  confirmed: [
    { as: 'plane', path: 'M3 6h5a2 2 0 0 1 2 2v12.4a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z' },
    { as: 'plane', path: 'M13 1.6h4a2 2 0 0 1 2 2V16a2 2 0 0 1-2 2h-4a2 2 0 0 1-2-2V3.6a2 2 0 0 1 2-2z' },
    { as: 'cut', path: 'M3 14.2l1.7 1.9 2.8-3.8', width: 1.8 },
  ],
  skipped: [
    { as: 'frame', path: outline, width: 1.5, dashes: '2.5 2.5' },
    { as: 'line', path: 'M3 19L17 5', width: 1.75 },
  ],
};
