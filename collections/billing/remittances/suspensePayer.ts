import { idIn } from '@/access/scopes'
import type { Row } from '@/src/domain/row'
import { unknownPayer } from '../ledger/postOnce'
import { textIn } from '../text'

/** Whose suspense account the money is in: our payer, or the name the file gives an unknown one. */
export const suspensePayer = (remittance: Row): string =>
  idIn(remittance, 'payer') ?? unknownPayer(textIn(remittance, 'payerIdentifier'))
