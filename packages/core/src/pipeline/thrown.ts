import { printed } from "./printed.ts"

/** What was thrown, in words; anything can be. */
export const thrown = (cause: unknown): string => {
  try {
    return cause instanceof Error
      ? `threw ${printed(cause.name)}: ${printed(cause.message)}`
      : `threw ${printed(cause)}`
  } catch {
    return "threw something that cannot be printed"
  }
}
