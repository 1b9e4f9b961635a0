import { Predicate } from "effect"

/** What a client's frame asks the broker to do. */
export type BrokerAction =
  | { readonly _tag: "Subscribe" | "Unsubscribe"; readonly topic: string }
  | { readonly _tag: "Publish"; readonly topic: string; readonly data: unknown }
  /** Answer with an error. */
  | { readonly _tag: "Refuse"; readonly message: string }

/** Understands a frame as the topic broker does. */
export const readClientFrame = (text: string): BrokerAction => {
  let frame: unknown
  try {
    frame = JSON.parse(text)
  } catch {
    return { _tag: "Refuse", message: "Message must be valid JSON." }
  }
  if (!Predicate.isObject(frame)) {
    return { _tag: "Refuse", message: "Server error processing message: not a JSON object" }
  }
  return actionOf(frame)
}

const actionOf = (frame: Readonly<Record<PropertyKey, unknown>>): BrokerAction => {
  const { topic, type } = frame
  if (typeof topic !== "string" || topic === "") return malformed
  if (type === "subscribe") return { _tag: "Subscribe", topic }
  if (type === "unsubscribe") return { _tag: "Unsubscribe", topic }
  return "data" in frame ? { _tag: "Publish", topic, data: frame["data"] } : malformed
}

const malformed: BrokerAction = {
  _tag: "Refuse",
  message: "Malformed message or unknown type. Expected subscribe, unsubscribe or a topic with data."
}
