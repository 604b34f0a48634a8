import { settingOf, telehealthRulesFor } from '@/hooks/rules/billing/claimFacts'
import type { FactReader } from '@/hooks/rules/rule'
import { expectedPlaceOfService } from '@/src/domain/billing/placeOfService'
import { type Row, textIn } from '@/src/domain/row'

/** Place of service and modifiers that the payer's table wants for a session (R76). */
export const placeOf = async (
  read: FactReader,
  { session, payer, serviceDate }: { session: Row; payer: Row | null; serviceDate: string },
): Promise<{ placeOfService: string; modifiers: string }> => {
  const place = expectedPlaceOfService({
    ...settingOf(session),
    serviceDate,
    payerId: payer ? String(payer['id']) : null,
    rules: await telehealthRulesFor(read, payer),
    officePlace: textIn(session, 'placeOfService') || '11',
  })
  return { placeOfService: place.placeOfService, modifiers: place.modifiers.join(' ') }
}
