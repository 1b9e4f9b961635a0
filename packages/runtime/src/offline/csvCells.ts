/**
 * The cells of a CSV line. A cell may stand in double quotes, with `""` for a quote within; it may not span lines.
 *
 * @example
 * csvCells('1,"a, ""b""",2') // => ["1", 'a, "b"', "2"]
 */
export const csvCells = (line: string): Array<string> => {
  if (!line.includes('"')) return line.split(",")
  return Array.from(line.matchAll(cell), ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "")
}

const cell = /(?<=^|,)(?:\s*"([^"]*(?:""[^"]*)*)"\s*|([^,]*))(?=,|$)/g
