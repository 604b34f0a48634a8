import { expect, it } from 'vitest'
import { balance835 } from '@/src/domain/billing/x12/balance835'
import {
  allSegments,
  readInterchanges,
  transactionsOfType,
} from '@/src/domain/billing/x12/interchange'
import { read835 } from '@/src/domain/billing/x12/read835'
import { formatSegments } from '@/src/domain/billing/x12/segments'
import { describeShared, type SharedFile, sharedFiles } from '@/tests/support/sharedData'

/** Balance computed the plainest way, with no line of the module under test. */
const naiveBalances = (bytes: Uint8Array): boolean[] => {
  const text = Buffer.from(bytes).toString('latin1')
  const start = text.search(/ISA[|*+]\d\d/)
  const element = text[start + 3] ?? '*'
  const sixteenth = text.slice(start).split(element).slice(0, 16).join(element).length + 1
  const terminator = text[start + sixteenth + 1] ?? '~'
  const rows = text
    .slice(start)
    .split(terminator)
    .map((row) => row.trim().split(element))
  const cents = (value: string | undefined) => Math.round(Number(value || 0) * 100)
  const adjustments = (row: string[]) =>
    [3, 6, 9, 12, 15, 18].reduce((sum, index) => sum + cents(row[index]), 0)
  const results: boolean[] = []
  let remittance: string[][] | null = null
  for (const row of rows) {
    if (row[0] === 'ST') remittance = row[1] === '835' ? [] : null
    remittance?.push(row)
    if (row[0] !== 'SE' || !remittance) continue
    const payment = cents(remittance.find((r) => r[0] === 'BPR')?.[2])
    const claims: string[][][] = []
    let open: string[][] | null = null
    for (const r of remittance) {
      if (r[0] === 'CLP') {
        open = []
        claims.push(open)
      }
      if (r[0] === 'PLB') open = null
      open?.push(r)
    }
    const areClaimsRight = claims.every((claim) => {
      const clp = claim[0] ?? []
      const cas = claim.filter((r) => r[0] === 'CAS')
      const services = claim.map((r, i) => ({ r, i })).filter(({ r }) => r[0] === 'SVC')
      const areLinesRight = services.every(({ r, i }, position) => {
        const end = services[position + 1]?.i ?? claim.length
        const own = claim.slice(i, end).filter((x) => x[0] === 'CAS')
        return cents(r[2]) - own.reduce((sum, x) => sum + adjustments(x), 0) === cents(r[3])
      })
      const charged = services.reduce((sum, { r }) => sum + cents(r[2]), 0)
      const patient = cas.filter((r) => r[1] === 'PR').reduce((sum, r) => sum + adjustments(r), 0)
      const isInpatient = Boolean(clp[11]) || claim.some((r) => r[0] === 'MIA')
      return (
        areLinesRight &&
        cents(clp[3]) - cas.reduce((sum, r) => sum + adjustments(r), 0) === cents(clp[4]) &&
        (services.length === 0 || isInpatient || charged === cents(clp[3])) &&
        patient === cents(clp[5])
      )
    })
    const paid = claims.reduce((sum, claim) => sum + cents(claim[0]?.[4]), 0)
    const provider = remittance
      .filter((r) => r[0] === 'PLB')
      .reduce((sum, r) => sum + [4, 6, 8, 10, 12, 14].reduce((s, i) => s + cents(r[i]), 0), 0)
    results.push(areClaimsRight && payment === paid - provider)
    remittance = null
  }
  return results
}

const remittancesOf = (file: SharedFile) =>
  transactionsOfType(readInterchanges(file.bytes), '835').map(read835)

