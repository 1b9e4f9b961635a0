import { readFileSync } from "node:fs"
import { dirname } from "node:path"

import { Result, Schema, SchemaIssue } from "effect"

import { ManifestField, type PluginManifest } from "./PluginManifest.ts"

/** A package.json as far as it says what a plugin is and where its code begins. */
export interface PluginPackage {
  /** Absolute path of the folder that holds the package.json. */
  readonly folder: string
  readonly exports: unknown
  readonly main: string | undefined
  /** Undefined when there is no field `mjolnir`. */
  readonly manifest: PluginManifest | undefined
}

/** A package.json is not what that of a plugin should be. */
export class InvalidManifest extends Schema.TaggedError<InvalidManifest>()("InvalidManifest", {
  plugin: Schema.String,
  file: Schema.String,
  /** Each with its path, such as `mjolnir.sdk: Expected string`. */
  problems: Schema.Array(Schema.String)
}) {
  override get message() {
    return (
      `plugin ${this.plugin}: ${this.file} does not describe a plugin: ${this.problems.join("; ")}; expected a version ` +
      'and a field such as "mjolnir": { "name": "three", "sdk": "^0.1.0" }'
    )
  }
}

/** Reads a package.json without running any code of the package. */
export const readManifest = (plugin: string, file: string): Result.Result<PluginPackage, InvalidManifest> => {
  const failed = (problems: ReadonlyArray<string>) => Result.fail(new InvalidManifest({ plugin, file, problems }))
  let text: string
  try {
    text = readFileSync(file, "utf8")
  } catch (cause) {
    return failed([`it cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`])
  }
  const decoded = Schema.decodeResult(PackageJson)(text, { errors: "all" })
  if (Result.isFailure(decoded)) return failed(problemsIn(decoded.failure))
  const { exports, main, mjolnir, version } = decoded.success
  const manifest = mjolnir === undefined ? undefined : { ...mjolnir, file, version: version ?? "" }
  if (manifest?.version === "") return failed(["version: Expected a semantic version"])
  return Result.succeed({ folder: dirname(file), exports, main, manifest })
}

const PackageJson = Schema.fromJsonString(
  Schema.Struct({
    version: Schema.optionalKey(Schema.String),
    exports: Schema.optionalKey(Schema.Unknown),
    main: Schema.optionalKey(Schema.String),
    mjolnir: Schema.optionalKey(ManifestField)
  })
)

const problemsIn = ({ issue }: Schema.SchemaError): ReadonlyArray<string> =>
  formatIssue(issue).issues.map(({ message, path }) => {
    const where = (path ?? []).map(String).join(".")
    return where === "" ? message : `${where}: ${message}`
  })

const formatIssue = SchemaIssue.makeFormatterStandardSchemaV1()
