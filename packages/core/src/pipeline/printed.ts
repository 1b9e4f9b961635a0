/** A value in words that fit into a log, whatever it is; what code of a plugin makes of it may throw, or have no end. */
export const printed = (value: unknown): string => {
  try {
    return shortened(String(value))
  } catch {
    return "something that cannot be printed"
  }
}

const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

const longest = 300
