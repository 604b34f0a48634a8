import { describe, expect, it } from 'vitest'
import { agingBuckets, agingOf, agingTotal } from '@/src/domain/billing/aging'
import { addDays } from '@/src/domain/calendarDate'

const today = '2026-11-23'
const open = (payer: string | null, days: number, cents: number) => ({
  payer,
  serviceDate: addDays(today, -days),
  cents,
})

describe('Aging', () => {
  it('F38 puts each charge where its days since the service are', () => {
    const days = [0, 30, 31, 60, 61, 90, 91, 120, 121, 900]
    const [row] = agingOf(
      days.map((age) => open('premera', age, 100)),
      today,
    )
    expect(row).toEqual({ payer: 'premera', cents: [200, 200, 200, 200, 200], totalCents: 1000 })
    expect(row?.cents).toHaveLength(agingBuckets.length)
  })

  it('has a row for all patients and one per payer, the largest first, that add up', () => {
    const rows = agingOf(
      [
        open(null, 5, 2_000),
        open('aetna', 5, 9_000),
        open(null, 100, 500),
        open('aetna', 40, -300),
      ],
      today,
    )
    expect(rows.map(({ payer, totalCents }) => [payer, totalCents])).toEqual([
      ['aetna', 8_700],
      [null, 2_500],
    ])
    expect(agingTotal(rows)).toEqual({ cents: [11_000, -300, 0, 500, 0], totalCents: 11_200 })
  })

  it('counts a session of tomorrow, which a clock may make, as fresh', () => {
    expect(agingOf([open(null, -1, 100)], today)[0]?.cents[0]).toBe(100)
  })
})
