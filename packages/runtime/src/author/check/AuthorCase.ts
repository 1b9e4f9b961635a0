import { Effect, Predicate } from "effect"

/** One question that a part of a plugin must answer well. */
export interface AuthorCase {
  /** A letter for the kind of part and a number, as reports name it. */
  readonly id: string
  /** What holds when it passes, in a sentence without its end. */
  readonly title: string
  /** What goes wrong in the live service where it does not hold. */
  readonly reason: string
  /** How to mend a part that fails it. */
  readonly hint: string
  readonly examine: Effect.Effect<Verdict>
}

/** What an examination comes to: what was tried, what was seen instead of what should be, or why it was not tried. */
export interface Verdict {
  readonly outcome: "passed" | "failed" | "skipped"
  readonly detail: string
}

export const passed = (detail: string): Verdict => ({ outcome: "passed", detail })
export const failed = (detail: string): Verdict => ({ outcome: "failed", detail })
export const skipped = (detail: string): Verdict => ({ outcome: "skipped", detail })

/** Passed unless something was found; what was found says what was seen. */
export const passedUnless = (found: string | undefined, detail: string): Verdict =>
  found === undefined ? passed(detail) : failed(found)

/** A case that calls the part at once. It fails when that throws. */
export const immediateCase = (about: Omit<AuthorCase, "examine">, examine: () => Verdict): AuthorCase => ({
  ...about,
  examine: Effect.sync(() => {
    try {
      return examine()
    } catch (cause) {
      return failed(`it threw ${thrownText(cause)}`)
    }
  })
})

/** What was thrown, in one line. */
export const thrownText = (cause: unknown): string =>
  (Predicate.isError(cause) ? `${cause.name}: ${cause.message}` : String(cause)).trim().replaceAll(/\s*\n\s*/g, " ")
