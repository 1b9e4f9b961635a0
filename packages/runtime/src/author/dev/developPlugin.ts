import { tmpdir } from "node:os"
import { basename, join } from "node:path"

import { Effect, Option, Result, Stream } from "effect"

import { painter } from "../../output/painter.ts"
import { toStandardOutput } from "../../output/standardOutput.ts"
import { Terminal } from "../../output/Terminal.ts"
import { CheckProtocol } from "../check/CheckProtocol.ts"
import { type CandleChoice, readCandleSeries } from "../readCandleSeries.ts"
import { runTask } from "../task/runTask.ts"
import { type Attempt, attemptText } from "./attemptText.ts"
import { savesIn } from "./savesIn.ts"
import { type WatchedPlugin, watchedPlugin } from "./watchedPlugin.ts"

/** What the command line of `mjolnir plugin dev` says. */
export interface DevChoice extends CandleChoice {
  readonly path: string
  readonly detector: Option.Option<string>
  readonly settings: Option.Option<string>
  readonly out: Option.Option<string>
}

/**
 * Checks a plugin and draws what it finds, now and at each save, for ever. A save while that goes on begins it anew. A plugin
 * that is broken is told of, and waited for.
 */
export const developPlugin = Effect.fnUntraced(function* (choice: DevChoice) {
  const { isColored } = yield* Terminal
  const paint = painter(isColored)
  const watched = yield* Effect.fromResult(watchedPlugin(choice.path))
  const out = Option.getOrElse(choice.out, () => join(tmpdir(), "mjolnir-preview", basename(watched.folder)))
  const opening = `watching ${watched.folder}, with ${watched.entry}\npages go to ${out}; Ctrl-C ends this\n\n`
  const attempts = Stream.concat(Stream.make(""), savesIn(watched.folder)).pipe(
    Stream.switchMap(() => Stream.fromEffect(attempt(choice, watched, `${out}/`))),
    Stream.map((made) => `${attemptText(made, paint)}\n`)
  )
  yield* toStandardOutput(Stream.concat(Stream.make(opening), attempts))
})

/** One check and one drawing, each in a process of its own, at the same time. */
const attempt = Effect.fnUntraced(function* (choice: DevChoice, { entry: plugin }: WatchedPlugin, out: string) {
  const began = performance.now()
  const protocol = new CheckProtocol()
  const detector = Option.getOrUndefined(choice.detector)
  const settings = Option.getOrUndefined(choice.settings)
  const work = Effect.gen(function* () {
    const series = yield* readCandleSeries(choice)
    const common = { plugin, detector, settings, series }
    const onEvent = protocol.take.bind(protocol)
    const check = runTask("check", { ...common, isQuick: true }, { plugin, limit, onEvent }).pipe(
      Effect.catchTag("PluginLost", (lost) => (protocol.lose(lost) ? Effect.void : Effect.fail(lost)))
    )
    const preview = runTask("preview", { ...common, interval: choice.interval, out }, { plugin, limit })
    return yield* Effect.all([check, Effect.result(preview)], { concurrency: "unbounded" })
  })
  const done = yield* Effect.result(work)
  const seconds = (performance.now() - began) / 1_000
  const made: Attempt = Result.isFailure(done)
    ? { _tag: "Broken", time: new Date(), seconds, problem: done.failure.message }
    : {
        _tag: "Tried",
        time: new Date(),
        result: protocol.result(seconds),
        drawing: Result.mapError(done.success[1], ({ message }) => message)
      }
  return made
})

/** Nobody waits longer for the result of a save, in milliseconds. */
const limit = 15_000
