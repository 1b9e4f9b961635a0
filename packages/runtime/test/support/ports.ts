import { createServer, type Server } from "node:net"

/** The port of a server that listens. */
export const portOf = (server: Pick<Server, "address">): number => {
  const address = server.address()
  if (typeof address !== "object" || address === null) throw new Error("the server does not listen")
  return address.port
}

/** A TCP port of the loopback interface on which nobody listens. */
export const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const port = portOf(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}
