import { formatMoney } from '@/src/domain/money'
import { defineRule } from '../rule'

export const largeAmountsNeedTheOwner = defineRule({
  id: 'R83',
  title: 'Write-offs and refunds above the limit need the owner',
  area: 'billing',
  appliesTo: ['charges:action:write-off', 'payments:action:refund'],
  override: { roles: ['owner'] },
  check: ({ change, settings }) => {
    const amount = Number(change.input['amountCents'] ?? 0)
    if (amount <= settings.approvalLimitCents) return []
    return [
      {
        path: 'amountCents',
        message: `${formatMoney(amount)} is above ${formatMoney(settings.approvalLimitCents)}: the owner has to do it. Nothing was changed; ask the owner to open this record.`,
      },
    ]
  },
})
