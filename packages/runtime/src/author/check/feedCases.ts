import { type Feed, Tick } from "@mjolnir/core"
import { Predicate, type Result, Schema } from "effect"

import { type AuthorCase, immediateCase, passedUnless } from "./AuthorCase.ts"
import { firstDifference } from "./firstDifference.ts"
import { garbageFrames } from "./garbageFrames.ts"
import { inAnotherWorld } from "./inAnotherWorld.ts"

/** The cases that a feed keeps its contract, tried on frames that no broker should send. */
export const feedCases = (feed: ConfiguredFeed): ReadonlyArray<AuthorCase> => {
  const frames = garbageFrames(sentBy(feed))
  const extent = `${frames.length} frames of garbage`
  return [
    immediateCase(
      {
        id: "D01",
        title: "no frame makes it throw",
        reason: "one bad frame would cost the ticks that come with it, and hide what was wrong",
        hint: 'return { _tag: "Rejected", problem } for a frame that is not what it should be'
      },
      () =>
        passedUnless(
          firstOf(frames, (frame) => throwsOn(feed, frame)),
          extent
        )
    ),
    immediateCase(
      {
        id: "D02",
        title: "every frame gives ticks, is ignored or is rejected",
        reason: "the host takes anything else for a failure of the feed",
        hint: "decode ticks with the Schema Tick of @mjolnir/core, and reject what does not fit"
      },
      () =>
        passedUnless(
          firstOf(frames, (frame) => notAnAnswer(feed, frame)),
          extent
        )
    ),
    immediateCase(
      {
        id: "D03",
        title: "the same frame gives the same",
        reason: "a recording could not be replayed",
        hint: "go by the frame alone: no clock, no chance, nothing remembered"
      },
      () => {
        const answers = () => frames.map((frame) => feed.decode(frame))
        return passedUnless(firstDifference("frame", answers(), inAnotherWorld(answers)), `${extent}, twice`)
      }
    ),
    immediateCase(
      {
        id: "D04",
        title: "what it sends is text",
        reason: "a connection is closed when something else is sent",
        hint: "let greet return a list of texts, and subscribe and unsubscribe one text"
      },
      () => {
        const sent = symbols.flatMap((symbol) => [feed.subscribe?.(symbol) ?? "", feed.unsubscribe?.(symbol) ?? ""])
        const stray: unknown = [...feed.greet(), ...sent].find((frame: unknown) => typeof frame !== "string")
        return passedUnless(
          stray === undefined ? undefined : `it sends ${JSON.stringify(stray)}`,
          `${feed.greet().length} at the start, and for ${symbols.join(" and ")}`
        )
      }
    )
  ]
}

type ConfiguredFeed = Result.Result.Success<ReturnType<Feed["configure"]>>

const symbols = ["AAPL", "BRK.B"]

/** What garbage can be made from; whether it is text is another question. */
const sentBy = (feed: ConfiguredFeed): ReadonlyArray<string> => {
  try {
    return [...feed.greet(), ...symbols.map((symbol) => feed.subscribe?.(symbol) ?? "")].map(String)
  } catch {
    return []
  }
}

const firstOf = (frames: ReadonlyArray<string>, find: (frame: string) => string | undefined): string | undefined => {
  for (const frame of frames) {
    const found = find(frame)
    if (found !== undefined) return found
  }
  return undefined
}

const throwsOn = (feed: ConfiguredFeed, frame: string): string | undefined => {
  try {
    feed.decode(frame)
    return undefined
  } catch (cause) {
    return `${shown(frame)} made it throw ${String(cause)}`
  }
}

const notAnAnswer = (feed: ConfiguredFeed, frame: string): string | undefined => {
  const answer: unknown = feed.decode(frame)
  if (Predicate.hasProperty(answer, "_tag")) {
    if (answer._tag === "Ignored") return undefined
    if (answer._tag === "Rejected" && Predicate.hasProperty(answer, "problem") && typeof answer.problem === "string") {
      return undefined
    }
    if (answer._tag === "Ticks" && Predicate.hasProperty(answer, "ticks") && areTicks(answer.ticks)) return undefined
  }
  return `${shown(frame)} gave ${JSON.stringify(answer)?.slice(0, 120)}`
}

const areTicks = Schema.is(Schema.Array(Tick))

const shown = (frame: string): string =>
  frame.length > 60 ? `${JSON.stringify(frame.slice(0, 60))}…` : JSON.stringify(frame)
