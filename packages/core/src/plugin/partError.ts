import { Cause, Predicate } from "effect"

/** What an effect of a part ended with, as an error with a message that can be read; what it was is its `cause`. */
export const partError = (cause: Cause.Cause<unknown>): Error => {
  if (Cause.hasInterruptsOnly(cause)) return new Error("it was stopped before it was done", { cause })
  const problem = Cause.squash(cause)
  if (problem instanceof Error && problem.message !== "") return problem
  return new Error(textOf(problem), { cause: problem })
}

/** Anything can be a failure: a text, a tagged object, an error of a class that makes no message. */
const textOf = (problem: unknown): string => {
  if (typeof problem === "string" && problem !== "") return problem
  if (!Predicate.isObject(problem)) return `it failed with ${String(problem) || "an empty text"}`
  const { _tag, name, ...fields } = problem as { readonly _tag?: unknown; readonly name?: unknown }
  const title = [_tag, name, problem.constructor?.name].find((each) => typeof each === "string") ?? "it failed"
  return `${String(title)} ${fieldsText(fields)}`.trimEnd()
}

const fieldsText = (fields: object): string => {
  if (Object.keys(fields).length === 0) return ""
  try {
    return JSON.stringify(fields)
  } catch {
    return "with fields that cannot be printed"
  }
}
