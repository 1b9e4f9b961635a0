import type { NodeServices } from "@effect/platform-node/NodeServices"
import { Effect } from "effect"

/** A piece of work that runs a plugin's code, and so runs in a process of its own. What goes in and comes out can be cloned. */
export type AuthorTask<Input, Event, Output> = (
  input: Input,
  tell: (event: Event) => void
) => Effect.Effect<Output, { readonly message: string }, NodeServices>

/** Every piece of work by its name. Each is imported when it is asked for. */
export const authorTasks = {
  check: imported(() => import("../check/examinePlugin.ts").then(({ examinePlugin }) => examinePlugin)),
  bench: imported(() => import("../bench/measurePlugin.ts").then(({ measurePlugin }) => measurePlugin)),
  preview: imported(() => import("../preview/drawPlugin.ts").then(({ drawPlugin }) => drawPlugin)),
  docs: imported(() => import("../docs/describePlugin.ts").then(({ describePlugin }) => describePlugin))
}

export type TaskName = keyof typeof authorTasks

/** What a process is to do. */
export type TaskOrder = {
  readonly [Name in TaskName]: { readonly name: Name; readonly input: TaskInput<Name> }
}[TaskName]

export type TaskInput<Name extends TaskName> = Parameters<(typeof authorTasks)[Name]>[0]
export type TaskEvent<Name extends TaskName> = Parameters<Parameters<(typeof authorTasks)[Name]>[1]>[0]
export type TaskOutput<Name extends TaskName> = Effect.Success<ReturnType<(typeof authorTasks)[Name]>>

function imported<Input, Event, Output>(
  load: () => Promise<AuthorTask<Input, Event, Output>>
): AuthorTask<Input, Event, Output> {
  return (input, tell) => Effect.flatMap(Effect.promise(load), (task) => task(input, tell))
}
