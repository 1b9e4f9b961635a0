import { randomBytes } from "node:crypto"
import { readFileSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { connect } from "node:net"
import { hostname } from "node:os"

import { assert, describe, it } from "@effect/vitest"

import { setTraps } from "../../../src/testing/conformance/traps/setTraps.ts"

/** Nothing listens here, and nobody gets as far as asking. */
const nowhere = "127.0.0.1:9"

const impurities: Readonly<Record<string, () => unknown>> = {
  "Date.now": () => Date.now(),
  "new Date()": () => new Date(),
  "Date()": () => Date(),
  "Date.prototype.getHours": () => new Date(0).getHours(),
  "performance.now": () => performance.now(),
  "process.hrtime": () => process.hrtime(),
  "process.hrtime.bigint": () => process.hrtime.bigint(),
  "process.uptime": () => process.uptime(),
  "Math.random": () => Math.random(),
  "crypto.randomUUID": () => crypto.randomUUID(),
  "crypto.getRandomValues": () => crypto.getRandomValues(new Uint8Array(1)),
  "node:crypto.randomBytes": () => randomBytes(1),
  setTimeout: () => setTimeout(() => {}, 1),
  setInterval: () => setInterval(() => {}, 1),
  setImmediate: () => setImmediate(() => {}),
  queueMicrotask: () => queueMicrotask(() => {}),
  "process.nextTick": () => process.nextTick(() => {}),
  fetch: () => fetch(`http://${nowhere}`),
  "new WebSocket": () => new WebSocket(`ws://${nowhere}`),
  "process.env.PATH": () => process.env["PATH"],
  "process.env": () => Object.keys(process.env),
  "process.exit": () => process.exit(1),
  "process.stdout.write": () => process.stdout.write(""),
  "node:fs.readFileSync": () => readFileSync(new URL(import.meta.url)),
  "node:fs.promises.readFile": () => readFile(new URL(import.meta.url)),
  "node:net.connect": () => connect(9),
  "node:os.hostname": () => hostname()
}

describe("a trap catches", () => {
  for (const [name, use] of Object.entries(impurities)) {
    it(name, () => {
      setTraps((traps) => {
        assert.throws(() => traps.watch(use), `${name} was used`)
        assert.deepStrictEqual([...traps.caught], [name])
      })
    })
  }

  it("also who hides the error that he gets", () => {
    setTraps((traps) => {
      traps.watch(() => {
        try {
          return Math.random()
        } catch {
          return 0
        }
      })
      assert.deepStrictEqual([...traps.caught], ["Math.random"])
    })
  })
})

describe("a trap lets pass", () => {
  it("what depends on nothing but what it is given", () => {
    setTraps((traps) => {
      const results = traps.watch(() => [
        new Date(0).toISOString(),
        Date.UTC(1970, 0, 1),
        Date.parse("1970-01-01"),
        new Date(0).getUTCHours(),
        new Date(0) instanceof Date,
        Math.max(1, 2),
        structuredClone({ a: 1 }).a
      ])
      assert.deepStrictEqual(results, ["1970-01-01T00:00:00.000Z", 0, 0, 0, true, 2, 1])
      assert.strictEqual(traps.caught.size, 0)
    })
  })

  it("what is used while nothing is watched", () => {
    setTraps((traps) => {
      traps.watch(() => {})
      assert.isAbove(Date.now(), 0)
      assert.isAbove(new Date().getFullYear(), 2000)
      assert.isNotEmpty(readFileSync(new URL(import.meta.url)))
      assert.isString(process.env["PATH"])
      assert.strictEqual(traps.caught.size, 0)
    })
  })
})

describe("afterwards everything is as it was", () => {
  const shared = () => [
    Date,
    Date.now,
    Math.random,
    setTimeout,
    fetch,
    process.env,
    process.exit,
    readFileSync,
    connect
  ]

  it("when nothing went wrong", () => {
    const before = shared()
    setTraps((traps) => assert.isAbove(traps.count, 100))
    assert.deepStrictEqual(shared(), before)
    assert.isTrue(shared().every((each, index) => each === before[index]))
  })

  it("and when the use of the traps threw", () => {
    const before = shared()
    assert.throws(
      () =>
        setTraps(() => {
          throw new Error("in between")
        }),
      "in between"
    )
    assert.isTrue(shared().every((each, index) => each === before[index]))
  })
})
