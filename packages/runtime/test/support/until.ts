import { setTimeout as delay } from "node:timers/promises"

/** Asks again until the answer is not undefined or false, and fails when that takes too long. */
export const until = async <Answer>(
  what: string,
  ask: () => Answer | undefined | false | Promise<Answer | undefined | false>,
  withinMillis = 10_000
): Promise<Answer> => {
  const deadline = performance.now() + withinMillis
  while (performance.now() < deadline) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    await delay(20)
  }
  throw new Error(`${what}: not within ${withinMillis} ms`)
}
