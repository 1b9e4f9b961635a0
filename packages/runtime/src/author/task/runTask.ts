import { type ChildProcess, fork } from "node:child_process"
import { fileURLToPath } from "node:url"

import { Effect, Schema } from "effect"

import type { TaskEvent, TaskInput, TaskName, TaskOutput } from "./authorTasks.ts"
import { PluginLost } from "./PluginLost.ts"
import type { TaskMessage } from "./TaskMessage.ts"

/** A task could not be done. Its message is that of the failure in its process. */
export class TaskFailed extends Schema.TaggedError<TaskFailed>()("TaskFailed", { problem: Schema.String }) {
  override get message() {
    return this.problem
  }
}

/** How a task is run. */
export interface TaskOptions<Event> {
  /** What the author wrote for the plugin, as messages name it. */
  readonly plugin: string
  /** Milliseconds in which something must be heard of the task. */
  readonly limit?: number
  readonly onEvent?: (event: Event) => void
}

/**
 * Runs a task in a process of its own. So the plugin's code is read anew each time, Ctrl-C ends the command whatever the
 * plugin does, and a plugin that hangs, ends the process or eats the memory is told of instead of being obeyed. A worker
 * thread would not do: a loop of nothing but built-in calls cannot be stopped in one.
 */
export const runTask = <Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  { limit = defaultLimit, onEvent, plugin }: TaskOptions<TaskEvent<Name>>
): Effect.Effect<TaskOutput<Name>, TaskFailed | PluginLost> =>
  Effect.acquireUseRelease(
    Effect.sync(() => start({ name, input })),
    (child) =>
      Effect.callback<TaskOutput<Name>, TaskFailed | PluginLost>((resume) => {
        const settle = (end: Effect.Effect<TaskOutput<Name>, TaskFailed | PluginLost>) => {
          clearTimeout(watchdog)
          resume(end)
        }
        const lost = (loss: PluginLost["loss"]) => settle(Effect.fail(new PluginLost({ plugin, loss })))
        const watchdog = setTimeout(() => lost({ _tag: "Hangs", limit }), limit)
        child.on("message", (message) => {
          // Both ends are of this package, and of one version.
          const told = message as TaskMessage<TaskEvent<Name>, TaskOutput<Name>>
          watchdog.refresh()
          if (told._tag === "Event") onEvent?.(told.event)
          else if (told._tag === "Threw") lost(told)
          else settle(endOf(told))
        })
        child.on("error", ({ message }) => lost({ _tag: "Threw", reason: message }))
        // By then all that it has told is in.
        child.on("close", (code, signal) => lost(lossOf(code, signal)))
        return Effect.sync(() => clearTimeout(watchdog))
      }),
    (child) => Effect.sync(() => child.kill("SIGKILL"))
  )

const defaultLimit = 60_000

const start = (order: unknown): ChildProcess => {
  const child = fork(entry, {
    execArgv: [`--max-old-space-size=${megabytes}`],
    serialization: "advanced",
    stdio: ["ignore", "pipe", "pipe", "ipc"]
  })
  // What a plugin prints must not stand in what the command prints.
  child.stdout?.on("data", (bytes: Uint8Array) => process.stderr.write(bytes))
  let isDying = false
  child.stderr?.on("data", (bytes: Uint8Array) => {
    isDying ||= String(bytes).includes(outOfMemory)
    if (!isDying) process.stderr.write(bytes)
  })
  child.send(Object(order))
  return child
}

/** The module lies beside this one and is written, or compiled, as it is. */
const entry = fileURLToPath(new URL(`taskProcess${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url))

const megabytes = 1_024

/** With this begins what V8 has to say in the end, which is not for the author. */
const outOfMemory = "<--- Last few GCs --->"

const endOf = <Output>(
  message: Exclude<TaskMessage<never, Output>, { readonly _tag: "Event" | "Threw" }>
): Effect.Effect<Output, TaskFailed> => {
  switch (message._tag) {
    case "Done":
      return Effect.succeed(message.output)
    case "Failed":
      return Effect.fail(new TaskFailed({ problem: message.problem }))
    case "Died":
      return Effect.die(message.origin)
  }
}

/** V8 aborts when its heap is full, and the system kills when its own memory is. */
const lossOf = (code: number | null, signal: string | null): PluginLost["loss"] =>
  signal !== null || code === abortCode ? { _tag: "OutOfMemory", megabytes } : { _tag: "Exited", code: code ?? 0 }

const abortCode = 134
