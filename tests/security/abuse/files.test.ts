import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '@/scripts/lib/root.mjs'
import { filesUnder } from '@/scripts/lib/sources.mjs'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Cast, makeCast, secretWord } from '@/tests/support/cast'
import type { Answer, Client } from '@/tests/support/client'
import { read } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'
import { routedOf } from '@/tests/support/routed'

let app: TestApp
let cast: Cast

type Given = { bytes: Buffer; type: string; name: string; fields?: Record<string, unknown> }

const upload = (client: Client, slug: string, given: Given): Promise<Answer> => {
  const form = new FormData()
  form.set('_payload', JSON.stringify(given.fields ?? { patient: cast.ana, kind: 'insuranceCard' }))
  form.set('file', new File([new Uint8Array(given.bytes)], given.name, { type: given.type }))
  return client.raw(`/api/${slug}`, { method: 'POST', body: form })
}

const picture = (width = 30): Promise<Buffer> =>
  sharp({ create: { width, height: 20, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()

const paper = Buffer.from(
  `%PDF-1.7\n${secretWord}\n/OpenAction << /S /JavaScript /JS (app.alert(1)) >>\nxref\ntrailer\n<< /Size 1 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`,
)

const filed = async (given: Partial<Given> = {}): Promise<{ id: string; filename: string }> => {
  const answer = await upload(cast.ben.client, 'documents', {
    bytes: paper,
    type: 'application/pdf',
    name: 'Ana Silva letter.pdf',
    ...given,
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.doc
}

const routed = routedOf(() => app)

const stored = async (): Promise<number> => (await rowsOf(app, 'documents')).length

beforeAll(async () => {
  app = await bootApp()
  cast = await makeCast(app)
})

afterAll(() => app.stop())

describe('a file of a chart', () => {
  it('T024 leaves for those in scope, each time with a line in the log', async () => {
    const { filename, id } = await filed()
    const path = `/api/documents/file/${filename}`
    const missing = `/api/documents/file/${crypto.randomUUID()}.pdf`
    for (const client of [cast.theo.client, cast.bobPortal.client, cast.mo.client, cast.crm]) {
      const answer = await client.get(path)
      expect([403, 404]).toContain(answer.status)
      expect(answer.status).toBe((await client.get(missing)).status)
      expect(JSON.stringify(answer.body)).not.toContain(secretWord)
    }
    expect((await cast.anonymous.get(path)).status).toBe(401)
    const seen = async () =>
      (await rowsOf(app, 'audit-events', { collectionSlug: 'documents', outcome: 'seen' })).filter(
        ({ recordIds, fields }) =>
          String(recordIds).includes(id) && String(fields).includes('file'),
      ).length
    const before = await seen()
    expect(String((await cast.kim.client.get(path)).body)).toContain(secretWord)
    expect(await seen()).toBe(before + 1)
  })

  it('T025 has a name that nobody guesses, one size and no other address', async () => {
    const first = await filed()
    const second = await filed()
    for (const { filename } of [first, second]) expect(filename).toMatch(/^[0-9a-f-]{36}\.pdf$/)
    expect(first.filename).not.toBe(second.filename)
    expect(JSON.stringify(await read(app, 'documents', first.id))).not.toContain('letter')
    const { upload: settings } = app.payload.collections['documents']?.config ?? {}
    expect(settings?.imageSizes ?? []).toEqual([])
    const guesses = [
      '',
      'Ana%20Silva%20letter.pdf',
      'Ana-Silva-letter.pdf',
      `small-${first.filename}`,
    ]
    const more = [
      `${first.filename}?prefix=../media`,
      `${first.filename.replace('.pdf', '')}-1.pdf`,
    ]
    for (const name of [...guesses, ...more.slice(1)])
      expect([403, 404]).toContain(
        (await cast.theo.client.get(`/api/documents/file/${name}`)).status,
      )
    const prefixed = await cast.kim.client.get(
      `/api/media/file/${first.filename}?prefix=../documents`,
    )
    expect(prefixed.status).toBe(404)
    expect([400, 404]).toContain(
      (await cast.theo.client.get(`/api/documents/file/${more[0]}`)).status,
    )
  })

  it('T026 lies outside every public folder, as ciphertext', async () => {
    const { filename } = await filed()
    const folder = join(process.env['UPLOAD_DIR'] ?? '', 'documents')
    expect(readdirSync(folder)).toContain(filename)
    expect(readFileSync(join(folder, filename)).includes(secretWord)).toBe(false)
    for (const { upload: settings, slug } of app.config.collections) {
      if (!settings) continue
      expect(String(settings.staticDir), slug).not.toContain(inRoot('public'))
      expect(settings.disableLocalStorage === true || slug === 'media', slug).toBe(true)
    }
    expect(existsSync(inRoot('public', 'media'))).toBe(false)
    const strays = join(process.env['UPLOAD_DIR'] ?? '', 'media')
    mkdirSync(strays, { recursive: true })
    writeFileSync(join(strays, 'stray.png'), await picture())
    expect((await cast.anonymous.get('/api/media/file/stray.png')).status).toBe(404)
    for (const file of filesUnder(inRoot('public'))) expect(file).not.toMatch(/\.(pdf|jpe?g|webp)$/)
  })

  it('T092 is a picture or a paper: drawings, pages and programs are refused', async () => {
    const before = await stored()
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    const wrong: [string, Buffer][] = [
      ['image/svg+xml', svg],
      ['image/png', svg],
      ['text/html', Buffer.from('<!doctype html><script>alert(1)</script>')],
      [
        'application/pdf',
        Buffer.from('<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'),
      ],
      ['application/xml', Buffer.from('<?xml version="1.0"?><x/>')],
      ['application/x-msdownload', Buffer.from('MZ\u0090\u0000')],
      ['text/javascript', Buffer.from('alert(1)')],
    ]
    for (const [type, bytes] of wrong)
      for (const name of ['card.png', 'card.svg', 'card.html'])
        expect(
          (await upload(cast.ben.client, 'documents', { bytes, type, name })).status,
          type,
        ).toBe(400)
    const media = { bytes: svg, type: 'image/svg+xml', name: 'x.svg', fields: { alt: 'A drawing' } }
    expect((await upload(cast.mo.client, 'media', media)).status).toBe(400)
    expect(await stored()).toBe(before)
    const { filename } = await filed()
    const { headers } = await routed(`/api/documents/file/${filename}`, {
      cookie: cast.kim.client.cookie,
    })
    expect(headers.get('content-disposition')).toBe('attachment')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('T093 is named by what it is and written anew, so that nothing rides along', async () => {
    const polyglot = Buffer.concat([await picture(), Buffer.from(`<script>${secretWord}</script>`)])
    for (const name of [
      'card.php.png',
      'card.png.html',
      'card.html',
      'card.png%00.html',
      '.htaccess',
    ]) {
      const { filename } = await filed({ bytes: polyglot, type: 'text/html', name })
      expect(filename, name).toMatch(/^[0-9a-f-]{36}\.png$/)
      const answer = await cast.kim.client.raw(`/api/documents/file/${filename}`, { method: 'GET' })
      expect(answer.headers.get('content-type'), name).toBe('image/png')
      expect(String(answer.body).includes(secretWord), name).toBe(false)
    }
  })

  it('T094 climbs out of no folder, by its name or by the address', async () => {
    const names = [
      '../../evil.pdf',
      '..\\..\\evil.pdf',
      '/etc/evil.pdf',
      'a/../../evil.pdf',
      '%2e%2e%2fevil.pdf',
    ]
    for (const name of names)
      expect((await filed({ name })).filename, name).toMatch(/^[0-9a-f-]{36}\.pdf$/)
    const kept = await filed()
    const wishes = { filename: '../../evil.pdf', url: '/etc/passwd', prefix: '../..' }
    await cast.ben.client.patch(`/api/documents/${kept.id}`, wishes)
    expect((await read(app, 'documents', kept.id))['filename']).toBe(kept.filename)
    const climbs = [
      '..%2f..%2f..%2fetc%2fpasswd',
      '%2e%2e/%2e%2e/package.json',
      '..\\..\\package.json',
      '%00',
      '....//package.json',
    ]
    for (const client of [cast.kim.client, cast.ben.client, cast.anonymous])
      for (const slug of ['documents', 'media'])
        for (const climb of climbs) {
          const answer = await client.get(`/api/${slug}/file/${climb}`)
          expect([400, 401, 403, 404], `${slug} ${climb}`).toContain(answer.status)
          expect(JSON.stringify(answer.body), climb).not.toMatch(/root:|therapy-ops"/)
        }
    const root = process.env['TEST_FOLDER'] ?? ''
    expect(filesUnder(root).filter((file) => file.includes('evil'))).toEqual([])
  })

  it('T095 that unpacks to something huge is refused in a moment', async () => {
    const before = await stored()
    const bomb = await sharp({
      create: { width: 9000, height: 9000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    const startedAt = performance.now()
    const answer = await upload(cast.ben.client, 'documents', {
      bytes: bomb,
      type: 'image/png',
      name: 'x.png',
    })
    expect(answer.status).toBe(400)
    const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100_000)])
    for (const type of ['application/zip', 'application/pdf'])
      expect(
        (await upload(cast.ben.client, 'documents', { bytes: zip, type, name: 'x.zip' })).status,
      ).toBe(400)
    const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(11_000_000)])
    expect([400, 413]).toContain(
      (
        await upload(cast.ben.client, 'documents', {
          bytes: large,
          type: 'application/pdf',
          name: 'x.pdf',
        })
      ).status,
    )
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    expect(await stored()).toBe(before)
  })
})

describe('the server', () => {
  it('T096 asks no address that somebody gives it', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(String(request.url))
      response.end(paper)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const inner = `http://127.0.0.1:${(server.address() as AddressInfo).port}/latest/meta-data` // it listens
    try {
      const kept = await filed()
      const media = await upload(cast.mo.client, 'media', {
        bytes: await picture(),
        type: 'image/png',
        name: 'x.png',
        fields: { alt: 'The room' },
      })
      const wishes = {
        url: inner,
        thumbnailURL: inner,
        filename: 'x.png',
        mimeType: 'image/png',
        src: inner,
      }
      for (const [person, path] of [
        [cast.ben, `/api/documents/${kept.id}`],
        [cast.mo, `/api/media/${media.body.doc.id}`],
      ] as const) {
        await person.client.patch(path, wishes)
        await person.client.patch(`${path}?draft=true`, wishes)
        const slug = path.split('/')[2]
        await person.client.post(`/api/${slug}`, {
          ...wishes,
          patient: cast.ana,
          kind: 'other',
          alt: 'x',
        })
        const known = slug === 'media' ? 'alt: "x"' : `patient: "${cast.ana}", kind: other`
        const name = slug === 'media' ? 'Media' : 'Document'
        const { body } = await person.client.graphql(
          `mutation { create${name}(data: { ${known}, url: "${inner}", filename: "x.png" }) { id } }`,
        )
        expect(body.errors[0].message).toContain('Send the file itself along')
        for (const way of [`paste-url?src=${inner}`, `paste-url/${kept.id}?src=${inner}`])
          expect([400, 401, 403, 404]).toContain(
            (await person.client.get(`/api/${slug}/${way}`)).status,
          )
      }
      await cast.mo.client.post('/api/pages', {
        title: inner,
        layout: [{ blockType: 'callout', tone: 'info', text: inner }],
      })
      expect(asked).toEqual([])
    } finally {
      server.close()
    }
    for (const { upload: settings, slug } of app.config.collections)
      if (settings) expect(settings.pasteURL, slug).toBe(false)
    const outward = /\bfetch\(|node:https?['"]|\bundici\b|XMLHttpRequest|node:(net|tls|dgram)['"]/
    const onServer = [
      'src/lib',
      'src/jobs',
      'src/domain',
      'src/openapi',
      'collections',
      'hooks',
      'access',
    ]
      .flatMap((folder) => filesUnder(inRoot(folder)))
      .filter((file) => !file.includes('src/lib/browser/'))
      // The one way out, for webhooks: tests/unit/webhooks/outgoing.test.ts tries every address inside.
      .filter((file) => !file.endsWith('src/lib/http/outgoing.ts'))
      .filter((file) => outward.test(readFileSync(file, 'utf8')))
    expect(onServer.filter((file) => !/isIP/.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})
