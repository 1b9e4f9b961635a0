import { isDeepStrictEqual } from "node:util"

import { Predicate } from "effect"

import type { PluginDescription } from "./describePlugin.ts"

/** A package.json whose field `mjolnir` says of the plugin what its code says. Otherwise it stays as it is written. */
export const withParts = (
  packageJson: string,
  { parts, summary }: Pick<PluginDescription, "parts" | "summary">
): string => {
  const manifest: unknown = JSON.parse(packageJson)
  if (!Predicate.isObject(manifest) || !Predicate.hasProperty(manifest, "mjolnir")) return packageJson
  const described = Object.fromEntries(Object.entries(parts).filter(([, list]) => list.length > 0))
  const field = { ...Object(manifest.mjolnir), summary, parts: described }
  if (isDeepStrictEqual(field, manifest.mjolnir)) return packageJson
  const indent = /^\{\r?\n([ \t]+)/.exec(packageJson)?.[1] ?? "  "
  const text = JSON.stringify({ ...manifest, mjolnir: field }, undefined, indent)
  return packageJson.endsWith("\n") ? `${text}\n` : text
}
