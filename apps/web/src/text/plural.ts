const rules = new Intl.PluralRules('en');

/** `plural(1, 'topic', 'topics')` is `1 topic`. The number is written as the reader's locale does. */
export function plural(count: number, one: string, other: string): string {
  return `${count.toLocaleString()} ${rules.select(count) === 'one' ? one : other}`;
}
