import { SeededRandom } from "@mjolnir/core/testing"

/** Frames that no broker should send, and that one day one does: the same each time, some made from `texts`. */
export const garbageFrames = (texts: ReadonlyArray<string>): ReadonlyArray<string> => {
  const random = new SeededRandom(1)
  const seeds = [...texts, ...oddFrames]
  const mutated = Array.from({ length: 500 }, () => mutation(seeds[random.whole(0, seeds.length - 1)] ?? "", random))
  return [...oddFrames, ...mutated]
}

const oddFrames = [
  "",
  " ",
  "\n",
  "\u0000",
  "\uD800",
  "💥",
  "null",
  "true",
  "0",
  "-1e999",
  '""',
  "{}",
  "[]",
  "[[]]",
  "{",
  "]",
  "NaN",
  '{"ticker":null}',
  '{"ticker":"AAPL","timestamp":"soon","price":"much"}',
  '{"ticker":"AAPL","timestamp":1753277400000,"price":-1,"volume":-5}',
  '{"ticker":"AAPL","timestamp":1e300,"price":1e308}',
  '[{"ticker":"AAPL","timestamp":1753277400000,"price":1},null]',
  '{"__proto__":{"ticker":"AAPL"}}',
  "<html><body>502 Bad Gateway</body></html>",
  "[".repeat(10_000),
  "x".repeat(100_000)
]

/** Some characters of the text replaced, cut out or doubled. */
const mutation = (text: string, random: SeededRandom): string => {
  const at = random.whole(0, text.length)
  const length = random.whole(0, 4)
  switch (random.whole(0, 2)) {
    case 0:
      return text.slice(0, at) + String.fromCharCode(random.whole(0, 0xffff)) + text.slice(at + length)
    case 1:
      return text.slice(0, at)
    default:
      return text.slice(0, at) + text.slice(Math.max(0, at - length))
  }
}
