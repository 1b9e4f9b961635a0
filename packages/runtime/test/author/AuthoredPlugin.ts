import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

import { type PluginKind, pluginTemplates } from "../../src/scaffold/pluginKinds.ts"
import { PluginFolder } from "../plugins/PluginFolder.ts"

/** The files of a template of `mjolnir plugin new`, by their paths from the folder of the package. */
const templateFiles = (kind: string): Readonly<Record<string, string>> => {
  const folder = fileURLToPath(new URL(`../../src/scaffold/templates/${kind}/src/`, import.meta.url))
  return Object.fromEntries(
    readdirSync(folder).map((file) => [`src/${file}`, readFileSync(join(folder, file), "utf8")] as const)
  )
}

/** The package that `mjolnir plugin new` makes, without its build; `fields` replace those of the manifest. */
export const scaffoldedPackage = (kind: PluginKind, fields: object = {}): PluginFolder => {
  const { sample, summary } = pluginTemplates[kind]
  const manifest = {
    name: sample,
    version: "0.1.0",
    type: "module",
    exports: "./src/index.ts",
    mjolnir: { name: sample, sdk: "^0.1.0", summary, ...fields }
  }
  return new PluginFolder({ ...templateFiles(kind), "package.json": JSON.stringify(manifest, undefined, 2) })
}

/** One plugin with a part of each kind but a detector, as the templates have them. */
export const everyOtherKind = (): PluginFolder => {
  const kinds = ["feature", "feed", "gate", "scorer", "sink"]
  return new PluginFolder({ ...Object.assign({}, ...kinds.map(templateFiles)), "src/index.ts": everyOtherKindIndex })
}

const everyOtherKindIndex = `
import { definePlugin } from "@mjolnir/core"
import { dailyLimit } from "./daily-limit.ts"
import { meanRange } from "./mean-range.ts"
import { pipedTrades } from "./piped-trades.ts"
import { plattScaling } from "./platt-scaling.ts"
import { teamChat } from "./team-chat.ts"

export default definePlugin({
  name: "every-other-kind", version: "0.1.0", sdk: "^0.1.0", summary: "A part of each kind but a detector",
  features: [meanRange(14)], feeds: [pipedTrades], gates: [dailyLimit], scorers: [plattScaling], sinks: [teamChat]
})
`

/** A plugin in one file, with these parts. */
export const pluginWith = (parts: string): PluginFolder =>
  new PluginFolder({
    "plugin.ts": `
import { defineDetector, defineFeature, defineFeed, defineGate, definePlugin, defineScorer, defineSink, noMatch } from "@mjolnir/core"
import { Effect, Layer, Schema } from "effect"

const about = { version: "1.0.0", summary: "Of a test", params: Schema.Struct({}) }
const detector = (detect: (window: any) => any) =>
  defineDetector({ ...about, name: "tried", emits: ["TRIED"], history: 3, detect })

export default definePlugin({ name: "tried", version: "1.0.0", sdk: "^0.1.0", summary: "Of a test", ${parts} })
`
  })
