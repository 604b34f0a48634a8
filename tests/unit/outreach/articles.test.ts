import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prose } from '@/src/demo/seed/words/prose'
import { addressOf, isTaken, recordAt, websiteRoots } from '@/src/domain/outreach/addresses'
import { minutesToRead, pageNumber, plainProse } from '@/src/domain/outreach/articles'
import { atomFeed, jsonFeed, rssFeed, xmlText } from '@/src/domain/outreach/feeds'
import {
  circleWith,
  oldAddress,
  problemWithNew,
  problemWithOld,
} from '@/src/domain/outreach/redirects'
import { type Findable, searchSite, wordsIn } from '@/src/domain/outreach/siteSearch'

describe('addresses of the website', () => {
  it('lead from a record to its path and back', () => {
    expect(addressOf('pages', 'home')).toBe('/')
    expect(addressOf('services', 'home')).toBe('/services/home')
    for (const [collection, root] of Object.entries(websiteRoots))
      expect(recordAt(`${root}/a-b`)).toEqual({ collection, slug: 'a-b' })
    for (const path of ['/', '/pages', '/pages/', '/pages/a/b', '/other/a'])
      expect(recordAt(path)).toBeNull()
  })

  it('know what is always there', () => {
    for (const path of ['/', '/fees', '/admin', '/portal/sign-in', '/api/x', '/posts/rss.xml'])
      expect(isTaken(path), path).toBe(true)
    for (const path of ['/about', '/pages/x', '/administration']) expect(isTaken(path)).toBe(false)
  })
})

describe('redirects', () => {
  it('compare addresses without slashes at the end and without capitals', () => {
    expect(['/About/', ' /about', '/about///', '/'].map(oldAddress)).toEqual([
      '/about',
      '/about',
      '/about',
      '/',
    ])
  })

  it('find the circle that one more would close, and no other', () => {
    const others = [
      { from: '/a', to: '/b' },
      { from: '/b', to: '/c?x=1#y' },
    ]
    expect(circleWith({ from: '/c', to: '/a/' }, others)).toEqual(['/c', '/a', '/b', '/c'])
    expect(circleWith({ from: '/x', to: '/x' }, [])).toEqual(['/x', '/x'])
    expect(circleWith({ from: '/c', to: '/d' }, others)).toBeNull()
    expect(circleWith({ from: '/x', to: '/a' }, others)).toBeNull()
  })

  it('always end: whatever was accepted one after the other never closes', () => {
    const address = fc.constantFrom('/a', '/b', '/c', '/d', '/e')
    fc.assert(
      fc.property(fc.array(fc.tuple(address, address), { maxLength: 12 }), (pairs) => {
        const kept = new Map<string, string>()
        for (const [from, to] of pairs) {
          const others = [...kept]
            .filter(([at]) => at !== from)
            .map(([at, on]) => ({ from: at, to: on }))
          if (!circleWith({ from, to }, others)) kept.set(from, to)
        }
        for (const start of kept.keys()) {
          let at: string | undefined = start
          for (let steps = 0; at !== undefined && steps <= kept.size; steps++) at = kept.get(at)
          expect(at).toBeUndefined()
        }
      }),
    )
  })

  it('say what is wrong with an address', () => {
    expect(problemWithOld('/old.html')).toBeNull()
    expect(problemWithOld('/fees')).toContain('always there')
    expect(problemWithOld('/x?y')).toContain('question mark')
    expect(problemWithNew('/contact?service=sleep#form')).toBeNull()
    for (const bad of ['https://a.example', '//a.example', '/\\a', '/api/x', 'x', '', null, 7])
      expect(problemWithNew(bad), String(bad)).not.toBeNull()
  })
})

describe('articles', () => {
  const body = prose(['## Heading', 'One two three.', ['Point', 'Other']])

  it('are text with a line for each paragraph', () => {
    expect(plainProse(body)).toBe('Heading\nOne two three.\nPoint\nOther')
    expect([plainProse(null), plainProse({}), plainProse('x')]).toEqual(['', '', ''])
  })

  it('take a minute for every 220 words, and at least one', () => {
    expect(minutesToRead(body)).toBe(1)
    expect(minutesToRead(prose([Array(660).fill('word').join(' ')]))).toBe(3)
  })

  it('come in pages that start with one', () => {
    expect(['2', undefined, '0', '-1', 'x', '1e9', ['3', '4']].map(pageNumber)).toEqual([
      2, 1, 1, 1, 1, 1, 3,
    ])
  })
})

describe('feeds', () => {
  const feed = {
    title: 'A & B',
    homeUrl: 'https://a.example/posts',
    url: 'https://a.example/posts/atom.xml',
    entries: [
      {
        title: 'Sleep < worry',
        url: 'https://a.example/posts/sleep',
        summary: 'x',
        byline: 'Kim, LCSW',
        publishedOn: '2026-02-03',
        changedAt: '2026-02-04T10:00:00.000Z',
        text: 'one\u0000two',
      },
    ],
  }

  it('carry whole addresses and escape what is written', () => {
    expect(atomFeed(feed)).toContain('<title>Sleep &lt; worry</title>')
    expect(atomFeed(feed)).toContain('<updated>2026-02-04T10:00:00.000Z</updated>')
    expect(atomFeed(feed)).toContain('onetwo')
    expect(rssFeed(feed)).toContain('<pubDate>Tue, 03 Feb 2026 00:00:00 GMT</pubDate>')
    expect(jsonFeed(feed)).toMatchObject({
      items: [{ url: 'https://a.example/posts/sleep', authors: [{ name: 'Kim, LCSW' }] }],
    })
  })

  it('are whole without a single article', () => {
    const empty = { ...feed, entries: [] }
    expect(atomFeed(empty)).toContain('</feed>')
    expect(rssFeed(empty)).toContain('</rss>')
  })

  it('never break the file, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(xmlText(text)).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/)
      }),
    )
  })
})

describe('search of the website', () => {
  const items: Findable[] = [
    { title: 'Fees', path: '/fees', kind: 'Page', summary: 'What it costs', text: 'insurance' },
    {
      title: 'Sleep and exhaustion',
      path: '/services/sleep',
      kind: 'Service',
      summary: 'Nights',
      text: 'insurance is taken',
    },
    {
      title: 'Señor Ruiz',
      path: '/therapists/ruiz',
      kind: 'Therapist',
      summary: '',
      text: 'sleep',
    },
  ]
  const found = (query: string) => searchSite(items, query).map(({ path }) => path)

  it('needs every word, and puts titles first', () => {
    expect(found('sleep')).toEqual(['/services/sleep', '/therapists/ruiz'])
    expect(found('sleep insurance')).toEqual(['/services/sleep'])
    expect(found('sleep moon')).toEqual([])
  })

  it('overlooks accents, capitals and endings', () => {
    expect(found('SENOR')).toEqual(['/therapists/ruiz'])
    expect(found('sleeping')).toEqual(['/services/sleep', '/therapists/ruiz'])
  })

  it('takes anything and answers nothing for nothing', () => {
    expect(found('')).toEqual([])
    expect(found('a % _ <')).toEqual([])
    expect(wordsIn('one two one, three').length).toBe(3)
    fc.assert(fc.property(fc.string(), (query) => searchSite(items, query).length <= items.length))
  })
})
