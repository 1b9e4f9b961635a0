import { readFileSync } from "node:fs"

import { assert, describe, it } from "@effect/vitest"

import { paramsTable } from "../../src/author/docs/paramsTable.ts"
import { patternMarkdown } from "../../src/author/docs/patternMarkdown.ts"
import { withBlock } from "../../src/author/docs/readmeBlock.ts"
import { withParts } from "../../src/author/docs/withParts.ts"
import { mjolnir } from "../commands/mjolnirProcess.ts"
import { pluginCode, PluginFolder } from "../plugins/PluginFolder.ts"
import { scaffoldedPackage } from "./AuthoredPlugin.ts"

describe("mjolnir plugin docs", () => {
  it("brings README and package.json up to the code, and has nothing to do then", () => {
    using folder = scaffoldedPackage("detector", { parts: { detectors: [] } })
    folder.write("README.md", "# three-up\n\nMine.\n")
    const docs = (...args: ReadonlyArray<string>) => mjolnir(["plugin", "docs", folder.path, ...args])
    const outdated = docs("--check")
    assert.deepStrictEqual([outdated.code, outdated.out], [1, ""])
    assert.match(outdated.err, /README\.md and .*package\.json are out of date; run mjolnir plugin docs /)
    assert.match(docs().out, /^written: .*README\.md, .*package\.json\n$/)
    const readme = readFileSync(`${folder.path}/README.md`, "utf8")
    assert.match(readme, /^# three-up\n\nMine\.\n\n<!-- mjolnir plugin docs -->\n/)
    for (const line of [
      /^\| Finds +\| `THREE_UP` +\|$/m,
      /^\| History +\| 3 candles, and finds nothing before it has them +\|$/m,
      /^\| Beside its matches \| annotations for the chart, rule scores +\|$/m,
      /^\| `minimumGain` \| number above 0 \| `0\.01` +\| How far .* \|$/m
    ]) {
      assert.match(readme, line)
    }
    const { mjolnir: field } = JSON.parse(readFileSync(`${folder.path}/package.json`, "utf8"))
    assert.deepInclude(field.parts.detectors[0], { name: "three-up", emits: ["THREE_UP"] })
    assert.strictEqual(docs("--check").code, 0)
    assert.match(docs().out, /are up to date\n$/)
  })

  it("prints the description of a plugin that has no package here", () => {
    const { code, err, out } = mjolnir(["plugin", "docs", "classic"])
    assert.deepStrictEqual([code, err], [0, ""])
    assert.lengthOf(out.match(/^### Detector /gm) ?? [], 7)
    assert.match(out, /^#### `BULL_FLAG`\n\nA steep rise .*\n\n\*\*Rule\.\*\* A pole of .*\n\n\*\*Source\.\*\* .*\.$/m)
  })

  it("leaves out what the author does not say of the patterns", () => {
    using folder = new PluginFolder({ "mine.ts": pluginCode("mine", "seer") })
    const { out } = mjolnir(["plugin", "docs", `${folder.path}/mine.ts`])
    assert.match(out, /^### Detector `seer`$/m)
    assert.notInclude(out, "####")
  })
})

describe("the block of a README", () => {
  it("stays where it is, with what stands around it", () => {
    const readme = withBlock(
      "before\n\n<!-- mjolnir plugin docs -->\nold\n<!-- /mjolnir plugin docs -->\n\nafter\n",
      "new"
    )
    assert.strictEqual(
      readme,
      "before\n\n<!-- mjolnir plugin docs -->\n\nnew\n\n<!-- /mjolnir plugin docs -->\n\nafter\n"
    )
    assert.strictEqual(withBlock(readme, "new"), readme)
  })
})

describe("the parts in a package.json", () => {
  const parts = { feeds: [], features: [], detectors: [], scorers: [], gates: [], sinks: [] }

  it("leave a file that says the same as it is written", () => {
    const text = '{"mjolnir":{"name":"a","summary":"s","parts":{}}}'
    assert.strictEqual(withParts(text, { summary: "s", parts }), text)
  })

  it("are written as the rest of the file is indented", () => {
    const text = '{\n\t"mjolnir": {\n\t\t"name": "a"\n\t}\n}\n'
    assert.strictEqual(
      withParts(text, { summary: "s", parts }),
      '{\n\t"mjolnir": {\n\t\t"name": "a",\n\t\t"summary": "s",\n\t\t"parts": {}\n\t}\n}\n'
    )
  })
})

describe("what is said of a pattern", () => {
  it("has no signs of Markdown by chance, but for its code", () => {
    const said = { means: "Price < average.", rule: "`close < 3` and 1<2", source: "Me (1991)", example: [] }
    assert.strictEqual(
      patternMarkdown(said),
      "Price &lt; average.\n\n**Rule.** `close < 3` and 1&lt;2\n\n**Source.** Me (1991)."
    )
  })
})

describe("the table of params", () => {
  it("says types in words, and which params must be set", () => {
    const schema = {
      properties: {
        size: { type: "integer", minimum: 2, maximum: 50, description: "How | many" },
        side: { enum: ["up", "down"] },
        names: { type: "array", items: { type: "string" } },
        share: { type: "number", allOf: [{ exclusiveMinimum: 0 }, { exclusiveMaximum: 1 }] }
      },
      required: ["names"]
    }
    assert.strictEqual(
      paramsTable(schema, { size: 3, side: "up", share: 0.5 }),
      `| Param   | Type                      | Default           | What it is  |
| ------- | ------------------------- | ----------------- | ----------- |
| \`size\`  | whole number from 2 to 50 | \`3\`               | How \\| many |
| \`side\`  | \`"up"\` or \`"down"\`        | \`"up"\`            |             |
| \`names\` | list of text              | none, must be set |             |
| \`share\` | number above 0 below 1    | \`0.5\`             |             |`
    )
  })

  it("counts choices of which there are very many", () => {
    const enumeration = Array.from({ length: 13 }, (_, index) => `P${index}`)
    const schema = { properties: { some: { type: "array", items: { enum: enumeration } } } }
    assert.include(paramsTable(schema, { some: [] }) ?? "", '| list of one of 13, such as `"P0"` |')
  })
})
