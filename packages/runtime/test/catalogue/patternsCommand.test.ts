import { existsSync, readdirSync, readFileSync } from "node:fs"

import { layer as nodeServices } from "@effect/platform-node/NodeServices"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"

import { catalogueOf } from "../../src/catalogue/catalogueOf.ts"
import { chosenPatterns } from "../../src/catalogue/chosenPatterns.ts"
import { patternJson } from "../../src/catalogue/patternJson.ts"
import { patternsTable } from "../../src/catalogue/patternsTable.ts"
import { patternText } from "../../src/catalogue/patternText.ts"
import { DrawingUnwritable, writeDrawings } from "../../src/catalogue/writeDrawings.ts"
import { painter } from "../../src/output/painter.ts"
import { mjolnir } from "../commands/mjolnirProcess.ts"
import { pluginCode, PluginFolder } from "../plugins/PluginFolder.ts"
import { describedPlugin, risingExample } from "./describedPlugin.ts"

const plain = painter(false)
const detectors = catalogueOf(describedPlugin)
const chosen = (...names: ReadonlyArray<string>) => Result.getOrThrow(chosenPatterns(detectors, names))

describe("mjolnir patterns", () => {
  it("lists the patterns of the built-in plugins in aligned columns", () => {
    const { code, err, out } = mjolnir(["patterns"])
    assert.deepStrictEqual([code, err], [0, ""])
    const [head = "", ...lines] = out.trimEnd().split("\n")
    assert.match(head, /^PATTERN +DIRECTION +PLUGIN +DETECTOR +CANDLES {2}WHAT IT MEANS$/)
    const flag = lines.find((line) => line.startsWith("BULL_FLAG ")) ?? ""
    assert.match(flag, /^BULL_FLAG +bullish +classic +bull-flag +9 {2}A steep rise/)
    assert.strictEqual(flag.indexOf("A steep"), head.indexOf("WHAT"))
  })

  it("shows what is named in full, however it is spelled, and writes its drawing where it should", () => {
    using folder = new PluginFolder()
    const { code, err, out } = mjolnir(["patterns", "bull-flag", "DOUBLE_TOP", "--svg", `${folder.path}/new/drawings`])
    assert.deepStrictEqual([code, err], [0, ""])
    assert.match(out, /^BULL_FLAG\n {2}means .*\n(?:.*\n)*\nDOUBLE_TOP\n {2}means /)
    assert.match(readFileSync(`${folder.path}/new/drawings/classic-BULL_FLAG.svg`, "utf8"), /^<svg /)
    assert.isFalse(existsSync(`${folder.path}/new/drawings/classic-BEAR_FLAG.svg`))
  })

  it("prints JSON, a line for each pattern", () => {
    const { code, err, out } = mjolnir(["patterns", "--json", "--plugin", "classic"])
    assert.deepStrictEqual([code, err], [0, ""])
    const patterns = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line))
    assert.lengthOf(patterns, 7)
    assert.deepInclude(patterns[0], { pattern: "FLAT_TOP_BREAKOUT", plugin: "classic", directions: ["bullish"] })
  })

  it("lists a detector without descriptions, of a plugin from outside, with its summary", () => {
    using folder = new PluginFolder({ "mine.ts": pluginCode("mine", "seer") })
    const { code, err, out } = mjolnir(["patterns", "--plugin", `${folder.path}/mine.ts`])
    assert.deepStrictEqual([code, err], [0, ""])
    assert.match(out, /\nSEEN +\? +mine +seer +1 {2}Sees something in every candle\n$/)
  })

  it("shows what a plugin from outside says of its patterns", () => {
    const described = pluginCode("mine", "seer").replace(
      "  emits:",
      `  patterns: { SEEN: { means: "A candle.", rule: "It is there.", source: "Me", example: [[1, 2, 1, 2]] } },\n  emits:`
    )
    using folder = new PluginFolder({ "mine.ts": described })
    const { code, err, out } = mjolnir(["patterns", "seen", "--plugin", `${folder.path}/mine.ts`])
    assert.deepStrictEqual([code, err], [0, ""])
    assert.match(out, /^SEEN\n {2}means {6}A candle\.\n(?:.*\n)+ {2}direction {2}bullish\n/)
  })

  for (const [args, message] of [
    [["BUL_FLAG"], "mjolnir: there is no pattern BUL_FLAG; did you mean BULL_FLAG?\n"],
    [["top-break"], "mjolnir: there is no pattern top-break; did you mean FLAT_TOP_BREAKOUT?\n"],
    [["hamer"], "mjolnir: there is no pattern hamer; did you mean CDLHAMMER?\n"],
    [["chart"], "mjolnir: chart is no pattern but a plugin; try mjolnir patterns --plugin chart\n"],
    [["WITCH"], "mjolnir: there is no pattern WITCH; mjolnir patterns lists those that there are\n"]
  ] as const) {
    it(`refuses ${args.join(" ")} and says what to do`, () =>
      assert.deepStrictEqual(mjolnir(["patterns", ...args]), { code: 1, out: "", err: message }))
  }

  it("says why a plugin cannot be loaded", () => {
    const { code, err, out } = mjolnir(["patterns", "--plugin", "./no-such.ts"])
    assert.deepStrictEqual([code, out], [1, ""])
    assert.match(err, /^mjolnir: .*no-such\.ts/)
  })
})

