import { describe, expect, it } from 'vitest'
import { findMeasure } from '@/src/domain/measures/catalog'
import { type Paper, placeOf } from '@/src/lib/portal/readPapers'
import { safeNext } from '@/src/lib/portal/safeNext'
import { savedAnswers } from '@/src/lib/portal/savedAnswers'

describe('safeNext', () => {
  it('leads to pages of the portal', () => {
    expect(safeNext('/portal')).toBe('/portal')
    expect(safeNext('/portal/papers/consent/0b1c-2d')).toBe('/portal/papers/consent/0b1c-2d')
  })

  it('leads nowhere else', () => {
    const elsewhere = [
      'https://evil.example',
      '//evil.example',
      '/portal//evil.example',
      '/admin',
      '/portalx',
      '/portal\\@evil',
      'javascript:1',
      '/portal?x=1',
      undefined,
      ['/portal'],
      '',
    ]
    for (const next of elsewhere) expect(safeNext(next), String(next)).toBe('/portal')
  })
})

describe('placeOf', () => {
  const paper = (href: string | null, state: Paper['state']): Paper => ({
    key: String(href),
    title: 'x',
    state,
    doneAt: '',
    href,
  })

  it('goes on to the next open paper, then back to those skipped, then to the list', () => {
    const papers = [
      paper('/a', 'open'),
      paper('/b', 'open'),
      paper('/c', 'done'),
      paper('/d', 'open'),
    ]
    expect(placeOf(papers, '/b')).toEqual({ position: 2, total: 4, nextHref: '/d' })
    expect(placeOf(papers, '/d').nextHref).toBe('/a')
    expect(placeOf([paper('/a', 'open')], '/a').nextHref).toBe('/portal/papers')
    expect(placeOf([paper('/a', 'open'), paper(null, 'open')], '/a').nextHref).toBe(
      '/portal/papers',
    )
  })

  it('knows when a paper is not on the list', () => {
    expect(placeOf([paper('/a', 'open')], '/z')).toEqual({ position: 0, total: 1, nextHref: '/a' })
  })
})

describe('savedAnswers', () => {
  const measure = findMeasure('PHQ-9')

  it('keeps only what this questionnaire offers', () => {
    if (!measure) throw new Error('PHQ-9 is missing')
    expect(savedAnswers(measure, '{"phq9_1":2,"phq9_2":9,"x":1}')).toEqual({ phq9_1: 2 })
    for (const broken of ['', 'no', 'null', '[]', '"text"'])
      expect(savedAnswers(measure, broken)).toEqual({})
  })
})
