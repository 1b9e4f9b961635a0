import { Schema } from "effect"

/** A part of the trading day, as the market's calendar knows it. */
export const Session = Schema.Literals(["pre", "regular", "post", "closed"])
export type Session = typeof Session.Type
