import { Console, Effect, Stdio } from "effect"

/** Says every two seconds how far the work has come, when standard error is a terminal. */
export const withProgress =
  (soFar: () => string) =>
  <A, E, R>(work: Effect.Effect<A, E, R>): Effect.Effect<A, E, R | Stdio.Stdio> =>
    Effect.gen(function* () {
      const { stderrIsTerminal } = yield* Stdio.Stdio
      if (!(yield* stderrIsTerminal)) return yield* work
      const report = Effect.suspend(() => Console.error(soFar()))
      return yield* Effect.raceFirst(work, report.pipe(Effect.delay("2 seconds"), Effect.forever))
    })
