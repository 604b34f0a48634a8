import { formatMoney } from '@/src/domain/money'
import { defineRule } from '../rule'

/** The column that says how much of a record was given up or given back, this time included. */
const totals: Readonly<Record<string, string>> = {
  charges: 'writtenOffCents',
  payments: 'refundedCents',
}

export const largeAmountsNeedTheOwner = defineRule({
  id: 'R83',
  title: 'Write-offs and refunds above the limit need the owner',
  area: 'billing',
  appliesTo: ['charges:action:write-off', 'payments:action:refund'],
  override: { roles: ['owner'] },
  check: ({ change, settings }) => {
    const total = Number(change.after[totals[change.slug] ?? ''] ?? 0)
    if (total <= settings.approvalLimitCents) return []
    const asked = Number(change.input['amountCents'] ?? 0)
    const together = total > asked ? ` with what went before (${formatMoney(total - asked)})` : ''
    return [
      {
        path: 'amountCents',
        message: `${formatMoney(asked)}${together} is above ${formatMoney(settings.approvalLimitCents)}: waiting for approval. Nothing was changed; the owner approves by doing it on this record.`,
      },
    ]
  },
})
