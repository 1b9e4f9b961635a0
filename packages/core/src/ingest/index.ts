export { FrameIngest, type IngestListener } from "./FrameIngest.ts"
export { SymbolTable } from "./SymbolTable.ts"
