import type { Page } from '@playwright/test';
import { expectCleanNow } from './expect-clean';
import { expect, test } from './world';

const canary = 'canary-of-a-camera';

/** The beginning of what a camera writes: who made it. Source: the Exif standard, section 4. */
function cameraData(): Buffer {
  const words = Buffer.from(`${canary}\0`, 'latin1');
  const head = Buffer.alloc(26);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(1, 8);
  head.writeUInt16LE(0x010f, 10);
  head.writeUInt16LE(2, 12);
  head.writeUInt32LE(words.length, 14);
  head.writeUInt32LE(26, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), head, words]);
  const segment = Buffer.from([0xff, 0xe1, 0, 0]);
  segment.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([segment, body]);
}

/** A photo of nothing, with what a camera says of it. */
async function photo(page: Page, width: number, height: number): Promise<Buffer> {
  const address = await page.evaluate(
    ([w, h]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
      pen.fillStyle = '#0a6';
      pen.fillRect(0, 0, w, h);
      return canvas.toDataURL('image/jpeg');
    },
    [width, height] as [number, number],
  );
  const plain = Buffer.from(address.split(',')[1] ?? '', 'base64');
  return Buffer.concat([plain.subarray(0, 2), cameraData(), plain.subarray(2)]);
}

const shown = (page: Page) =>
  page.getByRole('img', { name: 'The board with three lists' }).evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const bytes = await (await fetch(image.src)).text();
    return { width: image.naturalWidth, address: image.src, bytes };
  });

test('an image goes into a write-up with its words, and without what the camera said', async ({ newMember }) => {
  const { page } = await newMember('Ima Gineer');
  await page.goto('/projects/new');
  await page.getByRole('textbox', { name: 'Title' }).fill('Three lists');
  await page.getByRole('textbox', { name: 'Write-up' }).fill('Before it.');
  const bytes = await photo(page, 2000, 1000);
  expect(bytes.includes(canary)).toBe(true);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add an image' }).click();
  // A new project is saved by it: an image belongs to one.
  await (await chooser).setFiles({ name: 'board.jpg', mimeType: 'image/jpeg', buffer: bytes });
  await page.getByRole('textbox', { name: 'What it shows' }).fill('The board with three lists');
  await page.getByRole('button', { name: 'Put it in' }).click();
  const writeUp = page.getByRole('textbox', { name: 'Write-up' });
  await expect(writeUp).toHaveValue(/^Before it\.\n\n!\[The board with three lists\]\(image:[0-9a-f]{32}\)\n$/);
  await expect(writeUp).toBeFocused();
  await expect(page).toHaveURL(/\/projects\/[0-9a-f]{24}$/);

  await page.getByText('Preview', { exact: true }).click();
  const { width, address, bytes: kept } = await shown(page);
  expect(width).toBe(1600);
  expect(kept).toContain('WEBP');
  expect(kept).not.toContain(canary);
  // Somebody else who has the address has what it was made for; a made-up one has nothing.
  expect((await fetch(address)).status).toBe(200);
  expect((await fetch(address.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).status).toBe(404);
  await expectCleanNow(page, 'the preview');
});

test('what cannot be taken is said, and nothing typed is lost', async ({ newMember, complaints }) => {
  const { page } = await newMember('Ori Ginal');
  await page.goto('/projects/new');
  await page.getByRole('textbox', { name: 'Title' }).fill('Two words');
  await page.getByRole('textbox', { name: 'Write-up' }).fill('What I wrote.');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add an image' }).click();
  await (await chooser).setFiles({ name: 'fake.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
  await expect(page.getByRole('alert').filter({ hasText: 'no PNG, JPEG or WebP picture' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('textbox', { name: 'Write-up' })).toHaveValue('What I wrote.');
  complaints.length = 0;
});

test('a picture is pasted, and deleted again', async ({ newMember }) => {
  const { page } = await newMember('Pas Terly');
  await page.goto('/projects/new');
  await page.getByRole('textbox', { name: 'Title' }).fill('Pasted');
  const writeUp = page.getByRole('textbox', { name: 'Write-up' });
  await writeUp.focus();
  await writeUp.evaluate(async (field) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 30, height: 20 });
    canvas.getContext('2d');
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([blob as Blob], 'pasted.png', { type: 'image/png' }));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByRole('textbox', { name: 'What it shows' }).fill('A square');
  await page.getByRole('button', { name: 'Put it in' }).click();
  await expect(writeUp).toHaveValue(/!\[A square\]/);
  await page.getByText('Images of this project: 1 of 24').click();
  await expect(page.getByText('In the write-up')).toBeVisible();
  await page.getByRole('button', { name: 'Delete image 1' }).click();
  await page.getByRole('button', { name: 'Delete the image' }).click();
  await expect(page.getByText('Images of this project')).toHaveCount(0);
});
