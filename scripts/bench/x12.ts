import { balance835 } from '@/src/domain/billing/x12/balance835'
import { readInterchanges, transactionsOfType } from '@/src/domain/billing/x12/interchange'
import { read835 } from '@/src/domain/billing/x12/read835'
import { read837P } from '@/src/domain/billing/x12/read837'
import { write837P } from '@/src/domain/billing/x12/write837'
import type { Line } from './lines'
import { median } from './load'
import { oneClaimFile, remittanceText } from './x12Samples'

const rounds = 15
const claims = 10_000

const cpuMs = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** What the text costs whoever only cuts it: `split('~')`, then `split('*')`. */
const cut = (text: string): number => {
  let elements = 0
  for (const segment of text.split('~')) elements += segment.split('*').length
  return elements
}

const compare = (what: string, wanted: string, work: () => void, text: string): Line => {
  const megabytes = text.length / 1_000_000
  for (let round = 0; round < 3; round += 1) {
    work()
    cut(text)
  }
  const turns = Array.from({ length: rounds }, () => ({
    ours: cpuMs(work) / megabytes,
    cut: cpuMs(() => cut(text)) / megabytes,
  }))
  return {
    part: 'X12',
    what,
    unit: 'CPU ms/MB',
    ours: median(turns.map(({ ours }) => ours)),
    against: median(turns.map((turn) => turn.cut)),
    ratio: median(turns.map((turn) => turn.ours / turn.cut)),
    wanted,
  }
}

/** Reading and writing claim files against cutting the same text at its separators. */
export const measureX12 = (): Line[] => {
  const remittance = remittanceText(claims)
  const read = (): void => {
    for (const transaction of transactionsOfType(readInterchanges(remittance), '835'))
      if (!balance835(read835(transaction)).isBalanced) throw new Error('It does not balance.')
  }
  const file = oneClaimFile(claims)
  const written = write837P(file)
  if (read837P(written).files[0]?.claims.length !== claims) throw new Error('Claims went missing.')
  return [
    compare(`reading and balancing an 835 of ${claims} claims`, '<= 2', read, remittance),
    compare(`writing an 837P of ${claims} claims`, '<= 3', () => void write837P(file), written),
  ]
}
