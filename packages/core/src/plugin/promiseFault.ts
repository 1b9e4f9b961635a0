/**
 * Says in words that a part which must answer at once gave a promise, as every async function does; undefined when it did
 * not. Nobody waits for that promise, so its failure is taken here: a failure that nobody takes ends the process.
 */
export const promiseFault = (answer: unknown): string | undefined => {
  if (typeof answer !== "object" || answer === null || !("then" in answer)) return undefined
  if (answer instanceof Promise) answer.then(undefined, () => {})
  return "returned a promise, but must answer at once: it cannot be async"
}
