import { assert, describe, it } from "@effect/vitest"

import { scaffoldReport } from "../../src/scaffold/scaffoldReport.ts"

const files = ["package.json", "src/golden-cross.ts", "LICENSE"].map((path) => ({ path, text: "" }))

describe("what is said of a new plugin", () => {
  it("is what was written and what to type next, aligned", () => {
    const report = scaffoldReport({ name: "golden-cross", kind: "gate", folder: "./golden-cross", files })
    assert.strictEqual(
      report,
      [
        "golden-cross, a gate, is in ./golden-cross:",
        "",
        "  package.json         name, scripts and the manifest that the host reads",
        "  src/golden-cross.ts  the gate",
        "  LICENSE",
        "",
        "Next:",
        "",
        "  cd ./golden-cross",
        "  npm install          what it is built and tested with",
        "  npm test             green, and the place to begin"
      ].join("\n")
    )
  })

  it("is a command that a shell takes, whatever the folder is called", () => {
    const report = scaffoldReport({ name: "up", kind: "gate", folder: "my plugins/trader's", files })
    assert.include(report, String.raw`  cd 'my plugins/trader'\''s'`)
  })
})
