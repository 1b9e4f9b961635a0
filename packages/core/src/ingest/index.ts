export { FrameIngest, type IngestListener } from "./FrameIngest.ts"
export { MarketTime } from "./MarketTime.ts"
export { SymbolTable } from "./SymbolTable.ts"
