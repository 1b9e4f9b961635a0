import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"

import { detectionWith } from "../../src/testing/detectionWith.ts"
import { expectGolden } from "../../src/testing/golden/expectGolden.ts"
import { GoldenMismatch } from "../../src/testing/golden/GoldenMismatch.ts"

/** Runs a test in a folder of its own. */
const inFolder = (test: (fileOf: (name: string) => string) => void) =>
  Effect.sync(() => {
    const folder = mkdtempSync(join(tmpdir(), "golden-"))
    try {
      test((name) => join(folder, name))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

const atHome = {}
const inCi = { CI: "true" }
const howToAccept = "If this is as it should be, run the test with UPDATE_GOLDEN=1 and commit the file."

/** What `expectGolden` has to say, without the path. */
const problemOf = (...args: Parameters<typeof expectGolden>): string => {
  try {
    expectGolden(...args)
  } catch (error) {
    if (error instanceof GoldenMismatch) return error.problem.replace(`\n\n${howToAccept}`, "")
    throw error
  }
  return "none"
}

const morning = Date.parse("2025-07-23T13:30Z")
const minute = 60_000
const one = detectionWith({ id: "1", symbol: "AAPL", time: morning, confidence: 0.8, metadata: { neckline: 10.1 } })
const two = detectionWith({ id: "2", symbol: "AAPL", time: morning + minute })
const three = detectionWith({ id: "3", symbol: "MSFT", time: morning + 2 * minute })

describe("expectGolden", () => {
  it.effect("writes the file, and its folder, when there is none", () =>
    inFolder((fileOf) => {
      const file = fileOf("some/folder/text.txt")
      expectGolden(file, "one\ntwo", atHome)
      assert.strictEqual(readFileSync(file, "utf8"), "one\ntwo\n")
      expectGolden(file, "one\ntwo", inCi)
    })
  )

  it.effect("writes nothing where CI is set, and says how the file is made", () =>
    inFolder((fileOf) => {
      const problem = "there is no such golden file; run the test where CI is not set to make it, and commit it"
      assert.strictEqual(problemOf(fileOf("text.txt"), "one", inCi), problem)
      assert.strictEqual(problemOf(fileOf("text.txt"), "one", { ...inCi, UPDATE_GOLDEN: "1" }), problem)
    })
  )

  it.effect("says how to accept a difference, and accepts it when told to", () =>
    inFolder((fileOf) => {
      const file = fileOf("text.txt")
      expectGolden(file, "one", atHome)
      assert.throws(() => expectGolden(file, "two", atHome), `${file}: - 1   one\n+ 1   two\n\n${howToAccept}`)
      assert.throws(() => expectGolden(file, "two", { ...inCi, UPDATE_GOLDEN: "1" }), howToAccept)
      expectGolden(file, "two", { UPDATE_GOLDEN: "1" })
      assert.strictEqual(readFileSync(file, "utf8"), "two\n")
    })
  )

  it.effect("shows the lines around a difference and leaves out the rest", () =>
    inFolder((fileOf) => {
      const lines = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`)
      expectGolden(fileOf("text.txt"), lines.join("\n"), atHome)
      const changed = lines.with(5, "another").toSpliced(6, 0, "one more")
      assert.strictEqual(
        problemOf(fileOf("text.txt"), changed.join("\n"), atHome),
        [
          "…",
          "   4   line 4",
          "   5   line 5",
          "-  6   line 6",
          "+  6   another",
          "+  7   one more",
          "   8   line 7",
          "   9   line 8",
          "…"
        ].join("\n")
      )
    })
  )

  it.effect("takes line ends of another system for the same", () =>
    inFolder((fileOf) => {
      writeFileSync(fileOf("text.txt"), "one\r\ntwo\r\n")
      assert.strictEqual(problemOf(fileOf("text.txt"), "one\ntwo\n", inCi), "none")
    })
  )

  it.effect("shows that a line feed is missing at the end", () =>
    inFolder((fileOf) => {
      writeFileSync(fileOf("text.txt"), "one")
      assert.strictEqual(problemOf(fileOf("text.txt"), "one", atHome), "  1   one\n- 2   (no line feed at the end)")
    })
  )

  it.effect("keeps detections with times that can be read", () =>
    inFolder((fileOf) => {
      const file = fileOf("detections.json")
      const at = one.time
      expectGolden(file, [{ ...one, annotations: [{ kind: "point", label: "peak", at, price: 10 }] }], atHome)
      const text = readFileSync(file, "utf8")
      assert.include(text, '"time": "2025-07-23T13:30:00.000Z"')
      assert.include(text, '"at": "2025-07-23T13:30:00.000Z"')
    })
  )

  it.effect("tells which detections are missing, unexpected and changed, and how", () =>
    inFolder((fileOf) => {
      const file = fileOf("detections.json")
      expectGolden(file, [one, two], atHome)
      const changed = { ...one, confidence: 0.75, metadata: { neckline: 10.2, depth: 0.5 } }
      assert.strictEqual(
        problemOf(file, [changed, three], atHome),
        [
          "1 missing, 1 unexpected, 1 changed, 0 the same",
          "",
          "missing     AAPL 1m MADE_UP at 2025-07-23T13:31:00.000Z by made-up@1.0.0",
          "",
          "unexpected  MSFT 1m MADE_UP at 2025-07-23T13:32:00.000Z by made-up@1.0.0",
          "",
          "changed     AAPL 1m MADE_UP at 2025-07-23T13:30:00.000Z by made-up@1.0.0",
          "              confidence: expected 0.8, found 0.75",
          "              metadata.neckline: expected 10.1, found 10.2",
          "              metadata.depth: expected nothing, found 0.5"
        ].join("\n")
      )
    })
  )

  it.effect("takes a detection of the same pattern and candle with another id for a changed one", () =>
    inFolder((fileOf) => {
      expectGolden(fileOf("detections.json"), [one], atHome)
      assert.include(
        problemOf(fileOf("detections.json"), [{ ...one, id: "9" }], atHome),
        '0 missing, 0 unexpected, 1 changed, 0 the same\n\nchanged     AAPL 1m MADE_UP at 2025-07-23T13:30:00.000Z by made-up@1.0.0\n              id: expected "1", found "9"'
      )
    })
  )

  it.effect("tells that a detection was found twice", () =>
    inFolder((fileOf) => {
      expectGolden(fileOf("detections.json"), [one], atHome)
      assert.include(
        problemOf(fileOf("detections.json"), [one, one], atHome),
        "0 missing, 1 unexpected, 0 changed, 1 the same"
      )
    })
  )

  it.effect("tells that detections came in another order", () =>
    inFolder((fileOf) => {
      expectGolden(fileOf("detections.json"), [one, two, three], atHome)
      assert.strictEqual(
        problemOf(fileOf("detections.json"), [one, three, two], atHome),
        [
          "the same detections in another order",
          "",
          "number 2: expected  AAPL 1m MADE_UP at 2025-07-23T13:31:00.000Z by made-up@1.0.0",
          "number 2: found     MSFT 1m MADE_UP at 2025-07-23T13:32:00.000Z by made-up@1.0.0"
        ].join("\n")
      )
    })
  )

  it.effect("refuses a file that holds no detections", () =>
    inFolder((fileOf) => {
      writeFileSync(fileOf("detections.json"), "<<<<<<< ours")
      assert.include(problemOf(fileOf("detections.json"), [one], atHome), "is not a list of detections")
    })
  )
})
