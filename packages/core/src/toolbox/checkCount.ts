import { InvalidDefinition } from "../plugin/identity.ts"

/** Throws {@link InvalidDefinition} unless the count is a whole number from `least` on. */
export const checkCount = (feature: string, what: string, count: number, least = 1): void => {
  if (!Number.isInteger(count) || count < least) {
    throw new InvalidDefinition({
      part: `feature ${feature}`,
      problem: `${what} is ${count}`,
      expected: `a whole number from ${least} on`
    })
  }
}
