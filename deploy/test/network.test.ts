/** The NetworkPolicy as a truth table: who may talk to whom. */
import { assert, describe, it } from "@effect/vitest"

import { allows, type Connection, type Endpoint } from "./support/reachability.ts"
import { sources } from "./support/sources.ts"

const pod = (namespace: string): Endpoint => ({ namespace })
const host = (address: string): Endpoint => ({ address })

type Row = readonly [
  Connection["direction"],
  Endpoint,
  protocol: Connection["protocol"],
  port: number,
  allowed: boolean
]

const table: ReadonlyArray<Row> = [
  ["ingress", pod("monitoring"), "TCP", 8080, true],
  ["ingress", pod("stock"), "TCP", 8080, true],
  ["ingress", pod("default"), "TCP", 8080, false],
  ["ingress", pod("kube-system"), "TCP", 8080, false],
  ["ingress", host("203.0.113.7"), "TCP", 8080, false],
  ["ingress", pod("monitoring"), "TCP", 9229, false],
  ["ingress", pod("monitoring"), "UDP", 8080, false],

  ["egress", pod("kube-system"), "UDP", 53, true],
  ["egress", pod("kube-system"), "TCP", 53, true],
  ["egress", pod("default"), "UDP", 53, false],
  ["egress", host("203.0.113.7"), "UDP", 53, false],

  ["egress", pod("stock"), "TCP", 6379, true],
  ["egress", pod("redis"), "TCP", 6379, true],
  ["egress", pod("redis"), "TCP", 6380, true],
  ["egress", pod("redis"), "TCP", 6381, false],
  ["egress", host("203.0.113.7"), "TCP", 6379, false],
  ["egress", host("10.1.2.3"), "TCP", 6379, false],

  ["egress", pod("stock"), "TCP", 80, true],
  ["egress", pod("stock"), "TCP", 443, true],
  ["egress", pod("stock"), "TCP", 5432, false],
  ["egress", pod("default"), "TCP", 80, false],
  ["egress", pod("default"), "TCP", 443, false],
  ["egress", host("203.0.113.7"), "TCP", 80, true],
  ["egress", host("203.0.113.7"), "TCP", 443, true],
  ["egress", host("203.0.113.7"), "TCP", 22, false],
  ["egress", host("203.0.113.7"), "UDP", 443, false],
  ["egress", host("172.15.255.255"), "TCP", 443, true],
  ["egress", host("172.32.0.1"), "TCP", 443, true],
  ["egress", host("10.0.0.1"), "TCP", 443, false],
  ["egress", host("172.16.0.1"), "TCP", 443, false],
  ["egress", host("172.31.255.254"), "TCP", 443, false],
  ["egress", host("192.168.1.1"), "TCP", 80, false],
  ["egress", host("169.254.169.254"), "TCP", 80, false]
]

const describePeer = (peer: Endpoint): string => ("address" in peer ? peer.address : `a pod in ${peer.namespace}`)

for (const { name, manifests } of sources.filter((source) => !source.skipped)) {
  describe(`the network policy of ${name}`, () => {
    for (const [direction, peer, protocol, port, allowed] of table) {
      const way = direction === "ingress" ? "from" : "to"
      it(`${allowed ? "allows" : "denies"} ${protocol} ${port} ${way} ${describePeer(peer)}`, () => {
        const connection = { direction, peer, protocol, port }
        assert.strictEqual(allows(manifests().networkPolicy(), "stock", connection), allowed)
      })
    }

    it("restricts both directions", () => {
      assert.sameMembers([...manifests().networkPolicy().spec.policyTypes], ["Ingress", "Egress"])
    })
  })
}
