import { readFileSync } from "node:fs"
import { findPackageJSON } from "node:module"

import { Schema } from "effect"

const Manifest = Schema.fromJsonString(Schema.Struct({ version: Schema.String }))

/** The version in the manifest of this package, wherever it is installed. */
export const { version } = Schema.decodeSync(Manifest)(
  readFileSync(findPackageJSON(".", import.meta.url) ?? "package.json", "utf8")
)
