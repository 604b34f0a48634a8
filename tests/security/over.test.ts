import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf } from '@/tests/support/client'
import { noteTally } from './crawl/tally'
import { canariesIn } from './world/canaries'
import { halves } from './world/halves'
import { makeGround, type SecurityWorld } from './world/makeGround'

const slugs = halves.flat()

let app: TestApp
let world: SecurityWorld
let requests = 0

beforeAll(async () => {
  app = await bootApp()
  world = await makeGround(app)
})

afterAll(async () => {
  noteTally('rights that are over', {
    requests,
    principals: world.over.map(({ name }) => name),
    collections: slugs,
    doors: [],
  })
  await app.stop()
})

// A reference is drawn anew for each answer.
const sameEachTime = (body: unknown): string =>
  JSON.stringify(body).replaceAll(/"reference":"[^"]*"/g, '"reference":"*"')

const addressesOf = (slug: string): string[] => [
  `/api/${slug}?limit=1000&depth=1`,
  `/api/${slug}/count`,
  `/api/${slug}/versions`,
  ...(world.rows.get(slug) ?? []).slice(0, 2).map(({ id }) => `/api/${slug}/${id}?depth=1`),
]

describe('whose right is over', () => {
  it.each(slugs)('reads of %s what a stranger reads', async (slug) => {
    const stranger = clientOf(app)
    for (const path of addressesOf(slug)) {
      const known = await stranger.get(path)
      for (const { name, client } of world.over) {
        requests += 1
        const answer = await client.get(path)
        if (name.includes('key')) {
          // A key that opens nothing is told so, also where the website would answer.
          expect([401, 403], `${name} ${path}`).toContain(answer.status)
          const told = canariesIn(JSON.stringify(answer.body))
          // The refusal calls the client by its own name.
          const others = told.filter((each) => each.slug !== 'api-clients' || each.path !== 'name')
          expect(others, `${name} ${path}`).toEqual([])
        } else {
          expect(answer.status, `${name} ${path}`).toBe(known.status)
          expect(sameEachTime(answer.body), `${name} ${path}`).toBe(sameEachTime(known.body))
        }
      }
    }
  })
})
