/** The version of `@mjolnir/core`, against which the host holds the `sdk` range of a plugin. */
export const sdkVersion = "0.1.0"
