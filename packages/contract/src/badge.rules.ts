import { type MarkKind, markParts } from './marks.rules.js';
import type { Counts } from './progress.js';

export type BadgeTheme = 'light' | 'dark' | 'auto';

/** What a badge says: how far a learner is along one roadmap. */
export interface BadgeContent {
  /** Of the learner, for those who hear the picture. */
  name: string;
  roadmap: string;
  counts: Pick<Counts, 'required' | 'done' | 'shown' | 'confirmed' | 'percent'>;
}

interface Colours {
  surface: string;
  sunk: string;
  line: string;
  ink: string;
  'ink-2': string;
  forest: string;
}

/** Of the product's tokens (`ui/tokens.css`), which a picture in somebody's README cannot ask for. A test compares them. */
export const badgeColours: Readonly<Record<'light' | 'dark', Colours>> = {
  light: {
    surface: '#fffefb',
    sunk: '#f1eee4',
    line: '#ddd7c8',
    ink: '#18211d',
    'ink-2': '#4c5851',
    forest: '#1f5a41',
  },
  dark: {
    surface: '#161e1a',
    sunk: '#0b100e',
    line: '#2a3630',
    ink: '#e8ede7',
    'ink-2': '#aab7af',
    forest: '#7ccba2',
  },
};

const height = 28;
const fontSize = 12;
const longestTitle = 40;

/** Hundredths of an em, by what sans-serif faces have in common; `textLength` then holds every face to it. */
const widths: readonly (readonly [characters: RegExp, width: number])[] = [
  [/[iljI.,:;'’|!·]/, 28],
  [/[frt()[\]{}/\\ \u00a0"-]/, 36],
  [/[mwMW@%]/, 88],
  [/[A-Z]/, 68],
  [/[\d–]/, 57],
  [/[ -~]/, 56],
  [/[\u0080-\u02ff]/, 60],
];

/** Pixels that `text` takes at the badge's size; what no Latin letter is counts as wide as high. */
export function badgeTextWidth(text: string, isBold = false): number {
  const ems = [...text].reduce((sum, each) => sum + (widths.find(([these]) => these.test(each))?.[1] ?? 100), 0);
  return Math.ceil((ems / 100) * fontSize * (isBold ? 1.06 : 1));
}

/** No character that XML does not know, and none that means something in it. */
function escapeXml(text: string): string {
  const known = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
  const names: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
  return known.replace(/[&<>"']/g, (each) => `&${names[each]};`);
}

function paint(colours: Colours): string {
  const { surface, sunk, line, ink, forest } = colours;
  return (
    `.g{fill:${surface};stroke:${line}}.s{fill:${sunk}}.t{fill:${ink}}.f{fill:${colours['ink-2']}}` +
    `.frame,.line,.cut{fill:none;stroke-linecap:round;stroke-linejoin:round}.frame,.line{stroke:${forest}}` +
    `.cut{stroke:${surface}}.plane{fill:${forest}}`
  );
}

function styleOf(theme: BadgeTheme): string {
  if (theme !== 'auto') return paint(badgeColours[theme]);
  return `${paint(badgeColours.light)}@media(prefers-color-scheme:dark){${paint(badgeColours.dark)}}`;
}

function drawMark(kind: MarkKind): string {
  return markParts[kind]
    .map(({ as, path, width }) => `<path class="${as}" d="${path}"${width ? ` stroke-width="${width}"` : ''}/>`)
    .join('');
}

/** The furthest that anything on the way is backed. */
function markFor({ done, shown, confirmed }: BadgeContent['counts']): MarkKind {
  if (confirmed > 0) return 'confirmed';
  if (shown > 0) return 'shown';
  return done > 0 ? 'learned' : 'not_started';
}

function figuresOf({ percent, shown, confirmed }: BadgeContent['counts']): string {
  const share = percent === null ? '–' : `${percent}\u00a0%`;
  return [share, `${shown} shown`, ...(confirmed > 0 ? [`${confirmed} confirmed`] : [])].join(' · ');
}

function clip(text: string): string {
  const letters = [...text];
  return letters.length > longestTitle ? `${letters.slice(0, longestTitle - 1).join('')}…` : text;
}

/**
 * A badge as SVG, for a README: no script, no outside font, nothing fetched. `null` is what everybody gets where
 * nothing is public: it tells nothing of whether there is somebody.
 */
export function drawBadge(content: BadgeContent | null, theme: BadgeTheme): string {
  const left = content ? clip(content.roadmap) : 'Waymark';
  const right = content ? figuresOf(content.counts) : 'nothing public here';
  const told = content ? `${content.name} on ${content.roadmap}: ${right.replace('%', '% done')}` : `Waymark: ${right}`;
  const leftWidth = badgeTextWidth(left, true);
  const rightWidth = badgeTextWidth(right);
  const middle = 30 + leftWidth + 9;
  const width = middle + 9 + rightWidth + 10;
  const text = (words: string, at: number, length: number, more: string) =>
    `<text x="${at}" y="18.2" textLength="${length}" lengthAdjust="spacingAndGlyphs" ${more}>${escapeXml(words)}</text>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
    `<title>${escapeXml(told)}</title><style>${styleOf(theme)}</style>` +
    `<rect class="g" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="5"/>` +
    `<path class="s" d="M${middle} 1h${width - middle - 5.5}a4.5 4.5 0 0 1 4.5 4.5v17a4.5 4.5 0 0 1-4.5 4.5H${middle}z"/>` +
    `<g transform="translate(8 4) scale(.8333)">${drawMark(content ? markFor(content.counts) : 'not_started')}</g>` +
    `<g font-family="ui-sans-serif,system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif" font-size="${fontSize}">` +
    text(left, 30, leftWidth, 'class="t" font-weight="650"') +
    text(right, middle + 9, rightWidth, 'class="f"') +
    '</g></svg>\n'
  );
}
