import ipaddr from 'ipaddr.js'

const entriesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean)

type Network = ReturnType<typeof ipaddr.parseCIDR>

const networkOf = (entry: string): Network | null => {
  try {
    if (entry.includes('/')) return ipaddr.parseCIDR(entry)
    const single = ipaddr.parse(entry)
    return [single, single.kind() === 'ipv4' ? 32 : 128]
  } catch {
    return null
  }
}

// ipaddr.js also reads 10.1 and 0x0a000001; a list that decides who comes in is written in full.
const isWritten = (entry: string): boolean => {
  const [address = ''] = entry.split('/')
  return ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)
}

/** The entries of a list of addresses and networks (IPv4 and IPv6) that are neither. */
export const unreadableAddresses = (text: string): string[] =>
  entriesIn(text).filter((entry) => !isWritten(entry) || networkOf(entry) === null)

/** The list as it is kept: one entry a line, each once. */
export const tidyAddresses = (text: string): string => [...new Set(entriesIn(text))].join('\n')

/** Whether an address is in a list; an empty list allows every address, an unknown address is in none. */
export const isAllowedAddress = (address: string, list: string): boolean => {
  const entries = entriesIn(list)
  if (!entries.length) return true
  if (!ipaddr.isValid(address)) return false
  const given = ipaddr.process(address)
  return entries.some((entry) => {
    const network = networkOf(entry)
    return network !== null && network[0].kind() === given.kind() && given.match(network)
  })
}

/** Whether this is an address of the internet, not of a network inside. */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

/** The host of an address on the web, an IPv6 one without its brackets. */
export const addressIn = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1')

/** Whether a host is written as an address that is neither public nor in one of the networks; names tell later. */
export const isInsideAddress = (hostname: string, networks: string): boolean => {
  const address = addressIn(hostname)
  if (!ipaddr.isValid(address) || isPublicAddress(address)) return false
  return !networks.trim() || !isAllowedAddress(address, networks)
}
