import { Effect } from "effect"

/** `opening` until its services are up for the first time; `failing` from a failure to the next success. */
export type PartState = "opening" | "running" | "failing"

/** How an effectful part fares. It logs when that changes, and not at every attempt. */
export class PartHealth {
  state: PartState = "opening"
  /** What went wrong last, also when the part works again since. */
  lastError: string | undefined
  readonly #what: string

  /** `what` is the part in a sentence, such as `The sink archive@1.0.0`. */
  constructor(what: string) {
    this.#what = what
  }

  readonly worked: Effect.Effect<void> = Effect.suspend(() => {
    const before = this.state
    this.state = "running"
    return before === "failing" ? Effect.logInfo(`${this.#what} works again`) : Effect.void
  })

  failed(problem: string): Effect.Effect<void> {
    return Effect.suspend(() => {
      const before = this.state
      this.state = "failing"
      this.lastError = problem
      return before === "failing" ? Effect.void : Effect.logWarning(`${this.#what} fails: ${problem}`)
    })
  }
}
