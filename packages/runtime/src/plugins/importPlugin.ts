import type { Plugin } from "@mjolnir/core"
import { builtInPlugins } from "@mjolnir/plugins"
import { Duration, Effect, Result, Schema } from "effect"

import { adoptPlugin } from "./adoptPlugin.ts"
import { checkSdk, type UnsupportedSdk } from "./checkSdk.ts"
import { type ImportFailed, importModule, type ImportTooLong } from "./importModule.ts"
import { locatePlugin, type LocatingProblem, type PluginLocation, PluginNotFound } from "./locatePlugin.ts"
import { pluginExport } from "./pluginExport.ts"
import type { PluginManifest } from "./PluginManifest.ts"
import type { PluginSource } from "./PluginSource.ts"

/** The module of a plugin can be imported, but does not export a plugin. */
export class NotAPlugin extends Schema.TaggedError<NotAPlugin>()("NotAPlugin", {
  plugin: Schema.String,
  file: Schema.String,
  problem: Schema.String,
  remedy: Schema.String
}) {
  override get message() {
    return `plugin ${this.plugin}: ${this.file} exports no plugin: ${this.problem}; ${this.remedy}`
  }
}

/** The code of a plugin gives another name than its manifest. */
export class OtherName extends Schema.TaggedError<OtherName>()("OtherName", {
  plugin: Schema.String,
  manifest: Schema.String,
  manifestName: Schema.String,
  name: Schema.String
}) {
  override get message() {
    return (
      `plugin ${this.plugin}: ${this.manifest} calls it ${this.manifestName} and definePlugin calls it ${this.name}; ` +
      "let both say the same"
    )
  }
}

/** Everything that can go wrong between the source of a plugin and the plugin. */
export type ImportProblem = LocatingProblem | UnsupportedSdk | ImportFailed | ImportTooLong | NotAPlugin | OtherName

/** How long a plugin may take for its import. */
export const importLimit = Duration.seconds(10)

/**
 * Runs the code of a plugin in this thread and gives the plugin, after its manifest and its own word on the SDK have
 * been checked. The worker of an isolated plugin calls it too.
 */
export const importPlugin = Effect.fnUntraced(function* (source: PluginSource, limit: Duration.Input = importLimit) {
  if (source._tag === "BuiltIn") {
    const plugin = builtInPlugins.find(({ name }) => name === source.name)
    return plugin ?? (yield* new PluginNotFound({ plugin: source.given, path: process.cwd(), isPackage: true }))
  }
  const location = yield* Effect.fromResult(locatePlugin(source))
  if (location.manifest !== undefined) yield* Effect.fromResult(checkManifestSdk(source.given, location.manifest))
  return yield* importLocated(source.given, location, limit)
})

/** Holds the range in the manifest against the SDK that is here. */
export const checkManifestSdk = (plugin: string, { file, sdk }: PluginManifest): Result.Result<void, UnsupportedSdk> =>
  checkSdk(plugin, sdk, file)

/** Runs the code of a plugin that has been found. */
export const importLocated = (
  plugin: string,
  { entry, manifest }: PluginLocation,
  limit: Duration.Input
): Effect.Effect<Plugin, UnsupportedSdk | ImportFailed | ImportTooLong | NotAPlugin | OtherName> =>
  Effect.gen(function* () {
    const module = yield* importModule(plugin, entry, limit)
    const adopted = Result.flatMap(pluginExport(module), adoptPlugin)
    if (Result.isFailure(adopted)) return yield* new NotAPlugin({ plugin, file: entry, ...adopted.failure })
    const { name, sdk } = adopted.success
    yield* Effect.fromResult(checkSdk(plugin, sdk, "definePlugin"))
    if (manifest !== undefined && manifest.name !== name) {
      return yield* new OtherName({ plugin, manifest: manifest.file, manifestName: manifest.name, name })
    }
    return adopted.success
  })
