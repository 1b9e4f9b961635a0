import { Result, Schema } from "effect"

/** The name of a new plugin, in the forms in which its files write it. */
export interface PluginName {
  /** Of the package, the plugin, its part and its file: `three-up`. */
  readonly kebab: string
  /** Of the value that is exported: `threeUp`. */
  readonly identifier: string
  /** Of a pattern or a reason: `THREE_UP`. */
  readonly constant: string
  /** As the label of a metric: `daily_limit`. */
  readonly snake: string
}

/** A plugin cannot have this name. */
export class BadPluginName extends Schema.TaggedError<BadPluginName>()("BadPluginName", {
  name: Schema.String,
  problem: Schema.String,
  expected: Schema.String
}) {
  override get message() {
    return `${JSON.stringify(this.name)} ${this.problem}; expected ${this.expected}`
  }
}

/** The forms of a kebab name. */
export const pluginName = (name: string): Result.Result<PluginName, BadPluginName> => {
  if (!kebabName.test(name) || name.length > longestPackageName) {
    return Result.fail(
      new BadPluginName({
        name,
        problem: "cannot be the name of a plugin",
        expected: "lower-case words joined by hyphens, such as three-up"
      })
    )
  }
  if (takenNames.has(name)) {
    return Result.fail(
      new BadPluginName({
        name,
        problem: "is the name of something that every plugin has",
        expected: `another name, such as my-${name}`
      })
    )
  }
  return Result.succeed(formsOf(name))
}

/** How a name is written as the name of a file, of a value and of a constant. */
export const formsOf = (kebab: string): PluginName => ({
  kebab,
  identifier: kebab.replaceAll(/-(.)/g, (_match, first: string) => first.toUpperCase()),
  constant: kebab.replaceAll("-", "_").toUpperCase(),
  snake: kebab.replaceAll("-", "_")
})

/** As the parts of a plugin are named, see `defineDetector`. */
const kebabName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** Npm takes none that is longer. */
const longestPackageName = 214

/** A package cannot depend on one of its own name, and `src/index.ts` gathers the parts. */
const takenNames: ReadonlySet<string> = new Set(["effect", "typescript", "vitest", "index"])