describe("the drawings of patterns", () => {
  it.effect("cannot be written into a file", () =>
    Effect.gen(function* () {
      using folder = new PluginFolder({ taken: "" })
      const unwritable = yield* Effect.flip(writeDrawings(chosen("MOVE"), `${folder.path}/taken`))
      assert.instanceOf(unwritable, DrawingUnwritable)
      assert.match(unwritable.message, /taken cannot be written: .*; choose another folder with --svg$/)
    }).pipe(Effect.provide(nodeServices))
  )

  it.effect("are those that there are: nothing is written for a pattern without an example", () =>
    Effect.gen(function* () {
      using folder = new PluginFolder()
      yield* writeDrawings(chosen(), `${folder.path}/drawings`)
      assert.deepStrictEqual(readdirSync(`${folder.path}/drawings`), ["described-MOVE.svg", "described-RISE.svg"])
    }).pipe(Effect.provide(nodeServices))
  )
})

describe("the table of patterns", () => {
  it("has all columns where there is room for what a pattern means", () => {
    assert.deepStrictEqual(patternsTable(chosen("NOTHING", "RISE"), plain, 86).split("\n"), [
      "PATTERN  DIRECTION  PLUGIN     DETECTOR  CANDLES  WHAT IT MEANS",
      "NOTHING  ?          described  silent          7  Finds nothing and says nothing of it",
      "RISE     bullish    described  mover           3  Price goes on rising. Or not."
    ])
  })

  it("leaves out the detector, the candles and the direction as the terminal gets narrower, then cuts", () => {
    const [head, line] = patternsTable(chosen("NOTHING"), plain, 80).split("\n")
    assert.strictEqual(head, "PATTERN  DIRECTION  PLUGIN     CANDLES  WHAT IT MEANS")
    assert.strictEqual(line, "NOTHING  ?          described        7  Finds nothing and says nothing of it")
    assert.deepStrictEqual(patternsTable(chosen("NOTHING"), plain, 50).split("\n"), [
      "PATTERN  PLUGIN     WHAT IT MEANS",
      "NOTHING  described  Finds nothing and says nothin…"
    ])
  })
})

describe("a pattern in full", () => {
  it("says all that is known of it, with a chart that marks the trigger candle and the anchors", () => {
    const [rise] = chosen("RISE")
    assert.strictEqual(
      rise && patternText(rise, plain, 60),
      `RISE
  means      Price goes on rising. Or not.
  rule       Two closes in a row that are \`least\` or more
             above the one before.
  source     Made up for tests
  direction  bullish
  found by   mover@1.2.0 of the plugin described
  looks at   3 candles, and finds nothing before it has them
  needs      3 candles to find the example
  beside     MOVE

  PARAM  DEFAULT  WHAT IT IS
  least  0.1      What a move must be, in quote currency

  10.6     |
           |
           o
          |o
          |o
          oo
        ||o|
        ||o
        |oo
        -o|
        ||
   9.9  ||
         . ^`
    )
  })

  it("is short where the author says nothing", () => {
    const [nothing] = chosen("nothing")
    assert.strictEqual(
      nothing && patternText(nothing, plain),
      `NOTHING
  means      Finds nothing and says nothing of it. Its author says no more of it.
  direction  ?
  found by   silent@1.0.0 of the plugin described
  looks at   7 candles, and finds nothing before it has them`
    )
  })
})

describe("a pattern as JSON", () => {
  it("has the example's candles, the detection and the params, and null for what is not known", () => {
    const [move, nothing] = chosen("MOVE", "NOTHING").map((each) => JSON.parse(patternJson(each)))
    const { detection, ...about } = move
    assert.deepStrictEqual(about, {
      pattern: "MOVE",
      plugin: "described",
      detector: "mover@1.2.0",
      summary: "Two closes in a row that go the same way",
      directions: ["bullish", "bearish"],
      provisional: false,
      means: "Price goes on as it went.",
      rule: "Two closes in a row that are `least` or more above the one before.",
      source: "Made up for tests",
      history: 3,
      warmUp: 3,
      candlesNeeded: 3,
      params: [{ name: "least", type: "number", default: 0.1, description: "What a move must be, in quote currency" }],
      beside: ["RISE"],
      example: risingExample.map(([open, high, low, close]) => [open, high, low, close, 1_000])
    })
    assert.deepInclude(detection, { pattern: "MOVE", direction: "bullish", detector: "mover@1.2.0" })
    assert.deepInclude(nothing, { pattern: "NOTHING", means: null, directions: null, example: null, detection: null })
  })
})
