import { sdkVersion } from "@mjolnir/core"
import { Result, Schema } from "effect"
import semver from "semver"

/** A plugin does not work with the version of `@mjolnir/core` that is here, or does not say with which it works. */
export class UnsupportedSdk extends Schema.TaggedError<UnsupportedSdk>()("UnsupportedSdk", {
  plugin: Schema.String,
  /** The range that the plugin declares. */
  range: Schema.String,
  /** The version that is here. */
  version: Schema.String,
  /** Where the plugin declares it: the path of its package.json, or `definePlugin`. */
  declaredIn: Schema.String
}) {
  override get message() {
    const declared = `plugin ${this.plugin}: its sdk in ${this.declaredIn} is ${JSON.stringify(this.range)}`
    if (semver.validRange(this.range) === null) {
      return `${declared}, which is no range of versions; expected one such as ^${this.version}`
    }
    const isOlder = semver.gtr(this.version, this.range)
    const remedy = isOlder
      ? `install a newer version of the plugin, or build it for ${this.version} and declare ^${this.version}`
      : "update Mjolnir, or install an older version of the plugin"
    return `${declared}, but this is @mjolnir/core ${this.version}; ${remedy}`
  }
}

/** Holds the range that a plugin declares against the version of `@mjolnir/core` that is here. */
export const checkSdk = (plugin: string, range: string, declaredIn: string): Result.Result<void, UnsupportedSdk> =>
  semver.satisfies(sdkVersion, range, { includePrerelease: true })
    ? Result.void
    : Result.fail(new UnsupportedSdk({ plugin, range, version: sdkVersion, declaredIn }))
