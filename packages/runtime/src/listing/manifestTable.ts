import { type Isolation, partKinds } from "@mjolnir/core"
import { builtInPlugins } from "@mjolnir/plugins"
import { Result } from "effect"

import { counted } from "../output/plural.ts"
import { describeParts } from "../plugins/describeParts.ts"
import { checkManifestSdk } from "../plugins/importPlugin.ts"
import { locatePlugin, type PluginLocation } from "../plugins/locatePlugin.ts"
import type { PluginManifest, PluginParts } from "../plugins/PluginManifest.ts"
import { parsePluginSource } from "../plugins/PluginSource.ts"
import { alignedTable } from "./alignedTable.ts"

/**
 * What is known of the built-in plugins and of these, as lines of a table; under it what is wrong. No code of a plugin
 * that is not built in is run: what it says is what its package.json says.
 */
export const manifestTable = (names: ReadonlyArray<string>, from: string): ReadonlyArray<string> => {
  const builtIn = builtInPlugins.map((plugin): Listed => ({
    name: plugin.name,
    version: plugin.version,
    isolation: plugin.isolation,
    state: "built in",
    parts: describeParts(plugin)
  }))
  const others = names.filter((name) => !builtIn.some((each) => each.name === name))
  const listed = [...builtIn, ...others.map((name) => found(name, from))]
  return [
    ...alignedTable(
      [
        { heading: "PLUGIN", side: "left" },
        { heading: "VERSION", side: "left" },
        { heading: "ISOLATION", side: "left" },
        { heading: "STATE", side: "left" },
        { heading: "PARTS", side: "left" }
      ],
      listed.map(({ isolation, name, parts, state, version }) => [
        name,
        version ?? "?",
        isolation ?? "?",
        state,
        parts === undefined ? "?" : partsText(parts)
      ])
    ),
    ...listed.flatMap(({ note }) => note ?? [])
  ]
}

interface Listed {
  readonly name: string
  readonly state: "built in" | "found" | "refused"
  readonly version?: string
  readonly isolation?: Isolation
  readonly parts?: PluginParts | undefined
  readonly note?: string
}

const found = (given: string, from: string): Listed => {
  const source = parsePluginSource(given, from)
  if (Result.isFailure(source)) return refused(given, source.failure.message)
  // The built-in ones are listed already.
  if (source.success._tag === "BuiltIn") return { name: given, state: "built in" }
  return Result.match(locatePlugin(source.success), {
    onFailure: ({ message }) => refused(given, message),
    onSuccess: (location) => located(given, location)
  })
}

const located = (given: string, { entry, manifest }: PluginLocation): Listed => {
  if (manifest === undefined) {
    const note = `${given}: no package.json describes ${entry}, so that nothing is known of it before it is loaded`
    return { name: given, state: "found", note }
  }
  const sdk = checkManifestSdk(given, manifest)
  return Result.isSuccess(sdk)
    ? { state: "found", ...described(manifest) }
    : { state: "refused", ...described(manifest), note: sdk.failure.message }
}

const described = ({ isolation = "inline", name, parts, version }: PluginManifest) => ({
  name,
  version,
  isolation,
  parts
})

const refused = (name: string, note: string): Listed => ({ name, state: "refused", note })

/** `7 detectors, 1 gate`. */
const partsText = (parts: PluginParts): string =>
  partKinds
    .flatMap((kind) => (parts[kind].length === 0 ? [] : [counted(parts[kind].length, kind.slice(0, -1))]))
    .join(", ")
