import type { PatternDescription } from "@mjolnir/core"

/** What a detector says of a pattern, as Markdown: what it means, its rule and where that comes from. */
export const patternMarkdown = ({ means, rule, source }: PatternDescription): string =>
  [means, `**Rule.** ${rule}`, `**Source.** ${source}${/[.!?]$/.test(source) ? "" : "."}`]
    .map(markdownText)
    .join("\n\n")

/** Text that is no Markdown but for its code: outside of it, a `<` begins no tag. */
export const markdownText = (text: string): string =>
  text.replaceAll(/`[^`]*`|</g, (found) => (found === "<" ? "&lt;" : found))
