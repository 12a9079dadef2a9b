/** A look: what it is beside its colours, and its colours in the light and in the dark. */
interface Look {
  shape?: string;
  light: Readonly<Record<string, string>>;
  dark: Readonly<Record<string, string>>;
}

// The product's tokens (apps/web/src/ui/tokens.css): mail programs know no variables.
const light = {
  paper: '#faf8f2',
  surface: '#fffefb',
  sunk: '#f1eee4',
  line: '#ddd7c8',
  ink: '#18211d',
  ink2: '#4c5851',
  ink3: '#5a655d',
  forest: '#1f5a41',
  forestInk: '#ffffff',
  blaze: '#f0a30a',
};
const dark: typeof light = {
  paper: '#0f1512',
  surface: '#161e1a',
  sunk: '#0b100e',
  line: '#2a3630',
  ink: '#e8ede7',
  ink2: '#aab7af',
  ink3: '#8d9b93',
  forest: '#7ccba2',
  forestInk: '#0b1510',
  blaze: '#ffbe3d',
};

const face = "ui-sans-serif,system-ui,-apple-system,'Segoe UI',sans-serif";
const mono = "ui-monospace,'Cascadia Code','SF Mono',Menlo,monospace";

/** The same look in both schemes. */
function look(shape: string, colours: Readonly<Record<string, keyof typeof light>>): Look {
  const paint = (palette: typeof light) =>
    Object.fromEntries(Object.entries(colours).map(([property, name]) => [property, palette[name]]));
  return { shape, light: paint(light), dark: paint(dark) };
}

const looks = {
  paper: look('margin:0;padding:0', { 'background-color': 'paper' }),
  ground: look('', { 'background-color': 'paper' }),
  card: look('padding:28px 28px 20px;border-width:1px;border-style:solid;border-radius:16px', {
    'background-color': 'surface',
    'border-color': 'line',
  }),
  name: look(`font:700 18px/1.2 ${face}`, { color: 'ink' }),
  text: look(`margin:0 0 16px;font:400 16px/1.55 ${face}`, { color: 'ink' }),
  note: look(`margin:0 0 16px;padding:4px 0 4px 14px;border-left:3px solid;font:400 16px/1.55 ${face}`, {
    color: 'ink2',
    'border-left-color': 'line',
  }),
  button: look(
    `display:inline-block;padding:13px 22px;border-radius:10px;font:600 16px/1.2 ${face};text-decoration:none`,
    { 'background-color': 'forest', color: 'forestInk' },
  ),
  aside: look(`margin:0 0 16px;padding:12px 14px;border-radius:10px;font:400 15px/1.5 ${face}`, {
    'background-color': 'sunk',
    color: 'ink2',
  }),
  small: look(`margin:20px 0 4px;font:400 13px/1.5 ${face}`, { color: 'ink3' }),
  address: look(`margin:0;font:400 13px/1.5 ${mono};word-break:break-all`, { color: 'ink2' }),
  foot: look(`margin:0 0 6px;font:400 13px/1.5 ${face}`, { color: 'ink3' }),
  footLink: look(`font:400 13px/1.5 ${face}`, { color: 'ink2' }),
  blazeFirst: look('width:10px;height:18px;border-radius:2px', { 'background-color': 'forest' }),
  blazeSecond: look('width:10px;height:18px;border-radius:2px', { 'background-color': 'blaze' }),
} as const satisfies Record<string, Look>;

export type Part = keyof typeof looks;

const declare = (colours: Readonly<Record<string, string>>, end = '') =>
  Object.entries(colours).map(([property, value]) => `${property}:${value}${end}`);

/** Its inline style; the light colours, for programs that know no schemes. */
export function styleOf(part: Part): string {
  const { shape, light: colours } = looks[part];
  return [shape, ...declare(colours)].filter(Boolean).join(';').replaceAll('"', "'");
}

export function classOf(part: Part): string {
  return `w-${part}`;
}

const rules = Object.entries(looks).map(([part, { dark: colours }]) => {
  return `.${classOf(part as Part)}{${declare(colours, '!important').join(';')}}`;
});

/** For programs that follow the system into the dark. */
export const darkStyles = `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${rules.join('')}}`;
