import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Effect } from "effect"

import { decodeFrame } from "../../src/wire/decodeFrame.ts"
import { TickScanner } from "../../src/wire/TickScanner.ts"
import { readEdgeMessages, readFrames, readLabelledFrames } from "../support/fixtures.ts"
import { decimalText, mutatedFrame, oddFrame, plainFrame } from "../support/frames.ts"

const encoder = new TextEncoder()
const decoder = new TextDecoder("utf-8", { ignoreBOM: true })

type Verdict = "same tick" | "left to decodeFrame" | "differs"

/** A scanner that knows the order of fields of an ordinary frame, as one in use does. */
const warmScanner = (): TickScanner => {
  const scanner = new TickScanner()
  scanner.scan(encoder.encode('{"ticker":"LOOP","timestamp":1753277400000,"price":1.5,"volume":7}'))
  scanner.scan(encoder.encode('{"topic":"stock:LOOP","data":{"ticker":"LOOP","timestamp":1,"price":1},"sync":null}'))
  return scanner
}

/** Up to four bytes as an integer, the first in the lowest bits. */
const spelled = (bytes: Uint8Array): number => bytes.reduceRight((integer, byte) => (integer << 8) | byte, 0)

const compare = (bytes: Uint8Array, scanner: TickScanner): Verdict => {
  if (!scanner.scan(bytes)) return "left to decodeFrame"
  const frame = decodeFrame(decoder.decode(bytes))
  if (frame._tag !== "Tick") return "differs"
  const { candleState, tick } = frame
  const symbol = bytes.subarray(scanner.symbolStart, scanner.symbolEnd)
  return decoder.decode(symbol) === tick.symbol &&
    scanner.symbolLow === spelled(symbol.subarray(0, 4)) &&
    scanner.symbolHigh === spelled(symbol.subarray(4, 8)) &&
    scanner.time === tick.time &&
    Object.is(scanner.price, tick.price) &&
    Object.is(scanner.volume, tick.volume ?? Number.NaN) &&
    (candleState === undefined || scanner.hasCandleState)
    ? "same tick"
    : "differs"
}

/** What a fresh and a warm scanner say; "differs" when either does. */
const verdictOn = (bytes: Uint8Array): Verdict => {
  const verdicts = [compare(bytes, new TickScanner()), compare(bytes, warmScanner())]
  return verdicts.find((verdict) => verdict === "differs") ?? verdicts[0] ?? "differs"
}

/** Checks that the scanner agrees with decodeFrame on all the frames; gives the number of those it read itself. */
const countScanned = Effect.fnUntraced(function* <Frame extends string | Uint8Array>(
  frames: Arbitrary.Arbitrary<Frame>,
  runs: number
) {
  let scanned = 0
  const result = yield* Arbitrary.checkEffect(
    frames,
    (frame) => {
      const verdict = verdictOn(typeof frame === "string" ? encoder.encode(frame) : frame)
      if (verdict === "same tick") scanned++
      return verdict !== "differs"
    },
    { runs }
  )
  assert.strictEqual(Arbitrary.formatCheckFailure(result), undefined)
  return scanned
})

describe("TickScanner finds the tick that decodeFrame finds, or leaves the frame to it", () => {
  it.effect("in ordinary frames, every one of which it reads", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* countScanned(plainFrame, 2_000), 2_000)
    })
  )

  it.effect("in frames with odd names, values and repetitions", () =>
    Effect.gen(function* () {
      assert.isAbove(yield* countScanned(oddFrame, 3_000), 50)
    })
  )

  it.effect("in damaged frames", () =>
    Effect.gen(function* () {
      assert.isAbove(yield* countScanned(mutatedFrame, 3_000), 50)
    })
  )

  it("in the recorded frames", () => {
    for (const frame of [...readFrames("t1-flat-ms.frames.jsonl"), ...readLabelledFrames("t2-envelope-dirty.tsv")]) {
      const text = typeof frame === "string" ? frame : frame.text
      assert.notStrictEqual(verdictOn(encoder.encode(text)), "differs", text)
    }
  })

  it("in the edge cases", () => {
    for (const { msg } of readEdgeMessages()) assert.notStrictEqual(verdictOn(encoder.encode(msg)), "differs", msg)
  })

  it.prop(
    "with prices that are the very double JSON.parse gives",
    [decimalText],
    ([text]) => {
      const scanner = new TickScanner()
      assert.isTrue(scanner.scan(encoder.encode(`{"ticker":"LOOP","timestamp":1753277400,"price":${text}}`)))
      assert.isTrue(Object.is(scanner.price, JSON.parse(text)))
    },
    { arbitrary: { runs: 3_000 } }
  )
})

