import { layer as nodeServices } from "@effect/platform-node/NodeServices"
import { Cause, Effect, Exit, Option } from "effect"

import { type AuthorTask, authorTasks, type TaskOrder } from "./authorTasks.ts"
import type { TaskMessage } from "./TaskMessage.ts"

/** The process of one task: does what it is ordered, tells the process that started it, and ends with that one. */
const tell = (message: TaskMessage<unknown, unknown>): void => {
  process.send?.(message)
}

const endOf = (exit: Exit.Exit<unknown, { readonly message: string }>): TaskMessage<unknown, unknown> => {
  if (Exit.isSuccess(exit)) return { _tag: "Done", output: exit.value }
  const error = Cause.findErrorOption(exit.cause)
  return Option.isSome(error)
    ? { _tag: "Failed", problem: error.value.message }
    : { _tag: "Died", origin: Cause.pretty(exit.cause) }
}

process.on("uncaughtException", (error) => tell({ _tag: "Threw", reason: error.message }))
process.on("disconnect", () => process.exit())
process.once("message", (order: TaskOrder) => {
  // The order names the task that its input is for, which the type of the table cannot say.
  const task = authorTasks[order.name] as AuthorTask<unknown, unknown, unknown>
  const work = task(order.input, (event) => tell({ _tag: "Event", event }))
  Effect.runCallback(Effect.provide(work, nodeServices), { onExit: (exit) => tell(endOf(exit)) })
})
