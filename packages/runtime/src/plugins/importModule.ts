import { realpathSync } from "node:fs"
import { dirname, relative } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

import { Duration, Effect, Predicate, Schema } from "effect"

/** The code of a plugin does not finish its import in time. */
export class ImportTooLong extends Schema.TaggedError<ImportTooLong>()("ImportTooLong", {
  plugin: Schema.String,
  file: Schema.String,
  /** Milliseconds that it had. */
  limit: Schema.Finite
}) {
  override get message() {
    return (
      `plugin ${this.plugin}: importing ${this.file} was not done after ${Duration.format(Duration.millis(this.limit))}; ` +
      "an await at its top level waits for something that does not come; open services in a Layer instead"
    )
  }
}

/** The code of a plugin cannot be imported. */
export class ImportFailed extends Schema.TaggedError<ImportFailed>()("ImportFailed", {
  plugin: Schema.String,
  file: Schema.String,
  /** What Node or the plugin itself said, in one line. */
  reason: Schema.String,
  /** `file:line:column` in the plugin's code, where that is known. */
  at: Schema.UndefinedOr(Schema.String),
  remedy: Schema.String
}) {
  override get message() {
    return `plugin ${this.plugin}: ${this.at ?? this.file} cannot be imported: ${this.reason}; ${this.remedy}`
  }
}

/** Imports the file at an absolute path and gives the module as it is. */
export const importModule = (
  plugin: string,
  file: string,
  limit: Duration.Input
): Effect.Effect<unknown, ImportFailed | ImportTooLong> =>
  Effect.tryPromise({
    try: (): Promise<unknown> => import(pathToFileURL(file).href),
    catch: (cause) => importFailure(plugin, file, cause)
  }).pipe(
    Effect.timeoutOrElse({
      duration: limit,
      orElse: () => new ImportTooLong({ plugin, file, limit: Duration.toMillis(limit) })
    })
  )

const importFailure = (plugin: string, file: string, cause: unknown): ImportFailed => {
  const code = Predicate.hasProperty(cause, "code") ? String(cause.code) : ""
  const reason = oneLine(Predicate.isError(cause) ? cause.message : String(cause))
  return new ImportFailed({ plugin, file, reason, at: placeIn(file, cause), remedy: remedyFor(code, reason, cause) })
}

const remedyFor = (code: string, reason: string, cause: unknown): string => {
  switch (code) {
    case "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX":
      return "Node strips types but compiles nothing; write it without (tsc tells with erasableSyntaxOnly), or build it to .js"
    case "ERR_INVALID_TYPESCRIPT_SYNTAX":
      return "correct the syntax"
    case "ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING":
      return 'a package in node_modules must hold JavaScript; build it to .js and let its "exports" name that'
    case "ERR_MODULE_NOT_FOUND":
      return reason.startsWith("Cannot find package")
        ? "run npm install in the plugin's folder, or add the package to its dependencies"
        : "correct the import; relative ones name the file with its extension"
  }
  if (/^(module|exports|require) is not defined in ES module scope/.test(reason)) {
    return "write export default instead of module.exports, or name the file .cjs"
  }
  if (reason.includes("does not provide an export named")) {
    return "correct the import, or bring @mjolnir/core in the plugin's folder to the version that it is written for"
  }
  return cause instanceof SyntaxError ? "correct the syntax" : "correct the code that runs when it is imported"
}

/** The newest frame that is in the plugin's own code, or the line at which Node found its syntax wrong. */
const placeIn = (file: string, cause: unknown): string | undefined => {
  const stack = Predicate.hasProperty(cause, "stack") ? String(cause.stack) : ""
  const folder = `${pathToFileURL(dirname(realpathSync(file))).href}/`
  for (const [, url = "", position] of stack.matchAll(/(file:\S+?)((?::\d+){1,2})(?=\)?$)/gm)) {
    if (url.startsWith(folder) && !url.slice(folder.length).includes("node_modules/")) {
      return `${relativePath(fileURLToPath(url))}${position}`
    }
  }
  return undefined
}

const relativePath = (path: string): string => {
  const shown = relative(process.cwd(), path)
  return shown.startsWith("..") ? path : shown
}

const oneLine = (text: string): string => text.trim().replaceAll(/\s*\n\s*/g, " ")
