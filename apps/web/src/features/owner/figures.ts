const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `1.5 GB`, as its reader writes numbers. Steps of 1,000, as disks are sold. */
export function bytesText(bytes: number, locale?: string): string {
  const step = bytes < 1 ? 0 : Math.min(steps.length - 1, Math.floor(Math.log10(bytes) / 3));
  const unit = steps[step] ?? 'byte';
  const value = bytes / 1000 ** step;
  const most = value < 10 && step > 0 ? 1 : 0;
  const display = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: most } as const;
  return new Intl.NumberFormat(locale, display).format(value);
}

export function millisecondsText(milliseconds: number, locale?: string): string {
  const display = { style: 'unit', unit: 'millisecond', unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locale, display).format(milliseconds);
}
