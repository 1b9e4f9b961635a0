import { fileURLToPath } from "node:url"

import { Effect, FileSystem, Path } from "effect"

import { packageManifest } from "./packageManifest.ts"
import { type PluginKind, pluginTemplates } from "./pluginKinds.ts"
import { formsOf, type PluginName } from "./PluginName.ts"
import { readme } from "./readme.ts"

/** A file of a new plugin. */
export interface PluginFile {
  /** From the folder of the package, with `/` between its parts. */
  readonly path: string
  readonly text: string
}

/** The files of a new plugin: those that every plugin has, and those of its kind's template under its own name. */
export const pluginFiles = Effect.fnUntraced(function* (kind: PluginKind, name: PluginName) {
  const ofAll = yield* readTemplate("common")
  const ofKind = yield* readTemplate(kind)
  const rename = renaming(formsOf(pluginTemplates[kind].sample), withFreeIdentifier(name, kind, ofKind))
  return [
    { path: "package.json", text: packageManifest(kind, name) },
    { path: "README.md", text: readme(kind, name.kebab) },
    ...ofKind.map(({ path, text }): PluginFile => ({ path: rename(path), text: rename(text) })),
    ...ofAll
  ]
})

/** The files of a template. An underscore stands for the dot with which npm would leave a name out of the package. */
const readTemplate = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  const root = path.join(fileURLToPath(new URL("templates/", import.meta.url)), folder)
  const names = (yield* files.readDirectory(root, { recursive: true })).sort()
  const read = names.map(
    Effect.fnUntraced(function* (name) {
      const place = path.join(root, name)
      if ((yield* files.stat(place)).type !== "File") return []
      const text = yield* files.readFileString(place)
      return [{ path: name.replaceAll(path.sep, "/").replace(/^_/, "."), text }]
    })
  )
  return (yield* Effect.all(read)).flat()
  // They are a part of this package.
}, Effect.orDie)

/** Puts one name in the place of another, in all its forms. */
const renaming = (from: PluginName, to: PluginName) => {
  const forms = new Map([
    [from.kebab, to.kebab],
    [from.identifier, to.identifier],
    [from.constant, to.constant],
    [from.snake, to.snake]
  ])
  // All at once, for the new name may hold the old one.
  const anyForm = new RegExp([...forms.keys()].join("|"), "g")
  return (text: string): string => text.replaceAll(anyForm, (form) => forms.get(form) ?? form)
}

/** A single word may mean something in the language, and others something in the template: then the kind follows it. */
const withFreeIdentifier = (name: PluginName, kind: PluginKind, template: ReadonlyArray<PluginFile>): PluginName => {
  const words = new Set(template.flatMap(({ text }) => text.match(/[A-Za-z]\w*/g) ?? []))
  const isFree = name.kebab.includes("-") && !words.has(name.identifier)
  return isFree || name.kebab === pluginTemplates[kind].sample
    ? name
    : { ...name, identifier: formsOf(`${name.kebab}-${kind}`).identifier }
}
