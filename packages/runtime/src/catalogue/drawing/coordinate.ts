/** A coordinate as it is written: in tenths of pixels, so that a drawing stays small and the same everywhere. */
export const coordinate = (pixels: number): string => {
  const rounded = Math.round(pixels * 10) / 10
  return String(rounded === 0 ? 0 : rounded)
}
