import { Effect, Option, Stream } from "effect"

import { withProgress } from "../../offline/withProgress.ts"
import { painter } from "../../output/painter.ts"
import { toStandardOutput } from "../../output/standardOutput.ts"
import { Terminal } from "../../output/Terminal.ts"
import { type CandleChoice, readCandleSeries } from "../readCandleSeries.ts"
import { runTask } from "../task/runTask.ts"
import { benchJson, benchText } from "./benchReport.ts"

/** What the command line of `mjolnir plugin bench` says. */
export interface BenchChoice extends CandleChoice {
  readonly path: string
  readonly detector: Option.Option<string>
  readonly settings: Option.Option<string>
  readonly symbols: number
  readonly json: boolean
}

/** Measures what a plugin's detectors cost and prints it. */
export const benchPlugin = Effect.fnUntraced(function* (choice: BenchChoice) {
  const { isColored } = yield* Terminal
  const series = yield* readCandleSeries(choice)
  let progress = ""
  const bench = yield* runTask(
    "bench",
    {
      plugin: choice.path,
      detector: Option.getOrUndefined(choice.detector),
      settings: Option.getOrUndefined(choice.settings),
      series,
      interval: choice.interval,
      symbols: choice.symbols
    },
    {
      plugin: choice.path,
      onEvent: (told) => {
        progress = told
      }
    }
  ).pipe(withProgress(() => progress))
  const text = choice.json ? benchJson(bench) : benchText(bench, painter(isColored))
  yield* toStandardOutput(Stream.make(`${text}\n`))
})
