import { statSync } from "node:fs"
import { resolve } from "node:path"

import { Predicate } from "effect"

import type { PluginPackage } from "./readManifest.ts"

/**
 * The file in which the code of a package begins, as Node finds it for an import: by `exports`, or else by `main`, or
 * else `index.js`. Undefined when there is none.
 */
export const packageEntry = ({ exports, folder, main }: PluginPackage): string | undefined => {
  const candidates =
    exports === undefined || exports === null
      ? [...(main === undefined ? [] : [main, `${main}.js`, `${main}/index.js`]), "index.js"]
      : [importTarget(rootExport(exports))]
  return candidates
    .flatMap((candidate) => (candidate === undefined ? [] : [resolve(folder, candidate)]))
    .find((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
}

/** What `exports` says of the package itself, not of its subpaths. */
const rootExport = (exports: unknown): unknown =>
  Predicate.isObject(exports) && Object.keys(exports).some((key) => key.startsWith("."))
    ? Reflect.get(exports, ".")
    : exports

/** The first target whose conditions hold when Node imports. */
const importTarget = (target: unknown): string | undefined => {
  if (typeof target === "string") return target
  if (Array.isArray(target)) return firstOf(target)
  return Predicate.isObject(target)
    ? firstOf(Object.entries(target).flatMap(([condition, inner]) => (conditions.has(condition) ? [inner] : [])))
    : undefined
}

const firstOf = (targets: ReadonlyArray<unknown>): string | undefined => {
  for (const target of targets) {
    const found = importTarget(target)
    if (found !== undefined) return found
  }
  return undefined
}

const conditions: ReadonlySet<string> = new Set(["node-addons", "node", "import", "module-sync", "default"])
