/** A README with the description of the plugin between its markers, at the end when it has none. */
export const withBlock = (readme: string, markdown: string): string => {
  const block = `${begin}\n\n${markdown}\n\n${end}`
  const from = readme.indexOf(begin)
  const to = readme.indexOf(end, from)
  if (from < 0) return `${readme.trimEnd()}${readme.trim() === "" ? "" : "\n\n"}${block}\n`
  // Without an end the block reaches to the end: what it was cannot be told from what comes after it.
  return `${readme.slice(0, from)}${block}${to < 0 ? "\n" : readme.slice(to + end.length)}`
}

const begin = "<!-- mjolnir plugin docs -->"
const end = "<!-- /mjolnir plugin docs -->"
