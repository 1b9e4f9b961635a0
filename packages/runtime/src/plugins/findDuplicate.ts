import { Schema } from "effect"

import type { LoadedPlugin } from "./LoadedPlugin.ts"

/** Two plugins have one name. */
export class DuplicatePlugin extends Schema.TaggedError<DuplicatePlugin>()("DuplicatePlugin", {
  plugin: Schema.String,
  name: Schema.String,
  /** What the operator wrote for the one that is loaded. */
  first: Schema.String
}) {
  override get message() {
    return (
      `plugin ${this.plugin}: it is called ${this.name}, and so is ${this.first}, which is loaded already; leave one of ` +
      "them out, or rename this one in definePlugin and in its package.json"
    )
  }
}

/** A part of a plugin has the name of a part of the same kind in another plugin. */
export class DuplicatePart extends Schema.TaggedError<DuplicatePart>()("DuplicatePart", {
  plugin: Schema.String,
  kind: Schema.String,
  name: Schema.String,
  /** Name of the loaded plugin that has one of this name. */
  owner: Schema.String
}) {
  override get message() {
    return (
      `plugin ${this.plugin}: it has a ${this.kind} ${this.name}, and so has the plugin ${this.owner}, which is loaded ` +
      "already; leave one of the plugins out, or rename the part"
    )
  }
}

/** The problem of a plugin that comes after those that are loaded; undefined when every name is its own. */
export const findDuplicate = (
  plugin: LoadedPlugin,
  loaded: ReadonlyArray<LoadedPlugin>
): DuplicatePlugin | DuplicatePart | undefined => {
  const { given } = plugin.source
  const namesake = loaded.find(({ name }) => name === plugin.name)
  if (namesake !== undefined) {
    return new DuplicatePlugin({ plugin: given, name: plugin.name, first: namesake.source.given })
  }
  for (const [field, kind] of namedKinds) {
    for (const { name } of plugin.parts[field]) {
      const owner = loaded.find(({ parts }) => parts[field].some((part) => part.name === name))
      if (owner !== undefined) return new DuplicatePart({ plugin: given, kind, name, owner: owner.name })
    }
  }
  return undefined
}

/** Features of one name may differ in their params, and each detector brings its own. */
const namedKinds = [
  ["detectors", "detector"],
  ["gates", "gate"],
  ["scorers", "scorer"],
  ["sinks", "sink"],
  ["feeds", "feed"]
] as const
