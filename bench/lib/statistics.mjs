/** The value below which this share of the sorted values lies: `quantile(times, 0.99)`. Nearest rank. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
}

export function median(values) {
  return quantile(values, 0.5);
}

/**
 * How well an observer who sees one value tells `first` from `second` (the area under the ROC curve, Mann–Whitney's U
 * by the number of pairs): 0.5 is guessing, 0 and 1 are always right. Equal values count half.
 */
export function aucOf(first, second) {
  const all = [...first.map((value) => ({ value, isFirst: true })), ...second.map((value) => ({ value }))];
  all.sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end + 1 < all.length && all[end + 1].value === all[start].value) end += 1;
    // Ranks begin with one; equal values share the mean of theirs.
    const rank = (start + end) / 2 + 1;
    for (const { isFirst } of all.slice(start, end + 1)) if (isFirst) rankSum += rank;
    start = end + 1;
  }
  return (rankSum - (first.length * (first.length + 1)) / 2) / (first.length * second.length);
}

/** In a random order, another one in each run. */
export function shuffled(values) {
  const mixed = [...values];
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = Math.floor(Math.random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
  }
  return mixed;
}
