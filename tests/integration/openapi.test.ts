import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '@/scripts/lib/root.mjs'
import { clock } from '@/src/lib/clock'
import { openapiDocument } from '@/src/openapi/document'
import { type Example, exampleIds, examples } from '@/src/openapi/examples'
import { isJson, type Json } from '@/src/openapi/json'
import { everyScope, makeApiClient } from '@/tests/support/apiClients'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Client, clientOf } from '@/tests/support/client'
import { insert, makePatient, makeStaff, type Person } from '@/tests/support/people'

let app: TestApp
let rosa: Person
let software: Client
const real: Record<string, string> = {}

beforeAll(async () => {
  app = await bootApp()
  rosa = await makeStaff(app, 'Rosa', ['owner'])
  const scopes = everyScope()
  software = (await makeApiClient(app, { owner: rosa.id, name: 'Example', scopes })).client
  await app.payload.updateGlobal({
    slug: 'practice' as never, // slugs are data here
    data: { name: 'Harbour Therapy' },
  })
  real[exampleIds.patient] = await makePatient(app, 'Ana', 'Silva')
  real[exampleIds.payment] = await insert(app, 'payments', {
    uniqueKey: 'example',
    patient: real[exampleIds.patient],
    amountCents: 2500,
    method: 'cash',
    status: 'received',
    receivedOn: '2026-04-14',
  })
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

const document = () => openapiDocument(app.config)

const kindOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

/** Where an answer is not what its schema says, in short. */
const unlike = (value: unknown, given: Json, components: Json, at = ''): string[] => {
  const name =
    String(given['$ref'] ?? '')
      .split('/')
      .at(-1) ?? ''
  const schema = name ? (((components['schemas'] as Json)[name] ?? {}) as Json) : given
  const found: string[] = []
  const all = Array.isArray(schema['allOf']) ? (schema['allOf'] as Json[]) : []
  for (const each of all) found.push(...unlike(value, each, components, at))
  const types = [schema['type'] ?? []].flat()
  const kind = kindOf(value)
  if (types.length && !types.includes(kind) && !(kind === 'integer' && types.includes('number')))
    return [...found, `${at} is ${kind}, not ${types.join(' or ')}`]
  const choices = schema['enum']
  if (Array.isArray(choices) && !choices.includes(value)) found.push(`${at}: ${String(value)}`)
  const { items, properties, required } = schema
  if (Array.isArray(value) && isJson(items))
    for (const each of value) found.push(...unlike(each, items, components, `${at}[]`))
  if (!isJson(value) || !isJson(properties)) return found
  for (const each of Array.isArray(required) ? required.map(String) : [])
    if (!(each in value)) found.push(`${at}.${each} is missing`)
  for (const [key, each] of Object.entries(value)) {
    const inner = properties[key]
    if (isJson(inner)) found.push(...unlike(each, inner, components, `${at}.${key}`))
    else if (schema['additionalProperties'] === false) found.push(`${at}.${key} is not described`)
  }
  return found
}

describe('the OpenAPI document', () => {
  it('is for staff and software that signed in', async () => {
    for (const path of ['/api/openapi.json', '/api/docs']) {
      expect((await clientOf(app).get(path)).status, path).toBe(401)
      expect((await rosa.client.get(path)).status, path).toBe(200)
      expect((await software.get(path)).status, path).toBe(200)
    }
  })

  it('describes every collection, global, action and door that somebody may use', async () => {
    const { body } = await rosa.client.get('/api/openapi.json')
    const paths = Object.keys(body.paths)
    const { allActions } = await import('@/hooks/actions/registry')
    for (const { slug, name, on } of allActions())
      expect(paths).toContain(
        on === 'collection' ? `/api/${slug}/${name}` : `/api/${slug}/{id}/${name}`,
      )
    for (const path of [
      '/api/patients',
      '/api/patients/{id}',
      '/api/patients/changes',
      '/api/patients/by-external-id/{value}',
      '/api/globals/practice',
      '/api/appointments/free-slots',
    ])
      expect(paths).toContain(path)
    expect(body.paths['/api/patients'].delete).toBeUndefined()
    // Doors that the table opens to nobody, or that a collection lacks.
    expect(body.paths['/api/charges'].post).toBeUndefined()
    expect(body.paths['/api/charges/{id}'].patch).toBeUndefined()
    expect(paths).not.toContain('/api/audit-events/changes')
    expect(paths).not.toContain('/api/api-clients/login')
    expect(paths.filter((path) => path.includes('payload-'))).toEqual([])
  })

  it('names auth, headers, paging and one shape of errors on every operation', async () => {
    const { components, paths, security } = await document()
    expect(security).toEqual([{ session: [] }, { apiKey: [] }])
    expect(Object.keys(components['headers'] ?? {})).toContain('Retry-After')
    for (const [path, item] of Object.entries(paths))
      for (const operation of Object.values(item).filter(isJson)) {
        const statuses = Object.keys(operation['responses'] as Json)
        expect(statuses, path).toEqual(expect.arrayContaining(['400', '401', '403', '429', '503']))
      }
    const list = JSON.stringify(paths['/api/patients']?.['get'])
    for (const name of ['after', 'limit', 'page', 'where', 'sort'])
      expect(list).toContain(`parameters/${name}`)
    const change = JSON.stringify(paths['/api/patients/{id}']?.['patch'])
    for (const part of ['parameters/ifMatch', '"428"', '"412"', '"409"'])
      expect(change).toContain(part)
  })

  it('says of every operation what it does, takes and answers', async () => {
    for (const [path, item] of Object.entries((await document()).paths))
      for (const [method, operation] of Object.entries(item)) {
        const told = `${method} ${path}`
        const { summary, responses } = operation as { summary: string; responses: Json }
        expect(summary, told).toMatch(/^[A-Z0-9](?!.* \/:)/)
        expect(summary, told).not.toMatch(/^(GET|POST|PATCH|DELETE) /)
        const good = Object.keys(responses).filter((status) => status.startsWith('2'))
        // What makes a record answers 200 where it was made before.
        expect([['200'], ['201'], ['200', '201']], told).toContainEqual(good)
        for (const status of good) {
          const { content } = responses[status] as { content: Record<string, { schema: Json }> }
          for (const { schema } of Object.values(content))
            expect(Object.keys(schema).length, told).toBeGreaterThan(0)
        }
      }
    const { paths } = await document()
    const sent = paths['/api/api-clients/{id}/issue-key']?.['post'] as { requestBody: Json }
    expect(JSON.stringify(sent.requestBody)).toContain('"required":["days"]')
  })

  it('is what the owner is answered at every list and every door without an id', async () => {
    const { components, paths } = await document()
    const asked = ['/api/openapi.json', '/api/docs', '/api/docs.css']
    const staff = (path: string) => path.replace('{surface}', 'staff').replace('{list}', 'claims')
    let seen = 0
    for (const [path, item] of Object.entries(paths)) {
      if (!item['get'] || staff(path).includes('{') || asked.includes(path)) continue
      const answer = await rosa.client.get(staff(path))
      if (answer.status !== 200) continue
      const { content } = (item['get'] as { responses: Record<string, { content: Json }> })[
        'responses'
      ][200] as { content: Record<string, { schema: Json }> }
      const schema = content['application/json']?.schema ?? {}
      expect(unlike(answer.body, schema, components), path).toEqual([])
      seen += 1
    }
    expect(seen).toBeGreaterThan(150)
  }, 120_000)

  it('shows no column that no door shows', async () => {
    const { components } = await document()
    const names = Object.values(components['schemas'] ?? {}).flatMap((schema) =>
      isJson(schema) && isJson(schema['properties']) ? Object.keys(schema['properties']) : [],
    )
    const never = [
      'passwordHash',
      'keyHash',
      'tokenHash',
      'sealed',
      'previousSecret',
      'lastAction',
      'fileText',
    ]
    expect(names.filter((name) => never.includes(name))).toEqual([])
  })

  it('is the same as in docs/', async () => {
    const kept = JSON.parse(readFileSync('docs/openapi.json', 'utf8'))
    expect(kept).toEqual(JSON.parse(JSON.stringify(await document())))
  })
})

const withReal = (text: string): string =>
  Object.entries(real).reduce((all, [example, id]) => all.replaceAll(example, id), text)

const ask = ({ body, headers, method, params, path, query }: Example) => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '')
  const address = withReal(`${filled}${query ? `?${query}` : ''}`)
  const sent = body ? JSON.parse(withReal(JSON.stringify(body))) : undefined
  return software.raw(address, {
    method: method.toUpperCase(),
    headers: { ...(sent ? { 'content-type': 'application/json' } : {}), ...headers },
    body: sent ? JSON.stringify(sent) : undefined,
  })
}

