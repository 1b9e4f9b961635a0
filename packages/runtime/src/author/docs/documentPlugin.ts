import { Console, Effect, FileSystem, Path, Schema, Stream } from "effect"

import { toStandardOutput } from "../../output/standardOutput.ts"
import { runTask } from "../task/runTask.ts"
import { withBlock } from "./readmeBlock.ts"
import { withParts } from "./withParts.ts"

/** What the command line of `mjolnir plugin docs` says. */
export interface DocsChoice {
  readonly path: string
  /** Changes nothing, and fails when something would change. */
  readonly check: boolean
}

/** What is written of a plugin is not what its code says. */
export class DocsOutdated extends Schema.TaggedError<DocsOutdated>()("DocsOutdated", {
  plugin: Schema.String,
  files: Schema.Array(Schema.String)
}) {
  override get message() {
    return `plugin ${this.plugin}: ${this.files.join(" and ")} ${this.files.length === 1 ? "is" : "are"} out of date; run mjolnir plugin docs ${this.plugin}`
  }
}

/** A file of the plugin cannot be read or written. */
export class DocsUnwritable extends Schema.TaggedError<DocsUnwritable>()("DocsUnwritable", {
  file: Schema.String,
  problem: Schema.String
}) {
  override get message() {
    return `${this.file}: it cannot be read and written: ${this.problem}; see who owns it`
  }
}

/**
 * Brings the README of a plugin and the parts in its package.json up to what its code says; prints the description of a
 * plugin that has no package of its own here.
 */
export const documentPlugin = Effect.fnUntraced(function* ({ check, path: given }: DocsChoice) {
  const description = yield* runTask("docs", { plugin: given }, { plugin: given })
  const { markdown, packageFile } = description
  if (packageFile === undefined) return yield* toStandardOutput(Stream.make(`${markdown}\n`))
  const path = yield* Path.Path
  const readmeFile = path.join(path.dirname(packageFile), "README.md")
  const edits = [
    yield* edit(readmeFile, (readme) => withBlock(readme, markdown)),
    yield* edit(packageFile, (packageJson) => withParts(packageJson, description))
  ]
  const changed = edits.filter(({ after, before }) => after !== before)
  const names = changed.map(({ file }) => path.relative(process.cwd(), file))
  if (check) {
    if (changed.length > 0) return yield* new DocsOutdated({ plugin: given, files: names })
    return yield* Console.log(`${given}: README.md and package.json say what the code says`)
  }
  for (const { after, file } of changed) yield* writeFile(file, after)
  yield* Console.log(
    changed.length === 0 ? `${given}: README.md and package.json are up to date` : `written: ${names.join(", ")}`
  )
})

interface Edit {
  readonly file: string
  readonly before: string
  readonly after: string
}

/** What a file would become; one that is not there yet is empty. */
const edit = Effect.fnUntraced(function* (file: string, change: (before: string) => string) {
  const files = yield* FileSystem.FileSystem
  const before = yield* files.readFileString(file).pipe(
    Effect.catchIf(
      ({ reason }) => reason._tag === "NotFound",
      () => Effect.succeed("")
    ),
    Effect.mapError(({ reason }) => new DocsUnwritable({ file, problem: reason.message }))
  )
  const edited: Edit = { file, before, after: change(before) }
  return edited
})

const writeFile = (file: string, text: string) =>
  FileSystem.FileSystem.use((files) => files.writeFileString(file, text)).pipe(
    Effect.mapError(({ reason }) => new DocsUnwritable({ file, problem: reason.message }))
  )
