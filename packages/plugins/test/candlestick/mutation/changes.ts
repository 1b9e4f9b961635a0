/** A node of a syntax tree. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

/** Text of the source to be replaced. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly text: string
  /** In words that name the line and what becomes of it. */
  readonly mistake: string
}

/**
 * The mistakes that are tried in a condition: each comparison and each sign turned into its neighbour, each part of an
 * `&&` or `||` left out, each age one more and one less, each share of a body a little larger.
 */
export const changesOf = (node: Node, source: string, shown = node): ReadonlyArray<Change> => {
  const whole = isComparison(node) || (node.type === "BinaryExpression" && !isComparison(shown)) ? node : shown
  const own = [
    ...operatorChanges(node, source, whole),
    ...omissions(node, source),
    ...ageChanges(node, source, whole),
    ...shares(node, source, whole)
  ]
  const inner = childrenOf(node).flatMap((child) =>
    changesOf(child, source, child.type === "CallExpression" && !isComparison(whole) ? child : whole)
  )
  return [...own, ...inner]
}

const isComparison = ({ operator, type }: Node): boolean =>
  type === "BinaryExpression" && /[<>=]/.test(String(operator))

/** The value as a node; fails when it is something else. */
export const nodeIn = (value: unknown): Node => {
  if (!isNode(value)) throw new Error("not a node of a syntax tree")
  return value
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value

const childrenOf = (node: Node): ReadonlyArray<Node> =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode))

const neighbours: Readonly<Record<string, string>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "===": "!==",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*"
}

const operatorChanges = (node: Node, source: string, shown: Node): ReadonlyArray<Change> => {
  if (node.type !== "BinaryExpression") return []
  const operator = String(node["operator"])
  const neighbour = neighbours[operator]
  const left = nodeIn(node["left"])
  const right = nodeIn(node["right"])
  // Texts are put together by the same sign.
  if (neighbour === undefined || typeof right["value"] === "string") return []
  const from = left.end + source.slice(left.end, right.start).indexOf(operator)
  return [change(shown, source, from, from + operator.length, neighbour)]
}

/** Leaves out each part of a chain, which is told once for the whole of it. */
const omissions = (node: Node, source: string): ReadonlyArray<Change> => {
  if (node.type !== "LogicalExpression") return []
  const left = nodeIn(node["left"])
  const right = nodeIn(node["right"])
  const isChain = left.type === "LogicalExpression" && left["operator"] === node["operator"]
  const without = (dropped: Node, kept: Node): Change => ({
    from: node.start,
    to: node.end,
    text: textOf(kept, source),
    mistake: `without ${oneLine(textOf(dropped, source))}`
  })
  return isChain ? [without(right, left)] : [without(right, left), without(left, right)]
}

const ageChanges = (node: Node, source: string, shown: Node): ReadonlyArray<Change> => {
  if (node.type !== "CallExpression" || !Array.isArray(node["arguments"])) return []
  return node["arguments"].map(nodeIn).flatMap((argument) => {
    const age = argument["value"]
    if (typeof age !== "number") return []
    return [age - 1, age + 1]
      .filter((other) => other >= 0)
      .map((other) => change(shown, source, argument.start, argument.end, String(other)))
  })
}

const shares = (node: Node, source: string, shown: Node): ReadonlyArray<Change> =>
  node.type === "Literal" && node["value"] === 0.5 ? [change(shown, source, node.start, node.end, "0.51")] : []

const change = (node: Node, source: string, from: number, to: number, text: string): Change => {
  const before = oneLine(textOf(node, source))
  const after = oneLine(source.slice(node.start, from) + text + source.slice(to, node.end))
  return { from, to, text, mistake: `${before} → ${after}` }
}

const textOf = ({ end, start }: Node, source: string): string => {
  // Brackets around a part are not in its node.
  const text = source.slice(start, end)
  const isBracketed = source[start - 1] === "(" && source[end] === ")" && text.includes("||")
  return isBracketed ? `(${text})` : text
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ")
