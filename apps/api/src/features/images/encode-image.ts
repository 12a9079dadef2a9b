import { imageLimits } from '@waymark/contract';
import sharp from 'sharp';
import { Problem } from '../../http/problem.js';

// Of all that libvips reads, what browsers send as a picture: no SVG, no PDF, nothing that fetches.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp'].map((format) => `VipsForeignLoad${format}Buffer`) });
// Each picture is seen once; and one picture takes one of the threads that passwords are hashed on, too.
sharp.cache(false);
sharp.concurrency(1);

const mostSeconds = 8;
const { side, pixels, keptBytes } = imageLimits;
/** The first that is small enough is kept; only what is noise all over comes to the later ones. */
const tries = [
  { quality: 84, side },
  { quality: 66, side },
  { quality: 50, side: side * 0.75 },
  { quality: 40, side: side / 2 },
];

interface Encoded {
  data: Buffer;
  width: number;
  height: number;
}

const refused = (message: string) => new Problem('invalid', { errors: [{ path: 'image', message }] });

/** An animated PNG is a PNG to whoever does not look for this chunk, which stands before the first data. */
function isMovingPng(bytes: Buffer): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (kind === 'acTL') return true;
    if (kind === 'IDAT') return false;
  }
  return false;
}

/** No limit of pixels here, so that what has too many is told so. Of nothing at all sharp throws at once. */
async function readHead(bytes: Buffer) {
  return sharp(bytes, { limitInputPixels: false }).metadata();
}

/** Says what it is before anything of it is decoded. */
async function checkKind(bytes: Buffer): Promise<void> {
  const found = await readHead(bytes).catch(() => null);
  if (!found) throw refused('This is no PNG, JPEG or WebP picture that can be read.');
  const { format, width, height, pages = 1 } = found;
  if (pages > 1 || (format === 'png' && isMovingPng(bytes))) {
    throw refused('Moving pictures are not taken. Send a still one, or link to the recording.');
  }
  if (width * height > pixels) {
    throw refused(`At most ${pixels / 1_000_000} million pixels. Make it smaller first.`);
  }
}

/**
 * The picture alone: decoded, turned upright, made to fit, and written anew as WebP. Nothing of the bytes that came
 * is kept, so no metadata and no second file in them either. Throws `invalid` for what is no such picture.
 */
export async function encodeImage(bytes: Buffer): Promise<Encoded> {
  await checkKind(bytes);
  for (const { quality, side: longest } of tries) {
    const { data, info } = await sharp(bytes, { limitInputPixels: pixels, failOn: 'error', sequentialRead: true })
      .timeout({ seconds: mostSeconds })
      .autoOrient()
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality, smartSubsample: true })
      .toBuffer({ resolveWithObject: true })
      .catch(() => {
        throw refused('This picture is damaged, or takes too long to read. Save it anew, then send that.');
      });
    if (data.length <= keptBytes) return { data, width: info.width, height: info.height };
  }
  throw refused('There is too much in this picture. Send a smaller part of it.');
}
