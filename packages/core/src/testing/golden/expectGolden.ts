import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { fileURLToPath } from "node:url"

import type { Detection } from "../../domain/Detection.ts"
import { differingDetections } from "./differingDetections.ts"
import { differingLines } from "./differingLines.ts"
import { GoldenMismatch } from "./GoldenMismatch.ts"
import { goldenText, readGoldenText } from "./goldenText.ts"

/**
 * Holds a text, or detections, against the file in which they were kept when they were right. Writes the file when there
 * is none, and anew when `UPDATE_GOLDEN=1`; but where `CI` is set it writes nothing, and a missing file is a failure.
 *
 * @throws GoldenMismatch that tells line by line, or detection by detection, what is missing, not expected or different.
 *
 * @example
 * expectGolden(new URL("golden/double-top.json", import.meta.url), detections)
 */
export const expectGolden = (
  file: string | URL,
  actual: string | ReadonlyArray<Detection>,
  environment: Readonly<Record<string, string | undefined>> = process.env
): void => {
  const path = typeof file === "string" ? file : fileURLToPath(file)
  const text = typeof actual === "string" ? withLineEnd(actual) : goldenText(actual)
  const mayWrite = !isSet(environment["CI"])
  const isWanted = isSet(environment["UPDATE_GOLDEN"])
  if (mayWrite && (isWanted || !existsSync(path))) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return
  }
  if (!existsSync(path)) {
    const problem = "there is no such golden file; run the test where CI is not set to make it, and commit it"
    throw new GoldenMismatch({ path, problem })
  }
  const expected = readFileSync(path, "utf8").replaceAll("\r\n", "\n")
  if (expected === text) return
  throw new GoldenMismatch({ path, problem: `${difference(path, expected, actual)}\n\n${howToAccept}` })
}

const isSet = (value: string | undefined): boolean => !["", "0", "false"].includes(value ?? "")

const withLineEnd = (text: string): string => (text === "" || text.endsWith("\n") ? text : `${text}\n`)

const difference = (path: string, expected: string, actual: string | ReadonlyArray<Detection>): string => {
  if (typeof actual === "string") return differingLines(expected, withLineEnd(actual))
  const golden = readGoldenText(expected)
  if (golden === undefined) throw new GoldenMismatch({ path, problem: `is not a list of detections. ${howToAccept}` })
  // Equal in everything but how the file is laid out, as after an editor has formatted it: that is a difference of lines.
  return differingDetections(golden, actual) ?? differingLines(expected, goldenText(actual))
}

const howToAccept = "If this is as it should be, run the test with UPDATE_GOLDEN=1 and commit the file."
