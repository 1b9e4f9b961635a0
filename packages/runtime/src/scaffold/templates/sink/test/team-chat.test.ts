import { deliverTo, detectionWith } from "@mjolnir/core/testing"
import { Effect, Layer } from "effect"
import { assert, describe, it } from "vitest"

import { ChatRoom, ChatRoomError, teamChatOn } from "../src/team-chat.ts"

const delivery = {
  detection: detectionWith({ id: "4f2a", symbol: "AAPL", pattern: "THREE_UP", confidence: 0.8, triggerPrice: 10.5 }),
  candle: { open: 10, high: 10.6, low: 9.9, close: 10.5, volume: 1200 }
}

describe("team-chat", () => {
  it("posts a line for a detection to the room of its settings", async () => {
    const lines: Array<string> = []
    const sink = teamChatOn((url) =>
      Layer.succeed(ChatRoom, ChatRoom.of({ post: (line) => Effect.sync(() => void lines.push(`${url}: ${line}`)) }))
    )
    await deliverTo(sink, [delivery], { settings: { url: "https://chat.example/1" } })
    assert.deepStrictEqual(lines, ["https://chat.example/1: AAPL THREE_UP (bullish) at 10.5, confidence 0.80 [4f2a]"])
  })

  it("fails when the room does not take the line, so that the host calls again", async () => {
    const closed = ChatRoom.of({ post: () => Effect.fail(new ChatRoomError({ problem: "it is closed" })) })
    const sink = teamChatOn(() => Layer.succeed(ChatRoom, closed))
    const problem = await deliverTo(sink, [delivery]).catch(String)
    assert.include(problem, "the chat room has not taken the line: it is closed")
  })
})
