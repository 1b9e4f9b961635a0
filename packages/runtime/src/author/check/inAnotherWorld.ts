/** Runs something at another time of the clock and with other chance: what is pure gives what it gave before. */
export const inAnotherWorld = <Answer>(run: () => Answer): Answer => {
  const { now } = Date
  const { random } = Math
  Date.now = () => now() + aYear
  Math.random = () => 1 - random()
  try {
    return run()
  } finally {
    Date.now = now
    Math.random = random
  }
}

const aYear = 366 * 86_400_000
