import { Console, Effect, Option, Schema } from "effect"

import { PluginsAnswer } from "../http/PluginsAnswer.ts"
import { manifestTable } from "./manifestTable.ts"
import { serviceTable } from "./serviceTable.ts"

/** What the command line of `mjolnir plugin list` says. */
export interface ListChoice {
  /** Where a running service is. */
  readonly url: Option.Option<string>
  readonly plugin: ReadonlyArray<string>
}

/** A service could not be asked for its plugins. */
export class ServiceNotAsked extends Schema.TaggedError<ServiceNotAsked>()("ServiceNotAsked", {
  url: Schema.String,
  problem: Schema.String
}) {
  override get message() {
    return `${this.url}: ${this.problem}; expected the address of a running service, such as http://localhost:8080`
  }
}

/** Prints the plugins of a running service, or what the manifests say of those that there are. */
export const listPlugins = Effect.fnUntraced(function* (choice: ListChoice) {
  const lines = Option.isSome(choice.url)
    ? serviceTable(yield* askService(choice.url.value))
    : manifestTable(choice.plugin, process.cwd())
  yield* Console.log(lines.join("\n"))
})

const askService = (url: string): Effect.Effect<PluginsAnswer, ServiceNotAsked> =>
  Effect.tryPromise({
    try: async (signal): Promise<unknown> => {
      const response = await fetch(new URL("/api/v1/plugins", url), { signal })
      if (!response.ok) throw new Error(`it answers with status ${response.status}`)
      return response.json()
    },
    catch: (cause) => new ServiceNotAsked({ url, problem: problemOf(cause) })
  }).pipe(
    Effect.timeoutOrElse({
      duration: "10 seconds",
      orElse: () => new ServiceNotAsked({ url, problem: "it does not answer within 10 seconds" })
    }),
    Effect.flatMap((answer) =>
      Effect.mapError(
        Schema.decodeUnknownEffect(PluginsAnswer)(answer),
        () => new ServiceNotAsked({ url, problem: "it answers with something else than its plugins" })
      )
    )
  )

/** A failed fetch says why in its cause. */
const problemOf = (cause: unknown): string => {
  const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  return reason instanceof Error ? reason.message || reason.name : String(reason)
}
