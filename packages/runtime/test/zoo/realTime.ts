import { setTimeout as delay } from "node:timers/promises"

import { Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"

import { settled } from "../support/service.ts"

/** Waits for threads and files, of which the test's clock knows nothing: it goes on at `speed` times real time. */
export const untilInTime = Effect.fnUntraced(function* (what: string, isSo: () => boolean, speed: number) {
  const deadline = performance.now() + mostMillis
  while (!isSo()) {
    if (performance.now() > deadline) return yield* Effect.die(new Error(`${what}: not within ${mostMillis} ms`))
    yield* Effect.promise(() => delay(stepMillis))
    yield* TestClock.adjust(stepMillis * speed)
    yield* settled
  }
})

/** What comes of an effect that waits for such things, or for the clock. */
export const doneInTime = Effect.fnUntraced(function* <A, E, R>(
  what: string,
  effect: Effect.Effect<A, E, R>,
  speed: number
) {
  const fibre = yield* Effect.forkChild(effect)
  yield* untilInTime(what, () => fibre.pollUnsafe() !== undefined, speed)
  return yield* Fiber.join(fibre)
})

const stepMillis = 20
const mostMillis = 15_000