describe("TickScanner reads by itself", () => {
  const state = '{"start_time":1753277400,"open_price":1,"high_price":2,"low_price":1,"tick_count":3}'
  const plain: Record<string, string> = {
    "a flat tick": '{"ticker":"LOOP","timestamp":1753277400000,"price":1.5}',
    "a flat tick with spaces, as Python writes it": '{"ticker": "LOOP", "timestamp": 1753277400000, "price": 1.5}',
    "a flat tick with every documented field":
      '{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"volume":200,"prev_price":1.4,"mav10":12345.6,"float":9000000,' +
      '"delta":0.0101,"multiplier":1.7,"first_seen":"2025-07-23T09:30:00-04:00"}',
    "an envelope": '{"topic":"stock:LOOP","data":{"ticker":"LOOP","timestamp":1753277400,"price":1.5}}',
    "an envelope whose data names no ticker": '{"topic":"stock:LOOP","data":{"timestamp":1753277400,"price":1.5}}',
    "an envelope with a candle state": `{"topic":"stock:LOOP","data":{"timestamp":1753277400,"price":1.5},"sync":{"candle_state":${state}}}`,
    "a symbol of 32 letters": `{"ticker":"${"A".repeat(32)}","timestamp":1753277400,"price":1.5}`,
    "fields that nobody knows, twice if need be":
      '{"exchange":"N","ticker":"LOOP","exchange":{"id":[1,2]},"timestamp":1753277400,"price":1.5,"conditions":["@"]}',
    "spaces before the colons": '{"ticker" :"LOOP","timestamp" : 1753277400,"price"\t:1.5}',
    "a fraction of a second": '{"ticker":"LOOP","timestamp":1753277400.25,"price":1.5}'
  }
  for (const [what, text] of Object.entries(plain)) {
    it(what, () => assert.strictEqual(verdictOn(encoder.encode(text)), "same tick"))
  }

  const notPlain: Record<string, string> = {
    "a field that stands twice": '{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"price":2}',
    "a symbol of 33 letters": `{"ticker":"${"A".repeat(33)}","timestamp":1753277400,"price":1.5}`,
    "a wrong escape in a field that is not read":
      '{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"first_seen":"\\x"}',
    "a control character in a field that is not read":
      '{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"first_seen":"\t"}',
    "an escape": '{"ticker":"L\\u004fOP","timestamp":1753277400,"price":1.5}',
    "an exponent": '{"ticker":"LOOP","timestamp":1753277400,"price":15e-1}',
    "more than 15 digits": '{"ticker":"LOOP","timestamp":1753277400,"price":1.234567890123456}',
    "a pattern, which makes it another message": '{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"pattern":"x"}',
    "a type, which may make it another message": '{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"type":"tick"}',
    "a symbol beyond ASCII": '{"ticker":"LÖOP","timestamp":1753277400,"price":1.5}',
    "something behind the object": '{"ticker":"LOOP","timestamp":1753277400,"price":1.5}{}',
    "a price of 0": '{"ticker":"LOOP","timestamp":1753277400,"price":0}',
    "a time before 2000": '{"ticker":"LOOP","timestamp":1,"price":1.5}',
    "a frame cut short": '{"ticker":"LOOP","timestamp":1753277400,"price":1.5'
  }
  for (const [what, text] of Object.entries(notPlain)) {
    it(`but not ${what}`, () => assert.strictEqual(verdictOn(encoder.encode(text)), "left to decodeFrame"))
  }

  it("and says whether the frame may carry a candle state", () => {
    const scanner = new TickScanner()
    const mayCarry = (sync: string) => {
      const data = '"data":{"timestamp":1753277400,"price":1.5}'
      assert.isTrue(scanner.scan(encoder.encode(`{"topic":"stock:LOOP",${data}${sync}}`)))
      return scanner.hasCandleState
    }
    assert.isTrue(mayCarry(`,"sync":{"candle_state":${state}}`))
    assert.isFalse(mayCarry(""))
  })

  it("and forgets the volume of the frame before", () => {
    const scanner = new TickScanner()
    scanner.scan(encoder.encode('{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"volume":7}'))
    assert.strictEqual(scanner.volume, 7)
    scanner.scan(encoder.encode('{"ticker":"LOOP","timestamp":1753277400,"price":1.5}'))
    assert.isNaN(scanner.volume)
  })
})