describeShared('x12', 'Published X12 files', () => {
  const samples = sharedFiles('x12')

  it('are all read without throwing, and every segment is kept', () => {
    expect(samples.length).toBeGreaterThan(100)
    for (const file of samples) {
      const { interchanges, findings } = readInterchanges(file.bytes)
      expect(interchanges.length, file.name).toBeGreaterThan(0)
      for (const finding of findings) expect(finding.message).toMatch(/\.$/)
    }
  })

  it('are written back byte for byte when they are clean', () => {
    let clean = 0
    for (const file of samples) {
      const { interchanges, findings } = readInterchanges(file.bytes)
      const [only] = interchanges
      if (findings.length > 0 || interchanges.length !== 1 || !only) continue
      const text = Buffer.from(file.bytes).toString('utf8').trim()
      const { segment } = only.delimiters
      const expected = text
        .split(segment)
        .map((part) => part.replace(/^\s+|[\r\n]+$/g, ''))
        .filter((part) => part !== '')
        .map((part) => part + segment)
        .join('')
      expect(formatSegments(allSegments(only), only.delimiters), file.name).toBe(expected)
      clean += 1
    }
    expect(clean).toBeGreaterThan(80)
  })

  it('balance exactly where a plain calculation says so', () => {
    const table = samples.flatMap((file) => {
      const remittances = remittancesOf(file)
      if (remittances.length === 0) return []
      const ours = remittances.map((remittance) => balance835(remittance).isBalanced)
      return [{ name: file.name, ours, naive: naiveBalances(file.bytes) }]
    })
    expect(table.length).toBeGreaterThanOrEqual(20)
    for (const row of table) expect(row.ours, row.name).toEqual(row.naive)
    const count = (isBalanced: boolean) =>
      table.flatMap((row) => row.ours).filter((value) => value === isBalanced).length
    expect({ balanced: count(true), refused: count(false) }).toEqual({ balanced: 172, refused: 4 })
  })

  it('have claims in cents, and a transaction count that nothing was lost from', () => {
    const volume = samples.find((file) => file.name.endsWith('profee-multiple.edi'))
    const remittances = volume ? remittancesOf(volume) : []
    expect(remittances).toHaveLength(156)
    expect(remittances.flatMap((remittance) => remittance.claims)).toHaveLength(468)
    expect(remittances.flatMap((remittance) => remittance.findings)).toEqual([])
  })

  it('are read and balanced in about the time of two plain splits', () => {
    const volume = samples.find((file) => file.name.endsWith('profee-multiple.edi'))
    const bytes = Buffer.concat(Array.from({ length: 20 }, () => volume?.bytes ?? new Uint8Array()))
    const plain = () =>
      bytes
        .toString()
        .split('~')
        .reduce((sum, row) => sum + row.split('*').length, 0)
    const ours = () =>
      transactionsOfType(readInterchanges(bytes), '835').reduce(
        (sum, transaction) => sum + Number(balance835(read835(transaction)).isBalanced),
        0,
      )
    const ratios: number[] = []
    for (let round = 0; round < 7; round += 1) ratios.push(cpu(ours) / cpu(plain))
    ratios.sort((a, b) => a - b)
    // The best of several rounds: other work on the machine only ever adds time.
    expect(ratios[0]).toBeLessThan(2)
  })
})

describeShared('x12-examples', 'The behavioral-health example remittance', () => {
  const file = sharedFiles('x12-examples').find(({ name }) => name === 'bh_835.edi')!

  it('is read to known numbers', () => {
    const [remittance] = remittancesOf(file)
    expect(remittance?.payment).toEqual({
      handlingCode: 'I',
      amountCents: 9500,
      direction: 'C',
      method: 'ACH',
      date: '2026-01-28',
      traceNumber: 'EFT55500123',
      payerIdentifier: '1741111111',
    })
    expect(remittance?.payer).toMatchObject({ name: 'EXAMPLE HEALTH PLAN' })
    expect(remittance?.payee).toMatchObject({ idQualifier: 'XX', id: '1999999984' })
    expect(remittance?.claims.map((claim) => [claim.statusCode, claim.paidCents])).toEqual([
      ['1', 11000],
      ['4', 0],
      ['22', -10000],
      ['1', 8500],
    ])
    expect(remittance?.claims[0]?.lines[0]).toMatchObject({
      code: '90837',
      modifiers: ['95'],
      chargeCents: 17500,
      paidCents: 11000,
      allowedCents: 14000,
      serviceDate: '2026-01-15',
      lineControlNumber: 'RB-000123-1-1',
      adjustments: [
        { group: 'CO', carc: '45', amountCents: 3500 },
        { group: 'PR', carc: '3', amountCents: 3000 },
      ],
    })
    expect(remittance?.providerAdjustments).toMatchObject([
      { reason: 'WO', reference: 'EHP2025Q0555', amountCents: 200 },
      { reason: 'L6', reference: 'EHP2026A0001', amountCents: -200 },
    ])
  })
})

const cpu = (run: () => number): number => {
  const before = process.cpuUsage()
  const result = run()
  const used = process.cpuUsage(before)
  expect(result).toBeGreaterThan(0)
  return used.user + used.system
}
