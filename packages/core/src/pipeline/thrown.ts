/** What was thrown, in words; anything can be. */
export const thrown = (cause: unknown): string => {
  try {
    return cause instanceof Error ? `threw ${cause.name}: ${cause.message}` : `threw ${String(cause)}`
  } catch {
    return "threw something that cannot be printed"
  }
}
