/** Why a text is not well-formed XML, as far as elements, attributes and references go; undefined when it is. */
export const xmlProblem = (text: string): string | undefined => {
  const open: Array<string> = []
  let rest = text.trim()
  while (rest !== "") {
    const [token = ""] = /^(?:<[^<>]*>|[^<>]+)/.exec(rest) ?? []
    if (token === "") return `stray sign at ${rest.slice(0, 20)}`
    rest = rest.slice(token.length)
    if (/&(?!#\d+;|#x[\da-f]+;|amp;|lt;|gt;|quot;|apos;)/i.test(token)) return `bare & in ${token}`
    if (!token.startsWith("<")) {
      if (open.length === 0 && token.trim() !== "") return `text outside of the root: ${token}`
      continue
    }
    const [, end, name = "", attributes = "", empty] =
      /^<(\/?)([a-z]+)((?: [\w:-]+="[^"]*")*)(\/?)>$/i.exec(token) ?? []
    if (name === "") return `malformed tag ${token}`
    const names = Array.from(attributes.matchAll(/ ([\w:-]+)=/g), ([, attribute]) => attribute)
    if (new Set(names).size < names.length) return `attribute twice in ${token}`
    if (end === "/") {
      if (open.pop() !== name) return `${token} closes nothing`
    } else if (empty !== "/") open.push(name)
    if (open.length === 0 && rest.trim() !== "") return `more than one root: ${rest.slice(0, 20)}`
  }
  return open.length === 0 ? undefined : `${open.join(", ")} is not closed`
}
