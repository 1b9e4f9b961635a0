/** What a NetworkPolicy means: which peer may talk to which port. Read here, as a test has no
 * network plugin that enforces it. */
import { BlockList } from "node:net"

import type { NetworkPolicy, Peer } from "./objects.ts"

/** A pod in the cluster, or an address outside of it. */
export type Endpoint =
  | { readonly namespace: string; readonly labels?: Readonly<Record<string, string>> }
  | { readonly address: string }

export interface Connection {
  readonly direction: "ingress" | "egress"
  readonly peer: Endpoint
  readonly protocol: "TCP" | "UDP"
  readonly port: number
}

type Labels = Readonly<Record<string, string>>

const selects = (selector: { readonly matchLabels?: Labels }, labels: Labels): boolean =>
  Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value)

const contains = (cidr: string, address: string): boolean => {
  const [network, bits] = cidr.split("/")
  if (network === undefined || bits === undefined) throw new Error(`not a CIDR: ${cidr}`)
  const list = new BlockList()
  list.addSubnet(network, Number(bits))
  return list.check(address)
}

const matches = (rule: Peer, endpoint: Endpoint, ownNamespace: string): boolean => {
  if ("address" in endpoint) {
    const { ipBlock } = rule
    return (
      ipBlock !== undefined &&
      contains(ipBlock.cidr, endpoint.address) &&
      !(ipBlock.except ?? []).some((except) => contains(except, endpoint.address))
    )
  }
  // Whether an address block covers pods differs between network plugins: a pod counts only where a selector names it.
  if (rule.namespaceSelector === undefined && rule.podSelector === undefined) return false
  const inNamespace =
    rule.namespaceSelector === undefined
      ? endpoint.namespace === ownNamespace
      : selects(rule.namespaceSelector, { "kubernetes.io/metadata.name": endpoint.namespace })
  return inNamespace && selects(rule.podSelector ?? {}, endpoint.labels ?? {})
}

export const allows = (policy: NetworkPolicy, ownNamespace: string, connection: Connection): boolean => {
  const isIngress = connection.direction === "ingress"
  // A direction that the policy does not name is not restricted at all.
  if (!policy.spec.policyTypes.includes(isIngress ? "Ingress" : "Egress")) return true
  const rules = isIngress
    ? policy.spec.ingress.map((rule) => ({ peers: rule.from, ports: rule.ports }))
    : policy.spec.egress.map((rule) => ({ peers: rule.to, ports: rule.ports }))
  return rules.some(
    ({ peers, ports }) =>
      peers.some((peer) => matches(peer, connection.peer, ownNamespace)) &&
      ports.some((port) => port.port === connection.port && port.protocol === connection.protocol)
  )
}
