import { Console, Effect, Option, Stream } from "effect"

import { withProgress } from "../../offline/withProgress.ts"
import { painter } from "../../output/painter.ts"
import { toStandardOutput } from "../../output/standardOutput.ts"
import { Terminal } from "../../output/Terminal.ts"
import { type CandleChoice, readCandleSeries } from "../readCandleSeries.ts"
import { runTask } from "../task/runTask.ts"
import { drawingText } from "./drawingText.ts"

/** What the command line of `mjolnir plugin preview` says. */
export interface PreviewChoice extends CandleChoice {
  readonly path: string
  readonly detector: Option.Option<string>
  readonly settings: Option.Option<string>
  readonly out: Option.Option<string>
}

/** Writes the pages that show what a plugin's detectors find, and says where they are. */
export const previewPlugin = Effect.fnUntraced(function* (choice: PreviewChoice) {
  const { isColored } = yield* Terminal
  const series = yield* readCandleSeries(choice)
  let detector = ""
  const drawing = yield* runTask(
    "preview",
    {
      plugin: choice.path,
      detector: Option.getOrUndefined(choice.detector),
      settings: Option.getOrUndefined(choice.settings),
      series,
      interval: choice.interval,
      out: Option.getOrUndefined(choice.out)
    },
    {
      plugin: choice.path,
      onEvent: (name) => {
        detector = name
      }
    }
  ).pipe(withProgress(() => `drawing ${detector}`))
  for (const note of drawing.notes) yield* Console.error(`mjolnir: ${note}`)
  yield* toStandardOutput(Stream.make(`${drawingText(drawing, painter(isColored))}\n`))
})
