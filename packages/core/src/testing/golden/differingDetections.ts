import { Equal, Predicate } from "effect"

import type { Detection } from "../../domain/Detection.ts"
import { type GoldenDetection, goldenText, readGoldenText } from "./goldenText.ts"

/**
 * What differs between the detections of a golden file and those that were found, detection by detection; undefined
 * when nothing does.
 */
export const differingDetections = (
  golden: ReadonlyArray<GoldenDetection>,
  found: ReadonlyArray<Detection>
): string | undefined => {
  // Through JSON, because that is what the golden ones have been through.
  const actual = readGoldenText(goldenText(found)) ?? []
  const { changed, missing, same, unexpected } = paired(golden, actual)
  if (missing.length + unexpected.length + changed.length === 0) return differingOrder(golden, actual)
  const count = `${missing.length} missing, ${unexpected.length} unexpected, ${changed.length} changed, ${same} the same`
  return [
    count,
    ...missing.map((detection) => `\nmissing     ${titleOf(detection)}`),
    ...unexpected.map((detection) => `\nunexpected  ${titleOf(detection)}`),
    ...changed.map(([expected, actual]) => `\nchanged     ${titleOf(expected)}${changesOf(expected, actual, "")}`)
  ].join("\n")
}

interface Paired {
  readonly missing: ReadonlyArray<GoldenDetection>
  readonly unexpected: ReadonlyArray<GoldenDetection>
  readonly changed: ReadonlyArray<readonly [GoldenDetection, GoldenDetection]>
  readonly same: number
}

/** Pairs each golden detection with the same one, else with that of its id, else with one of its pattern and time. */
const paired = (golden: ReadonlyArray<GoldenDetection>, actual: ReadonlyArray<GoldenDetection>): Paired => {
  const changed: Array<readonly [GoldenDetection, GoldenDetection]> = []
  let missing = golden
  let unexpected = actual
  let same = 0
  for (const keyOf of [JSON.stringify, idOf, titleOf]) {
    const candidates = Map.groupBy(unexpected, (detection) => keyOf(detection))
    const taken = new Set<GoldenDetection>()
    missing = missing.filter((expected) => {
      const found = candidates.get(keyOf(expected))?.shift()
      if (found === undefined) return true
      taken.add(found)
      if (Equal.equals(expected, found)) same++
      else changed.push([expected, found])
      return false
    })
    unexpected = unexpected.filter((detection) => !taken.has(detection))
  }
  return { missing, unexpected, changed, same }
}

const idOf = ({ id }: GoldenDetection): string => id

const titleOf = ({ detector, interval, pattern, symbol, time }: GoldenDetection): string =>
  `${symbol} ${interval} ${pattern} at ${time} by ${detector}`

/** A line for each field that differs, inner ones by their path. */
const changesOf = (expected: unknown, actual: unknown, path: string): string => {
  if (Equal.equals(expected, actual)) return ""
  if (!isTree(expected) || !isTree(actual)) {
    return `\n              ${path}: expected ${valueText(expected)}, found ${valueText(actual)}`
  }
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)])
  return [...names]
    .map((name) => changesOf(expected[name], actual[name], path === "" ? name : `${path}.${name}`))
    .join("")
}

/** An object or an array, whose fields are its items. */
const isTree = (value: unknown): value is Readonly<Record<string, unknown>> => Predicate.isObjectOrArray(value)

const valueText = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value))

const differingOrder = (
  golden: ReadonlyArray<GoldenDetection>,
  actual: ReadonlyArray<GoldenDetection>
): string | undefined => {
  const place = golden.findIndex((expected, index) => !Equal.equals(expected, actual[index]))
  const [expected, found] = [golden[place], actual[place]]
  if (expected === undefined || found === undefined) return undefined
  return [
    "the same detections in another order",
    `\nnumber ${place + 1}: expected  ${titleOf(expected)}`,
    `number ${place + 1}: found     ${titleOf(found)}`
  ].join("\n")
}
