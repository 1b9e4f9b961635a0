import { type Exported, groupOf, rankOf, type ReferenceGroup, referenceGroups } from "./referenceGroups.ts"
import { type Imported, SourceModule } from "./SourceModule.ts"

/** The public entry points for plugins, in the order of the reference. */
const entries = [
  ["@mjolnir/core", "index.ts"],
  ["@mjolnir/core/toolbox", "toolbox/index.ts"],
  ["@mjolnir/core/testing", "testing/index.ts"],
  ["@mjolnir/core/calendar", "calendar/index.ts"]
] as const

const sources = new URL("../../core/src/", import.meta.url)

/** The reference of everything that a plugin can import of `@mjolnir/core`, as Markdown, made from its sources. */
export const contractReference = (): string => {
  const all = withMentioned(entries.flatMap(([entry, path]) => exportsOf(entry, path)))
  const names = new Set(all.map(({ name }) => name))
  const placed = Map.groupBy(all, groupOf)
  return Object.entries(referenceGroups)
    .map(([title, about]) => {
      const members = placed.get(title as ReferenceGroup) ?? []
      const sorted = title === "Definitions" ? members.toSorted((one, other) => rankOf(one) - rankOf(other)) : members
      const contents = sorted.map(({ name }) => linkTo(name)).join(" · ")
      return [`## ${title}`, about, contents, sorted.map((each) => entryText(each, names)).join("\n\n")].join("\n\n")
    })
    .join("\n\n")
}

/** Something that a plugin can import, and the module that declares it. */
interface Found extends Exported {
  readonly module: SourceModule
}

const exportsOf = (entry: string, path: string): ReadonlyArray<Found> =>
  SourceModule.at(new URL(path, sources)).reexports.map((imported) => foundIn(imported, entry))

const foundIn = ({ module, name }: Imported, entry: string | undefined): Found => {
  const declared = module.declared(name)
  if (declared === undefined) throw new Error(`${module.path}: nothing is declared under the name ${name}`)
  return { ...declared, module, entry, path: module.path.slice(sources.pathname.length) }
}

/**
 * With the types that the texts mention and that no entry point exports, and those that these mention. What two entry
 * points export counts once.
 */
const withMentioned = (exported: ReadonlyArray<Found>): ReadonlyArray<Found> => {
  const all = new Map<string, Found>()
  for (const each of exported) if (!all.has(each.name)) all.set(each.name, each)
  // A map goes on to what is added to it on the way.
  for (const { module, text } of all.values()) {
    for (const name of new Set(text.match(/\b[A-Z]\w+/g))) {
      if (all.has(name)) continue
      const from = module.imports.find((each) => each.name === name)?.module ?? module
      // What the services of the host look like is no part of the contract.
      if (/\/(services|pipeline)\//.test(from.path)) continue
      if (from.declared(name) !== undefined) all.set(name, foundIn({ module: from, name }, undefined))
    }
  }
  return [...all.values()]
}

const linkTo = (name: string): string => `[\`${name}\`](#${anchorOf(name)})`

/** `EpochMillis` and `epochMillis` would have one anchor. */
const anchorOf = (name: string): string => (/^[a-z]/.test(name) ? `value-${name}` : `type-${name}`).toLowerCase()

const entryText = ({ comment, entry, name, text }: Exported, names: ReadonlySet<string>): string => {
  const { about, example } = read(comment, names)
  return [
    `### <a id="${anchorOf(name)}"></a>${name}`,
    ...(about === "" ? [] : [about]),
    fenced(entry === undefined || entry === "@mjolnir/core" ? text : `// ${entry}\n${text}`),
    ...(example === "" ? [] : ["For example:", fenced(example)])
  ].join("\n\n")
}

const fenced = (code: string): string => `\`\`\`ts\n${code}\n\`\`\``

/** What a comment says, and its example. */
const read = (comment: string, names: ReadonlySet<string>): { readonly about: string; readonly example: string } => {
  const [about = "", example = ""] = comment
    .replaceAll(/^[ \t]*\* ?/gm, "")
    .replace(/^\*/, "")
    .split("@example")
  const linked = about
    .replaceAll(/\{@link (\w+)\}/g, (_, name: string) => (names.has(name) ? linkTo(name) : `\`${name}\``))
    .replaceAll(/@throws (\w+)/g, "Throws `$1`")
  return { about: linked.trim(), example: example.replace(/^\n/, "").trimEnd() }
}
