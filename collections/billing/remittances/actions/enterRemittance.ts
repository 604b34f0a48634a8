import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { idsNamed, rowsById } from '@/hooks/rowsById'
import type { FactReader } from '@/hooks/rules/rule'
import { codesIn } from '@/src/domain/billing/codesIn'
import { answeredLine, type PaperLine, paperProblem } from '@/src/domain/billing/paperRemittance'
import { type AnsweredClaim, write835 } from '@/src/domain/billing/x12/write835'
import { isCalendarDate } from '@/src/domain/calendarDate'
import { idIn, numberIn, type Row, textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { isId } from '@/src/lib/ids'
import { practiceToday } from '@/src/lib/practiceZone'
import { takeIn, takenIn } from '../importText'

const mostLines = 200

const cents = z.coerce
  .number({ error: 'Enter amounts in whole cents.' })
  .int({ error: 'Enter amounts in whole cents.' })
  .min(0, {
    error: 'Amounts are not negative. A payer who takes money back sends a letter: ask billing.',
  })
  .max(100_000_00, { error: 'That is more than a claim can be.' })
  .default(0)

const paperLine = z.object({
  /** Id of the claim line. */
  line: requiredText('Say which line of which claim.', 64),
  payerClaimNumber: z.string().max(50).default(''),
  paidCents: cents,
  contractualCents: cents,
  deductibleCents: cents,
  coinsuranceCents: cents,
  copayCents: cents,
  deniedCents: cents,
  deniedCode: z.string().trim().max(5).default(''),
})

const fromText = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

const input = z.object({
  payer: requiredText('Choose the payer.', 64),
  number: requiredText('Enter the number of the check or transfer.', 30).refine(
    (text) => /^[\w-]+$/.test(text),
    'Enter the number with letters, digits and hyphens only.',
  ),
  paidOn: requiredText('Enter the day on the paper.', 10).refine(
    isCalendarDate,
    'Enter the day on the paper, such as 2026-11-24.',
  ),
  lines: z.preprocess(
    fromText,
    z
      .array(paperLine, { error: 'Enter what the paper says of at least one line.' })
      .min(1, 'Enter what the paper says of at least one line.')
      .max(mostLines, `Enter at most ${mostLines} lines at once.`),
  ),
})

type Entered = z.output<typeof paperLine>

type Known = { entered: Entered; line: Row; claim: Row; patient: Row | null; policy: Row | null }

const notFound = (): Refusal =>
  new Refusal('invalid', [
    {
      path: 'lines',
      message: 'One of these lines is not of a claim to this payer. Reload the page.',
    },
  ])

const load = async (
  read: FactReader,
  payer: string,
  entered: readonly Entered[],
): Promise<Known[]> => {
  const ids = entered.map(({ line }) => line).filter(isId)
  const lines = rowsById(await read.many('claim-lines', { id: { in: ids } }))
  const claimRows = await read.many('claims', {
    id: { in: idsNamed([...lines.values()], 'claim') },
  })
  const claims = rowsById(claimRows)
  const patients = rowsById(
    await read.many('patients', { id: { in: idsNamed(claimRows, 'patient') } }),
  )
  const policies = rowsById(
    await read.many('insurance-policies', { id: { in: idsNamed(claimRows, 'policy') } }),
  )
  return entered.map((each) => {
    const line = lines.get(each.line)
    const claim = line && claims.get(idIn(line, 'claim') ?? '')
    if (!line || !claim || idIn(claim, 'payer') !== payer) throw notFound()
    return {
      entered: each,
      line,
      claim,
      patient: patients.get(idIn(claim, 'patient') ?? '') ?? null,
      policy: policies.get(idIn(claim, 'policy') ?? '') ?? null,
    }
  })
}

const sentOf = ({ line }: Known) => ({
  code: textIn(line, 'code'),
  modifiers: codesIn(line, 'modifiers'),
  serviceDate: textIn(line, 'serviceDate'),
  lineNumber: textIn(line, 'lineControlNumber'),
  chargeCents: numberIn(line, 'chargeCents'),
})

/** A claim is answered as a whole: every line of it, each adding up. */
const requireWhole = async (read: FactReader, known: readonly Known[]): Promise<void> => {
  const problems = known.flatMap((each, at) => {
    const problem = paperProblem(each.entered satisfies PaperLine, sentOf(each))
    return problem
      ? [{ path: `lines.${at}`, message: `${textIn(each.claim, 'controlNumber')}, ${problem}` }]
      : []
  })
  if (problems.length) throw new Refusal('invalid', problems)
  const given = new Set(known.map(({ line }) => String(line['id'])))
  if (given.size !== known.length)
    throw new Refusal('invalid', [
      { path: 'lines', message: 'A line stands here twice. Take one of them out.' },
    ])
  const claims = [...new Set(known.map(({ claim }) => String(claim['id'])))]
  const all = await read.many('claim-lines', { claim: { in: claims } })
  const missing = all.find((line) => !given.has(String(line['id'])))
  if (!missing) return
  const claim = known.find((each) => String(each.claim['id']) === idIn(missing, 'claim'))?.claim
  throw new Refusal('invalid', [
    {
      path: 'lines',
      message: `Enter ${textIn(missing, 'code')} of ${textIn(claim, 'controlNumber')} as well: a claim is answered as a whole.`,
    },
  ])
}

const answersOf = (known: readonly Known[]): AnsweredClaim[] => {
  const claims = new Map<string, Known[]>()
  for (const each of known) {
    const id = String(each.claim['id'])
    claims.set(id, [...(claims.get(id) ?? []), each])
  }
  return [...claims.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const lines = own.map((each) => answeredLine(each.entered, sentOf(each)))
    const isDenied = own.every(({ entered }) => entered.deniedCents > 0 && entered.paidCents === 0)
    return [
      {
        claimNumber: textIn(first.claim, 'controlNumber'),
        payerClaimNumber:
          first.entered.payerClaimNumber ||
          textIn(first.claim, 'payerClaimNumber') ||
          textIn(first.claim, 'controlNumber'),
        statusCode: isDenied ? '4' : '1',
        filingCode: 'CI',
        lastName: textIn(first.patient, 'lastName'),
        firstName: textIn(first.patient, 'firstName'),
        memberId: textIn(first.policy, 'memberId'),
        lines,
      } satisfies AnsweredClaim,
    ]
  })
}

