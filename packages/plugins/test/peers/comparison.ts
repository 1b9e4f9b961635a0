/** What becomes of a finding of one of two sides at the other, and why, for a reader of charts. */
export interface Fate {
  readonly agrees: boolean
  readonly why: string
}

/** How many of the findings of one side had this fate at the other. */
export interface ComparisonRow<Kind extends string> {
  readonly compared: string
  readonly kind: Kind
  readonly count: number
}

/** The fates of one comparison, counted, in the order of the kinds. */
export const counted = <Kind extends string>(
  kinds: Readonly<Record<Kind, Fate>>,
  compared: string,
  fates: ReadonlyArray<Kind>
): ReadonlyArray<ComparisonRow<Kind>> => {
  const rows: Array<ComparisonRow<Kind>> = []
  for (const kind in kinds) {
    const count = fates.filter((each) => each === kind).length
    if (count > 0) rows.push({ compared, kind, count })
  }
  return rows
}

/** The table of agreements and disagreements, as Markdown. What is compared is told once, with how much there is of it. */
export const comparisonTable = <Kind extends string>(
  kinds: Readonly<Record<Kind, Fate>>,
  counting: string,
  rows: ReadonlyArray<ComparisonRow<Kind>>
): string =>
  [
    `| Compared | Outcome | ${counting} | Why |`,
    "| --- | --- | ---: | --- |",
    ...rows.map(({ compared, count, kind }, place) => {
      const { agrees, why } = kinds[kind]
      const title = compared === rows[place - 1]?.compared ? "" : `${compared}: ${totalOf(compared, rows)}`
      return `| ${title} | ${agrees ? "agrees" : "differs"} | ${count} | ${why} |`
    })
  ].join("\n")

const totalOf = (title: string, rows: ReadonlyArray<ComparisonRow<string>>): number =>
  rows.reduce((total, { compared, count }) => (compared === title ? total + count : total), 0)
