import { defineSink, type Detection, param } from "@mjolnir/core"
import { Context, Effect, Layer, Schema } from "effect"

/** A chat room that takes lines of text. A service of its own, so that a test can put another in its place. */
export class ChatRoom extends Context.Service<
  ChatRoom,
  {
    readonly post: (line: string) => Effect.Effect<void, ChatRoomError>
  }
>()("team-chat/ChatRoom") {
  /** The room behind a webhook that takes `{"text": "…"}`. */
  static readonly layerWebhook = (url: string): Layer.Layer<ChatRoom> =>
    Layer.succeed(
      ChatRoom,
      ChatRoom.of({
        post: Effect.fn("ChatRoom.post")(function* (text: string) {
          const response = yield* Effect.tryPromise({
            try: (signal) => fetch(url, { method: "POST", body: JSON.stringify({ text }), headers, signal }),
            catch: (cause) => new ChatRoomError({ problem: String(cause) })
          })
          if (!response.ok) return yield* new ChatRoomError({ problem: `it answered with ${response.status}` })
        })
      })
    )
}

/** The chat room has not taken a line. */
export class ChatRoomError extends Schema.TaggedError<ChatRoomError>()("ChatRoomError", { problem: Schema.String }) {
  override get message() {
    return `the chat room has not taken the line: ${this.problem}`
  }
}

const params = Schema.Struct({
  url: param(Schema.String, "Webhook of the chat room", "http://localhost:8065/hooks/detections")
})

/** The sink on any chat room: the tests give it one in memory. */
export const teamChatOn = (layer: (url: string) => Layer.Layer<ChatRoom>) =>
  defineSink({
    name: "team-chat",
    version: "0.1.0",
    summary: "Posts a line for each detection to a chat room",
    params,
    // When it fails the host calls again later, so a detection may come twice: its id tells.
    deliver: ({ detection }) => ChatRoom.use(({ post }) => post(lineOf(detection))),
    layer: ({ url }: typeof params.Type) => layer(url)
  })

/** The sink on a webhook. */
export const teamChat = teamChatOn(ChatRoom.layerWebhook)

const lineOf = ({ confidence, direction, id, pattern, symbol, triggerPrice }: Detection): string =>
  `${symbol} ${pattern} (${direction}) at ${triggerPrice}, confidence ${confidence.toFixed(2)} [${id}]`

const headers = { "content-type": "application/json" }