/**
 * An explanation of benefits that came on paper, typed in. It becomes the 835 that the payer did not send, so
 * that it is read, posted, parked and kept like every other; the same paper a second time is told so.
 */
export const enterRemittance = defineAction({
  slug: 'remittances',
  name: 'enter',
  label: 'Enter paper explanation',
  on: 'collection',
  input,
  fields: [
    { name: 'payer', label: 'Payer', type: 'relationship', relationTo: 'payers', isRequired: true },
    { name: 'number', label: 'Check or transfer number', type: 'text', isRequired: true },
    { name: 'paidOn', label: 'Day on the paper', type: 'day', isRequired: true },
    { name: 'lines', label: 'Lines', type: 'textarea', isRequired: true },
  ],
  prepare: async ({ input: paper, read, now, actor }) => {
    if (paper.paidOn > practiceToday())
      throw new Refusal('invalid', [{ path: 'paidOn', message: 'This day is still to come.' }])
    const payer = await read.one('payers', paper.payer)
    if (!payer)
      throw new Refusal('invalid', [{ path: 'payer', message: 'Choose a payer from the list.' }])
    const known = await load(read, paper.payer, paper.lines)
    await requireWhole(read, known)
    const practice = await read.global('practice')
    const text = write835({
      number: 1,
      receiver: 'PAPER',
      method: 'CHK',
      payer: { name: textIn(payer, 'name'), id: textIn(payer, 'payerId') },
      payee: {
        name: textIn(practice, 'legalName') || textIn(practice, 'name'),
        npi: textIn(practice, 'npi'),
      },
      traceNumber: paper.number,
      paidOn: paper.paidOn,
      claims: answersOf(known),
    })
    return takeIn(read, {
      text,
      fileName: `Paper ${paper.number}`,
      now,
      staffId: actor.kind === 'staff' ? actor.id : null,
    })
  },
  effects: [],
  answer: ({ read, record }) => takenIn(read, record),
})
