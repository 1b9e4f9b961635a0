import { createServer, type Server, type Socket } from "node:net"

import { type WebSocket, WebSocketServer } from "ws"

import { portOf } from "./ports.ts"

/** A real WebSocket server on a loopback port. */
export interface PeerServer extends AsyncDisposable {
  readonly url: string
  readonly port: number
  /** Connections accepted, oldest first. */
  readonly peers: ReadonlyArray<WebSocket>
  /** Text frames received, oldest first. */
  readonly received: ReadonlyArray<string>
}

/** Starts a WebSocket server; `onPeer` is told of every connection. */
export const startPeer = async (onPeer: (peer: WebSocket) => void = () => {}, port = 0): Promise<PeerServer> => {
  const server = new WebSocketServer({ host: "127.0.0.1", port })
  const peers: Array<WebSocket> = []
  const received: Array<string> = []
  server.on("connection", (peer) => {
    peers.push(peer)
    peer.on("message", (data) => received.push(String(data)))
    peer.on("error", () => {})
    onPeer(peer)
  })
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject))
  const listens = portOf(server)
  return {
    url: `ws://127.0.0.1:${listens}`,
    port: listens,
    peers,
    received,
    [Symbol.asyncDispose]: async () => {
      for (const peer of server.clients) peer.terminate()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

/** Accepts TCP connections and never says a word. */
export const startMute = async (): Promise<
  AsyncDisposable & { readonly url: string; readonly sockets: Set<Socket> }
> => {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket
      .on("error", () => {})
      .on("close", () => sockets.delete(socket))
      .resume()
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `ws://127.0.0.1:${portOf(server)}`,
    sockets,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}
