import type { EpochMillis } from "@mjolnir/core"
import { AppConfig, Metrics } from "@mjolnir/core/services"
import { Duration, Effect, Schedule } from "effect"
import { HttpServer } from "effect/http"

import { runService } from "../live/runService.ts"
import { Terminal } from "../output/Terminal.ts"
import { DemoOutput } from "./DemoOutput.ts"
import type { DemoPlay } from "./DemoPlay.ts"
import type { demoReport } from "./demoReport.ts"
import type { DemoTally } from "./DemoTally.ts"
import { ExchangeClock } from "./ExchangeClock.ts"
import { LoopbackBroker } from "./LoopbackBroker.ts"
import { runExchange } from "./runExchange.ts"
import { simulatedMarket } from "./simulatedMarket.ts"
import { TickTape } from "./TickTape.ts"

/** How often the line that says how it goes is renewed. */
const statusPeriod = "250 millis"

/**
 * Introduces the demo, runs service and exchange until the market closes or somebody stops it, and sums up, also when
 * it is interrupted. A planted pattern that is not among the sought ones does not count.
 */
export const demoSession = Effect.fnUntraced(function* (
  play: DemoPlay,
  sought: ReadonlySet<string>,
  tally: DemoTally,
  report: ReturnType<typeof demoReport>
) {
  const output = yield* DemoOutput
  const clock = yield* ExchangeClock
  const { total } = yield* Metrics
  const { detection } = yield* AppConfig
  const tape = new TickTape(simulatedMarket(play.seed, play.symbols, play.opening), (plant) => {
    if (sought.has(plant.pattern)) tally.planted(plant)
  })
  const began = performance.now()
  let close: EpochMillis | undefined

  yield* introduce(report)

  const status = Effect.suspend(() =>
    output.status(report.status(clock.now(), tape.ticks, total("candles_closed_total")))
  ).pipe(Effect.repeat(Schedule.spaced(statusPeriod)))

  const exchange = runExchange(tape, {
    symbols: play.symbols,
    opening: play.opening,
    speed: play.speed,
    openFor: (play.seconds ?? Number.POSITIVE_INFINITY) * 1_000
  }).pipe(
    Effect.tap((time) =>
      Effect.sync(() => {
        close = time
      })
    )
  )

  const summarize = Effect.suspend(() => {
    // When the demo is stopped, candles whose grace is not over have not been looked at.
    const notLookedAt = detection.candles.graceMillis + play.speed * 2 * Duration.toMillis(statusPeriod)
    const seenUpTo = close ?? clock.now() - notLookedAt
    return output.note(
      report.summary({
        marketMillis: Math.max(0, (close ?? clock.now()) - play.opening),
        wallMillis: performance.now() - began,
        ticks: tape.ticks,
        candles: total("candles_closed_total"),
        patterns: tally.patterns(seenUpTo),
        forming: tally.forming(seenUpTo)
      })
    )
  })

  yield* Effect.raceAllFirst([exchange, runService, status, output.closed]).pipe(Effect.ensuring(summarize))
})

const introduce = Effect.fnUntraced(function* (report: ReturnType<typeof demoReport>) {
  const output = yield* DemoOutput
  const { url: brokerUrl } = yield* LoopbackBroker
  const { address } = yield* HttpServer.HttpServer
  const httpUrl = HttpServer.formatAddress(address)
  yield* output.note(report.introduction({ httpUrl, brokerUrl }))
  const { isTerminal } = yield* Terminal
  if (isTerminal) yield* output.note(report.heading)
})
