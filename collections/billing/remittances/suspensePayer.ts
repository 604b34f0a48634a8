import { idIn, type Row, textIn } from '@/src/domain/row'
import { unknownPayer } from '../ledger/postOnce'

/** Whose suspense account the money is in: our payer, or the name the file gives an unknown one. */
export const suspensePayer = (remittance: Row): string =>
  idIn(remittance, 'payer') ?? unknownPayer(textIn(remittance, 'payerIdentifier'))
