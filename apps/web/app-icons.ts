import { crc32, deflateSync } from 'node:zlib';
import type { Plugin } from 'vite';

type Colour = readonly [red: number, green: number, blue: number];
interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
  colour: Colour;
}

/** As `public/mark.svg` has them, in its 26 × 28. */
const bars: readonly Bar[] = [
  { x: 2, y: 8, width: 10, height: 18, radius: 2.4, colour: [0x2f, 0x85, 0x62] },
  { x: 14, y: 2, width: 10, height: 18, radius: 2.4, colour: [0xf0, 0xa3, 0x0a] },
];
const paper: Colour = [0xfa, 0xf8, 0xf2];
/** Points of a pixel that are looked at, each way: edges come out smooth. */
const fine = 4;

function isInside({ x, y, width, height, radius }: Bar, px: number, py: number): boolean {
  const dx = Math.max(x + radius - px, 0, px - (x + width - radius));
  const dy = Math.max(y + radius - py, 0, py - (y + height - radius));
  return dx * dx + dy * dy <= radius * radius;
}

/** The mark on paper, `share` of the side high: what is maskable keeps it in the middle, since its edges are cut off. */
function drawMark(size: number, share: number): Buffer {
  const unit = (size * share) / 28;
  const left = (size - 26 * unit) / 2;
  const top = (size - 28 * unit) / 2;
  const rows = Buffer.alloc(size * (1 + size * 3));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const sum = [0, 0, 0];
      for (let point = 0; point < fine * fine; point += 1) {
        const px = (x + ((point % fine) + 0.5) / fine - left) / unit;
        const py = (y + (Math.floor(point / fine) + 0.5) / fine - top) / unit;
        const colour = bars.find((bar) => isInside(bar, px, py))?.colour ?? paper;
        colour.forEach((value, channel) => {
          sum[channel] = (sum[channel] ?? 0) + value;
        });
      }
      sum.forEach((value, channel) => {
        rows[y * (1 + size * 3) + 1 + x * 3 + channel] = Math.round(value / (fine * fine));
      });
    }
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of eight bits a channel, without transparency. */
export function markIcon(size: number, share: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const image = deflateSync(drawMark(size, share), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', image), chunk('IEND', Buffer.alloc(0))]);
}

/** The icons of the installed app, drawn at build: no picture is kept in the repository. */
export function appIcons(): Plugin {
  return {
    name: 'app-icons',
    apply: 'build',
    generateBundle() {
      const emit = (fileName: string, source: Buffer) => this.emitFile({ type: 'asset', fileName, source });
      for (const size of [192, 512]) emit(`icon-${size}.png`, markIcon(size, 0.72));
      emit('icon-maskable-512.png', markIcon(512, 0.52));
    },
  };
}
