/** A part of a document that is made from a definition in the code. It stands between two comments with its name. */
export interface GeneratedPart {
  /** Path from the root of the repository. */
  readonly file: string
  readonly name: string
  readonly text: string
}

/** The document with the part replaced by what it should be; undefined when the document has no place for it. */
export const withPart = (document: string, { name, text }: GeneratedPart): string | undefined => {
  const opening = `<!-- generated: ${name} -->`
  const closing = `<!-- end of ${name} -->`
  const start = document.indexOf(opening)
  const end = document.indexOf(closing)
  if (start < 0 || end < start) return undefined
  return `${document.slice(0, start + opening.length)}\n\n${text}\n\n${document.slice(end)}`
}

/** Text that the formatter leaves alone. */
export const asItIs = (text: string): string =>
  ["<!-- oxfmt-ignore-start -->", text, "<!-- oxfmt-ignore-end -->"].join("\n\n")
