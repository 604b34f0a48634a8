import type { Account, PostingLine } from './ledger'

export type BalanceView = 'account' | 'charge' | 'patientDue' | 'payerDue' | 'unapplied'

/**
 * Balances in cents: owed per charge, due per patient, due per payer, unapplied money per patient
 * (positive when there is some), or the total of each account.
 */
export const balanceOf = ({
  lines,
  by,
}: {
  lines: Iterable<PostingLine>
  by: BalanceView
}): Map<string, number> => {
  const view = VIEWS[by]
  const balances = new Map<string, number>()
  for (const line of lines) {
    const key = view.keyOf(line)
    if (key === undefined || (view.accounts && !view.accounts.has(line.account))) continue
    balances.set(key, (balances.get(key) ?? 0) + line.amountCents * view.sign)
  }
  return balances
}

type View = {
  accounts: ReadonlySet<Account> | null
  keyOf: (line: PostingLine) => string | undefined
  sign: 1 | -1
}

const VIEWS: Record<BalanceView, View> = {
  account: { accounts: null, keyOf: (line) => line.account, sign: 1 },
  charge: {
    accounts: new Set(['patientReceivable', 'payerReceivable']),
    keyOf: (line) => line.chargeId,
    sign: 1,
  },
  patientDue: {
    accounts: new Set(['patientReceivable']),
    keyOf: (line) => line.patientId,
    sign: 1,
  },
  payerDue: { accounts: new Set(['payerReceivable']), keyOf: (line) => line.payerId, sign: 1 },
  unapplied: { accounts: new Set(['unappliedCredit']), keyOf: (line) => line.patientId, sign: -1 },
}
