import { describe, expect, it } from 'vitest'
import { findMeasure, MEASURES } from '@/src/domain/measures/catalog'
import { isLoincValid } from '@/src/domain/measures/loinc'
import { scoreMeasure } from '@/src/domain/measures/score'
import { describeShared, sharedJson } from '@/tests/support/sharedData'

type Vector = {
  instrument: string
  case: string
  items: (number | null)[]
  known_bad?: string
  expected: { total?: number; 'Total score'?: string; 'GAD-7 Total score'?: string }
  independent_check: { total: number } | null
}
type PublishedScore = {
  min: number
  max: number
  missing: unknown
  bands?: unknown
  cutoffs: { gte: number }[]
  change?: { reliable: number; mcid: number; responsePct: number; remissionLte: number }
  loinc?: string
}
type PublishedDefinition = {
  items: number
  recall: string
  panel?: string
  critical?: { item: number; gte: number; level: string }[]
  scores: { total: PublishedScore }
}

const read = <T>(name: string): T => sharedJson<T>('measures', name)

const publishedTotal = ({ expected }: Vector): number =>
  Number(expected.total ?? expected['Total score'] ?? expected['GAD-7 Total score'])

describeShared('measures', 'Published cases', () => {
  const vectors = read<Vector[]>('vectors.json').filter(({ instrument }) => findMeasure(instrument))

  it('should cover the PHQ and GAD forms', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(28)
  })

  it.each(vectors.map((vector) => [vector.instrument, vector.case, vector] as const))(
    'should score %s %s',
    (instrument, _, vector) => {
      const measure = findMeasure(instrument)!
      const answers = Object.fromEntries(
        vector.items.map((value, index) => [measure.items[index]!.id, value]),
      )
      const score = scoreMeasure({ measure, answers })
      if (!score.isScored) throw new Error(score.message)
      expect(score.rawSum).toBe(vector.independent_check?.total ?? publishedTotal(vector))
      if (vector.known_bad) expect(score.total).not.toBe(publishedTotal(vector))
      if (!score.isProrated) expect(score.total).toBe(score.rawSum)
    },
  )
})

describeShared('measures', 'Published definitions', () => {
  const definitions = read<Record<string, PublishedDefinition>>('definitions.json')

  it.each(MEASURES.map((measure) => [measure.id, measure] as const))(
    'should hold the numbers of %s',
    (id, measure) => {
      const definition = definitions[id]!
      const { total } = definition.scores
      expect(measure.items.filter(({ isScored }) => isScored).length).toBe(definition.items)
      expect(measure.recall).toBe(definition.recall)
      expect(measure.score).toMatchObject({ min: total.min, max: total.max })
      expect(measure.score.missing).toEqual(total.missing)
      expect(measure.score.bands).toEqual(total.bands)
      expect(measure.score.cutoff.gte).toBe(total.cutoffs[0]!.gte)
      expect(measure.score.loinc?.total).toBe(total.loinc)
      expect(measure.score.loinc?.panel).toBe(definition.panel)
      expect(measure.score.change === undefined).toBe(total.change === undefined)
      if (total.change) expect(measure.score.change).toMatchObject(total.change)
      const critical = measure.items.flatMap((item) =>
        item.critical ? [{ item: item.number, ...item.critical }] : [],
      )
      expect(critical).toEqual(definition.critical ?? [])
    },
  )
})

describeShared('measures', 'Published wording', () => {
  it.each(['PHQ-9', 'GAD-7'])('should print %s word for word', (id) => {
    type Text = { stem: string; items: { id: string; loinc: string; text: string }[] }
    const text = read<Record<string, Text>>('item-text-free.json')[id]!
    const measure = findMeasure(id)!
    expect(measure.stem).toBe(text.stem)
    expect(
      measure.items
        .filter(({ isScored }) => isScored)
        .map((item) => ({ id: item.id, loinc: item.loinc, text: item.text })),
    ).toEqual(text.items.map(({ id, loinc, text }) => ({ id, loinc, text })))
  })
})

describe('LOINC check digits', () => {
  it('should hold for every code in the catalog', () => {
    const codes = MEASURES.flatMap(({ items, score }) => [
      ...items.flatMap(({ loinc }) => (loinc ? [loinc] : [])),
      ...(score.loinc ? [score.loinc.panel, score.loinc.total] : []),
    ])
    expect(codes.length).toBeGreaterThan(25)
    expect(codes.filter((code) => !isLoincValid(code))).toEqual([])
  })

  it.each(['82666-8', '89708-7', '93038-1', '96899-5', '91006-2', '93243-5', '44261', 'x-1', ''])(
    'should refuse %s',
    (code) => {
      expect(isLoincValid(code)).toBe(false)
    },
  )

  it('should notice any single wrong digit', () => {
    for (const code of ['44261-6', '70274-6', '69737-5']) {
      for (let position = 0; position < 5; position += 1) {
        for (let digit = 0; digit <= 9; digit += 1) {
          const changed = code.slice(0, position) + digit + code.slice(position + 1)
          expect(isLoincValid(changed)).toBe(changed === code)
        }
      }
    }
  })
})
