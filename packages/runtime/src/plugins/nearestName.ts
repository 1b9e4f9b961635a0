/**
 * The one of the names that the given one was probably meant to be; undefined when none is near.
 *
 * @example
 * nearestName("duble-top", ["double-top", "bull-flag"]) // "double-top"
 */
export const nearestName = (given: string, names: Iterable<string>): string | undefined => {
  const most = Math.max(2, Math.floor(given.length / 3))
  let nearest: string | undefined
  let least = most + 1
  for (const name of names) {
    const distance = editDistance(given, name)
    if (distance < least) {
      least = distance
      nearest = name
    }
  }
  return nearest
}

/** Letters to insert, delete or replace to make one text the other (Levenshtein). */
const editDistance = (one: string, other: string): number => {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [row, letter] of [...one].entries()) {
    const current = [row + 1]
    for (let column = 1; column <= other.length; column++) {
      current.push(
        Math.min(
          (current[column - 1] ?? 0) + 1,
          (previous[column] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1)
        )
      )
    }
    previous = current
  }
  return previous[other.length] ?? 0
}
