import { createServer } from "node:http"

import { assert, describe, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { TestConsole } from "effect/testing"

import { pluginAnswer } from "../../src/http/pluginsReport.ts"
import { listPlugins } from "../../src/listing/listPlugins.ts"
import { manifestTable } from "../../src/listing/manifestTable.ts"
import { packageJson, pluginCode, PluginFolder } from "../plugins/PluginFolder.ts"
import { pluginReport } from "../support/plugins.ts"

const throwing = "throw new Error('no license key')"

const parts = {
  detectors: [
    { name: "three-up", version: "1.0.0", summary: "Three rising closes", emits: ["THREE_UP"] },
    { name: "three-down", version: "1.0.0", summary: "Three falling closes", emits: ["THREE_DOWN"] }
  ],
  gates: [{ name: "lunch", version: "1.0.0", summary: "No lunch", reasons: ["lunch"] }]
}

describe("the list of plugins that there are", () => {
  it("tells what the manifests say and runs no code, however broken that is", () => {
    using folder = new PluginFolder({
      "three/package.json": packageJson("three", { isolation: "worker", parts }),
      "three/index.js": throwing,
      "old/package.json": packageJson("old", { sdk: "^9.0.0" }),
      "old/index.js": throwing,
      "mine.ts": pluginCode("mine", "mine")
    })
    const lines = manifestTable(["./three", "./old", "./mine.ts", "./none.ts", "classic"], folder.path)
    const told = lines.map((line) => line.replaceAll(folder.path, "<folder>"))
    assert.deepStrictEqual(told.slice(0, 10), [
      "PLUGIN       VERSION  ISOLATION  STATE     PARTS",
      "classic      1.0.0    inline     built in  7 detectors",
      "candlestick  1.0.0    inline     built in  1 detector",
      "chart        1.0.0    inline     built in  6 detectors",
      "harmonic     1.0.0    inline     built in  1 detector",
      "indicators   1.0.0    inline     built in  20 features",
      "three        2.1.0    worker     found     2 detectors, 1 gate",
      "old          2.1.0    inline     refused   ?",
      "./mine.ts    ?        ?          found     ?",
      "./none.ts    ?        ?          refused   ?"
    ])
    assert.match(told[10] ?? "", /plugin \.\/old: .*\^9\.0\.0/)
    assert.match(told[11] ?? "", /\.\/mine\.ts: no package\.json describes <folder>\/mine\.ts/)
    assert.match(told[12] ?? "", /plugin \.\/none\.ts: there is no file/)
    assert.lengthOf(told, 13)
  })
})

/** What is printed of a service that answers with this. */
const listedFrom = (status: number, body: unknown) =>
  Effect.acquireUseRelease(
    Effect.callback<{ readonly port: number; readonly close: () => void }>((resume) => {
      const server = createServer((request, response) => {
        response.statusCode = request.url === "/api/v1/plugins" ? status : 404
        response.end(JSON.stringify(body))
      })
      server.listen(0, "127.0.0.1", () => {
        const address = server.address()
        const port = address !== null && typeof address === "object" ? address.port : 0
        resume(Effect.succeed({ port, close: () => server.close() }))
      })
    }),
    ({ port }) => listPlugins({ url: Option.some(`http://127.0.0.1:${port}`), plugin: [] }),
    ({ close }) => Effect.sync(close)
  ).pipe(Effect.andThen(TestConsole.logLines))

describe("the list of the plugins of a service", () => {
  it.effect("tells how they do, and below the table what went wrong last", () =>
    Effect.gen(function* () {
      const detector = {
        id: "three-up@1.0.0",
        state: "running",
        suspendedSymbols: 2,
        calls: 12_345,
        matches: 67,
        faults: 8,
        lastFault: undefined,
        budget: { average: 0.0123, most: 0.5 },
        overBudget: 0
      } as const
      const lastCrash = { problem: "the plugin three used more than its 128 MB of memory", symbol: "AAPL", time: 0 }
      const plugins = [
        pluginAnswer(
          { ...pluginReport, isolation: "worker", detectors: [detector] },
          { state: "running", breaker: "closed", crashes: 1, lastCrash, detectors: [], callMillis: 50 }
        ),
        pluginAnswer(
          { ...pluginReport, name: "./x.ts", state: "refused", version: undefined, problem: "not there" },
          undefined
        )
      ]
      const [printed] = yield* listedFrom(200, { plugins })
      assert.deepStrictEqual(String(printed).split("\n"), [
        "PLUGIN  VERSION  ISOLATION  STATE     CALLS  DETECTIONS  FAULTS                 BUDGET  SUSPENDED",
        "three   1.0.0    worker     degraded  12345          67       8  1.2 %, at most 50.0 %          2",
        "./x.ts  ?        inline     refused       0           0       0                      -          0",
        "three: last error at 1970-01-01T00:00:00.000Z on AAPL: the plugin three used more than its 128 MB of memory " +
          "(its thread has ended 1 time)",
        "./x.ts: not there"
      ])
    })
  )

  it.effect("says why a service cannot be asked", () =>
    Effect.gen(function* () {
      const problems = yield* Effect.forEach(
        [
          listedFrom(404, {}),
          listedFrom(200, { plugins: [{}] }),
          listPlugins({ url: Option.some("nowhere"), plugin: [] })
        ],
        (listing) => Effect.flip(Effect.asVoid(listing))
      )
      assert.deepStrictEqual(
        problems.map(({ message }) => message.replace(/:\d+/, "").replace(/; expected the address .*/, "")),
        [
          "http://127.0.0.1: it answers with status 404",
          "http://127.0.0.1: it answers with something else than its plugins",
          "nowhere: Invalid URL"
        ]
      )
    })
  )
})
