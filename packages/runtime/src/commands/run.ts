import { Effect } from "effect"
import { Command } from "effect/cli"

import { doneWhenStopped } from "./doneWhenStopped.ts"

/** `mjolnir run`: the live service. */
export const run = Command.make("run", {}, () =>
  Effect.gen(function* () {
    const { runLive } = yield* Effect.promise(() => import("../live/runLive.ts"))
    return yield* runLive
  }).pipe(doneWhenStopped)
).pipe(
  Command.withDescription("Run the live service, configured by environment variables"),
  Command.withExamples([
    { command: "ENVIRONMENT=development REDIS_HOST=localhost mjolnir run", description: "Watch what Redis lists" },
    {
      command: "WEBSOCKET_URL=ws://localhost:8765 LOG_LEVEL=debug mjolnir run",
      description: "Use another broker and log more"
    }
  ])
)
