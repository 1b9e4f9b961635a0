import { extname } from "node:path"
import { Worker } from "node:worker_threads"

import { Deferred, Effect, Predicate, Schema, type Scope } from "effect"

import type { PluginSource } from "../plugins/PluginSource.ts"
import { Headway, type WorkPlace } from "./Headway.ts"
import type { IsolationLimits } from "./isolationLimits.ts"
import { FromThread, type IsolatedSettings, type ThreadStart, type ToThread } from "./messages.ts"
import { OutputLines } from "./OutputLines.ts"
import type { PluginCrash } from "./PluginCrash.ts"

/** A thread that runs one plugin. */
export interface PluginThread {
  readonly headway: Headway
  readonly post: (message: ToThread) => void
  /** Fails when the thread has ended; never succeeds. */
  readonly ended: Effect.Effect<never, ThreadEnd>
}

/** Why a thread has ended, and where it was. */
export interface ThreadEnd {
  readonly reason: PluginCrash["reason"]
  readonly problem: string
  readonly place: WorkPlace
}

/** Who is told what a thread says and prints. Plain code. */
export interface ThreadListener {
  readonly onMessage: (message: FromThread) => void
  readonly onPrinted: (line: string) => void
}

/**
 * Starts a thread with the code of a plugin, and kills it with the scope, whatever it does. It has a heap of its own,
 * which is limited, and no environment; what it prints is handed to the listener.
 */
export const openThread = (
  name: string,
  source: PluginSource,
  settings: IsolatedSettings,
  limits: IsolationLimits,
  listener: ThreadListener
): Effect.Effect<PluginThread, never, Scope.Scope> =>
  Effect.gen(function* () {
    const headway = new Headway()
    const tooMuchMemory = `used more than its ${limits.heapMegabytes} MB of memory`
    const ending = yield* Deferred.make<never, ThreadEnd>()
    const start: ThreadStart = { source, settings, headway: headway.memory, callMillis: limits.callMillis }
    const end = (reason: PluginCrash["reason"], problem: string): void => {
      Deferred.doneUnsafe(ending, Effect.fail({ reason, problem, place: headway.place }))
    }
    const worker = yield* Effect.acquireRelease(
      Effect.sync(() => startWorker(name, start, limits)),
      (worker) => Effect.promise(() => worker.terminate())
    )
    worker.on("message", (message: unknown) => {
      if (!isFromThread(message)) return end("garbled", "said something that the host does not understand")
      if (message._tag === "Refused") return end("start", `cannot start: ${oneLine(message.problem)}`)
      try {
        listener.onMessage(message)
        if (message._tag === "Done" && message.externalBytes > limits.heapMegabytes * 1e6) end("memory", tooMuchMemory)
      } catch (cause) {
        end("garbled", `said something that the host could not take: ${textOf(cause)}`)
      }
    })
    worker.on("messageerror", (cause) => end("garbled", `said something that cannot be read: ${textOf(cause)}`))
    worker.on("error", (cause) =>
      Predicate.hasProperty(cause, "code") && cause.code === "ERR_WORKER_OUT_OF_MEMORY"
        ? end("memory", tooMuchMemory)
        : end("error", `threw outside of its parts: ${textOf(cause)}`)
    )
    worker.on("exit", (code) => end("exit", `ended its thread with the exit code ${code}`))
    for (const output of [worker.stdout, worker.stderr]) {
      const lines = new OutputLines(listener.onPrinted)
      output.setEncoding("utf8").on("data", (text: string) => lines.take(text))
    }
    return { headway, post: postTo(worker), ended: Deferred.await(ending) }
  })

/** The code of the thread lies beside this file: TypeScript in the sources, JavaScript where it has been built. */
const threadCode = new URL(`workerMain${extname(import.meta.url)}`, import.meta.url)

const startWorker = (name: string, workerData: ThreadStart, { heapMegabytes }: IsolationLimits): Worker =>
  new Worker(threadCode, {
    name,
    workerData,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes }
  })

const postTo =
  (worker: Worker) =>
  (message: ToThread): void =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(message)

const isFromThread = Schema.is(FromThread)

/** Characters of a plugin's words that are worth a place in the log. */
const longestText = 500

const textOf = (cause: unknown): string =>
  oneLine(Predicate.isError(cause) ? `${cause.name}: ${cause.message}` : String(cause))

const oneLine = (text: string): string => text.slice(0, longestText).replaceAll(/\s*\n\s*/g, " ")
