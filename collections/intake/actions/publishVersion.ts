import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import type { FactReader } from '@/hooks/rules/rule'
import type { StoredRow } from '@/src/domain/row'
import { sha256 } from '@/src/lib/crypto'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'

/** A text nobody signed yet is asked for in its newest version. */
const moveConsent = async ({
  read,
  req,
  row,
  template,
}: {
  read: FactReader
  req: PayloadRequest
  row: StoredRow
  template: StoredRow
}): Promise<void> => {
  const uniqueKey = `consent|${String(row['patient'])}|${template.id}`
  const isThere = await read.one('consents', { uniqueKey: { equals: uniqueKey } })
  const set = isThere
    ? { status: 'withdrawn' }
    : { uniqueKey, template: template.id, version: template['version'], title: template['title'] }
  await req.payload.db.updateOne({
    collection: 'consents',
    id: row.id,
    data: { ...set, rev: Number(row['rev'] ?? 0) + 1 },
    req,
  })
}

export const publishVersion = defineAction({
  slug: 'consent-templates',
  name: 'publish-version',
  label: 'Publish this version',
  tone: 'primary',
  confirm: 'The text is frozen and replaces the version now in force.',
  input: z.object({}),
  fields: [],
  from: { column: 'contentHash', values: [null, ''] },
  prepare: async ({ now, read, record }) => {
    const [latest] = await read.many(
      'consent-templates',
      { and: [{ kind: { equals: record['kind'] } }, { version: { exists: true } }] },
      { sort: '-version', limit: 1 },
    )
    const version = Number(latest?.['version'] ?? 0) + 1
    return {
      set: {
        version,
        versionKey: `${String(record['kind'])}|${version}`,
        isActive: true,
        effectiveOn: dayIn(now, practiceZone()),
        contentHash: sha256(String(record['body'])),
      },
    }
  },
  effects: [
    {
      name: 'replace-previous',
      run: async ({ read, record, req }) => {
        const older = await read.many('consent-templates', {
          and: [
            { kind: { equals: record['kind'] } },
            { isActive: { equals: true } },
            { version: { less_than: record['version'] } },
          ],
        })
        for (const { id, rev } of older as StoredRow[]) {
          // stored rows
          await req.payload.db.updateOne({
            collection: 'consent-templates',
            id,
            data: { isActive: false, rev: Number(rev ?? 0) + 1 },
            req,
          })
        }
      },
    },
    {
      name: 'move-pending',
      run: async ({ read, record, req }) => {
        const waiting = await read.many('consents', {
          and: [
            { kind: { equals: record['kind'] } },
            { status: { equals: 'pending' } },
            { version: { less_than: record['version'] } },
          ],
        })
        for (const row of waiting as StoredRow[])
          await moveConsent({ read, req, row, template: record }) // stored rows
      },
    },
  ],
})
