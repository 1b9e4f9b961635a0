import { Effect } from "effect"
import { Command } from "effect/cli"

import { variables } from "../config/variables.ts"
import { doneWhenStopped } from "./doneWhenStopped.ts"

const nameWidth = Math.max(...Object.values(variables).map(({ name }) => name.length))

const variableLines = Object.values(variables).map(
  ({ defaultText, description, name }) =>
    `  ${name.padEnd(nameWidth)}  ${`${description} (default: ${defaultText})`.replaceAll("`", "")}`
)

/** `mjolnir run`: the live service. */
export const run = Command.make("run", {}, () =>
  Effect.gen(function* () {
    const { runLive } = yield* Effect.promise(() => import("../live/runLive.ts"))
    return yield* runLive
  }).pipe(doneWhenStopped)
).pipe(
  Command.withShortDescription("Run the live service, configured by environment variables"),
  Command.withDescription(
    ["Run the live service, configured by environment variables:", "", ...variableLines].join("\n")
  ),
  Command.withExamples([
    { command: "ENVIRONMENT=development REDIS_HOST=localhost mjolnir run", description: "Watch what Redis lists" },
    {
      command: "WEBSOCKET_URL=ws://localhost:8765 LOG_LEVEL=debug mjolnir run",
      description: "Use another broker and log more"
    }
  ])
)
