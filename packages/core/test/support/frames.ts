import { Arbitrary } from "effect"

import { oneOf, pick, shuffled, whole } from "./arbitraries.ts"

/** A field of a JSON object as text: name, value and the white space around the colon and behind the value. */
interface FieldText {
  readonly name: string
  readonly value: string
  readonly spaces: ReadonlyArray<string>
}

const symbolText = Arbitrary.map(
  Arbitrary.array(pick("A", ..."ZMQLOP.-/:!~019z{}[],".split("")), { minLength: 1, maxLength: 32 }),
  (letters) => letters.join("")
)

const timeText = oneOf(
  Arbitrary.map(whole(946_684_800_000, 4_102_444_799_999), String),
  Arbitrary.map(whole(946_684_800, 4_102_444_799), String),
  Arbitrary.map(Arbitrary.all([whole(946_684_800, 4_102_444_799), whole(0, 99_999)]), (parts) => parts.join("."))
)

/** A positive decimal of at most 15 digits. */
export const decimalText: Arbitrary.Arbitrary<string> = Arbitrary.map(
  Arbitrary.all([whole(1, 999_999_999_999_999), whole(0, 15)]),
  ([digits, point]) => {
    const text = String(digits)
    if (point === 0) return text
    if (point < text.length) return `${text.slice(0, point)}.${text.slice(point)}`
    return `0.${text.slice(0, 14)}`
  }
)

const nestedText = pick("null", "true", "false", "[]", "{}", '"x"', "-1.5", "[1,[2.5,null],{}]", '{"a":{"b":[0]}}')

const stateText = Arbitrary.map(
  Arbitrary.all([whole(946_684_800, 4_102_444_799), decimalText, decimalText, decimalText, whole(0, 40)]),
  ([start, open, high, low, count]) =>
    `{"ticker":"LOOP","start_time":${start},"open_price":${open},"high_price":${high},` +
    `"low_price":${low},"close_price":${open},"tick_count":${count},"age_seconds":0.3}`
)

const syncText = oneOf(
  Arbitrary.map(stateText, (state) => `{"candle_state":${state},"server_time":1753277400.339}`),
  Arbitrary.map(stateText, (state) => `{ "server_time" : 1753277400.339, "candle_state" : ${state}}`),
  pick("null", "{}", "true", '{"candle_state": null, "next_candle_boundary": 1753277460}')
)

const space = pick("", "", "", " ", "\n", "\t ", "\r\n")

const fieldText = (name: string, value: Arbitrary.Arbitrary<string>): Arbitrary.Arbitrary<FieldText> =>
  Arbitrary.map(Arbitrary.all([value, Arbitrary.array(space, { minLength: 4, maxLength: 4 })]), ([value, spaces]) => ({
    name: `"${name}"`,
    value,
    spaces
  }))

const write = (fields: ReadonlyArray<FieldText>): string =>
  `{${fields
    .map(({ name, spaces, value }) => [spaces[0], name, spaces[1], ":", spaces[2], value, spaces[3]].join(""))
    .join(",")}}`

const quoted = (text: string) => `"${text}"`

/** Some of the documented fields that are not read. */
const unreadFields = Arbitrary.array(
  Arbitrary.flatMap(pick("prev_price", "mav10", "float", "delta", "multiplier", "first_seen"), (name) =>
    fieldText(name, nestedText)
  ),
  { maxLength: 4 }
)

const inAnyOrder = (...groups: ReadonlyArray<Arbitrary.Arbitrary<ReadonlyArray<FieldText>>>) =>
  Arbitrary.flatMap(Arbitrary.all(groups), (fields) => shuffled(fields.flat()))

const always = (name: string, value: Arbitrary.Arbitrary<string>) =>
  Arbitrary.map(fieldText(name, value), (field): ReadonlyArray<FieldText> => [field])

const maybe = (name: string, value: Arbitrary.Arbitrary<string>) =>
  Arbitrary.array(fieldText(name, value), { maxLength: 1 })

const volumeText = oneOf(Arbitrary.map(whole(0, 1_000_000_000), String), decimalText, pick("null", "0", "0.5"))

const flatFields = inAnyOrder(
  always("ticker", Arbitrary.map(symbolText, quoted)),
  always("timestamp", timeText),
  always("price", decimalText),
  maybe("volume", volumeText),
  unreadFields
)

const dataFields = inAnyOrder(
  always("timestamp", timeText),
  always("price", decimalText),
  maybe("ticker", oneOf(Arbitrary.map(symbolText, quoted), nestedText)),
  maybe("volume", volumeText),
  unreadFields
)

const envelopeFields = inAnyOrder(
  always(
    "topic",
    Arbitrary.map(symbolText, (symbol) => `"stock:${symbol}"`)
  ),
  always("data", Arbitrary.map(dataFields, write)),
  maybe("sync", syncText),
  unreadFields
)

/** Ordinary ticks, flat and in an envelope, their fields in any order. */
export const plainFrame: Arbitrary.Arbitrary<string> = Arbitrary.map(oneOf(flatFields, envelopeFields), write)

