/** The thread of a plugin: imports it, then works off what it is sent, one message after the other. */
import { parentPort, workerData } from "node:worker_threads"

import { Effect } from "effect"

import { importPlugin } from "../plugins/importPlugin.ts"
import { Headway } from "./Headway.ts"
import { isolatedPipelines } from "./IsolatedPipelines.ts"
import type { FromThread, ThreadStart, ToThread } from "./messages.ts"

const port = parentPort
if (port === null) throw new Error("this is the code of a worker thread; start it with openThread")

const { callMillis, headway: memory, settings, source }: ThreadStart = workerData
const headway = new Headway(memory)
const say = (message: FromThread): void => port.postMessage(message)

const pipelines = Effect.gen(function* () {
  const { detectors } = yield* importPlugin(source)
  return yield* Effect.fromResult(isolatedPipelines(detectors, settings, callMillis, headway, say))
})

await Effect.runPromise(
  Effect.match(pipelines, {
    onFailure: ({ message }) => say({ _tag: "Refused", problem: message }),
    onSuccess: (pipelines) => {
      port.on("message", (message: ToThread) => pipelines.take(message))
      pipelines.begin()
    }
  })
)
