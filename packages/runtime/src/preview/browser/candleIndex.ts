/** Index of the first item that begins at that time or later; the number of items when all are earlier. */
export const firstAtOrAfter = (items: ReadonlyArray<{ readonly time: number }>, time: number): number => {
  let from = 0
  let to = items.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((items[middle]?.time ?? Infinity) < time) from = middle + 1
    else to = middle
  }
  return from
}
