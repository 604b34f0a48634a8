import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  drawnFunnel,
  FUNNEL_COLUMNS,
  type FunnelColumn,
  type FunnelFact,
  type FunnelRow,
  funnelFrom,
  type MaskedFunnel,
  maskSmallCells,
} from '@/src/domain/outreach/funnel'

const COUNTS = ['inquiries', 'intakes', 'keptSessions'] as const

const row = (source: string, counts: [number, number, number, number, number]): FunnelRow => ({
  source,
  inquiries: counts[0],
  intakes: counts[1],
  keptSessions: counts[2],
  revenueCents: counts[3],
  payers: counts[4],
})

describe('The exact funnel', () => {
  it('should count by source and show the owner every figure', () => {
    const fact = (change: Partial<FunnelFact>): FunnelFact => ({
      source: 'google',
      isIntake: false,
      isKept: false,
      revenueCents: 0,
      ...change,
    })
    const { rows, total } = funnelFrom([
      fact({ isIntake: true, isKept: true, revenueCents: 11_600 }),
      fact({ isIntake: true }),
      fact({}),
      fact({ source: ' ' }),
      fact({ source: null, revenueCents: 500 }),
    ])
    expect(rows).toEqual([row('google', [3, 2, 1, 11_600, 1]), row('unknown', [2, 1, 1, 500, 1])])
    expect(total).toEqual(row('total', [5, 3, 2, 12_100, 2]))
  })

  it('should have nothing to show without inquiries', () => {
    expect(funnelFrom([])).toEqual({ rows: [], total: row('total', [0, 0, 0, 0, 0]) })
  })
})

describe('Masking small cells', () => {
  const mask = (rows: FunnelRow[]) => maskSmallCells({ rows, threshold: 5 })

  it('should show everything when every cell is large enough', () => {
    const rows = [row('google', [9, 7, 6, 96_000, 5]), row('school', [8, 6, 5, 50_000, 5])]
    expect(mask(rows)).toEqual({
      threshold: 5,
      rows: [
        { source: 'google', inquiries: 9, intakes: 7, keptSessions: 6, revenueCents: 96_000 },
        { source: 'school', inquiries: 8, intakes: 6, keptSessions: 5, revenueCents: 50_000 },
      ],
      total: {
        source: 'total',
        inquiries: 17,
        intakes: 13,
        keptSessions: 11,
        revenueCents: 146_000,
      },
    })
  })

  it('should mask four and zero, and show five', () => {
    const { rows } = mask([row('a', [5, 4, 0, 0, 0]), row('b', [9, 5, 5, 9_000, 4])])
    expect(rows).toEqual([
      { source: 'a', inquiries: 5, intakes: null, keptSessions: null, revenueCents: null },
      { source: 'b', inquiries: 9, intakes: 5, keptSessions: 5, revenueCents: null },
    ])
  })

  it('should withhold the total from which a single masked cell could be subtracted', () => {
    const { total } = mask([row('a', [20, 12, 9, 90_000, 9]), row('b', [4, 1, 0, 0, 0])])
    expect(total).toEqual({
      source: 'total',
      inquiries: null,
      intakes: null,
      keptSessions: null,
      revenueCents: null,
    })
  })

  it('should show a total over two masked cells only when neither is pinned down', () => {
    const inquiriesTotal = (a: number, b: number) =>
      mask([row('a', [a, 0, 0, 0, 0]), row('b', [b, 0, 0, 0, 0]), row('c', [9, 9, 9, 9_000, 9])])
        .total.inquiries
    expect(inquiriesTotal(3, 4)).toBe(16)
    expect(inquiriesTotal(4, 4)).toBeNull()
    expect(inquiriesTotal(2, 2)).toBeNull()
    expect(inquiriesTotal(0, 0)).toBeNull()
  })

  it('should not tell by their order which of the masked rows is larger', () => {
    const rows = [row('b', [4, 0, 0, 0, 0]), row('a', [1, 0, 0, 0, 0])]
    expect(mask(rows)).toEqual(mask([row('a', [4, 0, 0, 0, 0]), row('b', [1, 0, 0, 0, 0])]))
  })

  it('should refuse a threshold that protects nobody', () => {
    for (const threshold of [1, 0, -5, 2.5, Number.NaN]) {
      expect(() => maskSmallCells({ rows: [], threshold })).toThrow(RangeError)
    }
    expect(mask([]).total.inquiries).toBeNull()
  })
})

describe('The funnel that is drawn', () => {
  const published = (rows: FunnelRow[]) => maskSmallCells({ rows, threshold: 5 })
  const google = row('google', [20, 12, 9, 90_000, 9])
  const friend = row('friend', [6, 6, 6, 60_000, 6])

  it('should be the total where the total is shown', () => {
    const { total, rows } = published([google, friend])
    expect(drawnFunnel({ rows, total })).toEqual({ sources: null, stages: total })
  })

  it('should be the sources that show every stage where the total is not', () => {
    const rows = [google, friend, row('doctor', [9, 5, 4, 0, 0]), row('radio', [1, 0, 0, 0, 0])]
    expect(drawnFunnel(published(rows))).toEqual({
      sources: ['friend', 'google'],
      stages: {
        source: 'total',
        inquiries: 26,
        intakes: 18,
        keptSessions: 15,
        revenueCents: null,
      },
    })
  })

  it('should be the same for every table of which the same is published', () => {
    const hidden = [0, 1, 2, 3, 4].map((kept) =>
      published([google, row('doctor', [4, kept, kept, 0, 0])]),
    )
    const drawn = hidden.map((each) => JSON.stringify(drawnFunnel(each)))
    expect(new Set(drawn).size).toBe(1)
    expect(drawnFunnel(published([row('doctor', [4, 4, 4, 0, 0])])).sources).toBeNull()
  })
})

