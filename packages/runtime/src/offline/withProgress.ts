import { Console, Effect } from "effect"

import { Terminal } from "../output/Terminal.ts"

/** Says every two seconds how far the work has come, when standard error is a terminal. */
export const withProgress =
  (soFar: () => string) =>
  <A, E, R>(work: Effect.Effect<A, E, R>): Effect.Effect<A, E, R | Terminal> =>
    Effect.gen(function* () {
      const { errorIsTerminal } = yield* Terminal
      if (!errorIsTerminal) return yield* work
      const report = Effect.suspend(() => Console.error(soFar()))
      return yield* Effect.raceFirst(work, report.pipe(Effect.delay("2 seconds"), Effect.forever))
    })
