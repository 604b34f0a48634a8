import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits, median, problemsOf, tableOf } from '@/scripts/site/judge.mjs'
import {
  articleThing,
  graphText,
  personThing,
  practiceThings,
  questionsThing,
  serviceThing,
  trailThing,
} from '@/src/domain/outreach/structuredData'

const origin = 'https://a.example'

describe('structured data', () => {
  it('says who the practice is and where, without what nobody filled in', () => {
    const [clinic, place] = practiceThings(origin, {
      name: 'Harbour',
      practice: { phone: '503', email: '', city: 'Portland', region: 'OR' },
      locations: [
        {
          id: 'l1',
          name: 'East',
          addressLine1: '1 Pier',
          city: 'Portland',
          hours: [
            { weekday: 1, from: '08:00', to: '17:00' },
            { weekday: 2, from: '08:00', to: '17:00' },
            { weekday: 2, from: '18:00', to: '24:00' },
          ],
        },
      ],
    })
    expect(clinic).toMatchObject({
      '@type': 'MedicalClinic',
      telephone: '503',
      address: { addressLocality: 'Portland', addressRegion: 'OR' },
    })
    expect(clinic).not.toHaveProperty('email')
    expect(place).toMatchObject({
      name: 'Harbour, East',
      telephone: '503',
      parentOrganization: { '@id': `${origin}/#practice` },
      openingHoursSpecification: [
        { dayOfWeek: ['Monday', 'Tuesday'], opens: '08:00', closes: '17:00' },
        { dayOfWeek: ['Tuesday'], opens: '18:00', closes: '23:59' },
      ],
    })
  })

  it('describes services, people and articles with their own addresses', () => {
    expect(
      serviceThing(origin, '/services/x', { title: 'Sleep', summary: 's', specialty: 'sleep' }),
    ).toMatchObject({ '@type': 'Service', serviceType: 'Sleep', url: `${origin}/services/x` })
    expect(
      personThing(origin, '/therapists/kim', {
        displayName: 'Kim',
        states: 'OR WA',
        languages: 'English, Thai',
      }),
    ).toMatchObject({
      hasCredential: [
        { recognizedBy: { name: 'Oregon' } },
        { recognizedBy: { name: 'Washington' } },
      ],
      knowsLanguage: ['English', 'Thai'],
    })
    const post = { title: 'T', summary: 's', byline: 'Kim, LCSW', publishedOn: '2026-02-03' }
    expect(articleThing(origin, '/posts/t', { ...post, author: { slug: 'kim' } })).toMatchObject({
      author: { name: 'Kim, LCSW', url: `${origin}/therapists/kim` },
      datePublished: '2026-02-03',
    })
    // A profile that left the directory is an id, and no link.
    expect(articleThing(origin, '/posts/t', { ...post, author: 'id-1' })).toMatchObject({
      author: { '@type': 'Person', name: 'Kim, LCSW' },
    })
    expect(
      JSON.stringify(articleThing(origin, '/posts/t', { ...post, author: 'id-1' })),
    ).not.toContain('id-1')
  })

  it('gathers the questions of all blocks of a page', () => {
    const record = {
      layout: [
        { blockType: 'faq', items: [{ question: 'Q1', answer: 'A1' }] },
        { blockType: 'text' },
        { blockType: 'faq', items: [{ question: 'Q2', answer: 'A2' }] },
      ],
    }
    const [page] = questionsThing(origin, '/x', record)
    expect(page?.['mainEntity']).toHaveLength(2)
    expect(questionsThing(origin, '/x', null)).toEqual([])
    expect(trailThing(origin, [])).toEqual([])
  })

  it('cannot end the element it stands in, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = graphText([{ name: text }, { name: `</script>${text}` }])
        expect(written).not.toMatch(/<|\u2028|\u2029/)
        expect(JSON.parse(written)['@graph'][0].name).toBe(text)
      }),
    )
  })
})

describe('the rule of npm run check:site', () => {
  const page = (more: object = {}) => ({
    name: 'home',
    path: '/',
    scores: { performance: 96, accessibility: 100, 'best-practices': 100, seo: 100 },
    benchmarkIndex: 1500,
    scriptBytes: 100_000,
    foreign: [] as string[],
    failed: [] as string[],
    ...more,
  })
  const scored = (performance: number, more: object = {}) =>
    page({ scores: { ...page().scores, performance }, ...more })

  it('asks for 95 on a fast machine, and for no more than 3 points behind a blank page on a slow one', () => {
    const blank = scored(90)
    expect(problemsOf(scored(95), blank)).toEqual([])
    expect(problemsOf(scored(94), blank)).toHaveLength(1)
    const slow = { benchmarkIndex: limits.slowMachine - 1 }
    expect(problemsOf(scored(87, slow), blank)).toEqual([])
    expect(problemsOf(scored(86, slow), blank)).toHaveLength(1)
  })

  it('asks for 100 of the others, for little script and for nobody else’s host', () => {
    const blank = page()
    expect(problemsOf(page({ scriptBytes: 100_000 + limits.scriptBytes }), blank)).toEqual([])
    expect(problemsOf(page({ scriptBytes: 100_001 + limits.scriptBytes }), blank)).toHaveLength(1)
    expect(problemsOf(page({ foreign: ['https://b.example/x.js'] }), blank)).toHaveLength(1)
    const worse = page({ scores: { ...page().scores, seo: 99, accessibility: 98 } })
    expect(problemsOf(worse, blank)).toHaveLength(2)
    expect(tableOf([worse], blank)).toContain('misses')
    expect(median([3, 1, 2])).toBe(2)
  })
})
