import type { Where } from 'payload'
import { asSystem } from '@/access/asSystem'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { rowsNaming } from '@/hooks/rowsById'
import { textIn, type Values } from '@/src/domain/imports/mapping'
import type { Problem } from '@/src/domain/imports/problems'
import { idIn, type Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { usesOf } from './inUse'
import type { KindWork } from './kindWork'
import { byRecordNumber, rowsWith } from './people'

const openEnd = '9999-12-31'

const isSoMuch: Where = { status: { not_equals: 'voided' } }

export const notHere = (number: string): Problem => ({
  column: 'recordNumber',
  message: `Nobody here has the record number ${number}. Import the patients first, or correct the number.`,
})

const policyProblems = (values: Values, payer: string, theirs: readonly Row[]): Problem[] => {
  const memberId = textIn(values, 'memberId').toUpperCase()
  const isKnown = theirs.some(
    (row) => idIn(row, 'payer') === payer && String(row['memberId']).toUpperCase() === memberId,
  )
  if (isKnown)
    return [{ column: '', message: 'The patient has this policy already. Leave the line out.' }]
  if (values['priority'] === 'secondary') return []
  const from = textIn(values, 'effectiveOn')
  const to = textIn(values, 'terminatedOn') || openEnd
  const other = theirs.some(
    (row) =>
      row['priority'] === 'primary' &&
      row['status'] === 'active' &&
      String(row['effectiveOn'] ?? '') <= to &&
      from <= (String(row['terminatedOn'] ?? '') || openEnd),
  )
  return other
    ? [
        {
          column: 'priority',
          message:
            'The patient has a policy that pays first at that time. End that one first, or let this one pay second.',
        },
      ]
    : []
}

const columns = [
  'groupNumber',
  'planName',
  'subscriberFirstName',
  'subscriberLastName',
  'subscriberBirthDate',
  'subscriberSex',
  'subscriberAddressLine1',
  'subscriberCity',
  'subscriberRegion',
  'subscriberPostalCode',
  'effectiveOn',
  'terminatedOn',
  'copayCents',
] as const

export const policyWork: KindWork = {
  check: async ({ req, office: lists }, lines) => {
    const office = await lists()
    const people = await byRecordNumber(
      req,
      lines.map(({ values }) => textIn(values, 'recordNumber')),
    )
    const policies = await rowsWith(req, 'insurance-policies', {
      column: 'patient',
      values: [...people.values()].map(({ id }) => id),
      more: isSoMuch,
    })
    const byPatient = rowsNaming(policies, 'patient')
    return new Map(
      lines.map(({ line, values }) => {
        const number = textIn(values, 'recordNumber')
        const patient = people.get(number)
        const payer = textIn(values, 'payer') ? office.payer(textIn(values, 'payer')) : null
        const problems: Problem[] = [
          ...(number && !patient ? [notHere(number)] : []),
          ...(payer && 'problem' in payer ? [{ column: 'payer', message: payer.problem }] : []),
          ...(patient && payer && 'found' in payer
            ? policyProblems(values, payer.found.id, byPatient.get(patient.id) ?? [])
            : []),
        ]
        return [line, problems]
      }),
    )
  },
  write: async ({ req, run, office: lists }, { line, values }) => {
    const office = await lists()
    const number = textIn(values, 'recordNumber')
    const patient = (await byRecordNumber(req, [number])).get(number)
    const payer = office.payer(textIn(values, 'payer'))
    if (!patient) throw new Refusal('conflict', notHere(number).message)
    if (!('found' in payer)) throw new Refusal('conflict', payer.problem)
    const given = columns.flatMap((name) => {
      const value = values[name]
      return value === null || value === undefined ? [] : [[name, value] as const]
    })
    const system = await asSystem(req, 'A line of an import')
    const policy = await ensureRow(system, 'insurance-policies', {
      ...Object.fromEntries(given),
      uniqueKey: `import|${run.id}|${line}`,
      patient: patient.id,
      payer: payer.found.id,
      memberId: textIn(values, 'memberId'),
      priority: textIn(values, 'priority') || 'primary',
      relationship: textIn(values, 'relationship') || 'self',
      status: 'active',
    })
    return { slug: 'insurance-policies', id: String((policy as { id: string }).id) } // every row has one
  },
  inUse: (context, ids) => usesOf(context, 'insurance-policies', ids),
  undo: async ({ req }, row) => {
    const system = await asSystem(req, 'An import is taken back')
    const id = String(row.recordId)
    await system.update({
      collection: 'insurance-policies',
      id,
      data: { status: 'voided', uniqueKey: `undone|${id}`, rev: row.recordRev },
    })
  },
}
