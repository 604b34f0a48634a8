import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { idIn, textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { diagnosisCodesOf, filingColumns } from '../ensureClaim'
import { readinessColumns, readinessNow } from '../noteReadiness'

export const prepareClaim = defineAction({
  slug: 'claims',
  name: 'prepare',
  label: 'Check claim',
  input: z.object({}),
  fields: [],
  from: {
    column: 'status',
    values: ['draft', 'needsAttention', 'ready', 'rejected', 'voided'],
  },
  prepare: async ({ record, system, read }) => {
    if (record['status'] === 'voided' && record['submittedAt']) {
      throw new Refusal(
        'conflict',
        'This claim was sent before it was voided. Make a new one for the charge.',
      )
    }
    const context = { system, req: system.req }
    const readiness = await readinessNow(context, record)
    const payer = await read.one('payers', idIn(record, 'payer'))
    return {
      set: {
        status: readiness.ready ? 'ready' : 'needsAttention',
        diagnosisCodes: await diagnosisCodesOf(context, idIn(record, 'patient') ?? ''),
        ...(await filingColumns(context, { payer, serviceDate: textIn(record, 'serviceDate') })),
        ...readinessColumns(readiness),
      },
    }
  },
})
