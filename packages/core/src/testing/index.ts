export { FakeMarketSocket } from "./FakeMarketSocket.ts"
export { FakeRedis } from "./FakeRedis.ts"
