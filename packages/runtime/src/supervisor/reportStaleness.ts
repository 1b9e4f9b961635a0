import { AppConfig } from "@mjolnir/core/services"
import { Duration, Effect, Schedule } from "effect"

import { Supervisor } from "./Supervisor.ts"

/** Logs when ticks stay away for longer than they may, and when they come back; looks once a second, for ever. */
export const reportStaleness: Effect.Effect<never, never, AppConfig | Supervisor> = Effect.gen(function* () {
  const { operation } = yield* AppConfig
  const supervisor = yield* Supervisor
  let isStale = false
  const look = Effect.suspend(() => {
    const age = supervisor.tickAge()
    const wasStale = isStale
    isStale = supervisor.watchedSymbols() > 0 && age !== undefined && age > Duration.toMillis(operation.staleAfter)
    if (isStale === wasStale || age === undefined) return Effect.void
    return isStale
      ? Effect.logWarning(`No tick for ${Duration.format(operation.staleAfter)}; the service is not ready`)
      : Effect.logInfo("Ticks come again, or none is expected")
  })
  return yield* Effect.repeat(look, Schedule.spaced("1 second")).pipe(Effect.andThen(Effect.never))
})
