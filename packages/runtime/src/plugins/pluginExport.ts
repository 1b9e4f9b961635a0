import { Predicate, Result } from "effect"

/** Why something is no plugin, and what to do about it. */
export interface Mistake {
  readonly problem: string
  readonly remedy: string
}

/** The default export of a plugin's module, unless it is one of the usual things that are no plugin. */
export const pluginExport = (module: unknown): Result.Result<object, Mistake> => {
  const exported = Predicate.hasProperty(module, "default") ? module.default : undefined
  if (isOfKind(exported, "plugin")) return Result.succeed(exported)
  if (exported === undefined) return Result.fail(withoutDefault(module))
  if (Predicate.hasProperty(exported, "default") && isOfKind(exported.default, "plugin")) {
    return Result.fail({
      problem: "its default export is hidden in another one, as compilers to CommonJS leave it",
      remedy: 'set "type": "module" in its package.json and compile it to ES modules'
    })
  }
  const kind = kindOf(exported)
  if (kind !== undefined) return Result.fail(partInstead(kind, nameOf(exported)))
  return Result.fail(
    typeof exported === "function"
      ? {
          problem: "its default export is a function",
          remedy: "export what it returns: export default definePlugin({ … })"
        }
      : {
          problem: `its default export is ${article(exported)} that definePlugin did not make`,
          remedy: "write export default definePlugin({ … })"
        }
  )
}

/** What says `kind: "detector"` and the like: only the `define` functions of the SDK make such things. */
const kindOf = (value: unknown): string | undefined =>
  Predicate.hasProperty(value, "kind") && typeof value.kind === "string" ? value.kind : undefined

const isOfKind = (value: unknown, kind: string): value is object => Predicate.isObject(value) && kindOf(value) === kind

const nameOf = (value: unknown): string => (Predicate.hasProperty(value, "name") ? String(value.name) : "")

const withoutDefault = (module: unknown): Mistake => {
  const exports = Predicate.isObject(module) ? Object.entries(module) : []
  const plugin = exports.find(([, value]) => kindOf(value) === "plugin")
  if (plugin !== undefined) {
    return {
      problem: `it exports the plugin as ${plugin[0]} and has no default export`,
      remedy: `write export default ${plugin[0]}`
    }
  }
  for (const [name, value] of exports) {
    const kind = kindOf(value)
    if (kind !== undefined)
      return {
        ...gatherRemedy(kind, name),
        problem: `it exports the ${kind} ${nameOf(value)} and has no default export`
      }
  }
  return { problem: "it has no default export", remedy: "write export default definePlugin({ … })" }
}

const partInstead = (kind: string, name: string): Mistake => ({
  ...gatherRemedy(kind, "part"),
  problem: `its default export is the ${kind} ${name}, not a plugin`
})

const gatherRemedy = (kind: string, name: string) => ({
  remedy: `gather it: export default definePlugin({ name, version, summary, sdk, ${kind}s: [${name}] })`
})

const article = (value: unknown): string => {
  if (value === null) return "null"
  if (Array.isArray(value)) return "an array"
  return typeof value === "object" ? "an object" : `a ${typeof value}`
}
