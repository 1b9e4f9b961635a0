import { definePlugin } from "@mjolnir/core"

import { teamChat } from "./team-chat.ts"

export default definePlugin({
  name: "team-chat",
  version: "0.1.0",
  summary: "Posts a line for each detection to a chat room",
  sdk: "^0.1.0",
  sinks: [teamChat]
})
