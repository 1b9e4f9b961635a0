import { readFileSync } from "node:fs"
import { findPackageJSON } from "node:module"

import { sdkVersion } from "@mjolnir/core"
import { Schema } from "effect"

import { version } from "../version.ts"
import { type PluginKind, pluginTemplates } from "./pluginKinds.ts"
import type { PluginName } from "./PluginName.ts"
import { pluginScripts } from "./pluginScripts.ts"

/** The `package.json` of a new plugin. */
export const packageManifest = (kind: PluginKind, { constant, kebab: name, snake }: PluginName): string => {
  const { parts, summary } = pluginTemplates[kind]
  const part = { name, version: firstVersion, summary, ...declared(kind, constant, snake) }
  const manifest = {
    name,
    version: firstVersion,
    description: summary,
    keywords: ["mjolnir-plugin"],
    type: "module",
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
    files: ["dist"],
    mjolnir: { name, sdk: `^${sdkVersion}`, summary, parts: { [parts]: [part] } },
    scripts: {
      ...Object.fromEntries(pluginScripts(kind).map((script) => [script.name, script.command])),
      prepack: "npm run build"
    },
    dependencies: { "@mjolnir/core": `^${sdkVersion}`, effect: effectVersion() },
    devDependencies: { "@mjolnir/runtime": `^${version}`, ...toolVersions },
    engines: { node: ">=26" }
  }
  return `${JSON.stringify(manifest, undefined, 2)}\n`
}

const firstVersion = "0.1.0"

/** What the manifest must say of a part of this kind beside its identity. */
const declared = (
  kind: PluginKind,
  constant: string,
  snake: string
): Readonly<Record<string, ReadonlyArray<string>>> => {
  switch (kind) {
    case "detector":
      return { emits: [constant] }
    case "gate":
      return { reasons: [snake] }
    default:
      return {}
  }
}

/** The tools that a new plugin is developed with. */
export const toolVersions = { "@types/node": "26.6.6", typescript: "7.0.2", vitest: "5.1.1" } as const

/** Exactly the one of `@mjolnir/core`: the Schemas of the plugin are decoded there. */
const effectVersion = (): string => {
  const core = findPackageJSON("@mjolnir/core", import.meta.url) ?? "package.json"
  return Schema.decodeSync(CoreManifest)(readFileSync(core, "utf8")).dependencies.effect
}

const CoreManifest = Schema.fromJsonString(Schema.Struct({ dependencies: Schema.Struct({ effect: Schema.String }) }))
