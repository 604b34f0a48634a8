import { z } from 'zod'
import { pack } from '@/collections/billing/remittances/packed'
import { optionalText, requiredChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import type { FactReader } from '@/hooks/rules/rule'
import { formatDate } from '@/src/domain/calendarDate'
import { type ImportKind, importKinds, kindLabel } from '@/src/domain/imports/columns'
import { guessMapping, mappingProblems } from '@/src/domain/imports/mapping'
import { readTable } from '@/src/domain/imports/readTable'
import type { Row } from '@/src/domain/row'
import { sha256 } from '@/src/lib/crypto'
import { Refusal } from '@/src/lib/errors'
import { practiceDayOf } from '@/src/lib/practiceZone'
import { idleLock, importStates } from '../importCodes'
import { requireImport } from '../run'

const mostPacked = 2_000_000

const stateWords = (state: unknown): string =>
  importStates.find(({ value }) => value === state)?.label.toLowerCase() ?? 'known'

const knownBefore = (known: Row): Refusal => {
  const at = practiceDayOf(String(known['uploadedAt']))
  return new Refusal('conflict', [
    {
      path: 'text',
      message: `This file is here already: "${String(known['fileName'])}", uploaded by ${String(known['uploadedByName'])} on ${formatDate(at)} (${stateWords(known['status'])}). Go on there, or take it back first.`,
      fixUrl: `/admin/import?open=${String(known['id'])}`,
    },
  ])
}

/** What the columns were last time; only where the headings were the same and all that is needed is filled. */
const lastMapping = async (
  read: FactReader,
  { kind, headingsHash }: { kind: ImportKind; headingsHash: string },
): Promise<string | null> => {
  const [last] = await read.many(
    'import-runs',
    {
      and: [
        { kind: { equals: kind } },
        { headingsHash: { equals: headingsHash } },
        { mappedAt: { exists: true } },
      ],
    },
    { sort: '-uploadedAt', limit: 1 },
  )
  const mapping = last ? (await read.text('import-runs', last))['mapping'] : null
  return typeof mapping === 'string' && mapping ? mapping : null
}

export const uploadFile = defineAction({
  slug: 'import-runs',
  name: 'upload',
  label: 'Upload a file to import',
  on: 'collection',
  input: z.object({
    kind: requiredChoice(['patients', 'policies', 'appointments'], 'Choose what the file holds.'),
    text: z
      .string({ error: 'Choose a CSV file.' })
      .min(1, 'The file is empty. Choose another one.'),
    fileName: optionalText(200),
    encoding: optionalText(20),
  }),
  fields: [
    {
      name: 'kind',
      label: 'What it holds',
      type: 'select',
      isRequired: true,
      options: importKinds,
    },
    { name: 'text', label: 'Text of the CSV file', type: 'textarea', isRequired: true },
    { name: 'fileName', label: 'Name of the file', type: 'text' },
    { name: 'encoding', label: 'Encoding it was read in', type: 'text' },
  ],
  prepare: async ({ actor, input, key, now, read, req }) => {
    const { kind, text } = input
    requireImport(req, kind)
    const table = readTable(text)
    if ('problem' in table) throw new Refusal('invalid', [{ path: 'text', message: table.problem }])
    const raw = pack(text)
    if (raw.length > mostPacked)
      throw new Refusal('too-large', 'This file is too large to import at once. Split it in two.')
    const fileKey = `${kind}|${sha256(text)}`
    const known = await read.one('import-runs', { fileKey: { equals: fileKey } })
    if (known) throw knownBefore(known)
    const headingsHash = sha256(JSON.stringify(table.headings))
    const guessed = guessMapping(kind, table.headings)
    const mapping = (await lastMapping(read, { kind, headingsHash })) ?? JSON.stringify(guessed)
    const isClear = mappingProblems(kind, JSON.parse(mapping) as string[]).length === 0
    return {
      set: {
        uniqueKey: `import|${key}`,
        fileKey,
        lock: idleLock(key),
        kind,
        status: 'reading',
        fileName: input.fileName ?? `${kindLabel(kind)}.csv`,
        encoding: input.encoding ?? 'utf-8',
        headingsHash,
        lineCount: table.rows.length,
        sentence: isClear ? null : 'Choose what the columns of the file hold.',
        uploadedBy: actor.id,
        uploadedByName: actor.name,
        uploadedAt: now.toISOString(),
        raw,
        headings: JSON.stringify(table.headings),
        mapping,
      },
    }
  },
})