const nested = fc
  .tuple(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(50_000))
  .map(([a, b, c, d, cents]) => {
    const [inquiries, intakes, kept, payers] = [a, b, c, d].sort((x, y) => y - x)
    return { inquiries, intakes, kept, payers, cents: payers ? cents + 1 : 0 }
  })
const tables = fc
  .array(nested, { maxLength: 7 })
  .map((list) =>
    list.map(({ inquiries, intakes, kept, cents, payers }, index) =>
      row(`s${index}`, [inquiries!, intakes!, kept!, cents, payers!]),
    ),
  )

describe('What an attacker can work out', () => {
  it('should be no cell under the threshold, nor a sum over fewer people', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 7 }), (rows, threshold) => {
        const published = maskSmallCells({ rows, threshold })
        for (const column of FUNNEL_COLUMNS) {
          const people = (r: FunnelRow) => (column === 'revenueCents' ? r.payers : r[column])
          const hidden: FunnelRow[] = []
          for (const exact of rows) {
            const shown = published.rows.find(({ source }) => source === exact.source)![column]
            if (shown === null) hidden.push(exact)
            else expect(people(exact)).toBeGreaterThanOrEqual(threshold)
          }
          if (published.total[column] === null || hidden.length === 0) continue
          expect(hidden.length).toBeGreaterThan(1)
          const left = hidden.reduce((sum, r) => sum + people(r), 0)
          expect(left).toBeGreaterThanOrEqual(threshold)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('should never be a masked count, by any narrowing of bounds over rows and columns', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 7 }), (rows, threshold) => {
        const published = maskSmallCells({ rows, threshold })
        const bounds = narrowed(published)
        for (const masked of published.rows) {
          for (const column of COUNTS.filter((name) => masked[name] === null)) {
            const { low, high } = bounds.get(`${masked.source} ${column}`)!
            expect(high).toBeGreaterThan(low)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('should leave at least two tables behind every publication, for every masked cell', () => {
    const threshold = 3
    const pairs = Array.from({ length: 49 }, (_, n) => [Math.floor(n / 7), n % 7] as const).filter(
      ([inquiries, intakes]) => intakes <= inquiries,
    )
    const values = new Map<string, Map<string, Set<number>>>()
    for (const a of pairs) {
      for (const b of pairs) {
        for (const c of pairs) {
          const rows = [a, b, c].map(([inquiries, intakes], index) =>
            row(`s${index}`, [inquiries, intakes, 0, 0, 0]),
          )
          const published = maskSmallCells({ rows, threshold })
          const key = JSON.stringify(published)
          const cells = values.get(key) ?? new Map<string, Set<number>>()
          values.set(key, cells)
          for (const exact of rows) {
            const shown = published.rows.find(({ source }) => source === exact.source)!
            for (const column of ['inquiries', 'intakes'] as const) {
              if (shown[column] !== null) continue
              const name = `${exact.source} ${column}`
              cells.set(name, (cells.get(name) ?? new Set()).add(exact[column]))
            }
          }
        }
      }
    }
    expect(values.size).toBeGreaterThan(1000)
    for (const cells of values.values()) {
      for (const possible of cells.values()) expect(possible.size).toBeGreaterThan(1)
    }
  })
})

type Bound = { low: number; high: number }

/** Narrows every masked count by thresholds, nesting and totals until nothing moves any more. */
const narrowed = ({ rows, total, threshold }: MaskedFunnel): Map<string, Bound> => {
  const bounds = new Map<string, Bound>()
  for (const shown of rows) {
    for (const column of COUNTS) {
      const value = shown[column]
      bounds.set(
        `${shown.source} ${column}`,
        value === null ? { low: 0, high: threshold - 1 } : { low: value, high: value },
      )
    }
  }
  const at = (source: string, column: FunnelColumn): Bound => bounds.get(`${source} ${column}`)!
  for (let hasMoved = true; hasMoved; ) {
    const before = JSON.stringify([...bounds])
    for (const { source } of rows) {
      for (const [left, right] of [
        ['inquiries', 'intakes'],
        ['intakes', 'keptSessions'],
      ] as const) {
        at(source, right).high = Math.min(at(source, right).high, at(source, left).high)
        at(source, left).low = Math.max(at(source, left).low, at(source, right).low)
      }
    }
    for (const column of COUNTS) {
      const sum = total[column]
      if (sum === null) continue
      for (const { source } of rows) {
        const others = rows.filter((other) => other.source !== source)
        const most = others.reduce((all, other) => all + at(other.source, column).high, 0)
        const least = others.reduce((all, other) => all + at(other.source, column).low, 0)
        at(source, column).low = Math.max(at(source, column).low, sum - most)
        at(source, column).high = Math.min(at(source, column).high, sum - least)
      }
    }
    hasMoved = JSON.stringify([...bounds]) !== before
  }
  return bounds
}
