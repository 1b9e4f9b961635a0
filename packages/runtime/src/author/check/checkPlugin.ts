import { Effect, Option, Schema, Stream } from "effect"

import { withProgress } from "../../offline/withProgress.ts"
import { painter } from "../../output/painter.ts"
import { counted } from "../../output/plural.ts"
import { toStandardOutput } from "../../output/standardOutput.ts"
import { Terminal } from "../../output/Terminal.ts"
import { type CandleChoice, readCandleSeries } from "../readCandleSeries.ts"
import { runTask } from "../task/runTask.ts"
import { CheckProtocol } from "./CheckProtocol.ts"
import { checkJson, checkText } from "./checkReport.ts"

/** What the command line of `mjolnir plugin check` says. */
export interface CheckChoice extends CandleChoice {
  readonly path: string
  readonly detector: Option.Option<string>
  readonly settings: Option.Option<string>
  /** Milliseconds that a case may take. */
  readonly limit: number
  readonly json: boolean
}

/** A plugin does not keep its contract. */
export class ChecksFailed extends Schema.TaggedError<ChecksFailed>()("ChecksFailed", {
  plugin: Schema.String,
  /** Ids of the cases. */
  failed: Schema.Array(Schema.String),
  cases: Schema.Int
}) {
  override get message() {
    const failed = `${this.failed.length} of ${counted(this.cases, "case")}`
    return `plugin ${this.plugin}: it fails ${failed}: ${this.failed.join(", ")}; the table says why and how to mend it`
  }
}

/** Examines a plugin and prints what came of every case; fails when one of them failed. */
export const checkPlugin = Effect.fnUntraced(function* (choice: CheckChoice) {
  const { isColored } = yield* Terminal
  const series = yield* readCandleSeries(choice)
  const protocol = new CheckProtocol()
  const began = performance.now()
  yield* runTask(
    "check",
    {
      plugin: choice.path,
      detector: Option.getOrUndefined(choice.detector),
      settings: Option.getOrUndefined(choice.settings),
      series,
      isQuick: false
    },
    { plugin: choice.path, limit: choice.limit, onEvent: (event) => protocol.take(event) }
  ).pipe(
    withProgress(() => protocol.progress),
    // A plugin that was lost while a case was tried has failed that case.
    Effect.catchTag("PluginLost", (lost) => (protocol.lose(lost) ? Effect.void : Effect.fail(lost)))
  )
  const result = protocol.result((performance.now() - began) / 1_000)
  const text = choice.json ? checkJson(result) : checkText(result, painter(isColored), process.stdout.columns)
  yield* toStandardOutput(Stream.make(`${text}\n`))
  const failed = result.cases.filter(({ outcome }) => outcome === "failed").map(({ id }) => id)
  if (failed.length > 0) {
    return yield* new ChecksFailed({ plugin: choice.path, failed: [...new Set(failed)], cases: result.cases.length })
  }
})
