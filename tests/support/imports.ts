import type { StoredRow } from '@/src/domain/row'
import type { TestApp } from './boot'
import type { Answer, Client } from './client'
import { rowsOf } from './practice'

export type Standing = StoredRow & { status: string }

/** A file as a browser sends it. */
export const sendFile = async (
  client: Client,
  kind: string,
  content: string | Uint8Array,
  name = `${kind}.csv`,
): Promise<Answer> => {
  const form = new FormData()
  form.set('file', new File([content as BlobPart], name, { type: 'text/csv' }))
  form.set('_payload', JSON.stringify({ kind, fileName: name }))
  return client.raw('/api/import-runs/file', { method: 'POST', body: form })
}

const isBusy = ({ status }: Standing): boolean =>
  /^(reading|checking|starting|writing|undoing)$/.test(status)

/** Asks an import to go on until it waits for somebody. */
export const settle = async (client: Client, id: string): Promise<Standing> => {
  for (;;) {
    const { body } = await client.post(`/api/import-runs/${id}/continue`)
    if (!isBusy(body)) return body
  }
}

/** A file that was uploaded and checked. */
export const upload = async (
  client: Client,
  kind: string,
  lines: readonly string[],
): Promise<Standing> => {
  const { body, status } = await sendFile(client, kind, lines.join('\n'))
  if (status !== 201) throw new Error(`The upload answered ${status}: ${JSON.stringify(body)}`)
  if (body.status === 'uploaded') {
    const checked = await client.post(`/api/import-runs/${body.id}/check`, { rev: body.rev })
    if (checked.status !== 200) throw new Error(JSON.stringify(checked.body))
  }
  return settle(client, body.id)
}

export const act = (client: Client, id: string, name: string, body: object = {}): Promise<Answer> =>
  client.post(`/api/import-runs/${id}/${name}`, body)

/** What is wrong, as `line column: sentence`. */
export const problemsOf = async (client: Client, id: string): Promise<string[]> => {
  const { body } = await client.get(`/api/import-runs/${id}/problems?limit=200`)
  return body.lines.flatMap(
    ({ line, problems }: { line: number; problems: { column: string; message: string }[] }) =>
      problems.map(({ column, message }) => `${line} ${column}: ${message}`),
  )
}

export const linesOf = async (app: TestApp, run: string) =>
  (await rowsOf(app, 'import-lines', { run })).sort((a, b) => Number(a['line']) - Number(b['line']))

/** Another process comes a minute after the one that died. */
export const afterDeath = (app: TestApp, id: string) =>
  app.payload.db.updateOne({
    collection: 'import-runs',
    where: { id: { equals: id } },
    data: { leasedUntil: null },
  })
