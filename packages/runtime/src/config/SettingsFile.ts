import { Effect, FileSystem, Schema, SchemaIssue } from "effect"
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml"

import { PluginSettings } from "./PluginSettings.ts"

/** A settings file that has been read. */
export interface SettingsFile {
  /** The path as the operator wrote it; undefined when there is no file and all is left to the defaults. */
  readonly path: string | undefined
  readonly settings: PluginSettings
  /** The failure that points at these places of the file. */
  readonly invalid: (problems: ReadonlyArray<SettingsProblem>) => InvalidSettings
}

/** What is wrong with a setting. */
export interface SettingsProblem {
  /** The names that lead to it. */
  readonly path: ReadonlyArray<string>
  readonly problem: string
}

/** A settings file cannot be read, or says what cannot be. */
export class InvalidSettings extends Schema.TaggedError<InvalidSettings>()("InvalidSettings", {
  /** Each with file, line and path, such as `settings.yaml:7: detectors.double-top.params.tolerance: Expected number`. */
  problems: Schema.Array(Schema.String)
}) {
  override get message() {
    return this.problems.join("; ")
  }
}

/** The settings in a file of YAML or JSON; those of an empty file where none is given. */
export const settingsFileAt = (
  path: string | undefined
): Effect.Effect<SettingsFile, InvalidSettings, FileSystem.FileSystem> =>
  path === undefined ? Effect.succeed(noSettings) : readSettingsFile(path)

const readSettingsFile = Effect.fnUntraced(function* (path: string) {
  const text = yield* FileSystem.FileSystem.use((files) => files.readFileString(path)).pipe(
    Effect.mapError(
      ({ reason }) =>
        new InvalidSettings({
          problems: [
            reason._tag === "NotFound"
              ? `${path}: there is no such settings file`
              : `${path}: the settings file cannot be read: ${reason.message}`
          ]
        })
    )
  )
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined) {
    const problem = `${path}:${lines.linePos(error.pos[0]).line}: ${error.message}; expected YAML or JSON`
    return yield* new InvalidSettings({ problems: [problem] })
  }
  const placed = ({ path: names, problem }: SettingsProblem) => {
    const place = [`${path}${lineSuffix(document, lines, names)}`, ...(names.length === 0 ? [] : [names.join(".")])]
    return [...place, problem === excess ? "there is no such setting" : problem].join(": ")
  }
  const invalid = (problems: ReadonlyArray<SettingsProblem>) => new InvalidSettings({ problems: problems.map(placed) })
  // An empty file, or one of comments alone, sets nothing.
  const settings = yield* decodeSettings(document.toJS() ?? {}).pipe(
    Effect.mapError(({ issue }) =>
      invalid(formatIssue(issue).issues.map(({ message, path = [] }) => ({ path: path.map(String), problem: message })))
    )
  )
  return { path, settings, invalid } satisfies SettingsFile
})

/** What holds where there is no settings file. */
const noSettings: SettingsFile = {
  path: undefined,
  settings: { plugins: {}, detectors: {}, gates: {}, scorers: {}, sinks: {}, feeds: {} },
  invalid: (problems) =>
    new InvalidSettings({
      problems: problems.map(({ path, problem }) => `${path.join(".")}: ${problem}; set it in a settings file`)
    })
}

const decodeSettings = Schema.decodeUnknownEffect(PluginSettings, { errors: "all", onExcessProperty: "error" })

/** What Schema says of a key that it does not know. */
const excess = "Expected no excess property"

/** The line of the innermost thing on the path that the file has. */
const lineSuffix = (document: Document, lines: LineCounter, path: ReadonlyArray<string>): string => {
  for (let length = path.length; length > 0; length--) {
    const start = keyOffset(document, path.slice(0, length))
    if (start !== undefined) return `:${lines.linePos(start).line}`
  }
  return ""
}

const keyOffset = (document: Document, path: ReadonlyArray<string>): number | undefined => {
  const name = path.at(-1)
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const node = isMap(parent)
    ? parent.items.map(({ key }) => key).find((key) => isScalar(key) && String(key.value) === name)
    : isSeq(parent)
      ? parent.items[Number(name)]
      : undefined
  return isNode(node) ? node.range?.[0] : undefined
}

const formatIssue = SchemaIssue.makeFormatterStandardSchemaV1()
