import { door } from '@/access/doors'
import { requiredChoice } from '@/collections/fields/actionInputs'
import { checkStepUp } from '@/hooks/actions/stepUp'
import { parseInput } from '@/hooks/parseInput'
import { csvLine } from '@/src/domain/csv'
import { csvAnswer } from '@/src/lib/csvAnswer'
import { Refusal } from '@/src/lib/errors'
import { exportPurposes } from './exportPurposes'
import { filterOf, filterSchema } from './filterInput'
import { findEvents } from './findEvents'
import { inWords } from './namedEvents'
import { noteLogUse, requireLogRight } from './searchEndpoint'

const linesPerRead = 1000
const longest = 50_000

const purposeCodes = exportPurposes.map(({ value }) => value) as [string, ...string[]] // never empty

const schema = filterSchema
  .omit({ before: true })
  .extend({ purpose: requiredChoice(purposeCodes, 'Say what the export is for.') })

const heading = ['When (UTC)', 'Who', 'Role', 'What', 'Patients', 'Result', 'Where', 'Why']

/**
 * POST /api/audit-events/export {purpose, patient?, actor?, action?, from?, to?}: the lines as CSV, with a line
 * in the log that says who took them and what for. For compliance.
 */
export const exportEndpoint = door('policy', {
  method: 'post',
  path: '/export',
  handler: async (req) => {
    requireLogRight(req, 'export')
    await checkStepUp(req)
    const given: unknown = await req.json?.()
    const { purpose, ...input } = parseInput(schema, given ?? {})
    const filter = filterOf(input)
    const parts = [csvLine(heading)]
    let before: string | null = null
    do {
      const page: Awaited<ReturnType<typeof findEvents>> = await findEvents(req.payload, {
        filter,
        before,
        size: linesPerRead,
      })
      for (const line of await inWords(req, page.rows)) {
        const more = line.morePatients ? [`and ${line.morePatients} more`] : []
        parts.push(
          csvLine([
            line.at,
            line.who,
            line.role,
            line.what,
            [...line.patients, ...more].join('; '),
            line.outcome,
            line.surface,
            line.why,
          ]),
        )
      }
      before = page.next
      if (parts.length > longest + 1) {
        throw new Refusal(
          'too-large',
          `An export holds at most ${longest} lines. Choose a shorter time, a patient or a person.`,
        )
      }
    } while (before)
    await noteLogUse(req, { action: 'export', filter, count: parts.length - 1, purpose })
    return csvAnswer({ name: 'access-log', lines: parts })
  },
})
