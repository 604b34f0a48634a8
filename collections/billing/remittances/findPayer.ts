import type { FactReader } from '@/hooks/rules/rule'
import { codesIn } from '@/src/domain/billing/codesIn'
import type { Remittance835 } from '@/src/domain/billing/x12/remittanceTypes'
import { type Row, textIn } from '@/src/domain/row'

const fold = (text: string): string => text.trim().toUpperCase()

/** Which of our payers sent a remittance: by its ids, else by its name; null when none fits. */
export const findPayer = async (
  read: FactReader,
  { payer, payment }: Remittance835,
): Promise<Row | null> => {
  const given = new Set(
    [payer.id, payment.payerIdentifier, ...payer.references.map(({ value }) => value)]
      .map(fold)
      .filter(Boolean),
  )
  const payers = await read.many('payers', {})
  const byId = payers.find((row) =>
    [fold(textIn(row, 'payerId')), ...codesIn(row, 'eraPayerIds')].some(
      (id) => id !== '' && given.has(id),
    ),
  )
  return byId ?? payers.find((row) => fold(textIn(row, 'name')) === fold(payer.name)) ?? null
}