const drawn = new Set(['reference', 'after', 'createdAt', 'updatedAt'])

/** What the example says is so; ids that were drawn, times and cursors are of the same kind. */
const expectLike = (actual: unknown, example: unknown, at: string): void => {
  if (Array.isArray(example)) {
    expect(Array.isArray(actual), at).toBe(true)
    for (const [index, each] of example.entries())
      expectLike((actual as unknown[])[index], each, `${at}[${index}]`)
    return
  }
  if (isJson(example)) {
    for (const [name, each] of Object.entries(example)) {
      const value = (actual as Json)?.[name]
      const isDrawn = drawn.has(name) || each === exampleIds.nobody
      if (isDrawn) expect(typeof value, `${at}.${name}`).toBe(typeof each)
      else expectLike(value, each, `${at}.${name}`)
    }
    return
  }
  expect(actual, at).toEqual(typeof example === 'string' ? withReal(example) : example)
}

describe('every example of the document', () => {
  it('is answered as it says', async () => {
    for (const example of examples) {
      const answer = await ask(example)
      const told = `${example.name}: ${JSON.stringify(answer.body)}`
      expect(answer.status, told).toBe(example.status)
      expect(answer.headers.get('ratelimit-remaining'), told).toMatch(/^\d+$/)
      expectLike(answer.body, example.answer, example.name)
    }
  })

  it('is one of those', async () => {
    const found = JSON.stringify((await document()).paths).match(/"examples":\{[^}]/g) ?? []
    const names = Object.values((await document()).paths).flatMap((item) =>
      [...JSON.stringify(item).matchAll(/"([\w-]+)":\{"summary":"[^"]*","description":/g)].map(
        ([, name]) => String(name),
      ),
    )
    expect(found.length).toBeGreaterThan(10)
    expect([...new Set(names)].sort()).toEqual(examples.map(({ name }) => name).sort())
  })
})

describe('the page for people', () => {
  it('shows every operation and asks nobody else for anything', async () => {
    const { body, headers } = await rosa.client.get('/api/docs')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'")
    const { paths } = await document()
    for (const path of Object.keys(paths)) expect(body).toContain(`<code>${path}</code>`)
    expect(body).not.toMatch(/<script|<img|<iframe/)
    const addresses = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address)
    expect(addresses.filter((address) => !/^(#|\/api\/)/.test(address))).toEqual([])
    const style = await clientOf(app).get('/api/docs.css')
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(style.body).not.toMatch(/@import|url\(/)
  })
})

describe('the typed client', () => {
  it('plays the example of sdk/ with a key', async () => {
    const { connect } = await import(inRoot('sdk', 'client.ts'))
    const { example } = await import(inRoot('sdk', 'example.ts'))
    // External ids are a client's own: this one has given none yet.
    const { client, key } = await makeApiClient(app, { owner: rosa.id, scopes: everyScope() })
    const fetch = async (request: Request): Promise<Response> => {
      const { pathname, search } = new URL(request.url)
      const { body, headers, status } = await client.raw(`${pathname}${search}`, {
        method: request.method,
        headers: Object.fromEntries(request.headers),
        body: request.method === 'GET' ? undefined : await request.text(),
      })
      return new Response(JSON.stringify(body), { status, headers })
    }
    const expected = [
      expect.stringMatching(/^\d+ active patients$/),
      'found by its own id',
      expect.stringMatching(/^saved as revision \d+$/),
      'its change was told',
      'an inquiry was handed in',
    ]
    await insert(app, 'patients', { firstName: 'Left', lastName: 'Out', status: 'discharged' })
    const clinic = connect({ baseUrl: 'http://localhost:3000', key, fetch })
    const lines = await example(clinic)
    expect(lines).toEqual(expected)
    expect(lines[0]).toBe('1 active patients')
    // Once more: its own id is there, and so is the inquiry.
    expect(await example(clinic)).toEqual(expected)
  })
})
