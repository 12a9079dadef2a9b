import { imageLimits, imageTypes } from '@waymark/contract/rules';

/** A photo is made smaller before it leaves: less to send, and where it was taken stays here. */
const enoughBytes = 800_000;
/** Those without movement; what cannot be sent as it is, and this browser can read. */
const stills = ['image/jpeg', 'image/png', 'image/heic', 'image/heif', 'image/avif', 'image/bmp'];

const isTaken = (type: string) => (imageTypes as readonly string[]).includes(type);

async function draw(file: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const share = Math.min(1, imageLimits.side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * share));
  canvas.height = Math.max(1, Math.round(bitmap.height * share));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/webp', 0.9));
}

/** The file as it is best sent: itself, or smaller. What cannot be read here goes as it is; the server says what it is. */
export async function shrinkImage(file: Blob): Promise<Blob> {
  if (!stills.includes(file.type) || (isTaken(file.type) && file.size <= enoughBytes)) return file;
  const drawn = await draw(file).catch(() => null);
  if (!drawn || !isTaken(drawn.type)) return file;
  return drawn.size < file.size || !isTaken(file.type) ? drawn : file;
}
