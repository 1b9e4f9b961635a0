import type { InlinePlugin } from "../../plugins/LoadedPlugin.ts"
import type { PluginParts } from "../../plugins/PluginManifest.ts"
import { describedParts } from "../docs/describedParts.ts"
import { type AuthorCase, immediateCase, passedUnless, skipped, type Verdict } from "./AuthorCase.ts"
import { differenceOfParts } from "./differenceOfParts.ts"

/** The cases that the package.json of a plugin and its code say the same. What loading refuses is not among them. */
export const manifestCases = ({ manifest, plugin, source }: InlinePlugin): ReadonlyArray<AuthorCase> => {
  if (manifest === undefined) {
    return [immediateCase(described, () => skipped(source._tag === "BuiltIn" ? "it is built in" : "it is a file"))]
  }
  const { isolation = "inline", name, parts, sdk, summary = plugin.summary, version } = manifest
  return [
    immediateCase(described, () => passedUnless(undefined, manifest.file)),
    immediateCase(
      {
        id: "P01",
        title: "package.json and code name the same version",
        reason: "a report names the version of the code, npm that of the package: nobody knows which one failed",
        hint: "let definePlugin and package.json name the same version"
      },
      () => passedUnless(otherThan("version", version, plugin.version), `${name} ${version}`)
    ),
    immediateCase(
      {
        id: "P02",
        title: "package.json and code work with the same versions of the SDK",
        reason: "the host believes package.json before it runs the code, and refuses the code afterwards",
        hint: "let mjolnir.sdk in package.json and sdk in definePlugin be the same range"
      },
      () => passedUnless(otherThan("sdk", sdk, plugin.sdk), sdk)
    ),
    immediateCase(
      {
        id: "P03",
        title: "package.json and code say the same of the plugin",
        reason: "operators read one of them and get the other",
        hint: "run mjolnir plugin docs for the summary, and let isolation be the same in both"
      },
      () =>
        passedUnless(
          otherThan("summary", summary, plugin.summary) ?? otherThan("isolation", isolation, plugin.isolation),
          `summary, and isolation ${isolation}`
        )
    ),
    immediateCase(
      {
        id: "P04",
        title: "package.json describes the parts as the code has them",
        reason: "the host counts, lists and isolates a plugin by what its package.json says of its parts",
        hint: "run mjolnir plugin docs, which writes them"
      },
      () => comparedParts(parts, describedParts(plugin))
    )
  ]
}

const described = {
  id: "P00",
  title: "a package.json describes the plugin",
  reason: "without one a plugin can be run from a path alone",
  hint: "make a package of it with mjolnir plugin new"
} as const

const comparedParts = (manifest: PluginParts | undefined, code: PluginParts): Verdict =>
  manifest === undefined
    ? skipped("package.json does not describe them; mjolnir plugin docs writes them")
    : passedUnless(differenceOfParts(manifest, code), tally(code))

const otherThan = (what: string, manifest: string, code: string): string | undefined =>
  manifest === code
    ? undefined
    : `${what} is ${JSON.stringify(manifest)} in package.json and ${JSON.stringify(code)} in definePlugin`

const tally = (parts: PluginParts): string =>
  Object.entries(parts)
    .flatMap(([kind, { length }]) => (length === 0 ? [] : [`${length} ${length === 1 ? kind.slice(0, -1) : kind}`]))
    .join(", ")
