/** The plugin that is loaded when none is named. */
export const defaultPlugin = "classic"