const oddName = pick(
  "",
  ..."ticker timestamp price volume topic data sync prev_price type pattern news".split(" "),
  ..."__proto__ Price pri\\u0063e prix\u00e9 candle_state constructor".split(" ")
)

const oddValue = oneOf(
  pick("0", "-0", "0.0", "-1", "01", "1.", ".5", "+1", "1e3", "1E-2", "1e400", "NaN", "Infinity", "0x10", "1_0"),
  pick(
    "123456789012345678901234567890",
    "0.1234567890123456",
    "9007199254740993",
    "1753277400000000",
    "1753277459.9999999"
  ),
  pick(
    '"1.5"',
    '""',
    '" LOOP"',
    '"L\\u004fOP"',
    '"LO\\nP"',
    '"L\u00d6P"',
    '"stock:"',
    '"stock:LOOP"',
    '"info"',
    "'x'",
    '"\\x"',
    '"a\\"b"',
    '"\t"'
  ),
  pick(`"${"A".repeat(33)}"`, "{}", "[1,]", '{"a":1,}', '{"a" 1}', "[", "nul", "tru", "nullx", '"open', "\u00a01", ""),
  pick(
    "[".repeat(40) + "]".repeat(40),
    '{"candle_state":null,"candle_state":{}}',
    '{"price":2,"timestamp":1753277400}'
  ),
  nestedText,
  Arbitrary.map(stateText, (state) => `{"candle_state":null,"candle_state":${state}}`),
  timeText,
  decimalText
)

const oddField = Arbitrary.flatMap(oddName, (name) => fieldText(name, oddValue))

/** Frames with odd names, values, repeated fields and junk, near to ticks. */
export const oddFrame: Arbitrary.Arbitrary<string> = Arbitrary.map(
  Arbitrary.all([
    oneOf(
      inAnyOrder(flatFields, Arbitrary.array(oddField, { maxLength: 2 })),
      inAnyOrder(envelopeFields, Arbitrary.array(oddField, { maxLength: 2 })),
      inAnyOrder(
        always(
          "topic",
          oneOf(
            Arbitrary.map(symbolText, (symbol) => `"stock:${symbol}"`),
            oddValue
          )
        ),
        always("data", Arbitrary.map(inAnyOrder(dataFields, Arbitrary.array(oddField, { maxLength: 2 })), write)),
        maybe("sync", oneOf(syncText, oddValue))
      ),
      Arbitrary.array(oddField, { maxLength: 6 })
    ),
    pick("", "", "", " ", "\ufeff", "["),
    pick("", "", "", "\n", ",", "{}", "}", "\u0000")
  ]),
  ([fields, before, after]) => `${before}${write(fields)}${after}`
)

type Edit = (bytes: ReadonlyArray<number>) => ReadonlyArray<number>

const place = whole(0, 1_000)
const positionIn = (bytes: ReadonlyArray<number>, at: number): number => Math.floor((at * bytes.length) / 1_001)
const byte = oneOf(
  pick(0x30, ...Array.from('123456789.-+eE"\\{}[]:, \n', (letter) => letter.charCodeAt(0))),
  whole(0, 255)
)

const edit: Arbitrary.Arbitrary<Edit> = oneOf(
  Arbitrary.map(
    Arbitrary.all([place, byte]),
    ([at, value]): Edit =>
      (bytes) =>
        bytes.with(positionIn(bytes, at), value)
  ),
  Arbitrary.map(
    Arbitrary.all([place, byte]),
    ([at, value]): Edit =>
      (bytes) =>
        bytes.toSpliced(positionIn(bytes, at), 0, value)
  ),
  Arbitrary.map(
    Arbitrary.all([place, whole(1, 8)]),
    ([at, count]): Edit =>
      (bytes) =>
        bytes.toSpliced(positionIn(bytes, at), count)
  ),
  Arbitrary.map(
    place,
    (at): Edit =>
      (bytes) =>
        bytes.slice(0, positionIn(bytes, at))
  ),
  Arbitrary.map(Arbitrary.all([place, place, plainFrame]), ([at, from, other]): Edit => (bytes) => {
    const tail = Array.from(encoder.encode(other))
    return [...bytes.slice(0, positionIn(bytes, at)), ...tail.slice(positionIn(tail, from))]
  })
)

const encoder = new TextEncoder()

/** Ordinary ticks with bytes changed, inserted, deleted, cut off or put together with another tick's. */
export const mutatedFrame: Arbitrary.Arbitrary<Uint8Array> = Arbitrary.map(
  Arbitrary.all([plainFrame, Arbitrary.array(edit, { minLength: 1, maxLength: 3 })]),
  ([text, edits]) =>
    Uint8Array.from(
      edits.reduce<ReadonlyArray<number>>(
        (bytes, edit) => (bytes.length === 0 ? bytes : edit(bytes)),
        Array.from(encoder.encode(text))
      )
    )
)
